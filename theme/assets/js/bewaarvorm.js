/**
 * What can be kept, as plain values: a period and the saved vacancies, made new or read from anything without what is
 * broken. No page, no storage.
 */

import { dagVan, isoVan, vandaag } from "./dagen.js";

/** @typedef {import("./zoek/soorten.js").Slot} Slot */
/**
 * @typedef {object} Periode
 * @property {string} opleiding reference "avans/communicatie", "" for own dates
 * @property {string} naam as it is shown: "Avans · Communicatie"
 * @property {Slot[]} slots
 */
/**
 * @typedef {object} Bewaard
 * @property {string} sleutel id of the vacancy
 * @property {string} titel with `wie` and `sluit`, as they were when it was saved: a closed one stands nowhere else
 * @property {string} wie
 * @property {string} sluit last day, ISO, "" when unknown
 * @property {string} op day on which it was saved, ISO
 * @property {string} notitie
 * @property {Stap[]} dagboek
 */
/** @typedef {Pick<Bewaard, "sleutel" | "titel" | "wie" | "sluit">} Stage what a button needs to know of a vacancy */
/** @typedef {{op: string, wat: string}} Stap a line of the diary: ISO day and text */

/** So many vacancies can be saved. */
export const MEEST = 200;

const SLEUTEL = /^[a-z0-9-]{1,60}\/[a-z0-9-]{1,80}$/;
/** Ten times what the field takes: two notes that became one lose nothing. */
const LANGSTE_NOTITIE = 20_000;

/**
 * @param {unknown} ding
 * @returns {Record<string, unknown>}
 */
const object = (ding) => (ding && typeof ding === "object" ? /** @type {Record<string, unknown>} */ (ding) : {});

/** @param {unknown} ding @returns {unknown[]} */
const rij = (ding) => (Array.isArray(ding) ? ding : []);

/**
 * @param {unknown} ding
 * @param {number} [lengte]
 */
const tekst = (ding, lengte = 200) => (typeof ding === "string" ? ding.slice(0, lengte) : "");

/** @param {unknown} ding */
const dag = (ding) => (typeof ding === "string" && !Number.isNaN(dagVan(ding)) ? ding : "");

/**
 * @param {unknown} ruw
 * @returns {Slot | null} null for what is no period
 */
function leesSlot(ruw) {
  const { naam, start, eind, dagen, lesdagen, voorbeeld } = object(ruw);
  const [van, tot] = [dag(start), dag(eind)];
  if (!van || !tot || tot < van) return null;
  const vast = ["ma", "di", "wo", "do", "vr", "za", "zo"].filter((een) => rij(lesdagen).includes(een));
  const heel = typeof dagen === "number" && dagen >= 1 && dagen <= 7 ? Math.round(dagen) : 5;
  return { naam: tekst(naam), start: van, eind: tot, dagen: heel, lesdagen: vast, ...(voorbeeld ? { voorbeeld: true } : {}) };
}

/**
 * @param {unknown} ruw
 * @returns {Periode | null}
 */
export function alsPeriode(ruw) {
  const { opleiding, naam, slots } = object(ruw);
  const goed = rij(slots).slice(0, 20).map(leesSlot).filter((slot) => slot !== null);
  return goed.length ? { opleiding: tekst(opleiding), naam: tekst(naam), slots: goed } : null;
}

/**
 * @param {unknown} ruw
 * @returns {Bewaard | null}
 */
function leesEen(ruw) {
  const { sleutel, titel, wie, sluit, op, notitie, dagboek } = object(ruw);
  if (typeof sleutel !== "string" || !SLEUTEL.test(sleutel)) return null;
  return {
    sleutel,
    titel: tekst(titel),
    wie: tekst(wie),
    sluit: dag(sluit),
    op: dag(op),
    notitie: tekst(notitie, LANGSTE_NOTITIE),
    dagboek: rij(dagboek).map(object).map((stap) => ({ op: dag(stap.op), wat: tekst(stap.wat, 500) })).filter(({ wat }) => wat),
  };
}

/**
 * A list from anywhere (storage, a file) with what is no saved vacancy left out, and each once. Longer than MEEST if it
 * comes so: who adds is refused, nothing is dropped in silence.
 * @param {unknown} ruw
 * @returns {Bewaard[]}
 */
export function leesLijst(ruw) {
  /** @type {Map<string, Bewaard>} */
  const lijst = new Map();
  for (const een of rij(ruw).map(leesEen)) if (een && !lijst.has(een.sleutel)) lijst.set(een.sleutel, een);
  return [...lijst.values()];
}

/**
 * A vacancy as it enters the list.
 * @param {Stage} stage
 * @returns {Bewaard}
 */
export const nieuweBewaard = ({ sleutel, titel, wie, sluit }) => ({ sleutel, titel, wie, sluit, op: isoVan(vandaag()), notitie: "", dagboek: [] });

/**
 * The last day on which one can react.
 * @param {string | null | undefined} moment the first one that is too late: "2026-11-25T00:00:00+01:00"
 * @returns {string} ISO day, "" when the moment cannot be read
 */
export function laatsteDag(moment) {
  const eerste = dagVan((moment ?? "").slice(0, 10));
  return Number.isNaN(eerste) ? "" : isoVan(eerste - 1);
}

/**
 * The id of a vacancy, read from the address of its page.
 * @param {string} adres
 * @returns {string} "" for any other address
 */
export function sleutelVan(adres) {
  return /\/vacatures\/([a-z0-9-]+\/[a-z0-9-]+)\/(?:[?#].*)?$/.exec(adres)?.[1] ?? "";
}
