/**
 * What a visitor keeps on this device: the own internship period and the saved list. Nothing leaves the browser.
 * A closed storage (private window, blocked) never breaks anything: writing tells so, and what was written counts
 * until the page is left.
 */

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
/** @typedef {{op: string, wat: string}} Stap a line of the diary: ISO day and text */

const PERIODE = "stageportaal.periode";
const BEWAARD = "stageportaal.bewaard";
const MEEST = 200;
const DAG = /^\d{4}-\d{2}-\d{2}$/;
const SLEUTEL = /^[a-z0-9-]{1,60}\/[a-z0-9-]{1,80}$/;

/** @type {Set<() => void>} */
const luisteraars = new Set();

/** What could not be kept: it counts for as long as the page is open. @type {Map<string, string>} */
const geheugen = new Map();

/** @param {string} naam */
function lees(naam) {
  try {
    return JSON.parse(geheugen.get(naam) ?? localStorage.getItem(naam) ?? "null");
  } catch {
    return null;
  }
}

/**
 * @param {string} naam
 * @param {unknown} waarde null takes it away
 * @returns {boolean} false when the browser keeps nothing
 */
function schrijf(naam, waarde) {
  const tekst = JSON.stringify(waarde);
  let blijft = true;
  try {
    if (waarde === null) localStorage.removeItem(naam);
    else localStorage.setItem(naam, tekst);
    geheugen.delete(naam);
  } catch {
    geheugen.set(naam, tekst);
    blijft = false;
  }
  for (const roep of luisteraars) roep();
  return blijft;
}

/** @returns {boolean} whether something that is kept now will be there later */
export function opslagWerkt() {
  try {
    localStorage.setItem("stageportaal.proef", "1");
    localStorage.removeItem("stageportaal.proef");
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {unknown} ding
 * @returns {Record<string, unknown>}
 */
const object = (ding) => (ding && typeof ding === "object" ? /** @type {Record<string, unknown>} */ (ding) : {});

/**
 * @param {unknown} ding
 * @param {number} [lengte]
 */
const tekst = (ding, lengte = 200) => (typeof ding === "string" ? ding.slice(0, lengte) : "");

/** @param {unknown} ding */
const dag = (ding) => (typeof ding === "string" && DAG.test(ding) && !Number.isNaN(Date.parse(ding)) ? ding : "");

/**
 * @param {unknown} ruw
 * @returns {Slot | null} null for what is no period
 */
export function leesSlot(ruw) {
  const { naam, start, eind, dagen, lesdagen, voorbeeld } = object(ruw);
  const [van, tot] = [dag(start), dag(eind)];
  if (!van || !tot || tot < van) return null;
  const vast = Array.isArray(lesdagen) ? ["ma", "di", "wo", "do", "vr", "za", "zo"].filter((d) => lesdagen.includes(d)) : [];
  const heel = typeof dagen === "number" && dagen >= 1 && dagen <= 7 ? Math.round(dagen) : 5;
  return { naam: tekst(naam), start: van, eind: tot, dagen: heel, lesdagen: vast, ...(voorbeeld ? { voorbeeld: true } : {}) };
}

/** @returns {Periode | null} */
export function leesPeriode() {
  const { opleiding, naam, slots } = object(lees(PERIODE));
  const goed = (Array.isArray(slots) ? slots : []).slice(0, 20).map(leesSlot).filter((slot) => slot !== null);
  return goed.length ? { opleiding: tekst(opleiding), naam: tekst(naam), slots: goed } : null;
}

/**
 * @param {Periode | null} periode
 * @returns {boolean}
 */
export function zetPeriode(periode) {
  return schrijf(PERIODE, periode);
}

/**
 * @param {unknown} ruw
 * @returns {Bewaard | null}
 */
function leesEen(ruw) {
  const { sleutel, titel, wie, sluit, op, notitie, dagboek } = object(ruw);
  if (typeof sleutel !== "string" || !SLEUTEL.test(sleutel)) return null;
  const stappen = (Array.isArray(dagboek) ? dagboek : []).slice(0, 100).map(object);
  return {
    sleutel,
    titel: tekst(titel),
    wie: tekst(wie),
    sluit: dag(sluit),
    op: dag(op),
    notitie: tekst(notitie, 2000),
    dagboek: stappen.map((stap) => ({ op: dag(stap.op), wat: tekst(stap.wat, 500) })).filter((stap) => stap.wat),
  };
}

/**
 * A list from anywhere (storage, a file) with what is no saved vacancy left out, and each once.
 * @param {unknown} ruw
 * @returns {Bewaard[]}
 */
export function leesLijst(ruw) {
  /** @type {Map<string, Bewaard>} */
  const lijst = new Map();
  for (const ding of Array.isArray(ruw) ? ruw : []) {
    const een = leesEen(ding);
    if (een && !lijst.has(een.sleutel) && lijst.size < MEEST) lijst.set(een.sleutel, een);
  }
  return [...lijst.values()];
}

/** @returns {Bewaard[]} saved last first */
export function leesBewaard() {
  return leesLijst(lees(BEWAARD));
}

/**
 * @param {Bewaard[]} lijst
 * @returns {boolean}
 */
export function zetBewaard(lijst) {
  return schrijf(BEWAARD, lijst.length ? lijst : null);
}

/**
 * Calls `roep` after every change, here or in another tab.
 * @param {() => void} roep
 */
export function luister(roep) {
  if (luisteraars.size === 0) {
    globalThis.addEventListener?.("storage", (event) => {
      if (event.key === null || event.key.startsWith("stageportaal.")) for (const wie of luisteraars) wie();
    });
  }
  luisteraars.add(roep);
}
