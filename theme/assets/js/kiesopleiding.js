/** In the chooser of the own period: a programme, found by its name, and the periods that its school has for it. */

import { isToets, maakAanwijzer, maakVeld } from "./combobox.js";
import { dagVan, vandaag } from "./dagen.js";
import { rij, zetFout } from "./kiezervelden.js";
import { tekstknop } from "./knoppen.js";
import { maak } from "./maak.js";
import { komende, naamVan, zelfde, zoekOpleiding } from "./opleidingen.js";
import { duur, reeks } from "./reeks.js";
import { maakStem } from "./stem.js";
import { DAGNAAM, geteld, inDagen, opsomming } from "./woorden.js";

/** @typedef {import("./opleidingen.js").Keus} Keus */
/** @typedef {import("./zoek/soorten.js").Slot} Slot */

const ONBEKEND = "Deze opleiding kennen we nog niet. Probeer de naam van je school, of vul eigen datums in.";

/**
 * The field that finds a programme: a combobox with its list below it.
 * @param {(keus: Keus | null) => void} bijKeuze
 */
export function maakZoeker(bijKeuze) {
  /** @type {Keus[]} */
  let keuzes = [];
  /** @type {Keus[]} */
  let gevonden = [];
  /** @type {Keus | null} */
  let gekozen = null;

  const veld = maakVeld("kies-lijst", {
    class: "sp-invoer",
    id: "kies-opleiding",
    "aria-describedby": "kies-hint",
    maxlength: 100,
    input: typ,
    click: () => lijst.hidden && open(),
    // What is being said of a choice or of an error is heard to its end.
    blur: () => lijst.hidden || sluit(),
    keydown: (event) => toets(/** @type {KeyboardEvent} */ (event)),
  });
  const lijst = maak("ul", { id: "kies-lijst", role: "listbox", "aria-label": "Opleidingen", hidden: true, pointerdown: (event) => event.preventDefault() });
  const opties = () => /** @type {HTMLLIElement[]} */ ([...lijst.children]);
  const aanwijzer = maakAanwijzer(veld, opties);
  const stem = maakStem();
  const element = maak(
    "div",
    { class: "sp-veld", id: "vak-opleiding" },
    maak("label", { for: veld.id }, "Je opleiding"),
    maak("p", { class: "sp-veld__hint", id: "kies-hint" }, "Typ je opleiding, je school of de code van je opleiding."),
    veld,
    lijst,
    stem.element,
  );

  function sluit() {
    stem.zwijg();
    aanwijzer.wijs();
    lijst.hidden = true;
    veld.setAttribute("aria-expanded", "false");
  }

  /** Shows what answers; a chosen programme hides no other ones. */
  function open() {
    gevonden = zoekOpleiding(keuzes, gekozen ? "" : veld.value);
    aanwijzer.wijs();
    lijst.replaceChildren(
      ...gevonden.map((keus, plaats) => {
        const bij = maak("small", {}, `${keus.school.kort} · ${keus.opleiding.niveau}`);
        return maak("li", { role: "option", id: `kies-${plaats}`, "aria-selected": "false", click: () => kies(keus) }, keus.opleiding.naam, " ", bij);
      }),
    );
    lijst.scrollTop = 0;
    lijst.hidden = gevonden.length === 0;
    veld.setAttribute("aria-expanded", String(!lijst.hidden));
    const niets = keuzes.length > 0 && lijst.hidden;
    zetFout(element, veld, niets ? ONBEKEND : "");
    if (keuzes.length) stem.zeg(niets ? ONBEKEND : geteld(gevonden.length, "opleiding", "opleidingen"));
  }

  function typ() {
    if (gekozen) bijKeuze((gekozen = null));
    if (veld.value.trim()) open();
    else sluit();
  }

  /** @param {Keus} keus */
  function kies(keus) {
    gekozen = keus;
    veld.value = `${naamVan(keus)} · ${keus.opleiding.niveau}`;
    zetFout(element, veld, "");
    sluit();
    bijKeuze(keus);
    stem.zeg(`${keus.opleiding.naam} gekozen, ${geteld(komende(keus.opleiding.periodes, vandaag()).length, "periode", "periodes")}.`);
  }

  /** @param {KeyboardEvent} event */
  function toets(event) {
    const { key } = event;
    if (!isToets(event)) return;
    if (lijst.hidden && (key === "ArrowDown" || key === "ArrowUp")) open();
    if (lijst.hidden) {
      if (key === "Enter" && !gekozen) event.preventDefault();
      return;
    }
    if (aanwijzer.loop(event)) return;
    const nu = gevonden[opties().findIndex((optie) => optie === aanwijzer.actief())];
    if (key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      sluit();
    } else if (key === "Enter") {
      event.preventDefault();
      const keus = nu ?? gevonden[0];
      if (keus) kies(keus);
    } else if (key === "Tab" && nu) kies(nu);
  }

  return {
    element,
    veld,
    gekozen: () => gekozen,
    /** @param {Keus[]} nieuw @param {string} id */
    leer(nieuw, id) {
      keuzes = nieuw;
      const was = nieuw.find(({ opleiding }) => opleiding.id === id);
      if (was && !veld.value) kies(was);
      else if (document.activeElement === veld && veld.value.trim()) open();
    },
  };
}

/** @param {Slot} slot */
const watSlot = ({ dagen, lesdagen }) => {
  const les = opsomming(lesdagen.map((dag) => DAGNAAM[dag] ?? dag));
  return `${inDagen(dagen)} per week${les && `, les op ${les}`}`;
};

/**
 * The periods of a programme, each to tick.
 * @param {Keus} keus
 * @param {Slot[]} was those that were chosen before
 */
export function maakPeriodes(keus, was) {
  const slots = komende(keus.opleiding.periodes, vandaag());
  const bekend = slots.some((slot) => was.some((ander) => zelfde(slot, ander)));
  const allesProef = slots.every(({ voorbeeld }) => voorbeeld);
  const badge = (/** @type {string} */ tekst) => maak("span", { class: "sp-badge sp-badge--voorbeeld" }, tekst);
  const rijen = slots.map((slot) => {
    const [van, tot] = [dagVan(slot.start), dagVan(slot.eind)];
    const aan = !bekend || was.some((ander) => zelfde(slot, ander));
    const uitleg = maak("small", {}, `${reeks(van, tot)}, ${duur(van, tot)}`, maak("br"), watSlot(slot));
    return { slot, ...rij({ type: "checkbox", ...(aan ? { checked: true } : {}) }, slot.naam, " ", ...(slot.voorbeeld && !allesProef ? [badge("Voorbeeldgegevens")] : []), uitleg) };
  });
  const binnen = maak("div", {}, ...rijen.map(({ element }) => element));
  const vak = maak(
    "fieldset",
    { class: "sp-veld", id: "vak-periodes" },
    maak("legend", {}, "Je periodes"),
    allesProef ? maak("p", { class: "sp-veld__hint" }, badge("Voorbeeldgegevens"), " Nog niet bevestigd door je school.") : null,
    binnen,
  );
  /** @returns {Slot[]} */
  const lees = () => rijen.filter(({ veld }) => veld.checked).map(({ slot }) => slot);
  return {
    vak,
    lees,
    /** @returns {HTMLElement | null} what to go to when something is wrong */
    fout() {
      const goed = lees().length > 0;
      const uitweg = tekstknop(slots.length === 1 ? "Kies deze periode" : `Kies alle ${slots.length} periodes`, () => {
        for (const { veld } of rijen) veld.checked = true;
        zetFout(vak, binnen, "");
        rijen[0]?.veld.focus();
      });
      zetFout(vak, binnen, goed ? "" : "Kies minstens één periode, dan kunnen we rekenen.", uitweg);
      if (goed) return null;
      const eerste = rijen[0]?.veld ?? null;
      eerste?.setAttribute("aria-describedby", `${vak.id}-fout`);
      return eerste;
    },
  };
}
