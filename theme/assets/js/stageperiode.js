/** The way to the visitor's own internship period: what opens the chooser, which is fetched when somebody asks for it. */

import { leesPeriode, luister } from "./opslag.js";

/**
 * Lets the visitor choose; what was chosen stands in opslag.js, which tells those who listen.
 * @param {HTMLElement} [opener] gets the focus back
 * @returns {Promise<void>} when the dialog has closed
 */
export async function openPeriode(opener) {
  const { kies } = await import("./periodekiezer.js");
  await kies(opener);
}

/** @param {Document} document */
function kijkNaarKaarten(document) {
  const kaarten = [...document.querySelectorAll(".sp-kaart--klein[data-sluit]")];
  if (kaarten.length) import("./kaartpast.js").then(({ beoordeelKaarten }) => beoordeelKaarten(kaarten)).catch(console.error);
}

/**
 * Everything with data-kies-periode opens the chooser; what stands hidden without script appears. Small cards say
 * whether they fit, when there is a period to compare with.
 * @param {Document} document
 */
export function startStageperiode(document) {
  const zetKlasse = () => document.documentElement.classList.toggle("sp-met-periode", leesPeriode() !== null);
  for (const knop of document.querySelectorAll("[data-kies-periode]")) knop.removeAttribute("hidden");
  // The head of the page saw only that something is stored.
  if (zetKlasse()) kijkNaarKaarten(document);
  luister(() => {
    zetKlasse();
    kijkNaarKaarten(document);
  }, "periode");
  document.addEventListener("click", (event) => {
    const knop = event.target instanceof Element ? event.target.closest("[data-kies-periode]") : null;
    if (!(knop instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    openPeriode(knop).catch((fout) => {
      console.error(fout);
      if (knop instanceof HTMLAnchorElement) location.assign(knop.href);
    });
  });
}
