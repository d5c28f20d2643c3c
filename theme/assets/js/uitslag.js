/** What stands between the filters and the cards: chips to take choices away, notes, and what helps when nothing is left. */

import { icoon, maak } from "./maak.js";
import { aangehaald, meervoud, metPunten } from "./woorden.js";
import { naar } from "./wortel.js";

/** @typedef {import("./zoek/soorten.js").Lijst} Lijst */
/** @typedef {import("./zoek/soorten.js").Uitweg} Uitweg */
/** @typedef {import("./adres.js").Staat} Staat */
/** @typedef {Map<string, Map<string, string>>} Namen facet -> value -> name */
/** @typedef {(facet: string, waarde: string) => void} Weg takes a choice away: "q" for the text, "*" for everything */

/**
 * @param {string} tekst
 * @param {string} sleutel
 * @param {() => void} doe
 */
const weghaalchip = (tekst, sleutel, doe) =>
  maak("button", { type: "button", class: "sp-chip sp-chip--weg", "data-chip": sleutel, click: doe }, tekst, maak("span", { class: "sp-vh" }, " verwijderen"), icoon("kruis"));

/**
 * Shows the choices as chips. Focus that stood on a chip goes to the next one, and after the last to the heading.
 * @param {HTMLElement} rij
 * @param {Staat} staat
 * @param {Namen} namen
 * @param {Weg} weg
 * @param {HTMLElement} kop
 */
export function toonChips(rij, { q, keuzes }, namen, weg, kop) {
  const actief = document.activeElement;
  const plek = actief && rij.contains(actief) ? [...rij.children].indexOf(actief) : -1;
  const staat = new Map([...rij.children].map((chip) => [chip.getAttribute("data-chip"), chip]));
  const chip = (/** @type {string} */ sleutel, /** @type {string} */ tekst, /** @type {() => void} */ doe) => staat.get(sleutel) ?? weghaalchip(tekst, sleutel, doe);
  const chips = q.trim() ? [chip(`q ${q.trim()}`, aangehaald(q.trim()), () => weg("q", ""))] : [];
  for (const [facet, waarden] of Object.entries(keuzes)) {
    for (const waarde of waarden) chips.push(chip(`${facet} ${waarde}`, namen.get(facet)?.get(waarde) ?? waarde, () => weg(facet, waarde)));
  }
  const alles = staat.get("*") ?? maak("button", { type: "button", class: "sp-tekstknop", "data-chip": "*", click: () => weg("*", "") }, "Alles wissen");
  zetRij(rij, chips.length ? [...chips, alles] : []);
  rij.hidden = !chips.length;
  if (plek >= 0 && !rij.contains(document.activeElement)) /** @type {HTMLElement} */ (chips[plek] ?? kop).focus();
}

/**
 * Makes these the children of a row; what stands in its place already is not touched, and keeps its focus.
 * @param {Element} rij
 * @param {Element[]} kinderen
 */
function zetRij(rij, kinderen) {
  for (const oud of [...rij.children]) if (!kinderen.includes(oud)) oud.remove();
  for (const [plek, kind] of kinderen.entries()) if (rij.children[plek] !== kind) rij.insertBefore(kind, rij.children[plek] ?? null);
}

/**
 * What was put right, a hint, and what the order cannot know.
 * @param {HTMLElement} vak
 * @param {Lijst} antwoord
 * @param {Staat} staat
 * @param {string} volgorde
 */
export function toonNoten(vak, { verbeterd, wenk, aantal }, { q, vanaf }, volgorde) {
  const [tip, adres] = wenk ?? ["", ""];
  const noten = [
    tip && maak("div", { class: "sp-melding" }, maak("p", { class: "sp-melding__kop" }, icoon("info"), "Goed om te weten"), maak("p", {}, tip, " ", maak("a", { class: "sp-link", href: naar(adres) }, "Lees meer"))),
    verbeterd && maak("p", {}, "Gezocht op ", maak("b", {}, verbeterd), ` in plaats van ${q.trim().slice(0, 60)}.`),
    volgorde === "vergoeding" && aantal > 0 && maak("p", {}, "Stages waarvan het bedrag nog niet bekend is, staan achteraan."),
    volgorde === "dichtbij" && !vanaf && maak("p", {}, "Kies hierboven waar je vandaan komt."),
  ];
  vak.replaceChildren(...noten.filter((noot) => noot instanceof Node));
  vak.hidden = !vak.childElementCount;
}

/** What the colours of the bars mean. */
export function legenda() {
  const stalen = [["jij", "jouw periode"], ["stage", "de vacature"], ["samen", "samen"]];
  return maak(
    "p",
    { class: "sp-vinden__legenda", hidden: true },
    ...stalen.map(([soort, tekst]) => maak("span", {}, maak("span", { class: `sp-fit__staal sp-fit__staal--${soort}` }), tekst)),
  );
}

/**
 * "1.014 stages"
 * @param {[een: string, meer: string]} woorden
 * @param {number} aantal
 */
export const gevonden = (woorden, aantal) => `${metPunten(aantal)} ${meervoud(aantal, ...woorden)}`;

/**
 * The panel for nothing found: every way back with what it gives, above the ways on that the page brings.
 * @param {HTMLElement} vak
 * @param {HTMLTemplateElement} mal
 * @param {Uitweg[]} wegen
 * @param {{namen: Namen, weg: Weg, woorden: [een: string, meer: string], q: string}} bij
 */
export function toonLeeg(vak, mal, wegen, { namen, weg, woorden, q }) {
  const chip = (/** @type {Uitweg} */ { facet, waarde, naam }) =>
    facet === "*"
      ? maak("button", { type: "button", class: "sp-tekstknop", click: () => weg("*", "") }, "Alles wissen")
      : weghaalchip(facet === "q" ? aangehaald(q) : (namen.get(facet)?.get(waarde) ?? naam), "", () => weg(facet, waarde));
  const rijen = wegen.map((uitweg) => maak("li", {}, chip(uitweg), gevonden(woorden, uitweg.aantal)));
  const inhoud = /** @type {DocumentFragment} */ (mal.content.cloneNode(true));
  const lijst = inhoud.querySelector("ul");
  const raad = lijst?.previousElementSibling;
  lijst?.replaceChildren(...rijen);
  if (raad && wegen.every(({ facet }) => facet === "*")) raad.textContent = wegen.length ? "Begin opnieuw met minder keuzes:" : "Er staat nu niets open.";
  vak.replaceChildren(inhoud);
}
