/** A vacancy that exists already: change, close or place again. The exact line to change, and the page to do it on. */

import { isoVan, vandaag } from "../dagen.js";
import { tekstknop } from "../knoppen.js";
import { maak } from "../maak.js";
import { kopieer } from "./kopieer.js";

/** @typedef {import("./soorten.js").Gegevens} Gegevens */

/** No date lies before it: somebody who types a year passes through long gone ones. */
const EERSTE = "2000";

/** A line to copy. @param {string} tekst */
function regel(tekst) {
  const veld = maak("code", { tabindex: -1 }, tekst);
  const stand = maak("span", { role: "status" });
  async function neemOver() {
    const gelukt = await kopieer(tekst, veld);
    for (const ander of document.querySelectorAll(".sp-kopieerregel [role]")) ander.textContent = "";
    stand.textContent = gelukt ? "Gekopieerd." : "Je browser kopieert dit niet zelf. De regel is geselecteerd: kopieer hem nu zelf.";
  }
  return maak("p", { class: "sp-kopieerregel" }, veld, tekstknop("Kopieer", () => void neemOver()), stand);
}

/** @param {string} id @param {string} naam @param {() => void} bij */
function datumveld(id, naam, bij) {
  const veld = maak("input", { class: "sp-invoer sp-invoer--datum", type: "date", id, input: bij });
  return { veld, vak: maak("div", { class: "sp-veld" }, maak("label", { for: id }, naam), veld) };
}

/** @param {string} start @param {string} eind @param {string} sluit @param {string} nu @returns {string} what is wrong, or nothing */
function misMet(start, eind, sluit, nu) {
  if (eind <= start) return "De laatste dag ligt niet na de eerste dag.";
  if (sluit > start) return "Reageren kan dan nog als de stage al begonnen is. Kies een eerdere dag.";
  return sluit < nu ? "De dag om te reageren is al voorbij. Kies een latere dag." : "";
}

/** New dates, and the lines that say them. */
function opnieuw() {
  const uitleg = maak("p", { role: "status" });
  const regels = maak("div");
  const velden = [datumveld("w-start", "Nieuwe eerste dag", toon), datumveld("w-eind", "Nieuwe laatste dag", toon), datumveld("w-sluit", "Reageren tot en met", toon)];
  function toon() {
    const [start = "", eind = "", sluit = ""] = velden.map(({ veld }) => veld.value);
    const nu = isoVan(vandaag());
    const af = [start, eind, sluit].every((dag) => dag >= EERSTE);
    const mis = af ? misMet(start, eind, sluit, nu) : "";
    const nieuw = [`periode: {start: ${start}, eind: ${eind}}`, `publiceren_op: ${nu}`, `sluit_op: ${sluit}`, "status: open", `bevestigd_op: ${nu}`];
    uitleg.className = mis ? "sp-veld__fout" : "";
    uitleg.textContent = mis || (af ? "Vervang deze regels in het bestand:" : "");
    regels.replaceChildren(...(af && !mis ? nieuw.map(regel) : []));
  }
  return [...velden.map(({ vak }) => vak), uitleg, regels];
}

/** @param {string} id @param {string} kop @param {...Node} inhoud */
const deel = (id, kop, ...inhoud) => maak("section", { class: "sp-blok", id }, maak("h2", {}, kop), ...inhoud);

/** @param {string} tekst */
const alinea = (tekst) => maak("p", {}, tekst);

/** A reason to close, and its line. @param {string} kop @param {string} status */
const reden = (kop, status) => [maak("h3", {}, kop), regel(`status: ${status}`)];

/**
 * @param {HTMLElement} blok
 * @param {Gegevens} gegevens
 * @param {string} sleutel "breda/onderzoek-wijkkrant"
 */
export function toonWijzigen(blok, { bewerk, bureau }, sleutel) {
  const naarBestand = (/** @type {string} */ tekst) => {
    const href = bewerk ? `${bewerk}vacancies/${sleutel}.yml` : `mailto:${bureau.email}?subject=${encodeURIComponent(`Wijziging in ${sleutel}`)}`;
    return maak("p", {}, maak("a", { class: "sp-knop sp-knop--rand", href }, bewerk ? tekst : "Mail het bureau"));
  };
  const alles = maak(
    "div",
    { class: "sp-formulier__hoofd sp-wijzigen" },
    maak("p", { class: "sp-formulier__waar" }, sleutel),
    maak("h1", {}, "Een stage aanpassen"),
    maak("p", { class: "sp-formulier__intro" }, "Elke stage is één bestand. Je verandert de regel, en het Stagebureau kijkt mee voor het op de site komt."),
    deel("wijzigen", "Iets in de tekst veranderen", alinea("Open het bestand en verander wat er achter de dubbele punt staat."), naarBestand("Open het bestand op GitHub")),
    deel(
      "sluiten",
      "De stage sluiten",
      alinea("Gooi het bestand niet weg. Zet er één van deze regels in, helemaal links, in plaats van de regel met status die er misschien al staat:"),
      ...reden("Er is iemand gevonden", "vervuld"),
      ...reden("De plek gaat niet door", "ingetrokken"),
      ...reden("Je praat met kandidaten", "in_gesprek"),
      naarBestand("Open het bestand en sluit de stage"),
    ),
    deel("opnieuw", "De stage opnieuw plaatsen", alinea("Vul de nieuwe datums in. Dan staan hier de regels klaar."), ...opnieuw(), naarBestand("Open het bestand en plaats opnieuw")),
  );
  blok.replaceChildren(maak("div", { class: "sp-rij" }, alles));
  blok.setAttribute("data-formulier", "klaar");
  document.title = `Een stage aanpassen · ${document.title.split(" · ").at(-1)}`;
  if (location.hash.length > 1) blok.querySelector(`[id="${CSS.escape(location.hash.slice(1))}"]`)?.scrollIntoView();
}
