/** The end of the form: what is still worth a look, the page as it will be, and the ways to hand the file over. */

import { knop, tekstknop } from "../knoppen.js";
import { icoon, maak } from "../maak.js";
import { geteld } from "../woorden.js";
import { record } from "./antwoorden.js";
import { bewaarplaats, maakWegen } from "./insturen.js";
import { tekenPagina } from "./pagina.js";
import { bestandsnaam, schrijf } from "./schrijven.js";
import { zinVan } from "./vragen.js";

/** @typedef {import("./soorten.js").Gegevens} Gegevens */
/** @typedef {import("./soorten.js").Bevinding} Bevinding */
/** @typedef {import("./insturen.js").Bestand} Bestand */
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

/** @param {Bevinding[]} gevonden @param {(bevinding: Bevinding) => void} ga */
function nogKijken(gevonden, ga) {
  const rijen = gevonden.filter(({ ernst }) => ernst === "waarschuwing").map((een) => maak("li", {}, `${zinVan(een)} `, tekstknop("Pas aan", () => ga(een))));
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
  const knop = tekstknop("Laat zien wat er nog mist", kijk);
  return maak("div", { class: "sp-melding sp-melding--info" }, maak("h2", {}, icoon("info"), "Nog niet alles is ingevuld"), maak("p", {}, `Je bent er bijna: ${geteld(aantal, "punt", "punten")} te gaan. Je kunt je concept wel al mailen, bewaren of kopiëren; er staat dan bij wat er mist.`), maak("p", {}, knop));
}

/** @param {Bestand} bestand @param {HTMLElement} veld */
const hetBestand = ({ map, naam }, veld) =>
  maak("details", { class: "sp-formulier__uitklap" }, maak("summary", {}, "Bekijk het bestand"), map ? maak("p", { class: "sp-klein sp-zacht" }, `Komt te staan als ${map}/${naam}.`) : null, veld);

/**
 * @param {HTMLElement} inhoud
 * @param {Gegevens} gegevens
 * @param {Bij} bij
 */
export function toonEinde(inhoud, gegevens, { concept, repo, kijk, gevonden, ga, voet, terug }) {
  const ruw = record(gegevens, concept);
  const titel = String(ruw.titel ?? "");
  const fouten = gevonden.filter(({ ernst }) => ernst === "fout");
  const bestand = { titel, naam: `${bestandsnaam(titel)}.yml`, map: concept.thuis && `vacancies/${concept.thuis}`, tekst: nogTeDoen(fouten) + schrijf(gegevens.velden, ruw) };
  const { wegen, stand, veld } = maakWegen(bestand, bewaarplaats(repo, gegevens.bewerk), gegevens.bureau, kijk);
  const delen = [
    maak("p", { class: "sp-formulier__intro" }, "Lees je stage nog één keer door. Kies daarna hoe je hem instuurt. Er verandert niets op het portaal tot het Stagebureau ja zegt."),
    nogFout(fouten.length, kijk),
    nogKijken(gevonden, ga),
    maak("details", { class: "sp-formulier__uitklap" }, maak("summary", {}, "Bekijk de hele pagina"), tekenPagina(gegevens, concept, ruw)),
    maak("h2", {}, "Hoe wil je insturen?"),
    wegen,
    stand,
    hetBestand(bestand, veld),
    maak("div", { class: "sp-formulier__knoppen" }, knop("Terug", terug)),
    voet,
  ];
  inhoud.replaceChildren(...delen.filter((een) => een !== null));
}
