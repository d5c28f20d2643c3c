/** The questions of one step on the screen: label, hint, control, what is wrong with it, and what hides. */

import { tekstknop } from "../knoppen.js";
import { icoon, maak } from "../maak.js";
import { HALVE_DAG } from "../woorden.js";
import { telt, veldOp } from "./antwoorden.js";
import { keus } from "./keuzevelden.js";
import { leesbaar } from "./tekst.js";
import { bediening } from "./velden.js";

/** @typedef {import("./soorten.js").Gegevens} Gegevens */
/** @typedef {import("./soorten.js").Vraag} Vraag */
/** @typedef {import("./soorten.js").Veld} Veld */
/** @typedef {import("./soorten.js").Bevinding} Bevinding */
/** @typedef {import("./soorten.js").Voorstel} Voorstel */
/** @typedef {import("./antwoorden.js").Concept} Concept */
/** @typedef {import("./velden.js").Bediening} Bediening */
/** @typedef {{naam: string, vak: HTMLElement, bediening: Bediening, kiezen: boolean, telt: () => boolean}} Gesteld a question on the screen */
/** @typedef {{naam: string, vak: HTMLElement, weg: Gesteld | null, van: Gesteld[]}} Groep questions under one heading, or under the ways to answer them */
/** @typedef {{zet: (naam: string, antwoord: string | string[]) => void, kies: (groep: string, weg: number) => void}} Bij what an answer does */

/** Which question a finding is about. @param {Bevinding} bevinding @returns {string} its name, or that of a group with ways */
export const plekVan = ({ pad }) => pad.filter((deel) => typeof deel === "string").join(".");

/** Which line of a list it is about. @param {Bevinding} bevinding */
export const regelVan = ({ pad }) => pad.find((deel) => typeof deel === "number");

/** @param {Bevinding} bevinding @param {boolean} [kiezen] whether the answer is a choice */
export function zinVan({ bericht, uitweg, code }, kiezen = false) {
  const mist = kiezen && (code === "ontbreekt" || code === "te_weinig");
  return leesbaar(`${bericht} ${mist ? "Maak een keuze." : uitweg}`).trim();
}

/** @param {string} naam */
const idVan = (naam) => `f-${naam.replaceAll(".", "-")}`;

/** @param {Veld} veld */
function hint({ uitleg, voorbeeld, sort, grenzen = {} }, /** @type {Vraag} */ { register }) {
  const delen = [leesbaar(uitleg.replace(", als instelling/opleiding", ""))];
  if (register === "opleidingen") delen.push("Zoek op de naam van de opleiding of de school, en vink aan.");
  if (voorbeeld && !register && sort !== "datum" && sort !== "ja_nee" && sort !== "getallen") delen.push(`Bijvoorbeeld: ${voorbeeld.replace(/\.$/, "")}.`);
  if (sort === "geheel" && grenzen.most) delen.push(`Een getal van ${grenzen.least ?? 1} tot en met ${grenzen.most}.`);
  return delen.join(" ");
}

/** @param {Gegevens} gegevens @param {Vraag} vraag @param {Veld} veld */
function magLeeg({ wegen }, { pad, wanneer }, { verplicht, standaard, uitleg }) {
  return !verplicht && standaard === undefined && !wanneer && !wegen[pad[0] ?? ""] && !uitleg.includes("Nodig");
}

/**
 * @param {Gegevens} gegevens
 * @param {Concept} concept
 * @param {Vraag} vraag
 * @param {Veld} veld
 * @param {(naam: string, antwoord: string | string[]) => void} zet
 * @returns {Gesteld}
 */
function stel(gegevens, concept, vraag, veld, zet) {
  const naam = vraag.pad.join(".");
  const id = idVan(naam);
  const thuis = naam === gegevens.thuis.naam;
  const werk = {
    id, veld, vraag, gegevens,
    was: thuis ? concept.thuis : concept.antwoorden[naam],
    bij: `${id}-hint`,
    zet: (/** @type {string | string[]} */ antwoord) => zet(naam, antwoord),
    antwoord: (/** @type {string} */ ander) => concept.antwoorden[ander],
  };
  const gemaakt = bediening(werk);
  const vrij = magLeeg(gegevens, vraag, veld) ? maak("small", {}, " niet verplicht") : null;
  const uitleg = maak("p", { class: "sp-veld__hint", id: `${id}-hint` }, hint(veld, vraag));
  const vak = gemaakt.groep
    ? maak("fieldset", { class: "sp-veld", id: `vak-${id}`, "aria-describedby": `${id}-hint` }, maak("legend", {}, veld.label, vrij), uitleg, ...gemaakt.delen)
    : maak("div", { class: "sp-veld", id: `vak-${id}` }, maak("label", { for: id }, veld.label, vrij), uitleg, ...gemaakt.delen);
  const kiezen = Boolean(veld.keuzes ?? vraag.register) || veld.sort === "ja_nee";
  return { naam, vak, kiezen, bediening: gemaakt, telt: () => thuis || telt(gegevens, concept, vraag) };
}

/**
 * The ways to answer a group, as dots; the fields of the chosen one follow.
 * @param {Gegevens} gegevens
 * @param {Concept} concept
 * @param {Veld} veld
 * @param {Bij["kies"]} kies
 * @returns {Gesteld}
 */
function wegkiezer(gegevens, concept, veld, kies) {
  const id = idVan(veld.naam);
  const rijen = (gegevens.wegen[veld.naam] ?? []).map(({ label }, plek) => keus({ type: "radio", name: id, checked: concept.wegen[veld.naam] === plek, change: () => kies(veld.naam, plek) }, label));
  const uitleg = maak("p", { class: "sp-veld__hint", id: `${id}-hint` }, veld.naam === "vergoeding" ? "Kies één antwoord. Studenten willen dit graag weten." : "Kies één van de twee.");
  const keuzes = maak("div", { class: "sp-keuzes" }, ...rijen.map(({ element }) => element));
  const vak = maak("fieldset", { class: "sp-veld", id: `vak-${id}`, "aria-describedby": `${id}-hint` }, maak("legend", { id: `kop-${veld.naam}` }, veld.label), uitleg, keuzes);
  const doel = () => (rijen.find(({ veld: knop }) => knop.checked) ?? rijen[0])?.veld;
  return { naam: veld.naam, vak, kiezen: true, bediening: { delen: [keuzes], groep: true, doel }, telt: () => true };
}

/**
 * @param {Gegevens} gegevens
 * @param {Concept} concept
 * @param {Veld} veld
 * @param {Bij["kies"]} kies
 * @returns {Groep}
 */
function maakGroep(gegevens, concept, veld, kies) {
  const kop = `kop-${veld.naam}`;
  const weg = gegevens.wegen[veld.naam] ? wegkiezer(gegevens, concept, veld, kies) : null;
  const boven = weg ? [weg.vak] : [maak("h2", { id: kop }, veld.label), maak("p", { class: "sp-veld__hint" }, leesbaar(veld.uitleg))];
  return { naam: veld.naam, vak: maak("div", { class: "sp-vraaggroep", role: "group", "aria-labelledby": kop }, ...boven), weg, van: [] };
}

/** The question that decides where the file stands, which is no field of the record. @param {Gegevens} gegevens @returns {[Vraag, Veld]} */
function vraagThuis({ thuis: { naam, label, uitleg } }) {
  return [{ pad: [naam], register: "organisaties" }, { naam, label, uitleg, sort: "regel", verplicht: true, hulp: "" }];
}

/**
 * Puts the questions of a step on the screen.
 * @param {Gegevens} gegevens
 * @param {Concept} concept
 * @param {number} stap
 * @param {Bij} bij
 */
export function stelVragen(gegevens, concept, stap, { zet, kies }) {
  /** @type {Gesteld[]} */
  const vragen = [];
  /** @type {HTMLElement[]} */
  const delen = [];
  /** @type {Groep[]} */
  const groepen = [];

  /** @param {string} naam of the field that holds the questions */
  function groepVan(naam) {
    const veld = veldOp(gegevens.velden, [naam]);
    const laatste = groepen.at(-1);
    if (!veld || laatste?.naam === naam) return laatste;
    const groep = maakGroep(gegevens, concept, veld, kies);
    groepen.push(groep);
    delen.push(groep.vak);
    if (groep.weg) vragen.push(groep.weg);
    return groep;
  }

  /** @param {Vraag} vraag @param {Veld | undefined} veld */
  function vraagBij(vraag, veld = veldOp(gegevens.velden, vraag.pad)) {
    if (!veld) return;
    const groep = vraag.pad.length > 1 ? groepVan(vraag.pad[0] ?? "") : undefined;
    const gesteld = stel(gegevens, concept, vraag, veld, zet);
    vragen.push(gesteld);
    if (groep) {
      groep.vak.append(gesteld.vak);
      groep.van.push(gesteld);
    } else delen.push(gesteld.vak);
  }

  /** Shows what counts, given the other answers. */
  function schik() {
    for (const { vak, telt: nu } of vragen) vak.hidden = !nu();
    for (const { vak, weg, van } of groepen) vak.hidden = !weg && van.every(({ vak: een }) => een.hidden);
    for (const { bediening: { ververs } } of vragen) ververs?.();
  }

  if (stap === 0) vraagBij(...vraagThuis(gegevens));
  for (const vraag of gegevens.stappen[stap]?.vragen ?? []) vraagBij(vraag);
  schik();
  return { vragen, delen, schik };
}

/**
 * What is wrong with a question on the screen: what is hidden is not asked, and a day that is half typed is no answer.
 * @param {Gesteld} vraag
 * @param {Bevinding[]} gevonden
 * @returns {Bevinding[]}
 */
export function bijVraag({ naam, vak, bediening: { half } }, gevonden) {
  if (vak.hidden) return [];
  if (half?.()) return [{ pad: naam.split("."), code: "half", bericht: HALVE_DAG, uitweg: "", ernst: "fout" }];
  return gevonden.filter((een) => plekVan(een) === naam);
}

/**
 * Shows what is wrong with a question, or nothing.
 * @param {Gesteld} vraag
 * @param {Bevinding[]} gevonden
 * @param {(voorstel: Voorstel, naam: string) => void} neem
 */
export function toonBij({ naam, vak, kiezen, bediening: { doel, groep, delen } }, gevonden, neem) {
  const id = `${idVan(naam)}-fout`;
  for (const oud of vak.querySelectorAll("[data-fout]")) oud.remove();
  const ids = gevonden.map((een, plek) => {
    const fout = maak("p", { class: een.ernst === "fout" ? "sp-veld__fout" : "sp-veld__letop", id: `${id}-${plek}`, "data-fout": true }, icoon("letop"), maak("span", {}, zinVan(een, kiezen)));
    const { voorstel } = een;
    delen[0]?.before(fout);
    if (voorstel) vak.append(maak("p", { "data-fout": true }, tekstknop(voorstel.tekst, () => neem(voorstel, naam))));
    return fout.id;
  });
  const fouten = gevonden.filter(({ ernst }) => ernst === "fout");
  vak.classList.toggle("sp-veld--fout", fouten.length > 0);
  vak.classList.toggle("sp-veld--letop", !fouten.length && gevonden.length > 0);
  (groep ? vak : doel())?.setAttribute("aria-describedby", [`${idVan(naam)}-hint`, ...ids].join(" "));
  for (const veld of vak.querySelectorAll("[aria-invalid]")) veld.removeAttribute("aria-invalid");
  for (const fout of fouten) {
    const veld = doel(regelVan(fout));
    if (!groep || veld instanceof HTMLTextAreaElement) veld?.setAttribute("aria-invalid", "true");
  }
}
