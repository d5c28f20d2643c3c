/** The page under the finder: its parts, and those that only the finder needs. */

import { maak } from "./maak.js";
import { maakStem } from "./stem.js";
import { legenda } from "./uitslag.js";

/**
 * The parts of the page, with those that only the finder needs put in their places.
 * @param {HTMLElement} blok
 */
export function delen(blok) {
  /** @template {Element} T @param {string} kies @returns {T} */
  const vast = (kies) => {
    const element = document.querySelector(kies);
    if (!element) throw new Error(`The page has no ${kies}.`);
    return /** @type {T} */ (element);
  };
  /** @type {HTMLElement} */
  const kop = vast("#uitslag");
  const uit = {
    kop,
    /** What the build says above its list. */
    gebouwd: kop.textContent ?? "",
    stem: maakStem(),
    chips: maak("div", { class: "sp-chips sp-vinden__chips", role: "group", "aria-label": "Je keuzes", hidden: true }),
    legenda: legenda(),
    noten: maak("div", { class: "sp-vinden__noten", hidden: true }),
    leeg: maak("div", { hidden: true }),
    kaarten: /** @type {HTMLElement | null} */ (blok.querySelector("[data-kaarten]")) ?? maak("ul", { class: "sp-kaarten" }),
    meer: maak("button", { type: "button", class: "sp-knop sp-knop--rand sp-vinden__meer", hidden: true }),
    filterknop: maak("button", { type: "button", class: "sp-knop" }, "Filters"),
    kaartknop: maak("button", { type: "button", class: "sp-knop sp-knop--rand sp-icoon sp-i-plaats" }, "Kaart"),
    kolom: /** @type {HTMLElement} */ (vast("[data-filters]")),
    periode: blok.querySelector("[data-mijnperiode]"),
    groepen: /** @type {HTMLElement | null} */ (blok.querySelector("[data-groepen]")),
    blader: /** @type {HTMLElement | null} */ (blok.querySelector(".sp-blader")),
    mal: /** @type {HTMLTemplateElement} */ (vast("template[data-mal=kaart]")),
    leegmal: /** @type {HTMLTemplateElement} */ (vast("template[data-mal=leeg]")),
    sorteer: /** @type {HTMLSelectElement | null} */ (blok.querySelector("[data-sorteer]")),
    vanaf: /** @type {HTMLSelectElement | null} */ (blok.querySelector("[data-vanaf]")),
    zoek: /** @type {HTMLFormElement} */ (vast("form[data-vindveld]")),
    veld: /** @type {HTMLInputElement} */ (vast("form[data-vindveld] input")),
  };
  /** @type {Element} */ (kop.parentElement).after(uit.stem.element, uit.chips, uit.legenda, uit.noten, uit.leeg);
  if (!uit.kaarten.isConnected) uit.leeg.after(uit.kaarten);
  uit.kaarten.after(uit.meer);
  vast("[data-lijst]").append(maak("div", { class: "sp-vindbalk" }, uit.filterknop, uit.periode && uit.kaartknop));
  return uit;
}
