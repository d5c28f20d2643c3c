/** Unpacks the search files: what follows from other columns is not in them and is looked up here, once. */

import { vouw } from "./vouw.js";

/** @typedef {import("./soorten.js").Vacatures} Vacatures */
/** @typedef {import("./soorten.js").Opdrachten} Opdrachten */
/** @typedef {import("./soorten.js").Woorden} Woorden */
/** @typedef {import("./soorten.js").Facet} Facet */
/**
 * A facet as it is written: with a column, or with `uit`, the columns or facets it follows from, and what each
 * combination of their numbers stands for.
 * @typedef {Omit<Facet, "kolom"> & {kolom?: number[], uit?: string[], per?: Record<string, number>}} RuwFacet
 */
/** @typedef {Omit<Vacatures, "facetten" | "naam"> & {facetten: RuwFacet[], kop: number[], rest: string[]}} RuweVacatures */
/** @typedef {Omit<Opdrachten, "facetten" | "woorden"> & {facetten: RuwFacet[]}} RuweOpdrachten */

/**
 * @param {RuweVacatures} ruw
 * @returns {Vacatures}
 */
export function pakVacaturesUit({ kop, rest, ...ruw }) {
  const naam = ruw.titel.map((titel, i) => (kop[i] ? vouw(titel).join("-").slice(0, kop[i]) : "") + rest[i]);
  return { ...ruw, naam, facetten: facettenUit(ruw.facetten, ruw) };
}

/**
 * @param {RuweOpdrachten} ruw
 * @param {Woorden} woorden
 * @param {number} vanaf place in `woorden` where the assignments begin
 * @returns {Opdrachten}
 */
export function pakOpdrachtenUit(ruw, woorden, vanaf) {
  const rijen = ruw.titel.map((_, i) => woordenVan(woorden, vanaf + i).join(" "));
  return { ...ruw, woorden: rijen, facetten: facettenUit(ruw.facetten, {}) };
}

/**
 * The words of one record.
 * @param {Woorden} woorden
 * @param {number} plek
 * @returns {string[]}
 */
function woordenVan({ woorden, rijen }, plek) {
  let nummer = 0;
  return (rijen[plek] ?? []).map((stap) => woorden[(nummer += stap)] ?? "");
}

/**
 * @param {RuwFacet[]} ruw
 * @param {Record<string, unknown>} kolommen
 * @returns {Facet[]}
 */
function facettenUit(ruw, kolommen) {
  /** @type {Map<string, number[]>} */
  const klaar = new Map();
  return ruw.map(({ uit, per, ...facet }) => {
    const bronnen = (uit ?? []).map((naam) => klaar.get(naam) ?? /** @type {number[]} */ (kolommen[naam]));
    const kolom = facet.kolom ?? volgt(bronnen, per ?? {});
    klaar.set(facet.id, kolom);
    return { ...facet, kolom };
  });
}

/**
 * @param {number[][]} bronnen
 * @param {Record<string, number>} per
 * @returns {number[]}
 */
function volgt([eerste = [], ...meer], per) {
  if (meer.length === 0) return eerste.map((getal) => per[getal] ?? 0);
  return eerste.map((getal, i) => per[[getal, ...meer.map((kolom) => kolom[i])].join(",")] ?? 0);
}
