/** A vacancy that exists already: change, close or place again. The exact line to change, and the page to do it on. */

import { isoVan, vandaag } from "../dagen.js";
import { maak } from "../maak.js";

/** @typedef {import("./soorten.js").Gegevens} Gegevens */

/** A line to copy. @param {string} tekst @param {HTMLElement} stand */
function regel(tekst, stand) {
  const veld = maak("code", {}, tekst);
  const kopieer = () =>
    navigator.clipboard.writeText(tekst).then(
      () => (stand.textContent = "Gekopieerd."),
      () => getSelection()?.selectAllChildren(veld),
    );
  return maak("p", { class: "sp-kopieerregel" }, veld, maak("button", { type: "button", class: "sp-tekstknop", click: kopieer }, "Kopieer"));
}

/** @param {string} id @param {string} naam @param {() => void} bij */
function datumveld(id, naam, bij) {
  const veld = maak("input", { class: "sp-invoer sp-invoer--datum", type: "date", id, input: bij });
  return { veld, vak: maak("div", { class: "sp-veld" }, maak("label", { for: id }, naam), veld) };
}

/** New dates, and the lines that say them. @param {HTMLElement} stand */
function opnieuw(stand) {
  const uit = maak("div", { role: "status" });
  const velden = { start: datumveld("w-start", "Nieuwe eerste dag", toon), eind: datumveld("w-eind", "Nieuwe laatste dag", toon), sluit: datumveld("w-sluit", "Reageren tot en met", toon) };
  function toon() {
    const [start, eind, sluit] = [velden.start.veld.value, velden.eind.veld.value, velden.sluit.veld.value];
    if (!start || !eind || !sluit) return uit.replaceChildren();
    const mis = eind <= start ? "De laatste dag ligt niet na de eerste dag." : sluit > start ? "Reageren kan dan nog als de stage al begonnen is. Kies een eerdere dag." : "";
    const nu = isoVan(vandaag());
    const regels = [`periode: {start: ${start}, eind: ${eind}}`, `publiceren_op: ${nu}`, `sluit_op: ${sluit}`, "status: open", `bevestigd_op: ${nu}`];
    uit.replaceChildren(...(mis ? [maak("p", { class: "sp-veld__fout" }, maak("span", {}, mis))] : [maak("p", {}, "Vervang deze regels in het bestand:"), ...regels.map((een) => regel(een, stand))]));
  }
  return [...Object.values(velden).map(({ vak }) => vak), uit];
}

/**
 * @param {HTMLElement} blok
 * @param {Gegevens} gegevens
 * @param {string} sleutel "breda/onderzoek-wijkkrant"
 */
export function toonWijzigen(blok, { bewerk, bureau }, sleutel) {
  const bestand = `vacancies/${sleutel}.yml`;
  const stand = maak("p", { class: "sp-vh", role: "status" });
  const naarBestand = (/** @type {string} */ tekst) => {
    const href = bewerk ? `${bewerk}${bestand}` : `mailto:${bureau.email}?subject=${encodeURIComponent(`Wijziging in ${sleutel}`)}`;
    return maak("p", {}, maak("a", { class: "sp-knop sp-knop--rand", href }, bewerk ? tekst : "Mail het bureau"));
  };
  const deel = (/** @type {string} */ id, /** @type {string} */ kop, /** @type {(Node | string)[]} */ inhoud) => maak("section", { class: "sp-blok", id }, maak("h2", {}, kop), ...inhoud);
  const kop = maak("h1", { tabindex: -1 }, "Een stage aanpassen");
  const alles = maak(
    "div",
    { class: "sp-formulier__hoofd sp-wijzigen" },
    maak("p", { class: "sp-formulier__waar" }, sleutel),
    kop,
    maak("p", { class: "sp-formulier__intro" }, "Elke stage is één bestand. Je verandert de regel, en het Stagebureau kijkt mee voor het op de site komt."),
    deel("wijzigen", "Iets in de tekst veranderen", [maak("p", {}, "Open het bestand en verander wat er achter de dubbele punt staat."), naarBestand("Open het bestand op GitHub")]),
    deel("sluiten", "De stage sluiten", [
      maak("p", {}, "Gooi het bestand niet weg. Zet er één van deze regels in, helemaal links, in plaats van de regel met status die er misschien al staat:"),
      maak("h3", {}, "Er is iemand gevonden"), regel("status: vervuld", stand),
      maak("h3", {}, "De plek gaat niet door"), regel("status: ingetrokken", stand),
      maak("h3", {}, "Je praat met kandidaten"), regel("status: in_gesprek", stand),
      naarBestand("Open het bestand en sluit de stage"),
    ]),
    deel("opnieuw", "De stage opnieuw plaatsen", [maak("p", {}, "Vul de nieuwe datums in. Dan staan hier de regels klaar."), ...opnieuw(stand), naarBestand("Open het bestand en plaats opnieuw")]),
    stand,
  );
  blok.replaceChildren(maak("div", { class: "sp-rij" }, alles));
  blok.setAttribute("data-formulier", "klaar");
  document.title = `Een stage aanpassen · ${document.title.split(" · ").at(-1)}`;
  if (location.hash.length > 1) blok.querySelector(`[id="${CSS.escape(location.hash.slice(1))}"]`)?.scrollIntoView();
}
