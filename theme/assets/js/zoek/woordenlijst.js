/**
 * The words of the site and what leads to them: itself, its stem, the parts of a compound, its beginning, a typo.
 * SearchableMap (of MiniSearch) is the radix tree that knows beginnings and typos.
 */

import SearchableMap from "../vendor/searchable-map.js";
import { stam } from "./vouw.js";

/** How much a word counts that was not typed so. */
const STAM = 0.75;
const DEEL = 0.6;
const EIGEN_DEEL = 0.4;
const BEGIN = 0.5;
/** So many words a beginning may lead to: more says that hardly anything was typed yet. */
const MEEST = 400;
const MET_BETEKENIS = 0.3;
const KORTSTE_DEEL = 3;

export class Woordenlijst {
  /** @param {Record<string, string[]>} delen folded compound -> its folded parts */
  constructor(delen) {
    this.delen = new Map(Object.entries(delen));
    /** @type {Set<string>} words that ask for nothing: a compound does not lead to those among its parts */
    this.leeg = new Set();
    /** @type {string[]} */
    this.woorden = [];
    /** @type {Map<string, number>} the same as the tree, for whole words and much faster */
    this.nummers = new Map();
    /** @type {SearchableMap<number>} */
    this.boom = new SearchableMap();
    /** @type {Map<string, number[]>} */
    this.stammen = new Map();
    /** @type {Map<string, number[]>} */
    this.metDeel = new Map();
    /** Words of phrases with a meaning: a typo is one of these before any other. @type {Set<string>} */
    this.betekenend = new Set();
  }

  /**
   * The number of a word, which is added when it is new.
   * @param {string} woord folded
   * @returns {number}
   */
  nummer(woord) {
    const bekend = this.nummers.get(woord);
    if (bekend !== undefined) return bekend;
    const nummer = this.woorden.push(woord) - 1;
    this.boom.set(woord, nummer);
    this.nummers.set(woord, nummer);
    bij(this.stammen, stam(woord), nummer);
    for (const deel of new Set(this.delen.get(woord)?.map(stam))) bij(this.metDeel, deel, nummer);
    return nummer;
  }

  /**
   * @param {string} woord
   * @returns {boolean} whether something but a typo leads from it to a word
   */
  kent(woord) {
    const kort = stam(woord);
    if (this.nummers.has(woord) || this.stammen.has(kort) || this.metDeel.has(kort)) return true;
    return woord.length > 2 && !this.boom.atPrefix(woord).keys().next().done;
  }

  /**
   * The words that a typed word leads to, with how much each counts.
   * @param {string} woord
   * @param {boolean} [heel] whether it is known to be whole: "wo" is no beginning then
   * @returns {Map<number, number>}
   */
  zoek(woord, heel = false) {
    /** @type {Map<number, number>} */
    const gevonden = new Map();
    const zet = (/** @type {number} */ nummer, /** @type {number} */ telt) => {
      if ((gevonden.get(nummer) ?? 0) < telt) gevonden.set(nummer, telt);
    };
    const zelf = this.nummers.get(woord);
    if (zelf !== undefined) zet(zelf, 1);
    const kort = stam(woord);
    for (const nummer of this.stammen.get(kort) ?? []) zet(nummer, STAM);
    for (const nummer of this.metDeel.get(kort) ?? []) zet(nummer, DEEL);
    for (const deel of this.delen.get(woord) ?? []) {
      if (this.leeg.has(deel)) continue;
      for (const nummer of this.stammen.get(stam(deel)) ?? []) zet(nummer, EIGEN_DEEL);
    }
    if (woord.length > (heel ? KORTSTE_DEEL : 1)) {
      let over = MEEST;
      for (const [langer, nummer] of this.boom.atPrefix(woord)) {
        zet(nummer, BEGIN * (0.6 + (0.4 * woord.length) / langer.length));
        if (--over === 0) break;
      }
    }
    return gevonden;
  }

  /**
   * A compound that nobody wrote, as the two known words it is made of: "communicatiestage".
   * @param {string} woord
   * @param {(deel: string) => boolean} bekend
   * @returns {string[]} empty when there is no such cut
   */
  splits(woord, bekend) {
    for (let i = woord.length - KORTSTE_DEEL; i >= KORTSTE_DEEL; i--) {
      const [een, twee] = [woord.slice(0, i), woord.slice(i)];
      if (!bekend(twee)) continue;
      const eerste = [een, een.replace(/s$/, ""), een.replace(/en?$/, "")].find(bekend);
      if (eerste && eerste.length >= KORTSTE_DEEL) return [eerste, twee];
    }
    return [];
  }

  /**
   * The words that look like one that nobody wrote, nearest first; words with the same beginning win a tie.
   * @param {string} woord
   * @param {number} [meest] so many letters may differ
   * @returns {string[]}
   */
  verbeter(woord, meest = 2) {
    const verst = Math.min(meest, woord.length > 6 ? 2 : woord.length > 3 ? 1 : 0);
    if (verst === 0 || /^\d+$/.test(woord)) return [];
    const lijken = this.#lijken(woord, verst);
    const omgedraaid = [...woord.slice(1)].map((teken, i) => woord.slice(0, i) + teken + woord[i] + woord.slice(i + 2));
    for (const anders of omgedraaid) if (this.nummers.has(anders)) lijken.push([anders, 0.9]);
    if (lijken.length === 0 && verst > 1) lijken.push(...omgedraaid.flatMap((anders) => this.#lijken(anders, 1)));
    return lijken
      .map(([lijkt, afstand]) => ({ lijkt, rang: afstand - gelijkBegin(woord, lijkt) / 20 - (this.betekenend.has(lijkt) ? MET_BETEKENIS : 0) }))
      .sort((a, b) => a.rang - b.rang || a.lijkt.length - b.lijkt.length || (a.lijkt < b.lijkt ? -1 : 1))
      .map(({ lijkt }) => lijkt);
  }

  /**
   * @param {string} woord
   * @param {number} verst
   * @returns {[woord: string, afstand: number][]}
   */
  #lijken(woord, verst) {
    return [...this.boom.fuzzyGet(woord, verst)].map(([lijkt, [, afstand]]) => [lijkt, afstand]);
  }
}

/**
 * @param {Map<string, number[]>} lijst
 * @param {string} sleutel
 * @param {number} nummer
 */
function bij(lijst, sleutel, nummer) {
  const rij = lijst.get(sleutel);
  if (rij) rij.push(nummer);
  else lijst.set(sleutel, [nummer]);
}

/**
 * @param {string} a
 * @param {string} b
 */
function gelijkBegin(a, b) {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return i;
}

/** For every word the records in which it stands, with the weight of the best place. */
export class Plaatsen {
  constructor() {
    /** @type {number[]} */
    this.woord = [];
    /** @type {number[]} */
    this.plek = [];
    /** @type {number[]} */
    this.weegt = [];
    /** @type {Int32Array | null} */
    this.begin = null;
    this.waar = new Int32Array(0);
    this.telt = new Float32Array(0);
  }

  /**
   * @param {number} woord number of the word
   * @param {number} plek place of the record
   * @param {number} weegt
   */
  voegToe(woord, plek, weegt) {
    this.woord.push(woord);
    this.plek.push(plek);
    this.weegt.push(weegt);
    this.begin = null;
  }

  /** Sorts what was added by word; called once before the first question. */
  sluit() {
    const meeste = this.woord.reduce((hoog, woord) => Math.max(hoog, woord), -1) + 1;
    const begin = new Int32Array(meeste + 1);
    for (const woord of this.woord) begin[woord + 1] = (begin[woord + 1] ?? 0) + 1;
    for (let woord = 0; woord < meeste; woord++) begin[woord + 1] = (begin[woord + 1] ?? 0) + (begin[woord] ?? 0);
    const volgende = begin.slice();
    this.waar = new Int32Array(this.plek.length);
    this.telt = new Float32Array(this.plek.length);
    for (let i = 0; i < this.woord.length; i++) {
      const woord = this.woord[i] ?? 0;
      const hier = volgende[woord] ?? 0;
      volgende[woord] = hier + 1;
      this.waar[hier] = this.plek[i] ?? 0;
      this.telt[hier] = this.weegt[i] ?? 0;
    }
    this.begin = begin;
    return begin;
  }

  /**
   * Raises the score of every record in which a word stands.
   * @param {number} woord
   * @param {number} maal
   * @param {Float32Array} punten
   */
  tel(woord, maal, punten) {
    const begin = this.begin ?? this.sluit();
    const tot = begin[woord + 1] ?? 0;
    for (let i = begin[woord] ?? tot; i < tot; i++) {
      const plek = this.waar[i] ?? 0;
      const waarde = (this.telt[i] ?? 0) * maal;
      if (waarde > (punten[plek] ?? 0)) punten[plek] = waarde;
    }
  }
}
