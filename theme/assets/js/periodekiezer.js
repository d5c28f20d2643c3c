/** The chooser of the own internship period: the periods of a programme, or dates that the visitor types. */

import { dagVan, isoVan, vandaag } from "./dagen.js";
import { icoon, maak } from "./maak.js";
import { EIGEN, alleOpleidingen, controleer, komende, kort, naamVan, zelfde, zoekOpleiding } from "./opleidingen.js";
import { leesPeriode, opslagWerkt, zetPeriode } from "./opslag.js";
import { DAGNAAM, dagen as inDagen, duur, geteld, opsomming, reeks } from "./reeks.js";
import { maakLoket } from "./zoek/loket.js";

/** @typedef {import("./opleidingen.js").Keus} Keus */
/** @typedef {import("./opslag.js").Periode} Periode */
/** @typedef {import("./zoek/soorten.js").Slot} Slot */

const STIL = "Je browser bewaart niets in dit venster. Je periode geldt zolang je op deze pagina blijft.";
const WERKDAGEN = ["ma", "di", "wo", "do", "vr"];
/** Milliseconds without a key before the count is said aloud. */
const RUST = 700;

/** @param {string} tekst @param {() => void} doe */
const tekstknop = (tekst, doe) => maak("button", { type: "button", class: "sp-tekstknop", click: doe }, tekst);

/**
 * A box or a dot with its words.
 * @param {Record<string, string | boolean | (() => void)>} eigen of the control
 * @param {...(Node | string)} woorden
 */
function rij(eigen, ...woorden) {
  const veld = maak("input", eigen);
  return { veld, element: maak("label", { class: "sp-kiezer__rij" }, veld, maak("span", {}, ...woorden)) };
}

/**
 * Shows what is wrong above a control and the remedy below it; without a sentence both go.
 * @param {HTMLElement} vak with the class sp-veld, and an id
 * @param {HTMLElement} veld
 * @param {string} zin
 * @param {Node} [uitweg]
 */
function zetFout(vak, veld, zin, uitweg) {
  const id = `${vak.id}-fout`;
  for (const oud of vak.querySelectorAll("[data-fout]")) oud.remove();
  vak.classList.toggle("sp-veld--fout", Boolean(zin));
  if (zin) {
    veld.before(maak("p", { class: "sp-veld__fout", id, "data-fout": true }, icoon("letop"), maak("span", {}, zin)));
    if (uitweg) veld.after(maak("p", { "data-fout": true }, uitweg));
  }
  const bij = [...vak.querySelectorAll(".sp-veld__hint, .sp-veld__fout")].map((een) => een.id).filter(Boolean).join(" ");
  for (const [naam, waarde] of [["aria-describedby", bij], ["aria-invalid", veld.matches("input, select") && zin && "true"]]) {
    if (waarde) veld.setAttribute(String(naam), String(waarde));
    else veld.removeAttribute(String(naam));
  }
}

/** @param {Slot} slot */
const watSlot = ({ dagen, lesdagen }) => {
  const les = opsomming(lesdagen.map((dag) => DAGNAAM[dag] ?? dag));
  return `${inDagen(dagen)} per week${les && `, les op ${les}`}`;
};

/**
 * The field that finds a programme: a combobox with its list below it.
 * @param {(keus: Keus | null) => void} bijKeuze
 */
function maakZoeker(bijKeuze) {
  /** @type {Keus[]} */
  let keuzes = [];
  /** @type {Keus[]} */
  let gevonden = [];
  /** @type {Keus | null} */
  let gekozen = null;
  let actief = -1;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let spreekt;

  const veld = maak("input", {
    class: "sp-invoer",
    id: "kies-opleiding",
    role: "combobox",
    type: "text",
    "aria-autocomplete": "list",
    "aria-controls": "kies-lijst",
    "aria-expanded": "false",
    "aria-describedby": "kies-hint",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    maxlength: 100,
    input: typ,
    click: () => lijst.hidden && open(),
    blur: () => sluit(),
    keydown: (event) => toets(/** @type {KeyboardEvent} */ (event)),
  });
  const lijst = maak("ul", { id: "kies-lijst", role: "listbox", "aria-label": "Opleidingen", hidden: true, pointerdown: (event) => event.preventDefault() });
  const stem = maak("p", { class: "sp-vh", role: "status" });
  const element = maak(
    "div",
    { class: "sp-veld", id: "vak-opleiding" },
    maak("label", { for: veld.id }, "Je opleiding"),
    maak("p", { class: "sp-veld__hint", id: "kies-hint" }, "Typ je opleiding, je school of de code van je opleiding."),
    veld,
    lijst,
    stem,
  );

  /** @param {string} zin */
  function zeg(zin) {
    clearTimeout(spreekt);
    spreekt = setTimeout(() => (stem.textContent = zin), RUST);
  }

  /** @param {number} plaats */
  function wijs(plaats) {
    lijst.children[actief]?.setAttribute("aria-selected", "false");
    actief = plaats;
    const nu = lijst.children[plaats];
    nu?.setAttribute("aria-selected", "true");
    nu?.scrollIntoView({ block: "nearest" });
    if (nu) veld.setAttribute("aria-activedescendant", nu.id);
    else veld.removeAttribute("aria-activedescendant");
  }

  function sluit() {
    wijs(-1);
    lijst.hidden = true;
    veld.setAttribute("aria-expanded", "false");
  }

  /** Shows what answers; a chosen programme hides no other ones. */
  function open() {
    gevonden = zoekOpleiding(keuzes, gekozen ? "" : veld.value);
    wijs(-1);
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
    zetFout(element, veld, niets ? "Deze opleiding kennen we nog niet. Probeer de naam van je school, of vul eigen datums in." : "");
    if (!niets && keuzes.length) zeg(geteld(gevonden.length, "opleiding", "opleidingen"));
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
    zeg(`${keus.opleiding.naam} gekozen, ${geteld(komende(keus.opleiding.periodes, vandaag()).length, "periode", "periodes")}.`);
  }

  /** @param {KeyboardEvent} event */
  function toets(event) {
    const { key } = event;
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      if (lijst.hidden) open();
      const { length } = gevonden;
      if (length && !lijst.hidden) wijs(key === "ArrowDown" ? (actief + 1) % length : (actief < 1 ? length : actief) - 1);
      return;
    }
    if (lijst.hidden) {
      if (key === "Enter" && !gekozen) event.preventDefault();
      return;
    }
    const nu = gevonden[actief];
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

/**
 * The periods of a programme, each to tick.
 * @param {Keus} keus
 * @param {Slot[]} was those that were chosen before
 */
function maakPeriodes(keus, was) {
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

/**
 * Own dates and days.
 * @param {Slot | undefined} was
 */
function maakDatums(was) {
  /** @param {string} id @param {string} naam @param {string} waarde */
  const datumveld = (id, naam, waarde) => {
    const veld = maak("input", { class: "sp-invoer", type: "date", id, value: waarde, change: opnieuw });
    return { veld, vak: maak("div", { class: "sp-veld", id: `vak-${id}` }, maak("label", { for: id }, naam), veld) };
  };
  const start = datumveld("kies-start", "Eerste dag", was?.start ?? "");
  const eind = datumveld("kies-eind", "Laatste dag", was?.eind ?? "");
  const dagen = maak("select", { class: "sp-invoer", id: "kies-dagen", change: opnieuw });
  for (let getal = 1; getal <= 5; getal += 1) dagen.append(new Option(inDagen(getal), String(getal)));
  dagen.value = String(was?.dagen ?? 5);
  const dagenvak = maak("div", { class: "sp-veld", id: "vak-dagen" }, maak("label", { for: dagen.id }, "Dagen per week op je stageplek"), dagen);
  const les = WERKDAGEN.map((id) => ({ id, ...rij({ type: "checkbox", ...(was?.lesdagen.includes(id) ? { checked: true } : {}) }, DAGNAAM[id] ?? id) }));
  const lesvak = maak(
    "fieldset",
    { class: "sp-veld", change: pasAan },
    maak("legend", {}, "Vaste lesdagen"),
    maak("p", { class: "sp-veld__hint" }, "Laat leeg als je geen vaste lesdag hebt."),
    maak("div", { class: "sp-kiezer__dagen" }, ...les.map(({ element }) => element)),
  );
  /** @type {Record<string, {vak: HTMLElement, veld: HTMLInputElement | HTMLSelectElement}>} */
  const velden = { start, eind, dagen: { vak: dagenvak, veld: dagen } };
  let gekeken = false;
  let zelf = Boolean(was);
  dagen.addEventListener("change", () => (zelf = true));

  function opnieuw() {
    if (gekeken) toonFouten();
  }

  /** Who has lessons on two days has three left, unless told otherwise. */
  function pasAan() {
    if (!zelf) dagen.value = String(Math.max(1, 5 - lees().lesdagen.length));
    opnieuw();
  }

  const lees = () => ({
    start: start.veld.value,
    eind: eind.veld.value,
    dagen: Number(dagen.value),
    lesdagen: les.filter(({ veld }) => veld.checked).map(({ id }) => id),
  });

  function toonFouten() {
    const fouten = controleer(lees(), isoVan(vandaag()));
    for (const [naam, { vak, veld }] of Object.entries(velden)) {
      const fout = fouten.find((een) => een.veld === naam);
      const half = veld instanceof HTMLInputElement && veld.validity.badInput;
      const zin = half ? "Deze dag bestaat niet of is nog niet af. Vul dag, maand en jaar in." : (fout?.zin ?? "");
      const waarde = (!half && fout?.waarde) || "";
      const knop = tekstknop(`Neem ${naam === "dagen" ? inDagen(Number(waarde)) : kort(waarde)} over`, () => {
        veld.value = waarde;
        toonFouten();
        veld.focus();
      });
      zetFout(vak, veld, zin, waarde ? knop : undefined);
    }
    return fouten;
  }

  return {
    velden: [maak("div", { class: "sp-kiezer__twee" }, start.vak, eind.vak), dagenvak, lesvak],
    begin: start.veld,
    /** @returns {HTMLElement | null} what to go to when something is wrong */
    fout() {
      gekeken = true;
      const [eerste] = toonFouten();
      return eerste ? (velden[eerste.veld]?.veld ?? null) : null;
    },
    /** @returns {Slot} */
    slot: () => ({ naam: EIGEN, ...lees() }),
  };
}

/** @param {string} tekst @param {...Node} erbij */
const melding = (tekst, ...erbij) =>
  maak("div", { class: "sp-melding sp-melding--letop", role: "status" }, maak("p", { class: "sp-melding__kop" }, icoon("letop"), maak("span", {}, tekst)), ...erbij);

/**
 * Opens the chooser and waits until it is closed.
 * @param {HTMLElement} [opener] gets the focus back
 * @returns {Promise<void>}
 */
export async function kies(opener) {
  if (document.querySelector("dialog.sp-kiezer")) return;
  const nu = leesPeriode();
  let stil = !opslagWerkt();
  const eigenSlot = nu?.slots.find(({ naam }) => naam === EIGEN);
  /** @type {ReturnType<typeof maakPeriodes> | null} */
  let periodes = null;

  const zoeker = maakZoeker(bijKeuze);
  const datums = maakDatums(eigenSlot);
  const erbij = maak("p", { class: "sp-kiezer__erbij", role: "status" });
  const kop = maak("h2", { id: "kiezer-kop", tabindex: -1 }, "Jouw stageperiode");
  const radio = (/** @type {string} */ waarde, /** @type {string} */ naam, /** @type {boolean} */ aan) =>
    rij({ type: "radio", name: "weg", value: waarde, change: toonWeg, ...(aan ? { checked: true } : {}) }, naam);
  const viaOpleiding = radio("opleiding", "Mijn opleiding", !eigenSlot);
  const viaDatums = radio("datums", EIGEN, Boolean(eigenSlot));
  const plekPeriodes = maak("div");
  const deelOpleiding = maak("div", {}, zoeker.element, plekPeriodes);
  const deelDatums = maak("div", {}, erbij, ...datums.velden);
  const binnen = maak(
    "div",
    { class: "sp-kiezer__in" },
    stil ? melding(STIL) : null,
    maak("fieldset", { class: "sp-kiezer__weg" }, maak("legend", { class: "sp-vh" }, "Waarmee vergelijken we?"), viaOpleiding.element, viaDatums.element),
    deelOpleiding,
    deelDatums,
  );
  const wis = nu ? tekstknop("Wis mijn periode", () => bewaar(null)) : null;
  const dialoog = maak(
    "dialog",
    { class: "sp-kiezer", "aria-labelledby": kop.id },
    maak(
      "form",
      { novalidate: true, submit: gebruik },
      maak("header", {}, maak("div", {}, kop, maak("p", {}, "Dan zie je bij elke stage of hij past, en waarom. Dit blijft op dit apparaat.")), maak("button", { type: "button", class: "sp-chip", click: () => dialoog.close() }, "Sluit")),
      binnen,
      maak("footer", {}, maak("button", { class: "sp-knop" }, "Gebruik deze periode"), wis),
    ),
  );

  function toonWeg() {
    const eigen = viaDatums.veld.checked;
    deelOpleiding.hidden = eigen;
    deelDatums.hidden = !eigen;
    const keus = zoeker.gekozen();
    const weet = keus && komende(keus.opleiding.periodes, vandaag()).length > 0;
    const naam = keus ? naamVan(keus) : "";
    erbij.textContent = !keus ? "" : weet ? `Je opleiding blijft erbij: ${naam}.` : `Van ${naam} kennen we de stageperiodes nog niet. Vul hieronder je eigen datums in, je opleiding blijft erbij.`;
    erbij.hidden = !keus;
  }

  function naarDatums() {
    viaDatums.veld.checked = true;
    toonWeg();
    datums.begin.focus();
  }

  /** @param {Keus | null} keus */
  function bijKeuze(keus) {
    const weet = keus && komende(keus.opleiding.periodes, vandaag()).length > 0;
    periodes = weet ? maakPeriodes(keus, nu?.opleiding === keus.opleiding.id ? nu.slots : []) : null;
    plekPeriodes.replaceChildren(...(periodes ? [periodes.vak] : []));
    if (keus && !weet && !viaDatums.veld.checked) naarDatums();
    else toonWeg();
  }

  /**
   * @param {Periode | null} periode
   * @returns {void}
   */
  function bewaar(periode) {
    if (zetPeriode(periode) || stil) return dialoog.close();
    // The choice counts already; who has read this closes the dialog.
    stil = true;
    binnen.prepend(melding(STIL));
    binnen.scrollTop = 0;
  }

  /**
   * @param {Event} event
   * @returns {void}
   */
  function gebruik(event) {
    event.preventDefault();
    const keus = zoeker.gekozen();
    const bij = { opleiding: keus?.opleiding.id ?? "", naam: keus ? naamVan(keus) : EIGEN };
    if (viaDatums.veld.checked) {
      const fout = datums.fout();
      return fout ? fout.focus() : bewaar({ ...bij, slots: [datums.slot()] });
    }
    if (!periodes) {
      zetFout(zoeker.element, zoeker.veld, "Kies je opleiding uit de lijst. Staat hij er niet bij? Vul dan eigen datums in.", tekstknop("Vul eigen datums in", naarDatums));
      return zoeker.veld.focus();
    }
    const fout = periodes.fout();
    return fout ? fout.focus() : bewaar({ ...bij, slots: periodes.lees() });
  }

  async function haal() {
    try {
      const { scholen } = await maakLoket().vraag({ soort: "scholen" });
      zoeker.leer(alleOpleidingen(scholen), nu?.opleiding ?? "");
    } catch (fout) {
      console.error(fout);
      const opnieuw = tekstknop("Probeer opnieuw", () => {
        bericht.remove();
        zoeker.veld.focus();
        void haal();
      });
      const bericht = melding("De opleidingen laden nu niet. Vul eigen datums in, of probeer het opnieuw.", maak("p", {}, opnieuw));
      deelOpleiding.prepend(bericht);
    }
  }

  toonWeg();
  dialoog.addEventListener("keydown", (event) => event.key === "Escape" && event.stopPropagation());
  document.body.append(dialoog);
  // The page behind stands still, also where its scrollbar was.
  const { style, clientWidth } = document.documentElement;
  const was = style.paddingRight;
  style.paddingRight = `${innerWidth - clientWidth}px`;
  dialoog.showModal();
  if (!matchMedia("(pointer: fine)").matches) kop.focus();
  else if (eigenSlot) datums.begin.focus();
  else zoeker.veld.focus();
  void haal();
  await new Promise((klaar) => dialoog.addEventListener("close", klaar, { once: true }));
  style.paddingRight = was;
  dialoog.remove();
  if (opener?.isConnected) opener.focus();
}
