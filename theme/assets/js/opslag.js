/**
 * What a visitor keeps on this device: the own internship period and the saved list. Nothing leaves the browser.
 * A closed storage (private window, blocked) never breaks anything: writing tells so, and what was written counts
 * until the page is left.
 */

import { MEEST, alsPeriode, leesLijst } from "./bewaarvorm.js";

/** @typedef {import("./bewaarvorm.js").Periode} Periode */
/** @typedef {import("./bewaarvorm.js").Bewaard} Bewaard */
/** @typedef {"periode" | "bewaard"} Vak */

/** @type {Vak[]} */
const VAKKEN = ["periode", "bewaard"];

/** Its name in the storage. @param {Vak} vak */
const naamVan = (vak) => `stageportaal.${vak}`;

/** Those who listen, each with what for. @type {[roep: () => void, vak: Vak][]} */
const luisteraars = [];

/** What could not be kept: it counts for as long as the page is open. @type {Map<Vak, string>} */
const geheugen = new Map();

/** The texts of which those who listen know. @type {Map<Vak, string>} */
const bekend = new Map();

/** @param {Vak} vak @returns {string} JSON */
function tekstVan(vak) {
  try {
    return geheugen.get(vak) ?? localStorage.getItem(naamVan(vak)) ?? "null";
  } catch {
    return "null";
  }
}

/** @param {Vak} vak @returns {unknown} */
function lees(vak) {
  try {
    return JSON.parse(tekstVan(vak));
  } catch {
    return null;
  }
}

/**
 * @param {Vak} vak
 * @param {unknown} waarde null takes it away
 * @returns {boolean} false when the browser keeps nothing
 */
function schrijf(vak, waarde) {
  const tekst = JSON.stringify(waarde);
  try {
    if (waarde === null) localStorage.removeItem(naamVan(vak));
    else localStorage.setItem(naamVan(vak), tekst);
    geheugen.delete(vak);
  } catch {
    geheugen.set(vak, tekst);
  }
  meld(vak);
  return !geheugen.has(vak);
}

/**
 * Calls those who listen, when there is something that they do not know; one that breaks leaves the others alive.
 * @param {Vak} vak
 */
function meld(vak) {
  const nu = tekstVan(vak);
  if (bekend.get(vak) === nu) return;
  bekend.set(vak, nu);
  for (const [roep, waarvoor] of luisteraars) {
    if (waarvoor !== vak) continue;
    try {
      roep();
    } catch (fout) {
      console.error(fout);
    }
  }
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

export const leesPeriode = () => alsPeriode(lees("periode"));

/**
 * @param {Periode | null} periode
 * @returns {boolean} false when the browser keeps nothing
 */
export const zetPeriode = (periode) => schrijf("periode", periode);

/** Saved last first. */
export const leesBewaard = () => leesLijst(lees("bewaard"));

/**
 * @param {Bewaard[]} lijst
 * @returns {"" | "stil" | "vol"} what went wrong: the browser keeps nothing, or the list was refused because it grew
 *   beyond what can be saved
 */
export function zetBewaard(lijst) {
  if (lijst.length > MEEST && lijst.length > leesBewaard().length) return "vol";
  return schrijf("bewaard", lijst.length ? lijst : null) ? "" : "stil";
}

/** Hears other tabs, and what they did while this page lay in the back/forward cache. */
function hoorAnderen() {
  for (const vak of VAKKEN) bekend.set(vak, tekstVan(vak));
  globalThis.addEventListener?.("storage", ({ key }) => {
    for (const vak of VAKKEN) if (key === null || key === naamVan(vak)) meld(vak);
  });
  globalThis.addEventListener?.("pageshow", ({ persisted }) => {
    if (persisted) for (const vak of VAKKEN) meld(vak);
  });
}

/**
 * Calls `roep` after every change of what it is for: here, in another tab, or while this page lay in the back/forward
 * cache.
 * @param {() => void} roep
 * @param {...Vak} waarvoor everything by default
 */
export function luister(roep, ...waarvoor) {
  if (luisteraars.length === 0) hoorAnderen();
  for (const vak of waarvoor.length ? waarvoor : VAKKEN) luisteraars.push([roep, vak]);
}
