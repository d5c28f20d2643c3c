/** The save button on every card of a vacancy and on its page; on the page of the saved list it fetches that list. */

import { dagVan, isoVan, vandaag } from "./dagen.js";
import { icoon, maak } from "./maak.js";
import { leesBewaard, luister, zetBewaard } from "./opslag.js";

/** @typedef {import("./opslag.js").Bewaard} Bewaard */
/**
 * What a button needs to know of a vacancy.
 * @typedef {object} Stage
 * @property {string} sleutel
 * @property {string} titel
 * @property {string} wie
 * @property {string} sluit last day, ISO, "" when unknown
 */

export const STIL = "Je browser bewaart niets in dit venster. Zoeken werkt wel, bewaren niet.";

/** What was let go on this page, so that a second press gives note and diary back. @type {Map<string, Bewaard>} */
const losgelaten = new Map();

/**
 * The last day on which one can react.
 * @param {string | null | undefined} moment the first one that is too late: "2026-11-25T00:00:00+01:00"
 * @returns {string} ISO day, "" when the moment cannot be read
 */
export function laatsteDag(moment) {
  const dag = dagVan((moment ?? "").slice(0, 10));
  return Number.isNaN(dag) ? "" : isoVan(dag - 1);
}

/**
 * The id of a vacancy, read from the address of its page.
 * @param {string} adres
 * @returns {string} "" for any other address
 */
export function sleutelVan(adres) {
  return /\/vacatures\/([a-z0-9-]+\/[a-z0-9-]+)\/(?:[?#].*)?$/.exec(adres)?.[1] ?? "";
}

/**
 * A vacancy as it enters the list.
 * @param {Stage} stage
 * @returns {Bewaard}
 */
export function nieuweBewaard({ sleutel, titel, wie, sluit }) {
  return { sleutel, titel, wie, sluit, op: isoVan(vandaag()), notitie: "", dagboek: [] };
}

/**
 * @param {Element} knop
 * @param {boolean} aan
 */
function zet(knop, aan) {
  knop.setAttribute("aria-pressed", String(aan));
  const woord = knop.querySelector("[data-woord]");
  if (woord) woord.textContent = aan ? "Bewaard" : "Bewaar";
  const tekening = knop.querySelector("use");
  tekening?.setAttribute("href", (tekening.getAttribute("href") ?? "").replace(/#.*$/, aan ? "#bewaard" : "#bewaar"));
}

/** Says beside the button that nothing outlives this window. @param {Element} knop */
function meldStil(knop) {
  const plek = knop.closest(".sp-kaart") ?? knop.parentElement;
  if (!plek || plek.querySelector(".sp-bewaar__stil")) return;
  const zin = maak("p", { class: "sp-bewaar__stil", role: "status" });
  plek.append(zin);
  // A region must stand there before its text comes, or a screen reader stays silent.
  setTimeout(() => (zin.textContent = STIL), 60);
}

/**
 * @param {Element} knop
 * @param {Stage} stage
 */
function wissel(knop, stage) {
  const lijst = leesBewaard();
  const was = lijst.find(({ sleutel }) => sleutel === stage.sleutel);
  if (was) losgelaten.set(was.sleutel, was);
  const rest = lijst.filter((een) => een !== was);
  const blijft = zetBewaard(was ? rest : [losgelaten.get(stage.sleutel) ?? nieuweBewaard(stage), ...rest]);
  zet(knop, !was);
  if (!blijft) meldStil(knop);
}

/**
 * @param {Stage} stage
 * @param {boolean} [aan] whether it is saved now; looked up by default
 * @param {string} [klasse]
 * @returns {HTMLButtonElement}
 */
export function bewaarknop(stage, aan = leesBewaard().some(({ sleutel }) => sleutel === stage.sleutel), klasse = "sp-bewaar") {
  const knop = maak(
    "button",
    { type: "button", class: klasse, "data-bewaar": stage.sleutel, click: () => wissel(knop, stage) },
    icoon("bewaar"),
    maak("span", { "data-woord": true }),
    " ",
    maak("span", { class: "sp-vh" }, stage.titel),
  );
  zet(knop, aan);
  return knop;
}

/**
 * The text of an element without the soft hyphens that the build puts into long words.
 * @param {Element | null} element
 */
const tekst = (element) => (element?.textContent ?? "").replaceAll("\u00ad", "").trim();

/**
 * Gives every card of a vacancy its button; doing it twice changes nothing.
 * @param {Iterable<Element>} kaarten
 */
export function voegToe(kaarten) {
  const bewaard = new Set(leesBewaard().map(({ sleutel }) => sleutel));
  for (const kaart of kaarten) {
    const voet = kaart.querySelector("footer");
    const link = kaart.querySelector("h3 a");
    const sleutel = link instanceof HTMLAnchorElement ? sleutelVan(link.href) : "";
    if (!voet || !sleutel || voet.querySelector("[data-bewaar]")) continue;
    // A closed card can only be let go.
    if (kaart.classList.contains("sp-kaart--dicht") && !bewaard.has(sleutel)) continue;
    const stage = { sleutel, titel: tekst(link), wie: tekst(kaart.querySelector(".sp-wie")), sluit: laatsteDag(kaart.getAttribute("data-sluit")) };
    voet.append(bewaarknop(stage, bewaard.has(sleutel)));
  }
}

/** @param {Document} document */
function opDePagina(document) {
  const vacature = document.querySelector("main > article[data-sluit][data-sleutel]");
  const voet = vacature?.querySelector(".sp-feitenvel__voet[data-reageer]");
  if (!vacature || !voet || voet.querySelector("[data-bewaar]")) return;
  const stage = {
    sleutel: vacature.getAttribute("data-sleutel") ?? "",
    titel: tekst(vacature.querySelector("h1")),
    wie: [...vacature.querySelectorAll(".sp-band__regel > :not(.sp-icoon)")].map(tekst).join(" · "),
    sluit: laatsteDag(vacature.getAttribute("data-sluit")),
  };
  voet.append(bewaarknop(stage, undefined, "sp-knop sp-knop--rand"));
}

/** @param {Document} document */
export function startBewaren(document) {
  voegToe(document.querySelectorAll(".sp-kaart"));
  opDePagina(document);
  const kijk = () => {
    const bewaard = new Set(leesBewaard().map(({ sleutel }) => sleutel));
    for (const knop of document.querySelectorAll("[data-bewaar]")) zet(knop, bewaard.has(knop.getAttribute("data-bewaar") ?? ""));
  };
  luister(kijk);
  // The back button may bring a page as it was left.
  addEventListener("pageshow", (event) => event.persisted && kijk());

  const lijst = document.getElementById("bewaard");
  if (!lijst) return;
  import("./bewaard.js")
    .then(({ startBewaard }) => startBewaard(document))
    .catch((fout) => {
      console.error(fout);
      lijst.closest(".md-typeset")?.classList.add("sp-bewaard__reserve");
    });
}
