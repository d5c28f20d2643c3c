/**
 * The saved vacancies as a list: read from an address or a file, joined with another, brought up to date. Touches no
 * page and no storage.
 */

import { MEEST, laatsteDag, leesLijst } from "./bewaarvorm.js";
import { dagVan, datum, datumVol, vandaag } from "./dagen.js";
import { isVoorbij } from "./sluiten.js";

/** @typedef {import("./bewaarvorm.js").Bewaard} Bewaard */
/** @typedef {import("./bewaarvorm.js").Stap} Stap */
/** @typedef {import("./zoek/soorten.js").Item} Item */
/** @typedef {Map<string, Item | null>} Gegevens what is known today, by the id that was asked; null: in no list any more */

/** So many fit in a link. */
export const MEEST_DELEN = 30;
/** In characters. */
export const GROOTSTE_BESTAND = 1024 * 1024;

/**
 * The ids in an address, with what is none left out.
 * @param {string | null} tekst "breda/x,tilburg/y"
 * @param {number} meest
 * @returns {string[]}
 */
export function leesSleutels(tekst, meest) {
  const ruw = (tekst ?? "").split(",").map((deel) => ({ sleutel: deel.trim() }));
  return leesLijst(ruw).slice(0, meest).map(({ sleutel }) => sleutel);
}

/**
 * @param {string} basis address of the page
 * @param {string[]} sleutels
 * @returns {string}
 */
export const deelAdres = (basis, sleutels) => `${basis}?lijst=${sleutels.slice(0, MEEST_DELEN).join(",")}`;

/**
 * How a saved vacancy stands today.
 * @param {Bewaard} een
 * @param {Item | null | undefined} item undefined when nothing is known of today
 * @param {Date} nu
 * @returns {{badge: string, zin: string}} no badge when it is open
 */
export function stand(een, item, nu) {
  const dag = dagVan(item ? laatsteDag(item.sluit) : een.sluit);
  if (item ? isVoorbij(item.sluit, nu) : dag < vandaag(nu)) {
    return { badge: "Gesloten", zin: `Gesloten sinds je hem bewaarde. Je kon reageren tot en met ${datumVol(dag)}.` };
  }
  if (item === null) return { badge: "Niet meer open", zin: "Deze stage staat niet meer open." };
  return { badge: "", zin: item ? item.moment : dag ? `Sluit ${datum(dag)}` : "" };
}

/** @param {Stap[]} dagboek */
export const opVolgorde = (dagboek) => [...dagboek].sort((a, b) => a.op.localeCompare(b.op));

/** @param {Stap} een @param {Stap} ander */
export const zelfdeStap = (een, ander) => een.op === ander.op && een.wat === ander.wat;

/**
 * Two lists as one: what both have stands once, with both notes and both diaries.
 * @param {Bewaard[]} eigen
 * @param {Bewaard[]} erbij
 * @returns {Bewaard[]}
 */
export function samen(eigen, erbij) {
  /** @type {Map<string, Bewaard>} */
  const lijst = new Map();
  for (const een of [...eigen, ...erbij]) {
    const was = lijst.get(een.sleutel) ?? een;
    const notitie = was.notitie.includes(een.notitie) ? was.notitie : `${was.notitie}\n${een.notitie}`.trim();
    const nieuw = een.dagboek.filter((stap) => !was.dagboek.some((ander) => zelfdeStap(stap, ander)));
    lijst.set(een.sleutel, { ...was, notitie, dagboek: opVolgorde([...was.dagboek, ...nieuw]) });
  }
  return [...lijst.values()];
}

/**
 * What to say when a list is too long to be kept.
 * @param {number} aantal
 */
export const teVeel = (aantal) => `Er passen ${MEEST} stages in je lijst. Met deze erbij worden het er ${aantal}, dus er is niets toegevoegd. Haal er eerst een paar weg.`;

/**
 * The list with today's ids, titles and closing days; note and diary stay, also when two became one.
 * @param {Bewaard[]} lijst
 * @param {Gegevens} gegevens
 * @returns {Bewaard[]}
 */
export function bijgewerkt(lijst, gegevens) {
  const nieuw = lijst.map((een) => {
    const item = gegevens.get(een.sleutel);
    return item ? { ...een, sleutel: item.sleutel, titel: item.titel, wie: item.wie, sluit: laatsteDag(item.sluit) || een.sluit } : een;
  });
  return samen(nieuw, []);
}

/**
 * What a file holds.
 * @param {string} tekst
 * @returns {{lijst: Bewaard[], fout: string}}
 */
export function leesBestand(tekst) {
  const kies = "Kies het bestand dat je met ‘Bewaar als bestand’ maakte. De naam begint met stagelijst.";
  if (tekst.length > GROOTSTE_BESTAND) return { lijst: [], fout: `Dit bestand is te groot voor een stagelijst. ${kies}` };
  try {
    const lijst = leesLijst(JSON.parse(tekst)?.stages);
    return { lijst, fout: lijst.length ? "" : `In dit bestand staan geen bewaarde stages. ${kies}` };
  } catch {
    return { lijst: [], fout: `Dit bestand is geen stagelijst, of het is beschadigd. ${kies}` };
  }
}
