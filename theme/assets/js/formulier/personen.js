/** What points at a person: generator/validate/rules_persons.py once more. The sentences come with the data of the form. */

import { teksten } from "./tekst.js";

/** @typedef {import("./soorten.js").RuwDing} RuwDing */
/** @typedef {import("./regels.js").Melding} Melding */

const MAIL = /@([\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+)/gu;
const MOBIEL = /(?<!\d)(?:(?:\+|00)31[ -]?(?:\(0\))?|0)6(?:[ .-]?\d){8}(?!\d)/;
const NEGEN = /(?<!\d)(?<!\d\.)\d{3}[ .]?\d{3}[ .]?\d{3}(?!\d|\.\d)/g;
const PERSOON = /\b(?:[Mm]evrouw|[Mm]eneer|[Dd]e heer|[Dd]hr\.|[Mm]w\.|[Mm]evr\.)\s+(?:(?:van|de|der|den|ten|ter)\s+)*[A-Z][a-z]+/;

/** The eleven test of the citizen service number. @param {string} cijfers */
function isBsn(cijfers) {
  const som = [9, 8, 7, 6, 5, 4, 3, 2, -1].reduce((tot, gewicht, plek) => tot + gewicht * Number(cijfers[plek]), 0);
  return som % 11 === 0 && cijfers !== "000000000";
}

/**
 * What points at a person, anywhere in the texts.
 * @param {RuwDing} ruw
 * @param {string[]} prive domains of private mail
 * @returns {Generator<Melding>}
 */
export function* persoonlijk(ruw, prive) {
  for (const [pad, tekst] of teksten(ruw)) {
    for (const [, domein = ""] of tekst.matchAll(MAIL)) if (prive.includes(domein.toLowerCase())) yield { pad, zin: "prive_mail", gaten: { domein } };
    if (MOBIEL.test(tekst)) yield { pad, zin: "mobiel_nummer", gaten: {} };
    for (const [cijfers] of tekst.matchAll(NEGEN)) if (isBsn(cijfers.replace(/\D/g, ""))) yield { pad, zin: "bsn", gaten: {} };
    if (PERSOON.test(tekst)) yield { pad, zin: "naam", gaten: {} };
  }
}
