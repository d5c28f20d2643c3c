/** Four ways to hand the file over: a prefilled file on GitHub, a mail, a download and the clipboard. */

import { knop } from "../knoppen.js";
import { maak } from "../maak.js";
import { kopieer } from "./kopieer.js";

/** @typedef {{adres: string, plakken: boolean}} Doel a place where the text goes; `plakken`: it does not fit in the address */
/**
 * @typedef {object} Bestand
 * @property {string} map where it will stand in the repository
 * @property {string} naam
 * @property {string} titel of the vacancy
 * @property {string} tekst
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
  return vol.length > LANGSTE_MAIL ? { adres: kop + groet("(Plak hier de tekst uit het formulier.)"), plakken: true } : { adres: vol, plakken: false };
}

/** @param {string} naam @param {string} tekst */
function download(naam, tekst) {
  const href = URL.createObjectURL(new Blob([tekst], { type: "application/yaml" }));
  maak("a", { href, download: naam }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}

/** @param {string} kop @param {string} uitleg @param {string} woorden of its button @param {() => void} doe */
const weg = (kop, uitleg, woorden, doe) => maak("li", {}, maak("h3", {}, kop), maak("p", {}, uitleg), knop(woorden, doe));

/**
 * @param {Bestand} bestand
 * @param {{repo: string, tak: string} | null} plaats
 * @param {import("./soorten.js").Gegevens["bureau"]} bureau
 * @param {() => boolean} kijk false when something is wrong, which is then shown: such a file is not for the site
 */
export function maakWegen({ map, naam, titel, tekst }, plaats, bureau, kijk) {
  const stand = maak("p", { role: "status", class: "sp-formulier__stand" });
  const veld = maak("textarea", { class: "sp-invoer sp-bestand", readonly: true, rows: 16, "aria-label": `Tekst van ${naam}`, spellcheck: "false" }, tekst);

  /** Goes there, unless the text must be copied by hand first; the link stays. @param {Doel} doel @param {string} woord @param {string} geplakt */
  async function open({ adres, plakken }, woord, geplakt) {
    const link = maak("a", { href: adres, class: "sp-link", ...(adres.startsWith("mailto:") ? {} : { target: "_blank", rel: "noopener" }) }, woord);
    const gelukt = !plakken || (await kopieer(tekst, veld));
    if (plakken) stand.replaceChildren(gelukt ? geplakt : "Je tekst is te lang voor een link. Kopieer hem uit het veld hieronder, en plak hem daar.", " ", link);
    if (gelukt) link.click();
  }

  async function neemOver() {
    stand.textContent = (await kopieer(tekst, veld)) ? "De tekst is gekopieerd." : "Kopieer de tekst uit het veld hieronder.";
  }

  /** @param {{repo: string, tak: string}} hier */
  const viaGitHub = (hier) => void open(nieuwBestand(hier, map, naam, tekst), "Naar GitHub", "Je tekst is te lang voor een link, en is daarom gekopieerd. Plak hem in het lege bestand op GitHub.");
  const viaMail = () => void open(mailAdres(bureau.email, titel, naam, tekst), "Naar je mail", "De tekst is gekopieerd. Plak hem in je mail.");
  const wegen = [
    ...(plaats ? [weg("Zelf plaatsen via GitHub", "Je krijgt een nieuw bestand met je tekst erin. Klik daar op Commit changes en dan op Propose changes. Je hebt een gratis account nodig.", "Open in GitHub", () => kijk() && viaGitHub(plaats))] : []),
    ...(bureau.email ? [weg("Mailen naar het bureau", `Er opent een mail aan het ${bureau.naam}. Jij drukt op verzenden; wij plaatsen de stage.`, "Maak een mail", viaMail)] : []),
    weg("Bestand bewaren", `Je bewaart ${naam} op je computer, om later te sturen of te bespreken.`, "Download het bestand", () => download(naam, tekst)),
    weg("Tekst kopiëren", "Om te plakken waar je wilt.", "Kopieer de tekst", () => void neemOver()),
  ];
  if (plaats || bureau.email) wegen[0]?.lastElementChild?.classList.remove("sp-knop--rand");
  return { wegen: maak("ul", { class: "sp-insturen" }, ...wegen), stand, veld };
}
