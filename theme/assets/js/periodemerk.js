/** Marks the visitor's own periods in the period overview: rows of the table and lanes of the drawing, in words too. */

import { dagVan } from "./dagen.js";
import { tekstVan } from "./leespagina.js";
import { icoon, maak } from "./maak.js";
import { tint } from "./periodetekening.js";
import { reeks } from "./reeks.js";

/** @typedef {import("./bewaarvorm.js").Periode} Periode */

/**
 * The name of the visitor's programme, "" at another school.
 * @param {Periode | null} periode
 * @param {string} school id
 */
const eigenHier = (periode, school) => (periode?.opleiding.startsWith(`${school}/`) ? periode.naam.replace(/^.*? · /, "") : "");

/**
 * Whether a row of the table is a period that the visitor chose.
 * @param {Element} rij
 * @param {string} school id
 * @param {Periode | null} periode
 */
function isJouw(rij, school, periode) {
  const opleiding = eigenHier(periode, school);
  if (!periode || !opleiding || !`${tekstVan(rij.querySelector("th"))} ${rij.getAttribute("data-namen")}`.includes(opleiding)) return false;
  const naam = tekstVan(rij.querySelector("td"));
  const datums = rij.querySelector(".sp-periodes__data")?.lastChild?.textContent?.trim();
  return periode.slots.some((slot) => naam.startsWith(slot.naam) && datums === reeks(dagVan(slot.start), dagVan(slot.eind)));
}

/**
 * @param {Element} rij
 * @param {string} school id
 * @param {Periode | null} periode
 * @returns {boolean} whether it is the visitor's own
 */
export function merkRij(rij, school, periode) {
  const jouw = isJouw(rij, school, periode);
  rij.classList.toggle("sp-jouw", jouw);
  rij.querySelector("[data-jouw]")?.remove();
  if (jouw) rij.querySelector("td")?.append(" ", maak("span", { class: "sp-badge sp-badge--jouw", "data-jouw": true }, icoon("vink"), "Jouw periode"));
  return jouw;
}

/**
 * Makes the bars of a lane that the visitor chose yellow, and tints the lane.
 * @param {Element} baan
 * @param {string} school id
 * @param {Periode | null} periode
 * @returns {boolean} whether there is one
 */
export function merkBaan(baan, school, periode) {
  tint(baan, false);
  const hier = (baan.getAttribute("data-namen") ?? "").split("; ").includes(eigenHier(periode, school) || "-");
  const bij = tekstVan(baan.querySelector(".t-sub"));
  // The line below the title names the period, unless the bars of the lane have several names.
  const slots = hier ? (periode?.slots ?? []).filter(({ naam }) => bij.includes(naam.split(",")[0] ?? "") || /meer periodes|…$/.test(bij)) : [];
  let jouw = false;
  for (const balk of baan.querySelectorAll("rect[data-datums]")) {
    const aan = slots.some(({ start, eind }) => `${start} ${eind}` === balk.getAttribute("data-datums"));
    balk.classList.toggle("t-jouw", aan);
    jouw ||= aan;
  }
  baan.classList.toggle("sp-jouw", jouw);
  tint(baan, jouw);
  return jouw;
}

/**
 * Says below the drawing what yellow means, as long as something is.
 * @param {Element} legenda
 * @param {boolean} jouw
 */
export function merkLegenda(legenda, jouw) {
  legenda.querySelector("[data-jouw]")?.remove();
  if (jouw) legenda.append(maak("li", { "data-jouw": true }, maak("span", { class: "sp-legenda__staal sp-legenda__staal--jouw" }), "jouw periode"));
}
