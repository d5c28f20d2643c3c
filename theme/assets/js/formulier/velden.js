/** The control of every sort of question: each gives its answer as text or as a list of texts. */

import { tekstknop } from "../knoppen.js";
import { icoon, maak } from "../maak.js";
import { keus, opdrachtGroepen, opleidingkiezer } from "./keuzevelden.js";
import { lengte } from "./tekst.js";

/** @typedef {import("./soorten.js").Veld} Veld */
/** @typedef {import("./soorten.js").Vraag} Vraag */
/** @typedef {import("./soorten.js").Gegevens} Gegevens */
/** @typedef {import("./soorten.js").Bevinding} Bevinding */
/** @typedef {string | string[]} Antwoord */
/**
 * @typedef {object} Bediening
 * @property {Element[]} delen what stands below label and hint
 * @property {boolean} groep whether it is a set of controls under a legend
 * @property {(plek?: number) => HTMLElement | null | undefined} doel what takes the focus; `plek` counts the lines that are filled in
 * @property {() => boolean} [half] typed, but no date yet
 * @property {() => void} [ververs] other answers changed
 */
/** @typedef {{id: string, veld: Veld, vraag: Vraag, was: Antwoord | undefined, bij: string, zet: (antwoord: Antwoord) => void, gegevens: Gegevens, antwoord: (naam: string) => Antwoord | undefined}} Werk */

/** A line of at least so many characters is a sentence, and needs room. */
const ZIN = 20;
const WEINIG = 5;

/** @param {Antwoord | undefined} was */
const een = (was) => (typeof was === "string" ? was : "");
/** @param {Antwoord | undefined} was */
const veel = (was) => (Array.isArray(was) ? was : []);

/** @param {HTMLTextAreaElement | HTMLInputElement} veld @param {Veld} van */
function teller(veld, { grenzen = {} }) {
  const { shortest = 0, longest = 0 } = grenzen;
  const element = maak("p", { class: "sp-veld__teller" });
  const tel = () => {
    const nu = lengte(veld.value.trim());
    const nog = nu && nu < shortest ? `, minstens ${shortest}` : "";
    element.textContent = `${nu} van ${longest} tekens${nog}`;
    element.classList.toggle("sp-veld__teller--over", nu > longest);
  };
  veld.addEventListener("input", tel);
  tel();
  return element;
}

/** @param {Werk} werk @returns {Bediening} */
function tekstvak({ id, veld, was, bij, zet }) {
  const rijen = veld.sort === "opmaak" ? 9 : 2;
  const vak = maak("textarea", { class: "sp-invoer", id, rows: rijen, "aria-describedby": bij, input: () => zet(vak.value) }, een(was));
  if (veld.sort === "regel") vak.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
  return { delen: [vak, teller(vak, veld)], groep: false, doel: () => vak };
}

/** @param {Veld} veld */
const toetsen = ({ sort, naam }) => ({ geheel: "numeric", getal: "decimal" })[/** @type {string} */ (sort)] ?? { email: "email", url: "url" }[naam] ?? "text";

/** @param {Werk} werk @returns {Bediening} */
function regel({ id, veld, was, bij, zet }) {
  const getal = veld.sort === "geheel" || veld.sort === "getal";
  const klein = toetsen(veld);
  const invoer = maak("input", {
    class: getal ? "sp-invoer sp-invoer--kort" : "sp-invoer",
    id,
    type: "text",
    inputmode: klein,
    autocomplete: "off",
    ...(klein === "text" ? {} : { autocapitalize: "off", spellcheck: "false" }),
    value: een(was),
    "aria-describedby": bij,
    input: () => zet(invoer.value),
  });
  return { delen: [invoer], groep: false, doel: () => invoer };
}

/** @param {Werk} werk @returns {Bediening} */
function datum({ id, was, bij, zet }) {
  const invoer = maak("input", { class: "sp-invoer sp-invoer--datum", id, type: "date", value: een(was), "aria-describedby": bij, input: () => zet(invoer.value) });
  return { delen: [invoer], groep: false, doel: () => invoer, half: () => invoer.validity.badInput };
}

/** @param {Werk} werk @param {(Node)[]} opties @returns {Bediening} */
function kieslijst({ id, was, bij, zet }, opties) {
  const lijst = maak("select", { class: "sp-invoer", id, autocomplete: "off", "aria-describedby": bij, change: () => zet(lijst.value) }, ...opties);
  lijst.value = een(was);
  return { delen: [lijst], groep: false, doel: () => lijst };
}

/** @param {Werk} werk @param {[waarde: string, woord: string][]} keuzes @returns {Bediening} */
function rondjes({ id, was, zet }, keuzes) {
  const rijen = keuzes.map(([waarde, woord]) => keus({ type: "radio", name: id, value: waarde, change: () => zet(waarde), checked: waarde === een(was) }, woord));
  return {
    delen: [maak("div", { class: keuzes.length > 3 ? "sp-keuzes" : "sp-keuzes sp-keuzes--rij" }, ...rijen.map(({ element }) => element))],
    groep: true,
    doel: () => (rijen.find(({ veld }) => veld.checked) ?? rijen[0])?.veld,
  };
}

/** @param {Werk} werk @param {[waarde: string, woord: string][]} keuzes @returns {Bediening} */
function vakjes({ was, zet }, keuzes) {
  const aan = veel(was);
  const lees = () => zet(rijen.flatMap(({ veld }) => (veld.checked ? [veld.value] : [])));
  const rijen = keuzes.map(([waarde, woord]) => keus({ type: "checkbox", value: waarde, change: lees, checked: aan.includes(waarde) }, woord));
  return { delen: [maak("div", { class: "sp-keuzes sp-keuzes--vakjes" }, ...rijen.map(({ element }) => element))], groep: true, doel: () => rijen[0]?.veld };
}

/** Lines that can be added and taken away; what is pasted on several lines becomes several. @param {Werk} werk @returns {Bediening} */
function regels({ id, veld, was, zet }) {
  const lijst = maak("ol", { class: "sp-regels" });
  const velden = () => [...lijst.querySelectorAll("textarea")];
  const doel = (plek = 0) => velden().filter((vak) => vak.value.trim())[plek] ?? velden()[0];
  const stem = maak("p", { class: "sp-vh", role: "status" });
  const meest = veld.grenzen?.many ?? 20;
  const erbij = tekstknop("Nog een regel", () => voegToe("").focus());
  const lees = () => zet(velden().map((vak) => vak.value));

  function nummer() {
    const alle = velden();
    erbij.hidden = alle.length >= meest;
    for (const [plek, vak] of alle.entries()) {
      vak.id = `${id}-${plek}`;
      vak.setAttribute("aria-label", `${veld.label}, regel ${plek + 1}`);
      vak.nextElementSibling?.setAttribute("aria-label", `Haal regel ${plek + 1} weg`);
      vak.nextElementSibling?.toggleAttribute("hidden", alle.length === 1);
    }
  }

  /** @param {string} tekst @param {Element | null} [na] */
  function voegToe(tekst, na = null) {
    const vak = maak("textarea", { class: "sp-invoer", rows: 1, input: lees }, tekst);
    const weg = maak("button", { type: "button", class: "sp-regels__weg", click: () => haalWeg(rij) }, icoon("kruis"));
    const rij = maak("li", {}, vak, weg);
    vak.addEventListener("keydown", (event) => toets(event, rij));
    vak.addEventListener("paste", (event) => plak(event, vak, rij));
    if (na) na.after(rij);
    else lijst.append(rij);
    nummer();
    return vak;
  }

  /** @param {HTMLElement} rij */
  function haalWeg(rij) {
    const buur = rij.nextElementSibling ?? rij.previousElementSibling;
    rij.remove();
    nummer();
    lees();
    stem.textContent = `Regel weg. ${velden().length} over.`;
    buur?.querySelector("textarea")?.focus();
  }

  /** @param {KeyboardEvent} event @param {HTMLElement} rij */
  function toets(event, rij) {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    const volgende = rij.nextElementSibling?.querySelector("textarea");
    if (volgende) volgende.focus();
    else if (!erbij.hidden) voegToe("").focus();
  }

  /** @param {ClipboardEvent} event @param {HTMLTextAreaElement} vak @param {HTMLElement} rij */
  function plak(event, vak, rij) {
    const delen = (event.clipboardData?.getData("text/plain") ?? "").split(/[\r\n]+/).map((deel) => deel.replace(/^\s*(?:[-*•]|\d+[.)])\s+/, "").trim()).filter(Boolean);
    if (delen.length < 2) return;
    event.preventDefault();
    vak.setRangeText(delen[0] ?? "", vak.selectionStart, vak.selectionEnd, "end");
    let na = /** @type {Element} */ (rij);
    for (const deel of delen.slice(1)) na = /** @type {Element} */ (voegToe(deel, na).parentElement);
    lees();
    stem.textContent = `${delen.length} regels geplakt.`;
    na.querySelector("textarea")?.focus();
  }

  for (const tekst of veel(was).length ? veel(was) : [""]) voegToe(tekst);
  return { delen: [lijst, maak("p", { class: "sp-regels__erbij" }, erbij), stem], groep: true, doel };
}

/** @param {Werk} werk @returns {Bediening} */
function jaNee(werk) {
  const { veld, was } = werk;
  /** @type {[string, string][]} */
  const keuzes = [["true", "Ja"], ["false", "Nee"]];
  if (!veld.verplicht && veld.standaard === undefined) keuzes.push(["", "Weet ik nog niet"]);
  return rondjes({ ...werk, was: was ?? veld.standaard ?? (veld.verplicht ? "-" : "") }, keuzes);
}

/** @param {Werk} werk @returns {Bediening} */
function keuze(werk) {
  const { veld } = werk;
  const keuzes = veld.keuzes ?? [];
  if (keuzes.length > WEINIG) return kieslijst(werk, [new Option("Kies", ""), ...keuzes.map(([waarde, woord]) => new Option(woord, waarde))]);
  return rondjes(werk, veld.verplicht ? keuzes : [...keuzes, ["", "Maakt niet uit"]]);
}

/** @param {Werk} werk @returns {Bediening} */
export function bediening(werk) {
  const { veld, vraag, gegevens } = werk;
  if (vraag.register === "opleidingen") return opleidingkiezer(werk);
  if (vraag.register === "opdrachten") return kieslijst(werk, [new Option("Geen", ""), ...opdrachtGroepen(gegevens)]);
  if (vraag.register === "vakgebieden") return kieslijst(werk, [new Option("Kies", ""), ...gegevens.registers.vakgebieden.map(([id, naam]) => new Option(naam, id))]);
  if (vraag.register === "organisaties") return kieslijst(werk, [new Option("Kies", ""), ...gegevens.registers.organisaties.map(({ id, naam }) => new Option(naam, id))]);
  const { least = 1, most = 1 } = veld.grenzen ?? {};
  switch (veld.sort) {
    case "keuze":
      return keuze(werk);
    case "keuzes":
      return vakjes(werk, veld.keuzes ?? []);
    case "getallen":
      return vakjes(werk, Array.from({ length: most - least + 1 }, (_, plek) => [String(least + plek), String(least + plek)]));
    case "ja_nee":
      return jaNee(werk);
    case "datum":
      return datum(werk);
    case "regels":
      return regels(werk);
    case "tekst":
    case "opmaak":
      return tekstvak(werk);
    default:
      return (veld.grenzen?.shortest ?? 0) > ZIN ? tekstvak(werk) : regel(werk);
  }
}
