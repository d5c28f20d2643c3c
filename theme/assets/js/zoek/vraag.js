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
/** @type {Record<string, ["weken" | "uren", number]>} */
const EENHEDEN = { week: ["weken", 1], weken: ["weken", 1], wkn: ["weken", 1], uur: ["uren", 1], uren: ["uren", 1], dagen: ["weken", 0.2], maanden: ["weken", 4.33], maand: ["weken", 4.33] };
const VULWOORDEN = new Set("de het een en of in bij van voor met te op aan als naar per om uit ik wil zoek zoeken mijn leuke".split(" "));

/**
 * @param {string} getypt anything
 * @param {Map<string, string[]>} begrippen phrase -> targets
 * @param {Woordenlijst} lijst
 * @returns {Begrepen}
 */
export function begrijp(getypt, begrippen, lijst) {
  const stukken = vouw(getypt.slice(0, LANGSTE_VRAAG)).slice(0, MEESTE_WOORDEN);
  const samen = aaneen(stukken, begrippen, lijst);
  const goed = samen.map((woord) => (bekend(woord, begrippen, lijst) ? woord : (lijst.verbeter(woord)[0] ?? woord)));
  /** @type {Begrepen} */
  const uit = { eisen: [], woorden: [...vouwRuim(getypt.slice(0, LANGSTE_VRAAG))], verbeterd: "", wenk: "" };
  if (goed.some((woord, i) => woord !== samen[i])) {
    uit.verbeterd = goed.join(" ");
    uit.woorden.push(...goed);
  }
  for (let i = 0; i < goed.length; ) i += neem(goed, samen, i, begrippen, uit);
  if (uit.eisen.length === 0 && goed.length > 0 && goed.every((woord) => VULWOORDEN.has(woord))) {
    uit.eisen.push({ woorden: goed, doelen: [], getal: null, verbeterd: false });
  }
  return uit;
}

/**
 * Takes one requirement from the words at `i` and tells how many words it took.
 * @param {string[]} woorden corrected
 * @param {string[]} getypt as typed, in the same places
 * @param {number} i
 * @param {Map<string, string[]>} begrippen
 * @param {Begrepen} uit
 * @returns {number}
 */
function neem(woorden, getypt, i, begrippen, uit) {
  const woord = woorden[i] ?? "";
  const eenheid = EENHEDEN[woorden[i + 1] ?? ""];
  if (eenheid && /^\d{1,3}$/.test(woord)) {
    const [soort, maal] = eenheid;
    uit.eisen.push({ woorden: [], doelen: [], getal: { soort, aantal: Math.round(Number(woord) * maal) }, verbeterd: false });
    return 2;
  }
  for (let lang = Math.min(LANGSTE_FRASE, woorden.length - i); lang > 0; lang--) {
    const stuk = woorden.slice(i, i + lang);
    const doelen = begrippen.get(stuk.join(" ")) ?? (lang === 1 ? begrippen.get(`~${stam(woord)}`) : undefined);
    if (!doelen) continue;
    eisVan(stuk, doelen, stuk.some((een, plek) => een !== getypt[i + plek]), uit);
    return lang;
  }
  if (!VULWOORDEN.has(woord)) {
    uit.eisen.push({ woorden: [woord], doelen: [], getal: null, verbeterd: woord !== getypt[i] });
  }
  return 1;
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
  uit.eisen.push({ woorden: stuk, doelen: doelen.filter((doel) => !doel.startsWith("!")), getal: null, verbeterd });
}

/**
 * Two words that are one ("hand having", "data analist") are joined, when only the joined one is known.
 * @param {string[]} stukken
 * @param {Map<string, string[]>} begrippen
 * @param {Woordenlijst} lijst
 * @returns {string[]}
 */
function aaneen(stukken, begrippen, lijst) {
  /** @type {string[]} */
  const uit = [];
  for (let i = 0; i < stukken.length; i++) {
    const [een = "", twee = ""] = [stukken[i], stukken[i + 1]];
    const samen = een + twee;
    const los = twee && /\D/.test(samen) && (!staat(een, begrippen, lijst) || !staat(twee, begrippen, lijst));
    if (los && !begrippen.has(`${een} ${twee}`) && staat(samen, begrippen, lijst)) {
      uit.push(samen);
      i++;
    } else {
      uit.push(een);
    }
  }
  return uit;
}

/**
 * @param {string} woord
 * @param {Map<string, string[]>} begrippen
 * @param {Woordenlijst} lijst
 */
const staat = (woord, begrippen, lijst) => begrippen.has(woord) || lijst.boom.has(woord);

/**
 * @param {string} woord
 * @param {Map<string, string[]>} begrippen
 * @param {Woordenlijst} lijst
 */
const bekend = (woord, begrippen, lijst) => VULWOORDEN.has(woord) || begrippen.has(woord) || lijst.kent(woord);
