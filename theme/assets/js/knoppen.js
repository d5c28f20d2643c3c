/** Buttons, messages and hidden words, as more than one page builds them. */

import { icoon, maak } from "./maak.js";

/** For those who do not see what something belongs to. @param {string} tekst */
export const verborgen = (tekst) => maak("span", { class: "sp-vh" }, tekst);

/**
 * A button without an edge, with a symbol.
 * @param {string} symbool
 * @param {string} tekst
 * @param {() => void} doe
 * @param {string} [verder] hidden
 */
export const tekstknop = (symbool, tekst, doe, verder = "") => maak("button", { type: "button", class: "sp-tekstknop", click: doe }, icoon(symbool), maak("span", {}, tekst, verborgen(verder)));

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
