/** Choices from the registers: programmes to find and tick, and assignments by field. */

import { maak } from "../maak.js";
import { geteld } from "../woorden.js";

/** @typedef {import("./velden.js").Werk} Werk */
/** @typedef {import("./velden.js").Bediening} Bediening */

/** A box or a dot with its words. @param {Record<string, string | boolean | (() => void)>} eigen @param {...(Node | string)} woorden */
export function keus(eigen, ...woorden) {
  const veld = maak("input", eigen);
  return { veld, element: maak("label", { class: "sp-keus" }, veld, maak("span", {}, ...woorden)) };
}

/** A text to look in: without capitals and accents. @param {string} tekst */
const zoekvorm = (tekst) => tekst.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();

/** @param {import("./soorten.js").Gegevens} gegevens */
export function opdrachtGroepen({ registers: { vakgebieden, opdrachten } }) {
  return vakgebieden.flatMap(([id, naam]) => {
    const van = opdrachten.filter(([, , vakgebied]) => vakgebied === id);
    return van.length ? [maak("optgroup", { label: naam }, ...van.map(([sleutel, titel]) => new Option(titel, sleutel)))] : [];
  });
}

/**
 * Programmes as boxes below a field that searches them: those of the levels that were chosen, and what is ticked.
 * @param {Werk} werk
 * @returns {Bediening}
 */
export function opleidingkiezer({ id, was, bij, zet, gegevens, antwoord }) {
  const alle = gegevens.registers.opleidingen.flatMap(({ kort, naam: school, opleidingen }) =>
    opleidingen.map(([ref, naam, niveau, vakgebieden]) => ({ ref, naam, niveau, vakgebieden, kort, zoek: zoekvorm(`${naam} ${kort} ${school} ${niveau}`) })),
  );
  const aan = new Set(Array.isArray(was) ? was : []);
  const zoek = maak("input", { class: "sp-invoer", id, type: "search", autocomplete: "off", spellcheck: "false", "aria-describedby": bij, "aria-label": "Zoek een opleiding of school", input: toon });
  zoek.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
  const lijst = maak("div", { class: "sp-opleidinglijst", role: "group", "aria-label": "Opleidingen" });
  const stand = maak("p", { class: "sp-veld__teller", role: "status" });
  let getoond = "";

  /** @param {typeof alle[number]} opleiding */
  function rij({ ref, naam, niveau, kort }) {
    const { veld, element } = keus({ type: "checkbox", value: ref, checked: aan.has(ref) }, naam, maak("small", {}, `${kort} · ${niveau}`));
    veld.addEventListener("change", () => {
      if (veld.checked) aan.add(ref);
      else aan.delete(ref);
      zet([...aan]);
      tel();
    });
    return element;
  }

  function tel() {
    const gezien = lijst.childElementCount;
    stand.textContent = gezien ? `${geteld(gezien, "opleiding", "opleidingen")}, ${aan.size} gekozen` : "Geen opleiding met deze woorden en dit niveau.";
  }

  /** After another answer; a list that stays the same is left alone, with the focus that may be in it. */
  function ververs() {
    const nu = JSON.stringify([antwoord("niveaus"), antwoord("vakgebied")]);
    if (nu !== getoond) toon();
    getoond = nu;
  }

  function toon() {
    const woorden = zoekvorm(zoek.value).split(/\s+/).filter(Boolean);
    const niveaus = antwoord("niveaus") ?? [];
    const vakgebied = String(antwoord("vakgebied") ?? "");
    const past = alle.filter(({ ref, niveau, zoek: tekst }) => aan.has(ref) || ((!niveaus.length || niveaus.includes(niveau)) && woorden.every((woord) => tekst.includes(woord))));
    const rang = (/** @type {typeof alle[number]} */ een) => (aan.has(een.ref) ? 0 : een.vakgebieden.includes(vakgebied) ? 1 : 2);
    lijst.replaceChildren(...past.sort((a, b) => rang(a) - rang(b)).map(rij));
    tel();
  }

  ververs();
  return { delen: [zoek, lijst, stand], groep: true, doel: () => zoek, ververs };
}
