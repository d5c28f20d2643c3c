/**
 * Says in the footer that the nightly build stopped. The page knows its build day; one that lies before yesterday
 * means that a night was missed. The sentence is for who maintains the site; vacancies close by themselves.
 */

import { dagVan, datumVol, vandaag } from "./dagen.js";
import { naar } from "./wortel.js";

/**
 * Whether the build day lies before yesterday, in the Netherlands.
 * @param {string} gebouwd "2026-11-21"
 * @param {Date} nu
 * @returns {boolean} false when the day cannot be read
 */
export function isVerouderd(gebouwd, nu) {
  return dagVan(gebouwd) < vandaag(nu) - 1;
}

/**
 * @param {Document} document
 * @param {Date} [nu]
 */
export function startBouwdag(document, nu = new Date()) {
  const gebouwd = document.querySelector("footer time")?.getAttribute("datetime") ?? "";
  const slot = document.querySelector(".sp-voet__slot");
  if (!slot || !isVerouderd(gebouwd, nu)) return;
  const zin = document.createElement("p");
  const link = document.createElement("a");
  zin.className = slot.className;
  link.href = naar("over/status/");
  link.textContent = "de stand van het portaal";
  const tekst = document.createElement("span");
  tekst.append(`Deze site is voor het laatst gebouwd op ${datumVol(dagVan(gebouwd))}; beheerder, kijk bij `, link, ".");
  zin.append(tekst);
  slot.before(zin);
}
