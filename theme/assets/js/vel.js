/**
 * The sheet with the filters on a narrow screen: the one form of the page moves into a dialog and back. While it is
 * open, one step back in the history closes it; the choices that were made stay.
 */

import { openStil, sluitErnaast } from "./dialoog.js";
import { duw, vervang } from "./geschiedenis.js";
import { icoon, maak } from "./maak.js";

/** From here on the facets have a column of their own, as in filters.css. */
export const BREED = "(min-width: 1100px)";

/**
 * @param {HTMLElement} formulier
 * @param {HTMLElement} thuis where the form stands while the sheet is closed
 * @param {() => void} wis
 */
export function maakVel(formulier, thuis, wis) {
  const tekst = maak("span", { "aria-live": "polite" });
  const midden = maak("div", { class: "sp-filtervel__midden" });
  const vel = maak(
    "dialog",
    { class: "sp-filtervel", "aria-labelledby": "filtervel-kop" },
    maak("header", {}, maak("h2", { id: "filtervel-kop" }, "Filters"), maak("button", { type: "button", class: "sp-filtervel__dicht", "aria-label": "Sluit de filters", click: () => vel.close() }, icoon("kruis"))),
    midden,
    maak("footer", {}, maak("button", { type: "button", class: "sp-knop sp-knop--rand", click: wis }, "Wis alles"), maak("button", { type: "button", class: "sp-knop", click: () => vel.close() }, tekst)),
  );
  document.body.append(vel);
  const breed = matchMedia(BREED);
  let adres = "";

  vel.addEventListener("close", () => {
    thuis.append(formulier);
    if (!history.state?.vel) return;
    // Closed by hand: the step that opening made goes again, or carries what was chosen.
    if (location.href === adres) history.back();
    else vervang(location.href, null);
  });
  sluitErnaast(vel);
  breed.addEventListener("change", () => breed.matches && vel.close());

  return {
    isOpen: () => vel.open,
    sluit: () => vel.close(),

    /** @param {string} woorden on the button that closes: "Toon 11 stages" */
    zet(woorden) {
      if (tekst.textContent !== woorden) tekst.textContent = woorden;
    },

    /** @param {Element | null} [naarGroep] folded open and brought into sight */
    open(naarGroep) {
      if (vel.open) return;
      adres = location.href;
      duw(adres, { vel: true });
      midden.append(formulier);
      openStil(vel);
      midden.scrollTop = 0;
      if (!(naarGroep instanceof HTMLDetailsElement)) return;
      naarGroep.open = true;
      // Not scrollIntoView, which would scroll the sheet itself too.
      midden.scrollTop = naarGroep.getBoundingClientRect().top - midden.getBoundingClientRect().top;
      naarGroep.querySelector("summary")?.focus({ preventScroll: true });
    },
  };
}
