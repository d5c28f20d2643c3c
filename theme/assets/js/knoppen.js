/** Buttons, messages and hidden words, as more than one page builds them. */

import { icoon, maak } from "./maak.js";

/** For those who do not see what something belongs to. @param {...(Node | string)} inhoud */
export const verborgen = (...inhoud) => maak("span", { class: "sp-vh" }, ...inhoud);

/**
 * A button without an edge.
 * @param {string} tekst
 * @param {() => void} doe
 */
export const tekstknop = (tekst, doe) => maak("button", { type: "button", class: "sp-tekstknop", click: doe }, tekst);

/**
 * A button without an edge, with a symbol.
 * @param {string} symbool
 * @param {string} tekst
 * @param {() => void} doe
 * @param {...(Node | string)} verder hidden
 */
export function icoonknop(symbool, tekst, doe, ...verder) {
  const knop = tekstknop("", doe);
  knop.append(icoon(symbool), maak("span", {}, tekst, verborgen(...verder)));
  return knop;
}

/**
 * A button with an edge.
 * @param {string} tekst
 * @param {() => void} doe
 */
export const knop = (tekst, doe) => maak("button", { type: "button", class: "sp-knop sp-knop--rand", click: doe }, tekst);

/**
 * A sentence that asks for attention.
 * @param {"letop" | "fout"} soort
 * @param {string} tekst
 * @param {Record<string, string | boolean>} [eigen]
 */
export const melding = (soort, tekst, eigen) => maak("div", { class: `sp-melding sp-melding--${soort}`, ...eigen }, maak("p", { class: "sp-melding__kop" }, icoon("letop"), maak("span", {}, tekst)));
