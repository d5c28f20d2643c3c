/** The box with the visitor's own period above the facets: what was chosen, how much fits, and the way to choose. */

import { dagVan } from "./dagen.js";
import { optie } from "./keuzes.js";
import { icoon, maak } from "./maak.js";
import { duur, reeks } from "./reeks.js";
import { DAGNAAM, WOORD, inDagen, meervoud, opsomming } from "./woorden.js";

/** @typedef {import("./opslag.js").Periode} Periode */
/** @typedef {import("./zoek/soorten.js").Slot} Slot */

/** So many periods stand in the box in full. */
const MEEST = 3;

/**
 * "20 weken, niet op dinsdag"
 * @param {Slot} slot
 */
function slotzin({ start, eind, dagen, lesdagen }) {
  const lang = duur(dagVan(start), dagVan(eind));
  if (lesdagen.length) return `${lang}, niet op ${opsomming(lesdagen.map((dag) => DAGNAAM[dag] ?? dag))}`;
  return dagen < 5 ? `${lang}, ${inDagen(dagen)} per week` : lang;
}

/** @param {Periode} periode @returns {Node[]} */
function gekozen({ naam, slots }) {
  const meer = slots.length - MEEST;
  const voorbeeld = slots.some((slot) => slot.voorbeeld);
  return [
    maak("p", {}, naam),
    ...slots.slice(0, MEEST).map((slot) => maak("p", {}, maak("b", {}, reeks(dagVan(slot.start), dagVan(slot.eind))), maak("br"), slotzin(slot))),
    ...(meer > 0 ? [maak("p", {}, `en ${meer} andere ${meervoud(meer, "periode", "periodes")}`)] : []),
    ...(voorbeeld ? [maak("p", { class: "sp-badges" }, maak("span", { class: "sp-badge sp-badge--voorbeeld" }, "Voorbeeldgegevens"))] : []),
    maak(
      "fieldset",
      {},
      maak("legend", { class: "sp-vh" }, "Past de stage in jouw periode?"),
      ...Object.entries(WOORD).map(([fit, woord]) => optie("past", fit, maak("span", { class: `sp-fit__wat sp-fit__wat--${fit}` }, icoon(fit), woord))),
    ),
  ];
}

/**
 * @param {Element} vak with its heading
 * @param {Periode | null} periode
 */
export function vulMijnPeriode(vak, periode) {
  // One button for both, that stays: the chooser gives the focus back to it. stageperiode.js listens to it.
  const knop = vak.querySelector("button") ?? maak("button", { type: "button", "data-kies-periode": true });
  const hadFocus = document.activeElement === knop;
  knop.className = periode ? "sp-tekstknop" : "sp-knop";
  knop.textContent = `${periode ? "Andere" : "Kies je"} opleiding of eigen datums`;
  const inhoud = periode ? gekozen(periode) : [maak("p", {}, "Dan zie je bij elke stage of hij in jouw periode past.")];
  vak.replaceChildren(.../** @type {Element[]} */ ([vak.firstElementChild]), ...inhoud, knop);
  if (hadFocus) knop.focus();
}
