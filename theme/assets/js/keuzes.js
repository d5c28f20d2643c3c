/**
 * The facets as one form: groups that fold, a box and a count for every value. The organisations stand on the map of
 * the region or in a list: the same boxes, in another place.
 */

import { icoon, maak } from "./maak.js";

/** @typedef {import("./zoek/soorten.js").Facetten["facetten"][0]} Groep */
/** @typedef {import("./zoek/soorten.js").Organisatie} Organisatie */
/** @typedef {import("./adres.js").Keuzes} Keuzes */

/** A longer list begins with so many values; filters.css hides the rest. */
const EERST = 8;
/** From this count on a tile has the deeper ground. */
const VEEL = 5;
/** What comes first; the rest follows in the order of the data. */
const VOORAAN = ["vakgebied", "niveau", "organisatie"];

/**
 * @param {string} facet
 * @param {string} waarde
 * @param {...(Node | string)} naam
 */
export function optie(facet, waarde, ...naam) {
  return maak(
    "label",
    { class: "sp-optie" },
    maak("input", { type: "checkbox", name: facet, value: waarde }),
    maak("span", { class: "sp-optie__naam" }, ...naam),
    // The space parts name and count where they are read aloud.
    " ",
    maak("span", { class: "sp-optie__tel" }),
  );
}

/** @param {HTMLElement} groep @param {number} aantal */
function meerKnop(groep, aantal) {
  const knop = maak("button", { type: "button", class: "sp-tekstknop", click: () => zet(!groep.classList.contains("sp-filter--kort")) });
  /** @param {boolean} kort */
  function zet(kort) {
    groep.classList.toggle("sp-filter--kort", kort);
    knop.setAttribute("aria-expanded", String(!kort));
    knop.textContent = kort ? `Toon alle ${aantal}` : `Toon de eerste ${EERST}`;
  }
  zet(true);
  return knop;
}

/**
 * @param {Groep} facet
 * @param {...Node} inhoud
 */
function maakGroep({ id, naam }, ...inhoud) {
  return maak(
    "details",
    { class: "sp-filter", "data-groep": id },
    maak("summary", {}, maak("span", {}, naam), maak("span", { class: "sp-filter__pil", hidden: true }), icoon("chevron")),
    maak("fieldset", {}, maak("legend", { class: "sp-vh" }, naam), ...inhoud),
  );
}

/** @param {Groep} facet */
function lijstgroep(facet) {
  const { id, waarden } = facet;
  const lijst = maak("ul", {}, ...waarden.map(([waarde, naam]) => maak("li", {}, optie(id, waarde, naam))));
  const groep = maakGroep(facet, lijst);
  if (waarden.length > EERST) lijst.after(meerKnop(groep, waarden.length));
  return groep;
}

/** @param {string} facet @param {string} waarde @param {string} naam @param {Organisatie | undefined} organisatie */
function kaartrij(facet, waarde, naam, organisatie) {
  const plek = organisatie?.plek ?? null;
  const li = maak("li", {}, optie(facet, waarde, naam));
  if (plek) {
    li.className = `sp-k${plek[0]} sp-r${plek[1]}`;
    li.querySelector(".sp-optie__tel")?.before(maak("span", { class: "sp-optie__kort", "aria-hidden": "true" }, organisatie?.kaart));
  }
  return { li, opKaart: plek !== null, leest: plek ? plek[1] * 10 + plek[0] : 0 };
}

/**
 * The organisations: those with a place on the map can stand there, read from north to south.
 * @param {Groep} facet
 * @param {Organisatie[]} organisaties
 */
function kaartgroep(facet, organisaties) {
  const rijen = facet.waarden.map(([waarde, naam]) => kaartrij(facet.id, waarde, naam, organisaties.find(({ id }) => id === waarde)));
  const tegels = rijen.filter(({ opKaart }) => opKaart).sort((a, b) => a.leest - b.leest);
  if (!tegels.length) return lijstgroep(facet);
  const regio = maak("ul", { class: "sp-regio" });
  const lijst = maak("ul");
  const wissel = maak("button", { type: "button", class: "sp-tekstknop", click: () => zet(regio.childElementCount === 0) });
  const groep = maakGroep(facet, regio, lijst, maak("p", {}, wissel));
  const meer = rijen.length > EERST ? meerKnop(groep, rijen.length) : null;
  if (meer) wissel.before(meer);

  /** @param {boolean} alsKaart */
  function zet(alsKaart) {
    if (alsKaart) regio.append(...tegels.map(({ li }) => li));
    lijst.append(...rijen.filter(({ opKaart }) => !opKaart || !alsKaart).map(({ li }) => li));
    regio.hidden = !alsKaart;
    groep.toggleAttribute("data-kaart", alsKaart);
    if (meer) meer.hidden = alsKaart;
    wissel.textContent = alsKaart ? "Kies uit een lijst" : "Kies op de kaart";
  }
  zet(true);
  return groep;
}

/** @param {HTMLDetailsElement} groep @returns {number} how many are chosen in it */
function zetPil(groep) {
  const aantal = groep.querySelectorAll(":checked").length;
  const pil = /** @type {HTMLElement} */ (groep.querySelector(".sp-filter__pil"));
  pil.hidden = !aantal;
  pil.replaceChildren(...(aantal ? [String(aantal), maak("span", { class: "sp-vh" }, " gekozen")] : []));
  return aantal;
}

/**
 * @param {Groep[]} facetten
 * @param {Organisatie[]} organisaties
 * @param {Element | null} periode what stands above the groups
 */
export function maakKeuzes(facetten, organisaties, periode) {
  const rang = (/** @type {Groep} */ { id }) => (VOORAAN.includes(id) ? VOORAAN.indexOf(id) : VOORAAN.length);
  const groepen = [...facetten]
    .sort((a, b) => rang(a) - rang(b))
    .map((facet) => (facet.id === "organisatie" ? kaartgroep(facet, organisaties) : lijstgroep(facet)));
  const formulier = maak("form", { class: "sp-filters__form", "aria-label": "Filters", submit: (event) => event.preventDefault() }, periode, ...groepen);
  let eerste = true;

  return {
    formulier,

    /** @param {string[]} ids opens these, and leaves the others */
    open(ids) {
      for (const groep of groepen) if (ids.includes(groep.dataset.groep ?? "")) groep.open = true;
    },

    /**
     * @param {Keuzes} keuzes
     * @param {Record<string, Record<string, number>>} telling
     */
    zet(keuzes, telling) {
      for (const vak of formulier.querySelectorAll("input")) {
        const aantal = telling[vak.name]?.[vak.value] ?? 0;
        const rij = /** @type {HTMLElement} */ (vak.parentElement);
        vak.checked = keuzes[vak.name]?.includes(vak.value) ?? false;
        if (rij.lastElementChild && rij.dataset.tel !== String(aantal)) rij.lastElementChild.textContent = String(aantal);
        rij.dataset.tel = String(aantal);
        rij.dataset.trap = aantal === 0 ? "0" : aantal < VEEL ? "1" : "2";
      }
      // What was chosen before, by a link or a bookmark, lies open at the start.
      for (const groep of groepen) if (zetPil(groep) && eerste) groep.open = true;
      eerste = false;
    },
  };
}
