/** The state of a list as it stands in the address: read without what is broken, written the same way every time. */

/** @typedef {import("./zoek/soorten.js").Sortering} Sortering */
/** @typedef {Record<string, string[]>} Keuzes facet -> values, in the order in which they were chosen */
/**
 * @typedef {object} Staat
 * @property {string} q
 * @property {Keuzes} keuzes
 * @property {Sortering | ""} sorteer "" for the usual order
 * @property {string} vanaf organisation from which "dichtbij" counts
 * @property {number} toon how many results stand on the page
 */

/** So many results come at a time. */
export const STAP = 20;

const SORTERINGEN = ["best", "sluit", "nieuw", "start", "vergoeding", "dichtbij"];
const LANGSTE_TEKST = 200;
const MEESTE_WAARDEN = 60;
const MEESTE_RESULTATEN = 2000;
const FACET = /^[a-z]{2,20}$/;
const WAARDE = /^[a-z0-9][a-z0-9_/-]{0,119}$/;
const EIGEN = new Set(["q", "sorteer", "vanaf", "toon"]);

/** @param {string} getal */
function leesToon(getal) {
  const aantal = /^\d{1,6}$/.test(getal) ? Math.ceil(Number(getal) / STAP) * STAP : STAP;
  return Math.min(Math.max(aantal, STAP), MEESTE_RESULTATEN);
}

/**
 * @param {string} zoek the part of an address from the question mark
 * @returns {Staat}
 */
export function leesStaat(zoek) {
  const vragen = new URLSearchParams(zoek);
  /** @type {Map<string, Set<string>>} */
  const keuzes = new Map();
  let over = MEESTE_WAARDEN;
  for (const [facet, waarde] of vragen) {
    if (EIGEN.has(facet) || !FACET.test(facet) || !WAARDE.test(waarde) || over-- <= 0) continue;
    keuzes.set(facet, (keuzes.get(facet) ?? new Set()).add(waarde));
  }
  const sorteer = /** @type {Sortering} */ (vragen.get("sorteer") ?? "");
  const vanaf = vragen.get("vanaf") ?? "";
  return gewoon({
    q: (vragen.get("q") ?? "").slice(0, LANGSTE_TEKST),
    keuzes: Object.fromEntries([...keuzes].map(([facet, waarden]) => [facet, [...waarden]])),
    sorteer: SORTERINGEN.includes(sorteer) ? sorteer : "",
    vanaf: WAARDE.test(vanaf) ? vanaf : "",
    toon: leesToon(vragen.get("toon") ?? ""),
  });
}

/**
 * @param {Staat} staat
 * @returns {string} "" or a text that begins with a question mark
 */
export function schrijfStaat(staat) {
  const { q, keuzes, sorteer, vanaf, toon } = gewoon(staat);
  const vragen = new URLSearchParams();
  if (q.trim()) vragen.append("q", q.trim());
  for (const [facet, waarden] of Object.entries(keuzes)) for (const waarde of waarden) vragen.append(facet, waarde);
  if (sorteer) vragen.append("sorteer", sorteer);
  if (vanaf) vragen.append("vanaf", vanaf);
  if (toon > STAP) vragen.append("toon", String(toon));
  const tekst = vragen.toString().replaceAll("%2F", "/");
  return tekst && `?${tekst}`;
}

/** @param {string} q @returns {Sortering} the order in which nobody asked for another */
const gewoneVolgorde = (q) => (q.trim() ? "best" : "sluit");

/**
 * The order in which a list stands.
 * @param {Staat} staat
 * @returns {Sortering}
 */
export function volgorde({ q, sorteer }) {
  return sorteer && !(sorteer === "best" && !q.trim()) ? sorteer : gewoneVolgorde(q);
}

/**
 * Says what goes without saying no longer.
 * @param {Staat} staat
 * @returns {Staat}
 */
function gewoon(staat) {
  const nu = volgorde(staat);
  return { ...staat, sorteer: nu === gewoneVolgorde(staat.q) ? "" : nu, vanaf: nu === "dichtbij" ? staat.vanaf : "" };
}

/**
 * Leaves out what the data do not know.
 * @param {Staat} staat
 * @param {Map<string, Map<string, string>>} namen facet -> value -> name
 * @param {Set<string>} plaatsen organisations from which one can count
 * @returns {Staat}
 */
export function schoon(staat, namen, plaatsen) {
  const bekend = Object.entries(staat.keuzes)
    .map(([facet, waarden]) => /** @type {const} */ ([facet, waarden.filter((waarde) => namen.get(facet)?.has(waarde))]))
    .filter(([, waarden]) => waarden.length > 0);
  return { ...staat, keuzes: Object.fromEntries(bekend), vanaf: plaatsen.has(staat.vanaf) ? staat.vanaf : "" };
}

/**
 * @param {Keuzes} keuzes
 * @param {string} facet
 * @param {string} waarde
 * @param {boolean} aan
 * @returns {Keuzes} without facets in which nothing is chosen
 */
export function metKeuze(keuzes, facet, waarde, aan) {
  const rest = (keuzes[facet] ?? []).filter((een) => een !== waarde);
  const waarden = aan ? [...rest, waarde] : rest;
  const anders = Object.entries(keuzes).filter(([een]) => een !== facet);
  const hier = Object.entries(keuzes).findIndex(([een]) => een === facet);
  if (waarden.length) anders.splice(hier < 0 ? anders.length : hier, 0, [facet, waarden]);
  return Object.fromEntries(anders);
}

/** @param {Keuzes} keuzes how many values are chosen */
export const telKeuzes = (keuzes) => Object.values(keuzes).reduce((som, waarden) => som + waarden.length, 0);

/** @param {Staat} staat whether nothing is asked, whatever the order */
export const isLeeg = ({ q, keuzes }) => !q.trim() && telKeuzes(keuzes) === 0;
