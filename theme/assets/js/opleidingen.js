/** The programmes of all schools, found by what a student types, and their periods as they are chosen. */

import { dagVan } from "./dagen.js";
import { geteld, inDagen } from "./woorden.js";
import { vouw, vouwRuim } from "./zoek/vouw.js";

/** @typedef {import("./zoek/soorten.js").School} School */
/** @typedef {import("./zoek/soorten.js").Opleiding} Opleiding */
/** @typedef {import("./zoek/soorten.js").Slot} Slot */
/** @typedef {{opleiding: Opleiding, school: School, eigen: string[], alle: string[]}} Keus */

/** The name of a period that the visitor typed. */
export const EIGEN = "Eigen datums";

/** @param {{opleiding: Opleiding, school: School}} keus */
export const naamVan = ({ opleiding, school }) => `${school.kort} · ${opleiding.naam}`;

/**
 * @param {School[]} scholen
 * @returns {Keus[]}
 */
export function alleOpleidingen(scholen) {
  return scholen.flatMap((school) =>
    school.opleidingen.map((opleiding) => {
      const niveau = `${opleiding.niveau} ${opleiding.niveau.replace(/^mbo, niveau /, "mbo-")} niveau`;
      return {
        opleiding,
        school,
        eigen: vouw(opleiding.naam),
        alle: vouwRuim(`${school.naam} ${school.kort} ${school.woorden} ${opleiding.woorden} ${niveau}`),
      };
    }),
  );
}

/**
 * How well one typed word fits: the beginning of the name, of any word, or inside a longer one. A level is no beginning
 * of a code.
 * @param {Keus} keus
 * @param {string} woord
 * @returns {number}
 */
function telt({ eigen, alle }, woord) {
  const begint = (/** @type {string} */ een) => (/^\d$/.test(woord) ? een === woord : een.startsWith(woord));
  if (eigen[0]?.startsWith(woord)) return 4;
  if (eigen.some(begint)) return 3;
  if (alle.some(begint)) return 2;
  return woord.length > 3 && [...eigen, ...alle].some((een) => een.includes(woord)) ? 1 : 0;
}

/**
 * What answers to every word, best first; when nothing does, what answers to most words.
 * @param {Keus[]} keuzes
 * @param {string} getypt nothing typed: all
 * @returns {Keus[]}
 */
export function zoekOpleiding(keuzes, getypt) {
  const woorden = vouw(getypt);
  if (woorden.length === 0) return keuzes;
  const gewogen = keuzes.map((keus) => {
    const punten = woorden.map((woord) => telt(keus, woord));
    return { keus, raak: punten.filter(Boolean).length, som: punten.reduce((a, b) => a + b, 0) };
  });
  const meest = Math.max(0, ...gewogen.map(({ raak }) => raak));
  if (meest * 2 < woorden.length || meest === 0) return [];
  return gewogen
    .filter(({ raak }) => raak === meest)
    .sort((a, b) => b.som - a.som)
    .map(({ keus }) => keus);
}

/**
 * The periods that are not over, first one first.
 * @param {Slot[]} slots
 * @param {number} vandaag
 * @returns {Slot[]}
 */
export function komende(slots, vandaag) {
  return slots.filter(({ eind }) => dagVan(eind) >= vandaag).sort((a, b) => a.start.localeCompare(b.start) || a.eind.localeCompare(b.eind));
}

/** @param {Slot} a @param {Slot} b */
export const zelfde = (a, b) => a.naam === b.naam && a.start === b.start && a.eind === b.eind;

/** @typedef {{veld: "start" | "eind" | "dagen", zin: string, waarde: string}} Fout `waarde`: the remedy, "" when only the visitor knows */

/** @param {string} iso */
export const kort = (iso) => iso.split("-").map(Number).reverse().join("-");

/**
 * The same day in the first year in which it lies at or after another one.
 * @param {string} iso
 * @param {string} vanaf
 */
function eersteNa(iso, vanaf) {
  const jaar = Number(vanaf.slice(0, 4));
  const dag = iso.slice(4) === "-02-29" ? "-02-28" : iso.slice(4);
  return `${jaar}${dag}` >= vanaf ? `${jaar}${dag}` : `${jaar + 1}${dag}`;
}

/**
 * What is wrong with dates that a visitor typed, each with what to do about it.
 * @param {{start: string, eind: string, dagen: number, lesdagen: string[]}} ingevuld ISO days, "" when empty
 * @param {string} vandaag ISO
 * @returns {Fout[]}
 */
export function controleer({ start, eind, dagen, lesdagen }, vandaag) {
  /** @type {Fout[]} */
  const fouten = [];
  const les = geteld(lesdagen.length, "lesdag", "lesdagen");
  const over = 5 - lesdagen.length;
  const ver = (/** @type {string} */ iso) => Math.abs(dagVan(iso) - dagVan(vandaag)) > 6 * 366;
  if (!start) fouten.push({ veld: "start", zin: "Vul in op welke dag je begint. Weet je het niet precies? Kies de eerste maandag.", waarde: "" });
  else if (ver(start)) {
    const waarde = eersteNa(start, vandaag);
    fouten.push({ veld: "start", zin: `De startdatum ligt ver weg: ${kort(start)}. Bedoel je ${kort(waarde)}?`, waarde });
  }
  if (!eind) fouten.push({ veld: "eind", zin: "Vul in op welke dag je stopt. Weet je het niet precies? Kies de laatste vrijdag.", waarde: "" });
  else if (start && !fouten.length) {
    const waarde = eersteNa(eind, start);
    if (eind < start) fouten.push({ veld: "eind", zin: `De einddatum ligt vóór de startdatum. Bedoel je ${kort(waarde)}?`, waarde });
    else if (dagVan(eind) - dagVan(start) > 732) fouten.push({ veld: "eind", zin: `Dat is langer dan twee jaar. Bedoel je ${kort(waarde)}?`, waarde });
    else if (eind < vandaag) fouten.push({ veld: "eind", zin: "Deze periode is al voorbij. Vul een periode in die nog komt.", waarde: "" });
  }
  if (over === 0) fouten.push({ veld: "dagen", zin: "Je hebt op elke werkdag les. Haal bij je lesdagen een dag weg.", waarde: "" });
  else if (dagen > over) {
    const rest = inDagen(over);
    fouten.push({ veld: "dagen", zin: `Met ${les} houd je ${rest} per week over. Bedoel je ${rest}?`, waarde: String(over) });
  }
  return fouten;
}
