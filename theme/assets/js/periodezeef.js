/** Which rows of the period overview answer to a choice, how many they are, and how that is said. Touches no page. */

import { geteld } from "./woorden.js";

/** @typedef {{niveaus: string, school: string, woorden: string[]}} Rij */

/**
 * Whether a row belongs to one of the chosen levels. A row without levels belongs to all.
 * @param {string} niveaus level ids, space separated
 * @param {ReadonlySet<string>} gekozen
 * @returns {boolean}
 */
export function hoortBij(niveaus, gekozen) {
  const ids = niveaus.split(" ").filter(Boolean);
  return ids.length === 0 || ids.some((id) => gekozen.has(id));
}

/**
 * The announcement after a choice.
 * @param {number} aantal
 * @param {boolean} [meer] whether more than levels was chosen
 * @returns {string}
 */
export function telzin(aantal, meer = false) {
  if (aantal === 0) return meer ? "Geen stageperiodes met deze keuzes." : "Geen stageperiodes op deze niveaus.";
  return `${geteld(aantal, "stageperiode", "stageperiodes")}.`;
}

/**
 * Whether every typed word begins a word of the row, or stands inside a longer one.
 * @param {string[]} woorden of the row, folded
 * @param {string[]} vraag folded
 * @returns {boolean}
 */
export function bevat(woorden, vraag) {
  return vraag.every((deel) => woorden.some((woord) => woord.startsWith(deel) || (deel.length > 3 && woord.includes(deel))));
}

/**
 * How many rows each level has, whatever levels are chosen.
 * @param {Rij[]} rijen those that answer to everything else
 * @param {string[]} niveaus
 * @returns {number[]}
 */
export function telNiveaus(rijen, niveaus) {
  return niveaus.map((id) => rijen.filter((rij) => hoortBij(rij.niveaus, new Set([id]))).length);
}
