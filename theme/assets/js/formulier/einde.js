/** The end of the form: what is still worth a look, the page as it will be, and four ways to hand the file over. */

import { icoon, maak } from "../maak.js";
import { geteld } from "../woorden.js";
import { record } from "./antwoorden.js";
import { tekenPagina } from "./pagina.js";
import { bestandsnaam, schrijf } from "./schrijven.js";
import { leesbaar } from "./velden.js";
import { zinVan } from "./vragen.js";

/** @typedef {import("./soorten.js").Gegevens} Gegevens */
/** @typedef {import("./soorten.js").Bevinding} Bevinding */
/**
 * @typedef {object} Bij
 * @property {import("./antwoorden.js").Concept} concept
 * @property {string} repo address of the repository, "" when it is not known
 * @property {() => boolean} kijk false when something is wrong, which is then shown
 * @property {Bevinding[]} gevonden
 * @property {(bevinding: Bevinding) => void} ga
 * @property {Element} voet
 * @property {() => void} terug
 */

/** Longer addresses are refused on the way. */
const LANGSTE_ADRES = 6000;
/** What mail programs take of a draft. */
const LANGSTE_MAIL = 1900;

/**
 * The repository and its branch, from its own address or from the one where files are edited.
 * @param {string} repo
 * @param {string} bewerk "https://github.com/eigenaar/naam/edit/main/"
 * @returns {{repo: string, tak: string} | null}
 */
export function bewaarplaats(repo, bewerk) {
  const [, plek = "", tak = "main"] = /^(https:\/\/github\.com\/[^/]+\/[^/]+)\/edit\/([^/]+)\/$/.exec(bewerk) ?? [];
  const eigen = /^https:\/\/github\.com\/[^/]+\/[^/]+/.exec(repo)?.[0] ?? plek;
  return eigen ? { repo: eigen, tak } : null;
}

/**
 * The page of a new file on GitHub, filled in when that fits.
 * @param {{repo: string, tak: string}} plaats
 * @param {string} map @param {string} naam @param {string} tekst
 */
export function nieuwBestand({ repo, tak }, map, naam, tekst) {
  const leeg = `${repo}/new/${tak}/${map}?filename=${encodeURIComponent(naam)}`;
  const vol = `${leeg}&value=${encodeURIComponent(tekst)}`;
  return vol.length > LANGSTE_ADRES ? { adres: leeg, plakken: true } : { adres: vol, plakken: false };
}

/** @param {string} mailbox @param {string} titel @param {string} naam @param {string} tekst */
export function mailAdres(mailbox, titel, naam, tekst) {
  const kop = `mailto:${mailbox}?subject=${encodeURIComponent(`Nieuwe stage: ${titel}`)}&body=`;
  const groet = (/** @type {string} */ wat) => encodeURIComponent(`Hallo,\n\nHierbij een nieuwe stage voor het portaal, als ${naam}.\n\n${wat}\n`);
  const vol = kop + groet(tekst);
  return vol.length > LANGSTE_MAIL ? { adres: kop + groet("(Plak hier de tekst. Die is al gekopieerd.)"), plakken: true } : { adres: vol, plakken: false };
}

/** @param {string} tekst @param {HTMLTextAreaElement} veld shown and selected when copying is not allowed @returns {Promise<boolean>} */
async function kopieer(tekst, veld) {
  try {
    await navigator.clipboard.writeText(tekst);
    return true;
  } catch {
    veld.closest("details")?.setAttribute("open", "");
    veld.focus();
    veld.select();
    return false;
  }
}

/** @param {string} naam @param {string} tekst */
function download(naam, tekst) {
  const href = URL.createObjectURL(new Blob([tekst], { type: "application/yaml" }));
  maak("a", { href, download: naam }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}

/** @param {string} kop @param {string} uitleg @param {Element} knop */
const weg = (kop, uitleg, knop) => maak("li", {}, maak("h3", {}, kop), maak("p", {}, uitleg), knop);

/** @param {Bevinding[]} gevonden @param {(bevinding: Bevinding) => void} ga */
function nogKijken(gevonden, ga) {
  const rijen = gevonden.filter(({ ernst }) => ernst === "waarschuwing").map((een) => maak("li", {}, `${zinVan(een)} `, maak("button", { type: "button", class: "sp-tekstknop", click: () => ga(een) }, "Pas aan")));
  if (!rijen.length) return null;
  return maak("div", { class: "sp-melding sp-melding--letop" }, maak("h2", {}, icoon("letop"), "Klopt dit?"), maak("p", {}, "Dit mag zo blijven als je weet waarom."), maak("ul", {}, ...rijen));
}

/**
 * What a colleague must still do, as remarks above the text: a manager may hand over a draft that HR completes.
 * @param {Bevinding[]} fouten
 */
function nogTeDoen(fouten) {
  if (!fouten.length) return "";
  return ["# Concept, nog niet compleet:", ...fouten.map((een) => `# - ${zinVan(een).replace(/\s+/g, " ")}`), ""].join("\n");
}

/** @param {number} aantal @param {() => boolean} kijk */
function nogFout(aantal, kijk) {
  if (!aantal) return null;
  const knop = maak("button", { type: "button", class: "sp-tekstknop", click: () => kijk() }, "Laat zien wat er nog mist");
  return maak("div", { class: "sp-melding sp-melding--info" }, maak("h2", {}, icoon("info"), "Nog niet alles is ingevuld"), maak("p", {}, leesbaar(`Je bent er bijna: ${geteld(aantal, "punt", "punten")} te gaan. Je kunt je concept wel al mailen, bewaren of kopiëren; er staat dan bij wat er mist.`)), maak("p", {}, knop));
}

/**
 * @param {HTMLElement} inhoud
 * @param {Gegevens} gegevens
 * @param {Bij} bij
 */
export function toonEinde(inhoud, gegevens, { concept, repo, kijk, gevonden, ga, voet, terug }) {
  const ruw = record(gegevens, concept);
  const titel = String(ruw.titel ?? "");
  const nog = gevonden.filter(({ ernst }) => ernst === "fout");
  const tekst = nogTeDoen(nog) + schrijf(gegevens.velden, ruw);
  const naam = `${bestandsnaam(titel)}.yml`;
  const map = `vacancies/${concept.thuis}`;
  const stand = maak("p", { role: "status", class: "sp-formulier__stand" });
  const veld = maak("textarea", { class: "sp-invoer sp-bestand", readonly: true, rows: 16, "aria-label": `Tekst van ${naam}`, spellcheck: "false" }, tekst);
  const knop = (/** @type {string} */ woorden, /** @type {() => unknown} */ doe, soort = "sp-knop sp-knop--rand") =>
    maak("button", { type: "button", class: soort, click: () => void doe() }, woorden);

  /** @param {{adres: string, plakken: boolean}} doel @param {string} plakzin */
  async function open({ adres, plakken }, plakzin) {
    if (plakken) {
      const gelukt = await kopieer(tekst, veld);
      stand.textContent = gelukt ? plakzin : "Kopieer de tekst uit het veld hieronder, en plak die daar.";
    }
    const link = maak("a", { href: adres, ...(adres.startsWith("mailto:") ? {} : { target: "_blank", rel: "noopener" }) });
    link.click();
  }

  const plaats = bewaarplaats(repo, gegevens.bewerk);
  const { naam: bureau, email } = gegevens.bureau;
  const kopieren = async () => {
    stand.textContent = (await kopieer(tekst, veld)) ? "De tekst is gekopieerd." : "Kopieer de tekst uit het veld hieronder.";
  };
  const viaGitHub = () => plaats && open(nieuwBestand(plaats, map, naam, tekst), "Je tekst is te lang voor een link, en is daarom gekopieerd. Plak hem in het lege bestand op GitHub.");
  const viaMail = () => open(mailAdres(email, titel, naam, tekst), "De tekst is gekopieerd. Plak hem in je mail.");
  const wegen = [
    plaats ? weg("Zelf plaatsen via GitHub", "Je krijgt een nieuw bestand met je tekst erin. Klik daar op Commit changes en dan op Propose changes. Je hebt een gratis account nodig.", knop("Open in GitHub", () => kijk() && viaGitHub(), "sp-knop")) : null,
    email ? weg("Mailen naar het bureau", `Er opent een mail aan het ${bureau}. Jij drukt op verzenden; wij plaatsen de stage.`, knop("Maak een mail", viaMail, plaats ? "sp-knop sp-knop--rand" : "sp-knop")) : null,
    weg("Bestand bewaren", `Je bewaart ${naam} op je computer, om later te sturen of te bespreken.`, knop("Download het bestand", () => download(naam, tekst))),
    weg("Tekst kopiëren", "Om te plakken waar je wilt.", knop("Kopieer de tekst", kopieren)),
  ];
  inhoud.replaceChildren(
    ...[
      maak("p", { class: "sp-formulier__intro" }, "Lees je stage nog één keer door. Kies daarna hoe je hem instuurt. Er verandert niets op het portaal tot het Stagebureau ja zegt."),
      nogFout(nog.length, kijk),
      nogKijken(gevonden, ga),
      maak("details", { class: "sp-formulier__uitklap" }, maak("summary", {}, "Bekijk de hele pagina"), tekenPagina(gegevens, concept, ruw)),
      maak("h2", {}, "Hoe wil je insturen?"),
      maak("ul", { class: "sp-insturen" }, ...wegen.filter((een) => een !== null)),
      stand,
      maak("details", { class: "sp-formulier__uitklap" }, maak("summary", {}, "Bekijk het bestand"), maak("p", { class: "sp-klein sp-zacht" }, `Komt te staan als ${map}/${naam}.`), veld),
      maak("div", { class: "sp-formulier__knoppen" }, maak("button", { type: "button", class: "sp-knop sp-knop--rand", click: terug }, "Terug")),
      voet,
    ].filter((een) => een !== null),
  );
}
