/** What somebody answered so far: read from anywhere with care, and made into a record for a file. */

import { isoVan, vandaag } from "../dagen.js";
import { getallen } from "./getallen.js";
import { isLeeg, schoon, zonderStaart } from "./tekst.js";

/** @typedef {import("./soorten.js").Gegevens} Gegevens */
/** @typedef {import("./soorten.js").Veld} Veld */
/** @typedef {import("./soorten.js").Vraag} Vraag */
/** @typedef {import("./soorten.js").RuwDing} RuwDing */
/** @typedef {import("./soorten.js").RuweGroep} RuweGroep */
/**
 * @typedef {object} Concept
 * @property {string} thuis id of the organisation
 * @property {Record<string, string | string[]>} antwoorden by path: "begeleiding.coach"
 * @property {Record<string, number>} wegen which way a group is answered
 */

/** The sorts of question with more than one answer. */
const MEER = ["keuzes", "regels", "getallen"];

/** @param {Veld[]} velden @param {string[]} pad @returns {Veld | undefined} */
export function veldOp(velden, [naam, ...verder]) {
  const veld = velden.find((een) => een.naam === naam);
  return verder.length ? veld && veldOp(veld.velden ?? [], verder) : veld;
}

/** @param {RuwDing | undefined} ding @param {string[]} pad @returns {RuwDing | undefined} */
export const op = (ding, pad) => pad.reduce((/** @type {any} */ hier, naam) => (hier && typeof hier === "object" ? hier[naam] : undefined), ding);

/** @param {Veld} veld @param {string} tekst */
function reinig({ sort }, tekst) {
  const goed = schoon(tekst);
  if (sort !== "tekst" && sort !== "opmaak") return goed.replace(/[\n\t]+/g, " ").trim();
  return goed.replaceAll("\t", "    ").split("\n").map(zonderStaart).join("\n").trimEnd();
}

/** @param {Veld} veld @param {RuwDing} ding @returns {RuwDing} */
function reinigDing(veld, ding) {
  if (typeof ding === "string") return reinig(veld, ding);
  if (Array.isArray(ding)) return ding.map((een) => reinigDing(veld, een));
  return gereinigd(veld.velden ?? [], ding);
}

/**
 * A record without what a file cannot hold, and without what has no field.
 * @param {Veld[]} velden
 * @param {RuweGroep} ruw
 */
export function gereinigd(velden, ruw) {
  /** @type {RuweGroep} */
  const uit = {};
  for (const veld of velden) {
    const ding = ruw[veld.naam];
    if (ding !== undefined) uit[veld.naam] = reinigDing(veld, ding);
  }
  return uit;
}

/** @returns {Concept} */
const leeg = () => ({ thuis: "", antwoorden: {}, wegen: { periode: 0 } });

/** What stands in an empty form already: a quiet guess that is nearly always right. @returns {Concept} */
export const nieuw = () => ({ ...leeg(), antwoorden: { aantal: "1", voertaal: "nl", publiceren_op: isoVan(vandaag()) } });

/** @param {Gegevens} gegevens @returns {Vraag[]} */
const alleVragen = ({ stappen }) => stappen.flatMap(({ vragen }) => vragen);

/**
 * Whether a question counts, given the other answers.
 * @param {Gegevens} gegevens
 * @param {Concept} concept
 * @param {Vraag} vraag
 */
export function telt({ wegen }, concept, { pad, wanneer }) {
  const [groep = "", naam = ""] = pad;
  const weg = wegen[groep]?.[concept.wegen[groep] ?? -1];
  if (wegen[groep] && !weg?.velden.includes(naam)) return false;
  const ander = wanneer && concept.antwoorden[wanneer.pad.join(".")];
  return !wanneer || [ander ?? ""].flat().some((een) => wanneer.waarden.includes(een));
}

/** The choices that a question allows. @param {Gegevens} gegevens @param {Vraag} vraag @returns {string[] | null} null when all goes */
function toegestaan({ velden, registers }, { pad, register }) {
  if (register === "opleidingen") return registers.opleidingen.flatMap(({ opleidingen }) => opleidingen.map(([id]) => id));
  if (register === "vakgebieden" || register === "opdrachten") return registers[register].map(([id]) => id);
  return veldOp(velden, pad)?.keuzes?.map(([waarde]) => waarde) ?? null;
}

/**
 * One answer from anywhere.
 * @param {Gegevens} gegevens
 * @param {Vraag} vraag
 * @param {unknown} was
 * @returns {string | string[] | undefined} undefined for what the question cannot have as an answer
 */
function leesAntwoord(gegevens, vraag, was) {
  const mag = toegestaan(gegevens, vraag);
  const goed = (/** @type {unknown} */ een) => typeof een === "string" && een.length < 20_000 && (!mag || mag.includes(een));
  if (!MEER.includes(veldOp(gegevens.velden, vraag.pad)?.sort ?? "")) return goed(was) ? /** @type {string} */ (was) : undefined;
  return Array.isArray(was) ? was.slice(0, 200).filter(goed) : undefined;
}

/**
 * Reads answers from anywhere: what is no question or no choice any more is left out.
 * @param {Gegevens} gegevens
 * @param {unknown} ruw
 * @returns {Concept}
 */
export function leesConcept(gegevens, ruw) {
  const concept = leeg();
  const { thuis, antwoorden, wegen } = /** @type {Record<string, any>} */ (ruw && typeof ruw === "object" ? ruw : {});
  if (gegevens.registers.organisaties.some(({ id }) => id === thuis)) concept.thuis = thuis;
  for (const [naam, keuzes] of Object.entries(gegevens.wegen)) {
    if (Number.isInteger(wegen?.[naam]) && keuzes[wegen[naam]]) concept.wegen[naam] = wegen[naam];
  }
  for (const vraag of alleVragen(gegevens)) {
    const naam = vraag.pad.join(".");
    const goed = leesAntwoord(gegevens, vraag, antwoorden?.[naam]);
    if (goed !== undefined) concept.antwoorden[naam] = goed;
  }
  return concept;
}

/**
 * Takes a record over as answers: a number gets the comma that people type.
 * @param {Gegevens} gegevens
 * @param {RuweGroep} ruw
 * @param {string} thuis
 */
export function vanRecord(gegevens, ruw, thuis) {
  const paren = alleVragen(gegevens).map(({ pad }) => {
    const ding = op(ruw, pad);
    return [pad.join("."), typeof ding === "string" && veldOp(gegevens.velden, pad)?.sort === "getal" ? ding.replace(".", ",") : ding];
  });
  return leesConcept(gegevens, { thuis, antwoorden: Object.fromEntries(paren) });
}

/** @param {RuweGroep} groep @param {string[]} pad @param {RuwDing} ding */
function plaats(groep, pad, ding) {
  const laatste = pad.at(-1) ?? "";
  let hier = groep;
  for (const naam of pad.slice(0, -1)) hier = /** @type {RuweGroep} */ (hier[naam] ??= {});
  hier[laatste] = ding;
}

/** A number as a file has it; what can mean two things, or nothing, stays as it was typed. @param {Veld} veld @param {string} tekst */
function getalVan({ sort }, tekst) {
  const [een = "", ...anders] = getallen(tekst);
  return !een || anders.length || (sort === "geheel" && een.includes(".")) ? tekst : een;
}

/** @param {Veld} veld @param {string | string[]} antwoord @returns {RuwDing} */
function alsRuw(veld, antwoord) {
  if (Array.isArray(antwoord)) return antwoord.map((een) => reinig(veld, een)).filter((een) => een.trim());
  const tekst = reinig(veld, antwoord);
  return veld.sort === "getal" || veld.sort === "geheel" ? getalVan(veld, tekst) : tekst;
}

/**
 * The record that the answers make, as it stands in a file. A group that must be there is, also without answers:
 * then each of its own fields is missed by name.
 * @param {Gegevens} gegevens
 * @param {Concept} concept
 * @returns {RuweGroep}
 */
export function record(gegevens, concept) {
  /** @type {RuweGroep} */
  const uit = {};
  for (const vraag of alleVragen(gegevens).filter((een) => telt(gegevens, concept, een))) {
    const veld = veldOp(gegevens.velden, vraag.pad);
    const antwoord = concept.antwoorden[vraag.pad.join(".")];
    if (!veld || antwoord === undefined) continue;
    const ding = alsRuw(veld, antwoord);
    if (!isLeeg(ding) && ding !== veld.standaard) plaats(uit, vraag.pad, ding);
  }
  for (const [naam, keuzes] of Object.entries(gegevens.wegen)) {
    const weg = keuzes[concept.wegen[naam] ?? -1];
    if (weg) uit[naam] = { .../** @type {RuweGroep} */ (uit[naam] ?? {}), ...weg.gegeven };
  }
  for (const veld of gegevens.velden) if (veld.sort === "groep" && veld.verplicht && !gegevens.wegen[veld.naam]) uit[veld.naam] ??= {};
  return uit;
}
