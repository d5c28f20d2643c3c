/** One collection to search: its words, its facets, and how well every record answers to what was understood. */

import { Plaatsen, TIKFOUT } from "./woordenlijst.js";
import { stam, vouwRuim } from "./vouw.js";

/** @typedef {import("./soorten.js").Facet} Facet */
/** @typedef {import("./vraag.js").Eis} Eis */
/** @typedef {import("./woordenlijst.js").Woordenlijst} Woordenlijst */

/** How much a word counts by the place where it stands; a meaning counts with `doel`. */
export const WEEGT = { titel: 10, wie: 6, doel: 5, verder: 2.5 };
/** What every further meaning of the same words adds. */
const NOG_EEN_DOEL = 0.6;

/**
 * What the records answered: `past` 1 for those that met every requirement, in `punten` how well.
 * @typedef {{past: Uint8Array, punten: Float32Array, aantal: number}} Gevonden
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
    this.facetten = facetten;
    this.plaatsen = [new Plaatsen()];
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
    for (const woord of vouwRuim(tekst)) this.plaatsen[0]?.voegToe(this.lijst.nummer(woord), plek, weegt);
  }

  /**
   * Adds words that came later, as an index of their own.
   * @param {(plek: number) => string[]} woordenVan
   * @param {number} weegt
   */
  leerVerder(woordenVan, weegt) {
    const erbij = new Plaatsen();
    for (let plek = 0; plek < this.aantal; plek++) {
      for (const woord of woordenVan(plek)) erbij.voegToe(this.lijst.nummer(woord), plek, weegt);
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
    if (eisen.length === 0) return { past, punten, aantal: this.aantal };
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
    const meest = gehaald.reduce((hoog, getal) => Math.max(hoog, getal), 0);
    // With one requirement missed, a record may still be what was meant; with more it is a guess.
    const nodig = Math.max(1, meest === eisen.length ? meest : Math.max(meest, eisen.length - 1));
    let aantal = 0;
    for (let plek = 0; plek < this.aantal; plek++) {
      if ((gehaald[plek] ?? 0) >= nodig) {
        past[plek] = 1;
        aantal++;
      }
    }
    return { past, punten, aantal };
  }

  /**
   * @param {Eis} eis
   * @returns {Float32Array}
   */
  #een(eis) {
    const uit = new Float32Array(this.aantal);
    if (eis.getal && this.getal) {
      for (let plek = 0; plek < this.aantal; plek++) uit[plek] = this.getal(eis.getal.soort, eis.getal.aantal, plek) * WEEGT.doel;
      return uit;
    }
    this.#woorden(eis, uit);
    const doelen = eis.doelen.filter((doel) => this.doelen.has(doel));
    for (const doel of eis.doelen) if (doel.startsWith("=")) this.#anderWoord(doel.slice(1), uit);
    if (doelen.length) this.#betekenis(doelen, uit, eis.verbeterd ? TIKFOUT : 1);
    return uit;
  }

  /**
   * Records that hold every word of a requirement.
   * @param {Eis} eis
   * @param {Float32Array} uit
   */
  #woorden({ woorden, verbeterd }, uit) {
    /** @type {Float32Array | null} */
    let samen = null;
    for (const woord of woorden) {
      const deze = new Float32Array(this.aantal);
      for (const [nummer, maal] of this.lijst.zoek(woord)) {
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
   * @param {number} maal
   */
  #betekenis(doelen, uit, maal) {
    const telt = new Float32Array(this.aantal);
    for (const naam of doelen) {
      const doel = this.doelen.get(naam);
      if (!doel) continue;
      const { facet, waarde } = doel;
      const raak = facet.rijtjes.map((rij) => rij.includes(waarde));
      for (let plek = 0; plek < this.aantal; plek++) if (raak[facet.kolom[plek] ?? -1]) telt[plek] = (telt[plek] ?? 0) + 1;
    }
    for (let plek = 0; plek < this.aantal; plek++) {
      const keer = telt[plek] ?? 0;
      if (keer) uit[plek] = (uit[plek] ?? 0) * 0.5 + (WEEGT.doel + Math.min(3, keer - 1) * NOG_EEN_DOEL) * (maal < 1 ? 0.9 : 1);
    }
  }
}

/**
 * The phrases with their targets; a phrase of one word also by its stem, behind a tilde.
 * @param {[frase: string, doelen: string[]][]} begrippen
 * @param {Woordenlijst} lijst learns the words of the phrases
 * @returns {Map<string, string[]>}
 */
export function maakBegrippen(begrippen, lijst) {
  /** @type {Map<string, string[]>} */
  const uit = new Map(begrippen);
  for (const [frase, doelen] of begrippen) {
    const woorden = frase.split(" ");
    for (const woord of woorden) lijst.nummer(woord);
    const kort = `~${stam(frase)}`;
    if (woorden.length === 1 && !uit.has(kort)) uit.set(kort, doelen);
  }
  return uit;
}
