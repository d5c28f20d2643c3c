/** Two to four vacancies side by side, a row for every fact: what differs says so in a word. */

import { datumVol, dagVan } from "./dagen.js";
import { maak, teken } from "./maak.js";
import { WOORD } from "./woorden.js";

/** @typedef {import("./zoek/soorten.js").Item} Item */
/** @typedef {import("./bewaarvorm.js").Bewaard} Bewaard */
/**
 * @typedef {object} Kolom
 * @property {string} sleutel
 * @property {string} titel
 * @property {string} wie
 * @property {string} adres
 * @property {Item | null} item null for one that is in no list any more
 * @property {Bewaard | null} eigen what is kept of it, null when it is not in the list
 */
/** @typedef {{naam: string, cellen: string[], verschilt: boolean}} Rij */

const PERIODE = "Jouw periode";

/** Ends the listening of the table that stood there before. */
let vorige = new AbortController();

/**
 * The rows of the table, fit first; a fact that only one has is a row too.
 * @param {Kolom[]} kolommen
 * @returns {Rij[]}
 */
export function rijen(kolommen) {
  /** @type {Map<string, string[]>} */
  const per = new Map();
  const leeg = () => kolommen.map(() => "");
  if (kolommen.some(({ item }) => item?.past)) {
    per.set(PERIODE, kolommen.map(({ item }) => (item?.past ? `${WOORD[item.past.fit]}. ${item.past.zin}` : "")));
  }
  kolommen.forEach(({ item, eigen }, plaats) => {
    const feiten = item?.feiten ?? (eigen?.sluit ? [["Sluit", datumVol(dagVan(eigen.sluit))]] : []);
    for (const [naam = "", waarde = ""] of feiten) {
      const cellen = per.get(naam) ?? leeg();
      cellen[plaats] = naam === "Sluit" ? waarde.replace(/^Sluit /, "") : waarde;
      per.set(naam, cellen);
    }
  });
  return [...per].map(([naam, cellen]) => ({ naam, cellen, verschilt: new Set(cellen).size > 1 }));
}

/**
 * The table with its controls. On a phone two columns stand beside each other, and two lists choose which.
 * @param {Kolom[]} kolommen two to four
 * @param {(item: Item) => Node | null} past the fit of an item, drawn
 * @returns {HTMLElement}
 */
export function vergelijking(kolommen, past) {
  const smal = matchMedia("(max-width: 699.98px)");
  const paar = [0, 1];
  const tabel = maak("table", { class: "sp-vergelijk__tabel" });
  const vinkje = maak("input", { type: "checkbox", change: vul });
  const tel = maak("p", { class: "sp-vh", role: "status" });
  const keuze = maak("div", { class: "sp-vergelijk__keuze" }, ...(kolommen.length > 2 ? paar.map(kiezer) : []));

  /** @param {number} kant */
  function kiezer(kant) {
    const lijst = maak("select", { class: "sp-invoer", change: () => kies(kant, Number(lijst.value)) });
    kolommen.forEach(({ titel }, plaats) => lijst.append(maak("option", { value: plaats }, titel)));
    lijst.value = String(paar[kant]);
    return maak("label", {}, maak("span", {}, kant ? "Rechts" : "Links"), lijst);
  }

  /**
   * Choosing what stands on the other side makes the two change places.
   * @param {number} kant
   * @param {number} plaats
   */
  function kies(kant, plaats) {
    if (paar[1 - kant] === plaats) paar[1 - kant] = paar[kant] ?? 0;
    paar[kant] = plaats;
    keuze.querySelectorAll("select").forEach((lijst, welke) => (lijst.value = String(paar[welke])));
    vul();
  }

  function vul() {
    const deel = smal.matches ? paar.flatMap((plaats) => kolommen[plaats] ?? []) : kolommen;
    const alle = rijen(deel);
    const over = vinkje.checked ? alle.filter(({ verschilt }) => verschilt) : alle;
    tabel.replaceChildren(kopregel(deel), maak("tbody", {}, ...over.map((rij) => regel(rij, deel, past)), ...slot(deel)));
    tel.textContent = vinkje.checked ? `${over.length} van de ${alle.length} regels verschillen.` : "";
  }

  vorige.abort();
  vorige = new AbortController();
  smal.addEventListener("change", vul, { signal: vorige.signal });
  vul();
  return maak(
    "section",
    { class: "sp-vergelijk" },
    maak("label", { class: "sp-vergelijk__vink" }, vinkje, "Toon alleen wat verschilt"),
    tel,
    keuze,
    maak("div", { class: "sp-vergelijk__rol", role: "region", tabindex: 0, "aria-label": "Stages naast elkaar" }, tabel),
  );
}

/** @param {Kolom[]} kolommen */
function kopregel(kolommen) {
  const cellen = kolommen.map(({ item, titel, wie, adres }) =>
    maak(
      "th",
      { scope: "col" },
      item && teken("weefsel.svg", item.vakgebied.id, "sp-weefsel"),
      maak("a", { href: adres }, titel),
      maak("span", {}, wie),
    ),
  );
  return maak("thead", {}, maak("tr", {}, maak("td", {}, maak("span", { class: "sp-vh" }, "Gegeven")), ...cellen));
}

/**
 * @param {Rij} rij
 * @param {Kolom[]} kolommen
 * @param {(item: Item) => Node | null} past
 */
function regel({ naam, cellen, verschilt }, kolommen, past) {
  const kop = maak("th", { scope: "row" }, naam, verschilt ? maak("span", { class: "sp-vergelijk__anders" }, "verschilt") : null);
  const vakken = kolommen.map(({ item }, plaats) => {
    if (naam === PERIODE) return maak("td", {}, item?.past ? (past(item) ?? cellen[plaats]) : "Niet bekend");
    const nog = naam === "Sluit" && item?.badges.find(([soort]) => soort === "sluit");
    const badge = nog ? maak("span", { class: "sp-badge sp-badge--sluit" }, nog[1]) : null;
    return maak("td", {}, cellen[plaats] || "Niet bekend", badge);
  });
  return maak("tr", verschilt ? { class: "sp-vergelijk--anders" } : {}, kop, ...vakken);
}

/** The own note, and one button each. @param {Kolom[]} kolommen */
function slot(kolommen) {
  const notities = kolommen.map(({ sleutel, titel, eigen }) => {
    if (eigen?.notitie) return maak("td", {}, maak("p", { class: "sp-vergelijk__notitie" }, eigen.notitie));
    if (!eigen) return maak("td", {}, "Niet in je lijst");
    return maak("td", {}, maak("a", { class: "sp-link", href: `./#notitie-${sleutel}`, "data-binnen": true }, "Notitie maken", maak("span", { class: "sp-vh" }, ` bij ${titel}`)));
  });
  const knoppen = kolommen.map(({ titel, adres, item }) =>
    maak("td", {}, maak("a", { class: "sp-knop sp-knop--rand", href: adres }, item ? "Bekijk en reageer" : "Bekijk", maak("span", { class: "sp-vh" }, ` op ${titel}`))),
  );
  return [
    maak("tr", {}, maak("th", { scope: "row" }, "Mijn notitie"), ...notities),
    maak("tr", { class: "sp-vergelijk__knoppen" }, maak("td", {}), ...knoppen),
  ];
}
