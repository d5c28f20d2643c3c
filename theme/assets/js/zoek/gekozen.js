/** Facets with what was chosen in them: counted with names, and the ways back when nothing is left. */

import { telFacetten } from "./tellen.js";

/** @typedef {import("./soorten.js").Facet} Facet */
/** @typedef {import("./soorten.js").Uitweg} Uitweg */
/** @typedef {Facet & {gekozen: Set<number>}} Gekozen */
/** @typedef {(plek: number) => boolean} Doet whether a record takes part */

const MEESTE_UITWEGEN = 6;

/**
 * @param {Facet} facet
 * @param {string[] | undefined} ids what nobody knows is left out
 * @returns {Gekozen}
 */
export function metKeuze(facet, ids) {
  const plekken = (ids ?? []).map((id) => facet.waarden.findIndex(([waarde]) => waarde === id)).filter((plek) => plek >= 0);
  return { ...facet, gekozen: new Set(plekken) };
}

/**
 * @param {number} aantal records
 * @param {Doet} doet
 * @param {Gekozen[]} facetten
 */
export const tel = (aantal, doet, facetten) =>
  telFacetten(aantal, doet, facetten.map(({ kolom, rijtjes, waarden, gekozen }) => ({ kolom, rijtjes, waarden: waarden.length, gekozen })));

/**
 * The counts by the names of their values.
 * @param {Gekozen[]} facetten
 * @param {Int32Array[]} tellingen
 * @returns {Record<string, Record<string, number>>}
 */
export function benoem(facetten, tellingen) {
  return Object.fromEntries(
    facetten.map(({ id, waarden }, f) => [id, Object.fromEntries(waarden.map(([waarde], i) => [waarde, tellingen[f]?.[i] ?? 0]))]),
  );
}

/**
 * What would come back without one value, without the text, or without everything; most first.
 * @param {number} aantal records
 * @param {Doet} doet
 * @param {Uint8Array} past what answers to the text
 * @param {Gekozen[]} facetten
 * @param {string} q
 * @returns {Uitweg[]}
 */
export function uitwegen(aantal, doet, past, facetten, q) {
  const hoeveel = (/** @type {Gekozen[]} */ keuze, /** @type {boolean} */ metTekst) =>
    tel(aantal, (plek) => doet(plek) && (!metTekst || past[plek] === 1), keuze).over.length;
  /** @type {Uitweg[]} */
  const uit = [];
  for (const facet of facetten) {
    for (const waarde of facet.gekozen) {
      const zonder = facetten.map((een) => (een === facet ? { ...een, gekozen: new Set([...een.gekozen].filter((w) => w !== waarde)) } : een));
      const [id = "", naam = ""] = facet.waarden[waarde] ?? [];
      uit.push({ facet: facet.id, waarde: id, naam, aantal: hoeveel(zonder, true) });
    }
  }
  if (q.trim()) uit.push({ facet: "q", waarde: "", naam: q.trim().slice(0, 60), aantal: hoeveel(facetten, false) });
  const beste = uit.filter((weg) => weg.aantal > 0).sort((a, b) => b.aantal - a.aantal).slice(0, MEESTE_UITWEGEN - 1);
  const alles = hoeveel([], false);
  return alles > 0 ? [...beste, { facet: "*", waarde: "", naam: "alles", aantal: alles }] : beste;
}
