/** What the form tells in boxes above the questions, and what it says of a part that did not come. */

import { tekstknop } from "../knoppen.js";
import { icoon, maak } from "../maak.js";

/** @param {"info" | "letop"} soort @param {string} kop @param {...Node} erbij */
export const bericht = (soort, kop, ...erbij) =>
  maak("div", { class: `sp-melding sp-melding--${soort}` }, maak("p", { class: "sp-melding__kop" }, icoon(soort), maak("span", {}, kop)), ...erbij);

/**
 * A part that did not come. Loading the page anew is the remedy: a browser may remember that a script failed.
 * @param {string} kop
 * @param {string} uitleg
 */
export const nietGeladen = (kop, uitleg) => bericht("letop", kop, maak("p", {}, uitleg), maak("p", {}, tekstknop("Laad de pagina opnieuw", () => location.reload())));

/** The same beside the form, where it must not ask for attention. @param {string} kop */
export const stilNietGeladen = (kop) => maak("p", { class: "sp-klein sp-zacht" }, `${kop} Het formulier werkt gewoon.`);

/** Above the other ways, when there is no form. @param {HTMLElement} blok */
export const zegStil = (blok) => blok.replaceChildren(maak("div", { class: "sp-rij" }, nietGeladen("Het formulier is niet geladen.", "Had je al iets ingevuld? Dat staat nog op dit apparaat.")));

/** The place of the boxes, which are read aloud when they come. */
export function maakBerichten() {
  const element = maak("div", { class: "sp-formulier__berichten", "aria-live": "polite" });
  return {
    element,
    /** @param {HTMLElement} wat @param {boolean} [eenmaal] until the next step */
    zeg(wat, eenmaal = false) {
      wat.toggleAttribute("data-eenmaal", eenmaal);
      if (!wat.isConnected) element.append(wat);
    },
    /** Takes away what counts until the next step. */
    zwijg() {
      for (const oud of element.querySelectorAll("[data-eenmaal]")) oud.remove();
    },
  };
}
