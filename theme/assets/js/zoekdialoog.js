/**
 * The search dialog: one field (a combobox), what answers it in groups (its listbox), and one way on to all vacancies.
 * Fetched when somebody reaches for the search; the worker and its data when the dialog opens.
 */

import { isToets, maakAanwijzer, maakVeld } from "./combobox.js";
import { vandaag } from "./dagen.js";
import { houdEscape, openStil, sluitErnaast } from "./dialoog.js";
import { gemarkeerd, icoon, maak, teken } from "./maak.js";
import { leesPeriode } from "./opslag.js";
import { maakStem } from "./stem.js";
import { WOORD, aangehaald, geteld } from "./woorden.js";
import { naar } from "./wortel.js";
import { maakLoket } from "./zoek/loket.js";
import { TOETS, sneltoetsAan } from "./zoekvenster.js";

/** @typedef {import("./zoek/soorten.js").Venster} Venster */
/** @typedef {import("./zoek/soorten.js").Groep} Groep */
/** @typedef {import("./zoek/soorten.js").Treffer} Treffer */

const VOORBEELDEN = ["social media", "boa", "mbo 4 Tilburg", "20 weken"];
/** Milliseconds before waiting gets a word; most answers are there by then. */
const GEDULD = 300;

/** @param {number} aantal */
const vacatures = (aantal) => geteld(aantal, "vacature", "vacatures");
/** @param {string} q */
const lijstVan = (q) => naar(`vacatures/${q && `?${new URLSearchParams({ q })}`}`);

/**
 * @param {string} adres
 * @param {...(Node | string)} inhoud
 */
const optie = (adres, ...inhoud) => maak("a", { role: "option", tabindex: -1, "aria-selected": "false", href: adres }, ...inhoud);

/** @param {Treffer} treffer */
function rij({ titel, adres, bij, vakgebied, icoon: beeld, fit, raak }) {
  return optie(
    naar(adres),
    vakgebied ? teken("weefsel.svg", vakgebied, "sp-weefsel") : maak("span", { class: "sp-zoek__beeld" }, icoon(beeld || "document")),
    maak("span", { class: "sp-zoek__wat" }, ...gemarkeerd(titel, raak), maak("small", {}, bij)),
    fit ? maak("span", { class: `sp-zoek__fit sp-zoek__fit--${fit}` }, icoon(fit), WOORD[fit]) : "",
  );
}

/** @param {Groep} groep */
const groepVan = ({ id, naam, items }) =>
  maak("div", { role: "group", "aria-labelledby": `zoek-${id}` }, maak("div", { id: `zoek-${id}` }, naam), ...items.map(rij));

/**
 * The last row: everything that answers, on a page of its own.
 * @param {string} q
 * @param {Venster} antwoord
 */
function slot(q, { aantal, verbeterd }) {
  const tekst = aantal ? `${aantal > 1 ? "Alle " : ""}${vacatures(aantal)} met ${aangehaald(verbeterd || q)}` : "Bekijk alle vacatures";
  const hint = maak("small", { "aria-hidden": "true" }, "pijltjes kiezen, Enter opent");
  const link = optie(lijstVan(aantal ? q : ""), maak("span", {}, tekst), hint);
  link.className = "sp-zoek__alle";
  return link;
}

/** @param {string} tekst @param {string} adres from the root of the site */
const link = (tekst, adres) => maak("a", { class: "sp-link", href: naar(adres) }, tekst);
const verder = () => maak("p", { class: "sp-zoek__verder" }, link("Bekijk alle vacatures", "vacatures/"));
/** @param {string} zin */
const regel = (zin) => maak("p", {}, zin);

/**
 * What is said aloud.
 * @param {Venster} antwoord
 */
function telling({ aantal, groepen }) {
  const ook = groepen.filter(({ id }) => id !== "vacatures").map(({ naam }) => naam);
  return `${vacatures(aantal)} gevonden.${ook.length ? ` Ook gevonden: ${ook.join(", ")}.` : ""}`;
}

/** The switch of the key "/" (WCAG 2.1.4): a spoken word must not press it against somebody's will. */
function schakelaar() {
  const knop = maak("button", { type: "button", class: "sp-tekstknop sp-zoek__toets", click: wissel });
  const zet = () => (knop.textContent = `Zet de toets / voor zoeken ${sneltoetsAan() ? "uit" : "aan"}`);
  function wissel() {
    try {
      localStorage.setItem(TOETS, sneltoetsAan() ? "uit" : "aan");
    } catch {
      // A closed storage keeps no choice; the key stays as it is.
    }
    document.querySelector("a.sp-i-zoek")?.toggleAttribute("data-stil", !sneltoetsAan());
    zet();
  }
  zet();
  return knop;
}

function maakDialoog() {
  const veld = maakVeld("zoek-lijst", {
    id: "zoek-veld",
    name: "q",
    inputmode: "search",
    enterkeyhint: "search",
    maxlength: 200,
    input: () => void zoek(),
    keydown: (event) => toets(/** @type {KeyboardEvent} */ (event)),
  });
  const lijst = maak("div", { id: "zoek-lijst", role: "listbox", "aria-label": "Gevonden", hidden: true });
  const tekst = maak("div", { class: "sp-zoek__tekst" });
  const stem = maakStem();
  const formulier = maak(
    "form",
    { action: naar("vacatures/"), role: "search", submit: gaNaar },
    icoon("zoek"),
    maak("label", { class: "sp-vh", for: "zoek-veld" }, "Zoek een stage, opdracht, organisatie of pagina"),
    veld,
    maak("button", { type: "button", class: "sp-chip", click: () => dialoog.close() }, "Sluit"),
  );
  const dialoog = maak("dialog", { class: "sp-zoek", "aria-label": "Zoeken" }, formulier, tekst, lijst, stem.element);

  const loket = maakLoket();
  /** Which question this is: an answer to an earlier one comes too late. */
  let beurt = 0;
  /** @type {Element | null} */
  let terug = null;

  const opties = () => /** @type {NodeListOf<HTMLAnchorElement>} */ (lijst.querySelectorAll("[role=option]"));
  const aanwijzer = maakAanwijzer(veld, opties);
  const gekozen = () => /** @type {HTMLAnchorElement | undefined} */ (aanwijzer.actief());

  /**
   * @param {(Node | string)[]} woorden above the list, or instead of it
   * @param {(Node | string)[]} [rijen]
   */
  function toon(woorden, rijen = []) {
    const adres = gekozen()?.href;
    aanwijzer.wijs();
    tekst.replaceChildren(...woorden);
    lijst.replaceChildren(...rijen);
    const alle = [...opties()];
    for (const [plaats, een] of alle.entries()) een.id = `zoek-${plaats}`;
    lijst.hidden = !alle.length;
    veld.setAttribute("aria-expanded", String(alle.length > 0));
    // Better results of the same question may replace the first ones: what was chosen stays so.
    if (adres) aanwijzer.wijs(alle.find(({ href }) => href === adres));
  }

  function toonBegin() {
    const chips = VOORBEELDEN.map((q) => maak("button", { type: "button", class: "sp-chip", click: () => vul(q) }, q));
    toon([regel("Zoek op een vak, opleiding, niveau, plaats of lengte. Bijvoorbeeld:"), maak("div", { class: "sp-chips" }, ...chips), schakelaar()]);
    stem.zwijg();
  }

  /** @param {string} q @param {Venster} antwoord */
  function toonAntwoord(q, antwoord) {
    const { groepen, verbeterd } = antwoord;
    const [tip, adres] = antwoord.wenk ?? ["", ""];
    const wenk = tip && maak("p", {}, tip, " ", link("Lees meer", adres));
    if (groepen.length) {
      const zin = verbeterd && `We zochten op ${aangehaald(verbeterd)}.`;
      toon([zin && regel(zin), wenk], [...groepen.map(groepVan), slot(q, antwoord)]);
      stem.zeg([zin, tip, telling(antwoord)].join(" ").trim());
      return;
    }
    const zin = `Niets gevonden met ${aangehaald(verbeterd || q)}.`;
    const raad = tip || "Probeer een vak, een opleiding of een plaats.";
    toon([regel(tip ? zin : `${zin} ${raad}`), wenk, verder()]);
    stem.zeg(`${zin} ${raad}`);
  }

  function toonFout() {
    const zin = "Zoeken lukt nu niet. Misschien is je verbinding even weg.";
    const opnieuw = maak("button", { type: "button", class: "sp-knop", click: () => vul(veld.value) }, "Probeer opnieuw");
    toon([regel(zin), maak("div", { class: "sp-zoek__uit" }, opnieuw, verder())]);
    stem.zeg(zin);
  }

  async function zoek() {
    const q = veld.value.trim();
    const mijn = ++beurt;
    aanwijzer.wijs();
    if (!q) return toonBegin();
    /** @param {Venster} antwoord */
    const neem = (antwoord) => {
      clearTimeout(wacht);
      if (mijn === beurt) toonAntwoord(q, antwoord);
    };
    const wacht = setTimeout(() => mijn === beurt && lijst.hidden && toon([regel("Even zoeken…")]), GEDULD);
    try {
      neem(await loket.vraag({ soort: "venster", q, periodes: leesPeriode()?.slots ?? [], vandaag: vandaag() }, neem));
    } catch {
      clearTimeout(wacht);
      if (mijn === beurt) toonFout();
    }
  }

  /** @param {string} woorden */
  function vul(woorden) {
    veld.value = woorden;
    veld.focus();
    void zoek();
  }

  /** @param {KeyboardEvent} event */
  function toets(event) {
    if (!isToets(event)) return;
    if (["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) aanwijzer.wijs();
    if (!lijst.hidden) aanwijzer.loop(event);
  }

  /** @param {Event} event */
  function gaNaar(event) {
    event.preventDefault();
    const nu = gekozen();
    if (nu) nu.click();
    else location.assign(lijstVan(veld.value.trim()));
  }

  /** @param {Element | null} opener */
  function open(opener) {
    if (!dialoog.open) {
      terug = opener;
      // The data come while the dialog opens and the first letter is on its way; when they do not, the first question says so.
      loket.vraag({ soort: "facetten", bron: "vacatures" }).catch(() => undefined);
      openStil(dialoog);
      void zoek();
    }
    veld.focus();
    veld.select();
  }

  // Opening a result on this very page must not leave the dialog above it.
  lijst.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("a") && !event.ctrlKey && !event.metaKey && !event.shiftKey) dialoog.close();
  });
  houdEscape(dialoog);
  sluitErnaast(dialoog);
  dialoog.addEventListener("close", () => {
    beurt += 1;
    stem.zwijg();
    veld.blur();
    if (terug instanceof HTMLElement) terug.focus();
  });

  document.body.append(dialoog);
  return open;
}

/** @type {((opener: Element | null) => void) | undefined} */
let openen;

/**
 * Opens the dialog, or goes back to its field when it is open.
 * @param {Element | null} opener gets the focus back
 */
export function openDialoog(opener) {
  openen ??= maakDialoog();
  openen(opener);
}
