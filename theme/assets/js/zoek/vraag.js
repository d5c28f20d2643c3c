/** What was typed, understood: phrases with a meaning, numbers with a unit, words, and typos put right. */

import { vouw, vouwRuim, stam } from "./vouw.js";

/** @typedef {import("./woordenlijst.js").Woordenlijst} Woordenlijst */
/**
 * One thing that a record must answer to, in one of several ways.
 * @typedef {object} Eis
 * @property {string[]} woorden all of them together are one way
 * @property {string[]} doelen each of them is one way: "facet:value"
 * @property {{soort: "weken" | "uren", aantal: number} | null} getal
 * @property {boolean} verbeterd whether a typo was put right
 */
/**
 * @typedef {object} Begrepen
 * @property {Eis[]} eisen
 * @property {string[]} woorden everything that may be marked in a title
 * @property {string} verbeterd the corrected words, "" when there was nothing to correct
 * @property {string} wenk id of a hint, "" when there is none
 */

const LANGSTE_VRAAG = 200;
const MEESTE_WOORDEN = 12;
const LANGSTE_FRASE = 5;
const MINSTE_DAGEN = 20;
const UREN_PER_DAG = 8;
/** @type {Map<string, ["weken" | "uren", number]>} */
const EENHEDEN = new Map([
  ["week", ["weken", 1]],
  ["weken", ["weken", 1]],
  ["uur", ["uren", 1]],
  ["uren", ["uren", 1]],
  ["dagen", ["weken", 0.2]],
  ["maand", ["weken", 4.33]],
  ["maanden", ["weken", 4.33]],
]);

/** What the words of the site mean, and the words that ask for nothing. */
export class Betekenis {
  /**
   * @param {import("./soorten.js").Taal} taal
   * @param {Woordenlijst} lijst learns the words of the phrases
   */
  constructor({ begrippen, vulling }, lijst) {
    this.lijst = lijst;
    this.vulling = new Set(vulling);
    /** @type {Map<string, string[]>} phrase -> targets; also by its stems, behind a tilde */
    this.begrippen = new Map(begrippen);
    for (const [frase, doelen] of begrippen) {
      const woorden = frase.split(" ");
      if (doelen.includes("*")) lijst.leeg.add(frase);
      for (const woord of woorden) {
        lijst.nummer(woord);
        lijst.betekenend.add(woord);
      }
      const kort = stammen(woorden);
      if (!this.begrippen.has(kort)) this.begrippen.set(kort, doelen);
    }
  }

  /** @param {string[]} woorden */
  van(woorden) {
    const precies = this.begrippen.get(woorden.join(" "));
    if (precies || woorden.every((woord) => this.vulling.has(woord))) return precies;
    return this.begrippen.get(stammen(woorden));
  }

  /** @param {string} woord @returns {boolean} whether it stands somewhere as it is */
  staat(woord) {
    return this.vulling.has(woord) || this.begrippen.has(woord) || this.lijst.nummers.has(woord);
  }

  /** @param {string} woord @returns {boolean} whether something but a typo leads somewhere */
  kent(woord) {
    return this.staat(woord) || this.lijst.kent(woord);
  }
}

/** @param {string[]} woorden */
const stammen = (woorden) => `~${woorden.map(stam).join(" ")}`;

/**
 * @param {string} getypt anything
 * @param {Betekenis} betekenis
 * @returns {Begrepen}
 */
export function begrijp(getypt, betekenis) {
  const kort = getypt.slice(0, LANGSTE_VRAAG);
  const getypte = aaneen(vouw(kort).slice(0, MEESTE_WOORDEN), betekenis).flatMap((woord) => uiteen(woord, betekenis));
  const goed = getypte.map((woord, i) => (betekenis.kent(woord) ? woord : (hersteld(woord, getypte[i + 1], betekenis) ?? woord)));
  /** @type {Begrepen} */
  const uit = { eisen: [], woorden: vouwRuim(kort), verbeterd: "", wenk: "" };
  if (goed.some((woord, i) => woord !== getypte[i])) {
    uit.verbeterd = goed.join(" ");
    uit.woorden.push(...goed);
  }
  uit.woorden = uit.woorden.filter((woord) => !betekenis.vulling.has(woord));
  for (let i = 0; i < goed.length; ) i += neem(goed, getypte, i, betekenis, uit);
  return uit;
}

/**
 * What a typo was meant to be: what makes a phrase with the next word, else what looks most like it.
 * @param {string} woord
 * @param {string | undefined} volgende
 * @param {Betekenis} betekenis
 */
function hersteld(woord, volgende, betekenis) {
  const lijken = betekenis.lijst.verbeter(woord);
  return lijken.find((een) => volgende && betekenis.van([een, volgende])) ?? lijken[0];
}

/**
 * Takes one requirement from the words at `i` and tells how many words it took.
 * @param {string[]} woorden corrected
 * @param {string[]} getypt as typed, in the same places
 * @param {number} i
 * @param {Betekenis} betekenis
 * @param {Begrepen} uit
 * @returns {number}
 */
function neem(woorden, getypt, i, betekenis, uit) {
  const woord = woorden[i] ?? "";
  const getal = /^\d{1,3}$/.test(woord) && EENHEDEN.has(woorden[i + 1] ?? "");
  if (getal) {
    const maat = maatVan(Number(woord), woorden[i + 1] ?? "", woorden.slice(i + 2, i + 5).includes("week"));
    if (maat) uit.eisen.push({ woorden: [], doelen: [], getal: maat, verbeterd: false });
    return 2;
  }
  for (let lang = Math.min(LANGSTE_FRASE, woorden.length - i); lang > 0; lang--) {
    const stuk = woorden.slice(i, i + lang);
    const doelen = betekenis.van(stuk);
    if (!doelen) continue;
    eisVan(stuk, doelen, stuk.some((een, plek) => een !== getypt[i + plek]), uit);
    return lang;
  }
  if (!betekenis.vulling.has(woord)) uit.eisen.push({ woorden: [woord], doelen: [], getal: null, verbeterd: woord !== getypt[i] });
  return 1;
}

/**
 * A number with its unit as weeks or hours a week; a few days say nothing unless they are days a week.
 * @param {number} aantal
 * @param {string} eenheid
 * @param {boolean} perWeek
 * @returns {Eis["getal"]}
 */
function maatVan(aantal, eenheid, perWeek) {
  const [soort, maal = 0] = EENHEDEN.get(eenheid) ?? [];
  if (!soort) return null;
  if (maal >= 1 || aantal >= MINSTE_DAGEN) return { soort, aantal: Math.round(aantal * maal) };
  return perWeek ? { soort: "uren", aantal: aantal * UREN_PER_DAG } : null;
}

/**
 * @param {string[]} stuk
 * @param {string[]} doelen
 * @param {boolean} verbeterd
 * @param {Begrepen} uit
 */
function eisVan(stuk, doelen, verbeterd, uit) {
  const wenk = doelen.find((doel) => doel.startsWith("!"));
  if (wenk) uit.wenk ||= wenk.slice(1);
  if (doelen.includes("*")) return;
  const [, aantal, eenheid = ""] = doelen.map((doel) => /^=(\d+) (\w+)$/.exec(doel)).find(Boolean) ?? [];
  const getal = aantal ? maatVan(Number(aantal), eenheid, false) : null;
  uit.eisen.push({ woorden: stuk, doelen: doelen.filter((doel) => !doel.startsWith("!")), getal, verbeterd });
}

/**
 * Two words that are one ("hand having", "data analist") are joined, when only the joined one is known.
 * @param {string[]} stukken
 * @param {Betekenis} betekenis
 * @returns {string[]}
 */
function aaneen(stukken, betekenis) {
  /** @type {string[]} */
  const uit = [];
  for (let i = 0; i < stukken.length; i++) {
    const [een = "", twee = ""] = [stukken[i], stukken[i + 1]];
    const samen = een + twee;
    const los = twee && /\D/.test(samen) && !(betekenis.staat(een) && betekenis.staat(twee));
    if (los && !betekenis.van([een, twee]) && betekenis.staat(samen)) {
      uit.push(samen);
      i++;
    } else {
      uit.push(een);
    }
  }
  return uit;
}

/**
 * A compound that stands nowhere, as the words it is made of; one letter beside a known word it is a typo.
 * @param {string} woord
 * @param {Betekenis} betekenis
 * @returns {string[]}
 */
function uiteen(woord, betekenis) {
  if (betekenis.kent(woord) || betekenis.lijst.verbeter(woord, 1).length) return [woord];
  const delen = betekenis.lijst.splits(woord, (deel) => deel.length > 2 && !betekenis.vulling.has(deel) && (betekenis.staat(deel) || betekenis.lijst.stammen.has(stam(deel))));
  return delen.length ? delen : [woord];
}
