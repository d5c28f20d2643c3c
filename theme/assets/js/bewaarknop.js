/** The save button on every card of a vacancy and on its page; on the page of the saved list it fetches that list. */

import { MEEST, laatsteDag, nieuweBewaard, sleutelVan } from "./bewaarvorm.js";
import { VACATURE, tekstVan } from "./leespagina.js";
import { icoon, maak } from "./maak.js";
import { leesBewaard, luister, zetBewaard } from "./opslag.js";
import { nabijEerst } from "./rust.js";
import { zegStraks } from "./stem.js";

/** @typedef {import("./bewaarvorm.js").Bewaard} Bewaard */
/** @typedef {import("./bewaarvorm.js").Stage} Stage */

/** What is said when saving does not go as it should. */
export const ZIN = {
  stil: "Je browser bewaart niets in dit venster. Zoeken werkt wel, bewaren niet.",
  vol: `Je lijst is vol: er passen ${MEEST} stages in. Haal er bij Bewaard eerst een weg.`,
};

/** What was let go on this page, so that a second press gives note and diary back. @type {Map<string, Bewaard>} */
const losgelaten = new Map();

/** The ids of what is saved. */
const bewaarde = () => new Set(leesBewaard().map(({ sleutel }) => sleutel));

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

/**
 * Says beside the button what is wrong; without a sentence it says nothing any more.
 * @param {Element} knop
 * @param {string} zin
 */
function zegErbij(knop, zin) {
  const vak = knop.closest(".sp-kaart") ?? knop.parentElement;
  const was = vak?.querySelector(".sp-bewaar__stil");
  if (!zin) return was?.remove();
  const plek = was ?? maak("p", { class: "sp-bewaar__stil", role: "status" });
  if (!was) vak?.append(plek);
  zegStraks(plek, zin);
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
  const mis = zetBewaard(was ? rest : [losgelaten.get(stage.sleutel) ?? nieuweBewaard(stage), ...rest]);
  zegErbij(knop, mis && ZIN[mis]);
}

/**
 * @param {Stage} stage
 * @param {boolean} aan whether it is saved now
 * @param {string} klasse
 * @returns {HTMLButtonElement}
 */
function bewaarknop(stage, aan, klasse) {
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
 * Gives every card of a vacancy its button; doing it twice changes nothing.
 * @param {Iterable<Element>} kaarten
 */
export function voegToe(kaarten) {
  const bewaard = bewaarde();
  for (const kaart of kaarten) {
    const voet = kaart.querySelector("footer");
    const link = kaart.querySelector("h3 a");
    const sleutel = link instanceof HTMLAnchorElement ? sleutelVan(link.href) : "";
    if (!voet || !sleutel || voet.querySelector("[data-bewaar]")) continue;
    // A closed card can only be let go.
    if (kaart.classList.contains("sp-kaart--dicht") && !bewaard.has(sleutel)) continue;
    const stage = { sleutel, titel: tekstVan(link), wie: tekstVan(kaart.querySelector(".sp-wie")), sluit: laatsteDag(kaart.getAttribute("data-sluit")) };
    voet.append(bewaarknop(stage, bewaard.has(sleutel), "sp-bewaar"));
  }
}

/** @param {Document} document */
function opDePagina(document) {
  const vacature = document.querySelector(VACATURE);
  const voet = vacature?.querySelector(".sp-feitenvel__voet[data-reageer]");
  if (!vacature || !voet || voet.querySelector("[data-bewaar]")) return;
  const stage = {
    sleutel: vacature.getAttribute("data-sleutel") ?? "",
    titel: tekstVan(vacature.querySelector("h1")),
    wie: [...vacature.querySelectorAll(".sp-band__regel > :not(.sp-icoon)")].map(tekstVan).join(" · "),
    sluit: laatsteDag(vacature.getAttribute("data-sluit")),
  };
  voet.append(bewaarknop(stage, bewaarde().has(stage.sleutel), "sp-knop sp-knop--rand"));
}

/** @param {Document} document */
export function startBewaren(document) {
  nabijEerst(document.querySelectorAll(".sp-kaart"), voegToe);
  opDePagina(document);
  luister(() => {
    const bewaard = bewaarde();
    for (const knop of document.querySelectorAll("[data-bewaar]")) zet(knop, bewaard.has(knop.getAttribute("data-bewaar") ?? ""));
  }, "bewaard");

  const lijst = document.getElementById("bewaard");
  if (!lijst) return;
  import("./bewaard.js")
    .then(({ startBewaard }) => startBewaard(document))
    .catch((fout) => {
      console.error(fout);
      lijst.closest(".md-typeset")?.classList.add("sp-bewaard__reserve");
    });
}
