/** A span of days in words. */

import { datum, datumVol, isoVan } from "./dagen.js";
import { weken } from "./passen.js";
import { inWeken } from "./woorden.js";

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

/**
 * "20 weken"
 * @param {number} van day
 * @param {number} tot day
 */
export const duur = (van, tot) => inWeken(weken(van, tot));
