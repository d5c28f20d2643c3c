/** What somebody answered so far: kept on this device, read back with care, and made into a record for a file. */

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

const CONCEPT = "stageportaal.formulier";

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
export const leeg = () => ({ thuis: "", antwoorden: {}, wegen: { periode: 0 } });

/** @param {Gegevens} gegevens @returns {Vraag[]} */
export const alleVragen = ({ stappen }) => stappen.flatMap(({ vragen }) => vragen);

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
 * Reads answers from anywhere: what is no question or no choice any more is left out.
 * @param {Gegevens} gegevens
 * @param {unknown} ruw
 * @returns {Concept}
 */
export function leesConcept(gegevens, ruw) {
  const concept = leeg();
  const { thuis, antwoorden, wegen } = /** @type {Record<string, any>} */ (ruw && typeof ruw === "object" ? ruw : {});
  if (gegevens.registers.organisaties.some(({ id }) => id === thuis)) concept.thuis = thuis;
  for (const [naam, keuzes] of Object.entries(gegevens.wegen)) if (keuzes[wegen?.[naam]]) concept.wegen[naam] = wegen[naam];
  for (const vraag of alleVragen(gegevens)) {
    const naam = vraag.pad.join(".");
    const was = antwoorden?.[naam];
    const mag = toegestaan(gegevens, vraag);
    const goed = (/** @type {unknown} */ een) => typeof een === "string" && een.length < 20_000 && (!mag || mag.includes(een));
    if (Array.isArray(was)) concept.antwoorden[naam] = was.slice(0, 200).filter(goed);
    else if (goed(was)) concept.antwoorden[naam] = was;
  }
  return concept;
}

/**
 * Takes a record over as answers.
 * @param {Gegevens} gegevens
 * @param {RuweGroep} ruw
 * @param {string} thuis
 */
export function vanRecord(gegevens, ruw, thuis) {
  const paren = alleVragen(gegevens).map(({ pad }) => [pad.join("."), op(ruw, pad)]);
  return leesConcept(gegevens, { thuis, antwoorden: Object.fromEntries(paren) });
}

/** @param {RuweGroep} groep @param {string[]} pad @param {RuwDing} ding */
function plaats(groep, pad, ding) {
  const laatste = pad.at(-1) ?? "";
  let hier = groep;
  for (const naam of pad.slice(0, -1)) hier = /** @type {RuweGroep} */ (hier[naam] ??= {});
  hier[laatste] = ding;
}

/** @param {Veld} veld @param {string | string[]} antwoord @returns {RuwDing} */
function alsRuw(veld, antwoord) {
  if (Array.isArray(antwoord)) return antwoord.map((een) => reinig(veld, een)).filter((een) => een.trim());
  const tekst = reinig(veld, antwoord);
  return veld.sort === "getal" ? tekst.replace(/^(\d+),(\d+)$/, "$1.$2") : tekst;
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

/** @returns {unknown} null when nothing was kept */
export function leesBewaard() {
  try {
    return JSON.parse(localStorage.getItem(CONCEPT) ?? "null");
  } catch {
    return null;
  }
}

/** @param {Concept | null} concept null forgets it @returns {boolean} false when the browser keeps nothing */
export function bewaar(concept) {
  try {
    if (concept) localStorage.setItem(CONCEPT, JSON.stringify(concept));
    else localStorage.removeItem(CONCEPT);
    return true;
  } catch {
    return false;
  }
}
