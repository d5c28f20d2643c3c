/** The diary of a saved vacancy: what happened on which day. */

import { dagVan, datum, isoVan, vandaag } from "./dagen.js";
import { tekstknop } from "./knoppen.js";
import { maak } from "./maak.js";
import { opVolgorde } from "./stagelijst.js";

/** @typedef {import("./opslag.js").Bewaard} Bewaard */
/** @typedef {import("./opslag.js").Stap} Stap */

/** @param {Stap} stap */
export const regel = ({ op, wat }) => (op ? `${datum(dagVan(op))}, ${wat}` : wat);

/**
 * The diary of one: folded, its last line in the summary.
 * @param {() => Node} bij for those who do not see what it belongs to
 * @param {() => Bewaard} nu
 * @param {(deel: Partial<Bewaard>) => void} wijzig
 */
export function dagboek(bij, nu, wijzig) {
  const kopje = maak("summary");
  const rij = maak("ul", { class: "sp-stage__dagboek" });
  const dag = maak("input", { class: "sp-invoer", type: "date", value: isoVan(vandaag()) });
  const wat = maak("input", { class: "sp-invoer", maxlength: 500, autocomplete: "off" });

  /** @param {string} tekst */
  const zetErbij = (tekst) => tekst.trim() && zet([...nu().dagboek, { op: dag.value || isoVan(vandaag()), wat: tekst.trim() }]);
  /** @param {Stap[]} stappen */
  function zet(stappen) {
    wijzig({ dagboek: opVolgorde(stappen) });
    teken();
  }
  /** @param {number} plaats */
  function haalEruit(plaats) {
    zet(nu().dagboek.filter((_, welke) => welke !== plaats));
    kopje.focus();
  }
  function teken() {
    const stappen = nu().dagboek;
    const laatste = stappen.at(-1);
    kopje.replaceChildren(laatste ? `Dagboek: ${regel(laatste)}` : "Dagboek bijhouden", bij());
    rij.replaceChildren(...stappen.map((stap, plaats) => maak("li", {}, regel(stap), tekstknop("kruis", "Wis", () => haalEruit(plaats), ` ${regel(stap)}`))));
  }
  /** @param {Event} event */
  function verstuur(event) {
    event.preventDefault();
    zetErbij(wat.value);
    wat.value = "";
  }
  teken();
  return maak(
    "details",
    {},
    kopje,
    rij,
    maak("form", { submit: verstuur }, maak("label", {}, "Dag", dag), maak("label", {}, "Wat gebeurde er?", wat), maak("button", { class: "sp-knop sp-knop--rand" }, "Zet erbij")),
    maak("div", { class: "sp-chips" }, ...["Gereageerd", "Gesprek", "Aangenomen", "Niet gelukt"].map((woord) => maak("button", { type: "button", class: "sp-chip", click: () => zetErbij(woord) }, woord))),
  );
}
