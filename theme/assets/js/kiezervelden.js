/** What the chooser of the own period builds its fields from, and how it says what is wrong with one. */

import { icoon, maak } from "./maak.js";

/**
 * A box or a dot with its words.
 * @param {Record<string, string | boolean | (() => void)>} eigen of the control
 * @param {...(Node | string)} woorden
 */
export function rij(eigen, ...woorden) {
  const veld = maak("input", eigen);
  return { veld, element: maak("label", { class: "sp-kiezer__rij" }, veld, maak("span", {}, ...woorden)) };
}

/**
 * Shows what is wrong above a control and the remedy below it; without a sentence both go.
 * @param {HTMLElement} vak with the class sp-veld, and an id
 * @param {HTMLElement} veld
 * @param {string} zin
 * @param {Node} [uitweg]
 */
export function zetFout(vak, veld, zin, uitweg) {
  const id = `${vak.id}-fout`;
  for (const oud of vak.querySelectorAll("[data-fout]")) oud.remove();
  vak.classList.toggle("sp-veld--fout", Boolean(zin));
  if (zin) {
    veld.before(maak("p", { class: "sp-veld__fout", id, "data-fout": true }, icoon("letop"), maak("span", {}, zin)));
    if (uitweg) veld.after(maak("p", { "data-fout": true }, uitweg));
  }
  const bij = [...vak.querySelectorAll(".sp-veld__hint, .sp-veld__fout")].map((een) => een.id).filter(Boolean).join(" ");
  for (const [naam, waarde] of [["aria-describedby", bij], ["aria-invalid", veld.matches("input, select") && zin && "true"]]) {
    if (waarde) veld.setAttribute(String(naam), String(waarde));
    else veld.removeAttribute(String(naam));
  }
}
