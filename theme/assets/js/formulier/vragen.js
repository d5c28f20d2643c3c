/** The questions of one step on the screen: label, hint, control, what is wrong with it, and what hides. */

import { icoon, maak } from "../maak.js";
import { telt, veldOp } from "./antwoorden.js";
import { bediening, leesbaar } from "./velden.js";

/** @typedef {import("./soorten.js").Gegevens} Gegevens */
/** @typedef {import("./soorten.js").Vraag} Vraag */
/** @typedef {import("./soorten.js").Veld} Veld */
/** @typedef {import("./soorten.js").Bevinding} Bevinding */
/** @typedef {import("./soorten.js").Voorstel} Voorstel */
/** @typedef {import("./antwoorden.js").Concept} Concept */
/** @typedef {import("./velden.js").Bediening} Bediening */
/** @typedef {{naam: string, vak: HTMLElement, bediening: Bediening, kiezen: boolean, telt: () => boolean}} Gesteld a question on the screen */

/** Where people look for what is said of a whole group. @type {Record<string, string>} */
const PLEK = {
  begeleiding: "begeleiding.inhoudelijk",
  geen_buddy: "begeleiding.buddy",
  achtergrond_onbekend: "begeleiding.opleidingsachtergrond",
  geen_route: "solliciteren.email",
  twee_routes: "solliciteren.email",
  sbb: "sbb.status",
  sbb_zonder_kwalificatie: "sbb.kwalificaties",
  vergoeding_per: "vergoeding.per",
  vergoeding_uren: "vergoeding.bij_uren",
};
/** The remedy in a form, where that of a file speaks of how it is written. @type {Record<string, string>} */
const UITWEG = {
  vergoeding_onduidelijk: "Vul de vergoeding in, of kies een ander antwoord.",
  vergoeding_per: "Kies per maand of per uur.",
  vergoeding_uren: "Meestal is dat 36 uur.",
  periode_onvolledig: "Vul allebei in, of kies: het hele jaar door.",
  sbb_ontbreekt: "Kies hoe ver de erkenning is.",
  geen_buddy: "Vraag een collega die er vaak is, en schrijf hier de functie.",
  achtergrond_onbekend: "Schrijf bijvoorbeeld: hbo communicatie.",
  geen_route: "Vul een mailbox of een webadres in, of kies het Stagebureau.",
  twee_routes: "Houd één van de twee over.",
  sbb_zonder_kwalificatie: "Schrijf hier de namen van de opleidingen.",
  weekend: "Zet werk in het weekend op ja, of haal de dag weg.",
  weekend_onbetaald: "Schrijf het hieronder.",
  sluit_na_begin: "Kies een eerdere sluitdag, of zet begin en einde in overleg.",
  niveau_past_niet: "Voeg het niveau toe, of haal de opleiding weg.",
};
const HALF = "Deze dag bestaat niet of is nog niet af. Vul dag, maand en jaar in.";

/** Which question a finding is about. @param {Bevinding} bevinding @returns {string} its name, or that of a group with ways */
export function plekVan({ pad, code }) {
  const namen = pad.filter((deel) => typeof deel === "string");
  const naam = namen.join(".");
  return PLEK[code] ?? PLEK[naam] ?? naam;
}

/** @param {Bevinding} bevinding @param {boolean} [kiezen] whether the answer is a choice */
export function zinVan({ bericht, uitweg, code }, kiezen = false) {
  const mist = kiezen && (code === "ontbreekt" || code === "te_weinig");
  return leesbaar(`${bericht} ${mist ? "Maak een keuze." : (UITWEG[code] ?? uitweg)}`);
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
  const werk = {
    id, veld, vraag, gegevens,
    was: naam === "organisatie" ? concept.thuis : concept.antwoorden[naam],
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
  return { naam, vak, kiezen, bediening: gemaakt, telt: () => naam === "organisatie" || telt(gegevens, concept, vraag) };
}

/** The ways to answer a group, as dots; the fields of the chosen one follow. */
function wegkiezer(/** @type {Gegevens} */ gegevens, /** @type {Concept} */ concept, /** @type {Veld} */ veld, /** @type {(weg: number) => void} */ kies) {
  const id = idVan(veld.naam);
  const rijen = (gegevens.wegen[veld.naam] ?? []).map(({ label }, plek) => {
    const knop = maak("input", { type: "radio", name: id, checked: concept.wegen[veld.naam] === plek, change: () => kies(plek) });
    return maak("label", { class: "sp-keus" }, knop, maak("span", {}, label));
  });
  const uitleg = maak("p", { class: "sp-veld__hint", id: `${id}-hint` }, veld.naam === "vergoeding" ? "Kies één antwoord. Studenten willen dit graag weten." : "Kies één van de twee.");
  const keuzes = maak("div", { class: "sp-keuzes" }, ...rijen);
  const vak = maak("fieldset", { class: "sp-veld", id: `vak-${id}`, "aria-describedby": `${id}-hint` }, maak("legend", {}, veld.label), uitleg, keuzes);
  const doel = () => vak.querySelector("input:checked") ?? vak.querySelector("input");
  /** @type {Bediening} */
  const knoppen = { delen: [keuzes], groep: true, doel: () => /** @type {HTMLElement | null} */ (doel()) };
  return { naam: veld.naam, vak, kiezen: true, bediening: knoppen, telt: () => true };
}

/**
 * Puts the questions of a step on the screen.
 * @param {Gegevens} gegevens
 * @param {Concept} concept
 * @param {number} stap
 * @param {{zet: (naam: string, antwoord: string | string[]) => void, kies: (groep: string, weg: number) => void}} bij
 */
export function stelVragen(gegevens, concept, stap, { zet, kies }) {
  /** @type {Gesteld[]} */
  const vragen = [];
  /** @type {HTMLElement[]} */
  const delen = [];
  /** @type {{naam: string, vak: HTMLElement, van: Gesteld[]}[]} */
  const groepen = [];
  /** @type {typeof groepen[number] | undefined} */
  let groep;
  if (stap === 0) {
    const { naam, label, uitleg } = gegevens.thuis;
    /** @type {Veld} */
    const veld = { naam, label, uitleg, sort: "regel", verplicht: true, hulp: "" };
    const vraag = stel(gegevens, concept, { pad: [naam], register: "organisaties" }, veld, zet);
    vragen.push(vraag);
    delen.push(vraag.vak);
  }
  for (const vraag of gegevens.stappen[stap]?.vragen ?? []) {
    const veld = veldOp(gegevens.velden, vraag.pad);
    const [hoofd = ""] = vraag.pad;
    const boven = vraag.pad.length > 1 ? veldOp(gegevens.velden, [hoofd]) : undefined;
    if (!veld) continue;
    if (boven && groep?.naam !== hoofd) {
      groep = { naam: hoofd, vak: maak("div", { class: "sp-vraaggroep", role: "group", "aria-labelledby": `kop-${hoofd}` }), van: [] };
      groepen.push(groep);
      delen.push(groep.vak);
      if (gegevens.wegen[hoofd]) {
        const weg = wegkiezer(gegevens, concept, boven, (plek) => kies(hoofd, plek));
        weg.vak.querySelector("legend")?.setAttribute("id", `kop-${hoofd}`);
        groep.vak.append(weg.vak);
        vragen.push(weg);
      } else groep.vak.append(maak("h2", { id: `kop-${hoofd}` }, boven.label), maak("p", { class: "sp-veld__hint" }, leesbaar(boven.uitleg)));
    } else if (!boven) groep = undefined;
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
    for (const { vak, van } of groepen) vak.hidden = !vak.querySelector("fieldset > .sp-keuzes [name]") && van.every(({ vak: een }) => een.hidden);
    for (const { bediening: { ververs } } of vragen) ververs?.();
  }
  schik();
  return { vragen, delen, schik };
}

/**
 * Shows what is wrong with a question, or nothing.
 * @param {Gesteld} vraag
 * @param {Bevinding[]} gevonden
 * @param {(voorstel: Voorstel, naam: string) => void} neem
 */
export function toonBij({ naam, vak, kiezen, bediening: { half, doel, groep, delen } }, gevonden, neem) {
  const id = `${idVan(naam)}-fout`;
  for (const oud of vak.querySelectorAll("[data-fout]")) oud.remove();
  const fouten = half?.() ? [{ zin: HALF, voorstel: undefined, ernst: "fout" }] : gevonden.map((een) => ({ zin: zinVan(een, kiezen), voorstel: een.voorstel, ernst: een.ernst }));
  const mis = fouten.some(({ ernst }) => ernst === "fout");
  vak.classList.toggle("sp-veld--fout", mis);
  vak.classList.toggle("sp-veld--letop", !mis && fouten.length > 0);
  for (const [plek, { zin, voorstel, ernst }] of fouten.entries()) {
    const soort = ernst === "fout" ? "sp-veld__fout" : "sp-veld__letop";
    delen[0]?.before(maak("p", { class: soort, id: plek ? `${id}-${plek}` : id, "data-fout": true }, icoon("letop"), maak("span", {}, zin)));
    if (voorstel) vak.append(maak("p", { "data-fout": true }, maak("button", { type: "button", class: "sp-tekstknop", click: () => neem(voorstel, naam) }, voorstel.tekst)));
  }
  const bij = [`${idVan(naam)}-hint`, ...fouten.map((_, plek) => (plek ? `${id}-${plek}` : id))].join(" ");
  const veld = groep ? vak : doel();
  veld?.setAttribute("aria-describedby", bij);
  const invoer = groep ? (vak.querySelector("textarea") ?? null) : doel();
  if (mis) invoer?.setAttribute("aria-invalid", "true");
  else invoer?.removeAttribute("aria-invalid");
}
