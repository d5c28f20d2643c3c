/** Texts as the checker counts and trims them: characters instead of code units, and the blanks of Python. */

const BLANK = "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+";
const OM = new RegExp(`^${BLANK}|${BLANK}$`, "g");
const ACHTER = new RegExp(`${BLANK}$`);
const REEKS = new RegExp(BLANK, "g");
/** What no file may hold; a text pasted from elsewhere can bring it along. */
const VERBODEN = /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;
/** Half a character, left by what cuts a text. */
const HALF = /[\ud800-\udfff]/gu;
const REGELEINDE = /\r\n?|[\x0b\x0c\x85\u2028\u2029]/g;

/** @param {string} tekst */
export const kaal = (tekst) => tekst.replace(OM, "");
/** @param {string} tekst */
export const zonderStaart = (tekst) => tekst.replace(ACHTER, "");
/** @param {string} tekst */
export const lengte = (tekst) => [...tekst].length;

/** What was typed, without what a file may not hold. @param {string} tekst */
export const schoon = (tekst) => tekst.replace(HALF, "").replace(REGELEINDE, "\n").replace(VERBODEN, "");

/** What is quoted in a sentence loses the marks of Markdown. @param {string} tekst */
export const leesbaar = (tekst) => tekst.replace(/`([^`]*)`/g, "“$1”");

/** @param {string} tekst */
export const opEenRegel = (tekst) => kaal(tekst.replace(REEKS, " "));

/** On one line and not too long, for quoting. @param {string} tekst @param {number} [meest] */
export function ingekort(tekst, meest = 40) {
  const regel = opEenRegel(tekst);
  return lengte(regel) <= meest ? regel : `${[...regel].slice(0, meest - 1).join("")}…`;
}

/** @param {import("./soorten.js").RuwDing | undefined} ding @returns {boolean} whether there is no answer */
export function isLeeg(ding) {
  if (ding === undefined) return true;
  if (typeof ding === "string") return kaal(ding) === "";
  return Array.isArray(ding) ? ding.length === 0 : Object.values(ding).every(isLeeg);
}

/**
 * Every text in a record with its place.
 * @param {import("./soorten.js").RuwDing} ding
 * @param {import("./soorten.js").Pad} [pad]
 * @returns {Generator<[pad: import("./soorten.js").Pad, tekst: string]>}
 */
export function* teksten(ding, pad = []) {
  if (typeof ding === "string") yield [pad, ding];
  else if (Array.isArray(ding)) for (const [plek, een] of ding.entries()) yield* teksten(een, [...pad, plek]);
  else for (const [naam, een] of Object.entries(ding)) yield* teksten(een, [...pad, naam]);
}
