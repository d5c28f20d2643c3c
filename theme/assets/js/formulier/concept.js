/** The draft on this device: one for all tabs, and no more than a text until antwoorden.js reads it. */

const CONCEPT = "stageportaal.formulier";

/** The draft as this tab last read or wrote it. @type {string | null} */
let bekend = null;

/** @returns {string | null} */
function tekstNu() {
  try {
    return localStorage.getItem(CONCEPT);
  } catch {
    return null;
  }
}

/** @returns {unknown} null when nothing was kept */
export function leesBewaard() {
  bekend = tekstNu();
  try {
    return JSON.parse(bekend ?? "null");
  } catch {
    return null;
  }
}

/** @param {import("./antwoorden.js").Concept | null} concept null forgets it @returns {boolean} false when the browser does not keep it */
export function bewaar(concept) {
  try {
    if (concept) localStorage.setItem(CONCEPT, JSON.stringify(concept));
    else localStorage.removeItem(CONCEPT);
    bekend = tekstNu();
    return true;
  } catch {
    return false;
  }
}

/**
 * Calls `roep` when another tab changed the draft: at once, or when somebody comes back to this one.
 * @param {() => void} roep
 */
export function volg(roep) {
  const kijk = () => document.visibilityState === "visible" && tekstNu() !== bekend && roep();
  for (const soort of ["storage", "visibilitychange", "pageshow"]) addEventListener(soort, kijk);
}
