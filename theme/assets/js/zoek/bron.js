/** One collection to search: its words, its facets, and how well every record answers to what was understood. */

import { Plaatsen } from "./woordenlijst.js";
import { vouwRuim } from "./vouw.js";

/** @typedef {import("./soorten.js").Facet} Facet */
/** @typedef {import("./vraag.js").Eis} Eis */
/** @typedef {import("./woordenlijst.js").Woordenlijst} Woordenlijst */

/** How much a word counts by the place where it stands, and a number with a unit. */
export const WEEGT = { titel: 10, wie: 6, verder: 2.5, getal: 5 };
/**
 * How much a meaning counts, by its facet: what can be ticked in a closed list is surely meant; a programme that
 * fits is a guess.
 * @type {Record<string, number>}
 */
const WEEGT_DOEL = { niveau: 12, soort: 12, organisatie: 12, vakgebied: 6, genoemd: 3.5, opleiding: 3 };
const WEEGT_ANDER_DOEL = 5;
/** What the lesser of word and meaning adds to the greater. */
const SAMEN = 0.35;
const NOG_EEN_DOEL = 0.4;
/** With fewer answers than this a longer question takes those that meet less of it too. */
const TE_WEINIG = 5;

/**
 * What the records answered: `past` 1 for those that met every requirement, in `punten` how well.
 * @typedef {{past: Uint8Array, punten: Float32Array}} Gevonden
 */

export class Bron {
  /**
   * @param {number} aantal records
   * @param {Woordenlijst} lijst
   * @param {Facet[]} facetten
   */
  constructor(aantal, lijst, facetten) {
    this.aantal = aantal;
    this.lijst = lijst;
    this.plaatsen = [new Plaatsen()];
    /** @type {Map<string, number[]>} the words of texts that were learnt: many records share one */
    this.gelezen = new Map();
    /** @type {Map<string, {facet: Facet, waarde: number}>} */
    this.doelen = new Map();
    for (const facet of facetten) {
      for (const [waarde, [id]] of facet.waarden.entries()) this.doelen.set(`${facet.id}:${id}`, { facet, waarde });
    }
    /** @type {((soort: "weken" | "uren", aantal: number, plek: number) => number) | null} */
    this.getal = null;
  }

  /**
   * @param {number} plek
   * @param {string} tekst
   * @param {number} weegt
   */
  leer(plek, tekst, weegt) {
    let nummers = this.gelezen.get(tekst);
    if (!nummers) this.gelezen.set(tekst, (nummers = vouwRuim(tekst).map((woord) => this.lijst.nummer(woord))));
    for (const nummer of nummers) this.plaatsen[0]?.voegToe(nummer, plek, weegt);
  }

  /**
   * Adds words that came later, as an index of their own. Every word is looked up once, however many records hold it.
   * @param {import("./soorten.js").Woorden} woorden
   * @param {number} weegt
   */
  leerVerder({ woorden, rijen }, weegt) {
    const erbij = new Plaatsen();
    /** @type {number[]} */
    const nummers = [];
    for (let plek = 0; plek < this.aantal; plek++) {
      let hier = 0;
      for (const stap of rijen[plek] ?? []) {
        hier += stap;
        const nummer = (nummers[hier] ??= this.lijst.nummer(woorden[hier] ?? ""));
        erbij.voegToe(nummer, plek, weegt);
      }
    }
    erbij.sluit();
    this.plaatsen = [...this.plaatsen.slice(0, 1), erbij];
  }

  /**
   * @param {Eis[]} eisen
   * @returns {Gevonden} all records when there is nothing to answer to; those with most when none meets all
   */
  zoek(eisen) {
    const past = new Uint8Array(this.aantal).fill(eisen.length ? 0 : 1);
    const punten = new Float32Array(this.aantal);
    if (eisen.length === 0) return { past, punten };
    const gehaald = new Uint8Array(this.aantal);
    for (const eis of eisen) {
      const deze = this.#een(eis);
      for (let plek = 0; plek < this.aantal; plek++) {
        const waarde = deze[plek] ?? 0;
        if (waarde === 0) continue;
        punten[plek] = (punten[plek] ?? 0) + waarde;
        gehaald[plek] = (gehaald[plek] ?? 0) + 1;
      }
    }
    const nodig = genoeg(gehaald, eisen.length);
    // Who meets more stands higher, however well the others meet less.
    for (let plek = 0; plek < this.aantal; plek++) punten[plek] = (punten[plek] ?? 0) + 100 * (gehaald[plek] ?? 0);
    for (let plek = 0; plek < this.aantal; plek++) past[plek] = Number((gehaald[plek] ?? 0) >= nodig);
    return { past, punten };
  }

  /**
   * @param {Eis} eis
   * @returns {Float32Array}
   */
  #een(eis) {
    const uit = new Float32Array(this.aantal);
    if (eis.getal && this.getal) {
      for (let plek = 0; plek < this.aantal; plek++) uit[plek] = this.getal(eis.getal.soort, eis.getal.aantal, plek) * WEEGT.getal;
      return uit;
    }
    this.#woorden(eis, uit);
    const doelen = eis.doelen.filter((doel) => this.doelen.has(doel));
    for (const doel of eis.doelen) if (doel.startsWith("=")) this.#anderWoord(doel.slice(1), uit);
    if (doelen.length) this.#betekenis(doelen, uit);
    return uit;
  }

  /**
   * Records that hold every word of a requirement.
   * @param {Eis} eis
   * @param {Float32Array} uit
   */
  #woorden({ woorden, doelen, verbeterd }, uit) {
    const heel = doelen.some((doel) => this.doelen.has(doel));
    /** @type {Float32Array | null} */
    let samen = null;
    for (const woord of woorden) {
      const deze = new Float32Array(this.aantal);
      for (const [nummer, maal] of this.lijst.zoek(woord, heel)) {
        for (const plaatsen of this.plaatsen) plaatsen.tel(nummer, maal, deze);
      }
      samen = samen ? samen.map((waarde, plek) => Math.min(waarde, deze[plek] ?? 0)) : deze;
    }
    samen?.forEach((waarde, plek) => (uit[plek] = waarde * (verbeterd ? 0.9 : 1)));
  }

  /**
   * @param {string} frase
   * @param {Float32Array} uit
   */
  #anderWoord(frase, uit) {
    const deze = new Float32Array(this.aantal);
    this.#woorden({ woorden: frase.split(" "), doelen: [], getal: null, verbeterd: false }, deze);
    deze.forEach((waarde, plek) => (uit[plek] = Math.max(uit[plek] ?? 0, waarde * 0.9)));
  }

  /**
   * Records that are what the words mean: each meaning counts for every row of values once.
   * @param {string[]} doelen
   * @param {Float32Array} uit
   */
  #betekenis(doelen, uit) {
    const hoogste = new Float32Array(this.aantal);
    const keer = new Uint8Array(this.aantal);
    for (const naam of doelen) {
      const doel = this.doelen.get(naam);
      if (!doel) continue;
      const { facet, waarde } = doel;
      const weegt = WEEGT_DOEL[facet.id] ?? WEEGT_ANDER_DOEL;
      const raak = facet.rijtjes.map((rij) => rij.includes(waarde));
      for (let plek = 0; plek < this.aantal; plek++) {
        if (!raak[facet.kolom[plek] ?? -1]) continue;
        keer[plek] = (keer[plek] ?? 0) + 1;
        if (weegt > (hoogste[plek] ?? 0)) hoogste[plek] = weegt;
      }
    }
    for (let plek = 0; plek < this.aantal; plek++) {
      const betekent = (hoogste[plek] ?? 0) + Math.min(3, Math.max(0, (keer[plek] ?? 0) - 1)) * NOG_EEN_DOEL;
      const staat = uit[plek] ?? 0;
      if (betekent) uit[plek] = Math.max(staat, betekent) + SAMEN * Math.min(staat, betekent);
    }
  }
}

/**
 * How many requirements a record must meet: all; of a question of three or more as many as it takes to have some
 * answers, and at least half; of two both, when anything meets both.
 * @param {Uint8Array} gehaald
 * @param {number} eisen
 * @returns {number}
 */
function genoeg(gehaald, eisen) {
  const meest = gehaald.reduce((hoog, getal) => Math.max(hoog, getal), 0);
  const minst = Math.ceil(eisen / 2);
  if (meest < minst) return eisen;
  if (meest === 2 && eisen === 2) return 2;
  const met = (/** @type {number} */ nodig) => gehaald.reduce((som, getal) => som + Number(getal >= nodig), 0);
  let nodig = meest;
  while (nodig > minst && met(nodig) < TE_WEINIG) nodig--;
  return nodig;
}
