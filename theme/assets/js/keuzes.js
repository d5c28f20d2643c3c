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

/** A value without its words: there are so many that copying one is worth it. @type {HTMLLabelElement | undefined} */
let mal;

function maakMal() {
  // The space parts name and count where they are read aloud.
  const delen = [maak("input", { type: "checkbox" }), maak("span", { class: "sp-optie__naam" }), " ", maak("span", { class: "sp-optie__tel" })];
  return maak("label", { class: "sp-optie" }, ...delen);
}

/**
 * @param {string} facet
 * @param {string} waarde
 * @param {...(Node | string)} naam
 */
export function optie(facet, waarde, ...naam) {
  const label = /** @type {HTMLLabelElement} */ ((mal ??= maakMal()).cloneNode(true));
  const [vak, woorden] = /** @type {[HTMLInputElement, HTMLElement]} */ ([...label.children].slice(0, 2));
  vak.name = facet;
  vak.value = waarde;
  woorden.append(...naam);
  return label;
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

/** @param {Groep} facet a group that folds, without its values */
function maakGroep({ id, naam }) {
  return maak(
    "details",
    { class: "sp-filter", "data-groep": id },
    maak("summary", {}, maak("span", {}, naam), maak("span", { class: "sp-filter__pil", hidden: true }), icoon("chevron")),
    maak("fieldset", {}, maak("legend", { class: "sp-vh" }, naam)),
  );
}

/**
 * @param {HTMLElement} groep
 * @param {Groep} facet
 */
function vulLijst(groep, { id, waarden }) {
  groep.lastElementChild?.append(maak("ul", {}, ...waarden.map(([waarde, naam]) => maak("li", {}, optie(id, waarde, naam)))));
  if (waarden.length > EERST) groep.lastElementChild?.append(meerKnop(groep, waarden.length));
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
 * @param {HTMLElement} groep
 * @param {Groep} facet
 * @param {Organisatie[]} organisaties
 */
function vulKaart(groep, facet, organisaties) {
  const rijen = facet.waarden.map(([waarde, naam]) => kaartrij(facet.id, waarde, naam, organisaties.find(({ id }) => id === waarde)));
  const tegels = rijen.filter(({ opKaart }) => opKaart).sort((a, b) => a.leest - b.leest);
  if (!tegels.length) return vulLijst(groep, facet);
  const regio = maak("ul", { class: "sp-regio" });
  const lijst = maak("ul");
  const wissel = maak("button", { type: "button", class: "sp-tekstknop", click: () => zet(regio.childElementCount === 0) });
  groep.lastElementChild?.append(regio, lijst, maak("p", {}, wissel));
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
}

/**
 * @param {Element} groep
 * @param {number} aantal how many are chosen in it
 */
function zetPil(groep, aantal) {
  const pil = /** @type {HTMLElement} */ (groep.querySelector(".sp-filter__pil"));
  pil.hidden = !aantal;
  pil.replaceChildren(...(aantal ? [String(aantal), maak("span", { class: "sp-vh" }, " gekozen")] : []));
}

/**
 * @param {Element} waarin
 * @param {Keuzes} keuzes
 * @param {Record<string, Record<string, number>>} telling
 */
function zetVakken(waarin, keuzes, telling) {
  for (const vak of waarin.querySelectorAll("input")) {
    const aantal = telling[vak.name]?.[vak.value] ?? 0;
    const rij = /** @type {HTMLElement} */ (vak.parentElement);
    vak.checked = keuzes[vak.name]?.includes(vak.value) ?? false;
    if (rij.dataset.tel === String(aantal)) continue;
    if (rij.lastElementChild) rij.lastElementChild.textContent = String(aantal);
    rij.dataset.tel = String(aantal);
    rij.dataset.trap = aantal === 0 ? "0" : aantal < VEEL ? "1" : "2";
  }
}

/**
 * @param {Groep[]} facetten
 * @param {Organisatie[]} organisaties
 * @param {Element | null} periode what stands above the groups
 */
export function maakKeuzes(facetten, organisaties, periode) {
  const rang = (/** @type {Groep} */ { id }) => (VOORAAN.includes(id) ? VOORAAN.indexOf(id) : VOORAAN.length);
  const volgorde = [...facetten].sort((a, b) => rang(a) - rang(b));
  const groepen = new Map(volgorde.map((facet) => [facet.id, maakGroep(facet)]));
  const formulier = maak("form", { class: "sp-filters__form", "aria-label": "Filters", submit: (event) => event.preventDefault() }, periode, ...groepen.values());
  /** The groups without their values: what is folded gets them while the page rests, or when it is opened. */
  const leeg = new Map(volgorde.map((facet) => [facet.id, facet]));
  /** @type {[Keuzes, Record<string, Record<string, number>>] | null} */
  let stand = null;

  /** @param {string} id */
  function vul(id) {
    const [facet, groep] = [leeg.get(id), groepen.get(id)];
    if (!facet || !groep) return;
    leeg.delete(id);
    if (id === "organisatie") vulKaart(groep, facet, organisaties);
    else vulLijst(groep, facet);
    if (stand) zetVakken(groep, ...stand);
  }
  for (const [id, groep] of groepen) groep.addEventListener("toggle", () => vul(id));

  return {
    formulier,

    /** @param {string[]} ids opens these, and leaves the others */
    open(ids) {
      for (const id of ids) {
        vul(id);
        groepen.get(id)?.toggleAttribute("open", true);
      }
    },

    /** Gives one folded group its values. @returns {boolean} whether there are more */
    vulVerder() {
      for (const id of [...leeg.keys()].slice(0, 1)) vul(id);
      return leeg.size > 0;
    },

    /**
     * @param {Keuzes} keuzes
     * @param {Record<string, Record<string, number>>} telling
     */
    zet(keuzes, telling) {
      // What was chosen before, by a link or a bookmark, lies open at the start.
      if (!stand) this.open([...groepen.keys()].filter((id) => keuzes[id]?.length));
      stand = [keuzes, telling];
      zetVakken(formulier, keuzes, telling);
      for (const [id, groep] of groepen) zetPil(groep, keuzes[id]?.length ?? 0);
    },
  };
}
