/** Days, spans and lists of them in words. */

import { datum, datumVol, isoVan } from "./dagen.js";
import { weken } from "./passen.js";

/**
 * "8 februari t/m 25 juni 2027", with the first year only when it differs.
 * @param {number} van day
 * @param {number} tot day
 * @returns {string}
 */
export function reeks(van, tot) {
  const zelfdeJaar = isoVan(van).slice(0, 4) === isoVan(tot).slice(0, 4);
  return `${zelfdeJaar ? datum(van) : datumVol(van)} t/m ${datumVol(tot)}`;
}

/** @type {Record<string, string>} */
export const DAGNAAM = { ma: "maandag", di: "dinsdag", wo: "woensdag", do: "donderdag", vr: "vrijdag", za: "zaterdag", zo: "zondag" };

/**
 * "maandag, dinsdag en vrijdag"
 * @param {string[]} namen
 */
export const opsomming = (namen) => namen.join(", ").replace(/, ([^,]*)$/, " en $1");

/**
 * "1 dag", "4 dagen"
 * @param {number} aantal
 * @param {string} een
 * @param {string} meer
 */
export const geteld = (aantal, een, meer) => `${aantal} ${aantal === 1 ? een : meer}`;

/** @param {number} aantal */
export const dagen = (aantal) => geteld(aantal, "dag", "dagen");

/**
 * "20 weken"
 * @param {number} van day
 * @param {number} tot day
 */
export const duur = (van, tot) => geteld(weken(van, tot), "week", "weken");
