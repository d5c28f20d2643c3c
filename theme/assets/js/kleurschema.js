/**
 * The scheme switch. A visitor chooses light or dark; the choice stays in this browser only.
 * The head of the page applies a saved choice before the first paint; this module changes it.
 */

/** @typedef {"light" | "dark"} Schema */

export const SLEUTEL = "stageportaal.schema";

/**
 * The scheme that a press on the switch gives.
 * @param {Schema} nu
 * @returns {Schema}
 */
export function volgende(nu) {
  return nu === "dark" ? "light" : "dark";
}

/**
 * The name of the switch: it says what a press does.
 * @param {Schema} nu
 * @returns {string}
 */
export function naam(nu) {
  return nu === "dark" ? "Licht scherm" : "Donker scherm";
}

/**
 * The scheme on the screen: the choice, or what the system prefers.
 * @param {HTMLElement} html
 * @returns {Schema}
 */
function huidig(html) {
  const keuze = html.getAttribute("data-md-color-scheme");
  if (keuze) return keuze === "slate" ? "dark" : "light";
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/**
 * Shows the buttons with data-schema and keeps their name and icon right.
 * @param {Document} document
 */
export function startKleurschema(document) {
  const html = document.documentElement;
  const knoppen = document.querySelectorAll("button[data-schema]");

  function teken() {
    const nu = huidig(html);
    for (const knop of knoppen) {
      const tekst = knop.querySelector("span");
      const icoon = knop.querySelector("use");
      if (tekst) tekst.textContent = naam(nu);
      icoon?.setAttribute("href", (icoon.getAttribute("href") ?? "").replace(/#.*$/, nu === "dark" ? "#zon" : "#maan"));
      knop.removeAttribute("hidden");
    }
  }

  function wissel() {
    const schema = volgende(huidig(html));
    html.setAttribute("data-md-color-scheme", schema === "dark" ? "slate" : "default");
    try {
      localStorage.setItem(SLEUTEL, schema);
    } catch {
      // A closed storage only means that the choice does not outlive this page.
    }
    teken();
  }

  for (const knop of knoppen) knop.addEventListener("click", wissel);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", teken);
  teken();
}
