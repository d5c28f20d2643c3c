/** The diary of a saved vacancy: what happened on which day. */

import { dagVan, datum, isoVan, vandaag } from "./dagen.js";
import { icoonknop } from "./knoppen.js";
import { maak } from "./maak.js";
import { opVolgorde, zelfdeStap } from "./stagelijst.js";

/** @typedef {import("./bewaarvorm.js").Stap} Stap */

/** @param {Stap} stap */
export const regel = ({ op, wat }) => (op ? `${datum(dagVan(op))}, ${wat}` : wat);

/**
 * The diary of one: folded, its last line in the summary.
 * @param {() => Node} bij for those who do not see what it belongs to
 * @param {() => Stap[]} nu what is kept
 * @param {(stappen: Stap[]) => void} bewaar
 * @returns {{element: HTMLElement, teken: (stappen: Stap[]) => void}}
 */
export function maakDagboek(bij, nu, bewaar) {
  const kopje = maak("summary");
  const rij = maak("ul", { class: "sp-stage__dagboek" });
  const dag = maak("input", { class: "sp-invoer", type: "date", value: isoVan(vandaag()) });
  const wat = maak("input", { class: "sp-invoer", maxlength: 500, autocomplete: "off" });

  /** @param {string} tekst */
  const zetErbij = (tekst) => tekst.trim() && zet([...nu(), { op: dag.value || isoVan(vandaag()), wat: tekst.trim() }]);
  /** @param {Stap[]} stappen */
  function zet(stappen) {
    bewaar(opVolgorde(stappen));
    teken(nu());
  }
  /** Known by what it says: another tab may have moved the lines. @param {Stap} weg */
  function haalEruit(weg) {
    const stappen = nu();
    const plaats = stappen.findIndex((stap) => zelfdeStap(stap, weg));
    zet(stappen.filter((_, welke) => welke !== plaats));
  }
  /** @param {Stap[]} stappen */
  function teken(stappen) {
    const laatste = stappen.at(-1);
    if (rij.contains(document.activeElement)) kopje.focus();
    kopje.replaceChildren(laatste ? `Dagboek: ${regel(laatste)}` : "Dagboek bijhouden", bij());
    rij.replaceChildren(...stappen.map((stap) => maak("li", {}, regel(stap), icoonknop("kruis", "Wis", () => haalEruit(stap), ` ${regel(stap)}`))));
  }
  /** @param {Event} event */
  function verstuur(event) {
    event.preventDefault();
    zetErbij(wat.value);
    wat.value = "";
  }
  const element = maak(
    "details",
    {},
    kopje,
    rij,
    maak("form", { submit: verstuur }, maak("label", {}, "Dag", dag), maak("label", {}, "Wat gebeurde er?", wat), maak("button", { class: "sp-knop sp-knop--rand" }, "Zet erbij")),
    maak("div", { class: "sp-chips" }, ...["Gereageerd", "Gesprek", "Aangenomen", "Niet gelukt"].map((woord) => maak("button", { type: "button", class: "sp-chip", click: () => zetErbij(woord) }, woord))),
  );
  return { element, teken };
}
