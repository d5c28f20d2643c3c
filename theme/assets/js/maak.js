/** Builds elements: attributes by name, listeners as functions, texts and elements inside. */

import { naar } from "./wortel.js";

const SVG = "http://www.w3.org/2000/svg";

/**
 * @template {keyof HTMLElementTagNameMap} N
 * @param {N} naam
 * @param {Record<string, string | number | boolean | ((event: Event) => void)>} eigen a function listens to the event of
 * that name; true is an attribute without a value, false none
 * @param {...(Node | string | null | undefined)} inhoud
 * @returns {HTMLElementTagNameMap[N]}
 */
export function maak(naam, eigen = {}, ...inhoud) {
  const element = document.createElement(naam);
  for (const [wat, waarde] of Object.entries(eigen)) {
    if (typeof waarde === "function") element.addEventListener(wat, waarde);
    else if (waarde !== false) element.setAttribute(wat, waarde === true ? "" : String(waarde));
  }
  for (const deel of inhoud) if (deel) element.append(deel);
  return element;
}

/**
 * Gives an element its text. The same text is left alone: writing it again would lay its part of the page out anew.
 * @param {Element} element
 * @param {string} tekst
 */
export function zetTekst(element, tekst) {
  if (element.textContent !== tekst) element.textContent = tekst;
}

/**
 * A drawing of a sprite.
 * @param {string} bestand below assets/
 * @param {string} naam
 * @param {string} klasse
 */
export function teken(bestand, naam, klasse) {
  const svg = document.createElementNS(SVG, "svg");
  const use = document.createElementNS(SVG, "use");
  svg.setAttribute("class", klasse);
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `${naar(`assets/${bestand}`)}#${naam}`);
  svg.append(use);
  return svg;
}

/** @param {string} naam */
export const icoon = (naam) => teken("iconen.svg", naam, "sp-i");

/**
 * A title with what was searched for marked.
 * @param {string} titel
 * @param {[van: number, tot: number][]} raak
 * @returns {(string | HTMLElement)[]}
 */
export function gemarkeerd(titel, raak) {
  let bij = 0;
  const delen = raak.flatMap(([van, tot]) => {
    const voor = titel.slice(bij, van);
    bij = tot;
    return [voor, maak("mark", {}, titel.slice(van, tot))];
  });
  return [...delen, titel.slice(bij)];
}
