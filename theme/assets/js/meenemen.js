/** The saved list to take along: as a link, or as a file for another device; and the way to wipe it. */

import { isoVan, vandaag } from "./dagen.js";
import { knop, melding, tekstknop } from "./knoppen.js";
import { maak } from "./maak.js";
import { leesBewaard } from "./opslag.js";
import { GROOTSTE_BESTAND, MEEST_DELEN, deelAdres, leesBestand, samen } from "./stagelijst.js";
import { inStages } from "./woorden.js";

/** @typedef {import("./opslag.js").Bewaard} Bewaard */
/**
 * What the panel asks of the page of the list.
 * @typedef {object} Lijstpagina
 * @property {(verander: (lijst: Bewaard[]) => Bewaard[]) => void} schrijf changes what is kept
 * @property {(zin: string) => void} toonMet draws the list again, with a sentence in this panel
 * @property {(adres: string) => void} ga to another view of the page
 */

/**
 * Copies the link, and shows it in a field with what it does not hold.
 * @param {HTMLElement} vak
 * @param {string[]} sleutels
 */
export async function deel(vak, sleutels) {
  const veld = maak("input", { class: "sp-invoer", readonly: true, value: deelAdres(location.origin + location.pathname, sleutels) });
  const status = maak("p", { role: "status" });
  vak.replaceChildren(maak("label", {}, "Link naar deze stages", veld), status);
  veld.select();
  const gelukt = await navigator.clipboard?.writeText(veld.value).then(
    () => true,
    () => false,
  );
  const eerste = sleutels.length > MEEST_DELEN ? ` Alleen de eerste ${MEEST_DELEN} passen in een link.` : "";
  status.textContent = `${gelukt ? "De link is gekopieerd." : "Kopieer de link uit dit veld."} Je notities en je dagboek staan er niet in.${eerste}`;
}

/**
 * The panel: save as a file, read one in, wipe everything.
 * @param {boolean} vol whether there is something to take along
 * @param {Lijstpagina} pagina
 */
export function meenemen(vol, pagina) {
  const uitslag = maak("div", { role: "status", class: "sp-bewaard__uitslag" });
  const kiezer = maak("input", { type: "file", accept: ".json", hidden: true, change: () => void leesIn(kiezer, uitslag, pagina) });
  const wis = tekstknop("kruis", "Wis alles", () => vraagWissen(uitslag, wis, pagina));
  return maak(
    "section",
    { class: "sp-paneel sp-bewaard__mee" },
    maak("h2", {}, "Je lijst meenemen"),
    maak("p", {}, vol ? "Deze lijst staat alleen op dit apparaat. Wil je hem ook op je laptop? Bewaar hem als bestand en lees dat daar in." : "Heb je een lijst op een ander apparaat? Bewaar hem daar als bestand en lees dat hier in."),
    maak("div", { class: "sp-bewaard__knoppen" }, vol ? knop("Bewaar als bestand", bewaarBestand) : null, knop("Lees een bestand in", () => kiezer.click()), vol ? wis : null),
    kiezer,
    uitslag,
  );
}

/**
 * @param {HTMLInputElement} kiezer
 * @param {HTMLElement} uitslag
 * @param {Lijstpagina} pagina
 */
async function leesIn(kiezer, uitslag, { schrijf, toonMet }) {
  const bestand = kiezer.files?.[0];
  if (!bestand) return;
  // One byte too many is enough to see that it is too large.
  const { lijst, fout } = leesBestand(await bestand.slice(0, 2 * GROOTSTE_BESTAND).text());
  kiezer.value = "";
  if (fout) return uitslag.replaceChildren(melding("fout", fout));
  const had = leesBewaard().length;
  schrijf((nu) => samen(nu, lijst));
  const erbij = leesBewaard().length - had;
  const al = lijst.length - erbij;
  toonMet(`${inStages(erbij)} erbij.${al > 0 ? ` ${inStages(al)} had je al: wat je zelf schreef, is gebleven.` : ""}`);
}

/**
 * @param {HTMLElement} vak
 * @param {HTMLElement} begin gets the focus back
 * @param {Lijstpagina} pagina
 */
function vraagWissen(vak, begin, { schrijf, ga }) {
  const nee = knop("Nee, laat staan", () => {
    vak.replaceChildren();
    begin.focus();
  });
  const ja = maak("button", { type: "button", class: "sp-knop", click: () => (schrijf(() => []), void ga("./")) }, "Ja, wis alles");
  const vraag = melding("letop", `Weet je het zeker? ${inStages(leesBewaard().length)} met je notities en je dagboek gaan weg. Dat kun je niet terugdraaien.`);
  vraag.append(maak("div", { class: "sp-bewaard__knoppen" }, ja, nee));
  vak.replaceChildren(vraag);
  nee.focus();
}

function bewaarBestand() {
  const op = isoVan(vandaag());
  const href = URL.createObjectURL(new Blob([JSON.stringify({ stagelijst: op, stages: leesBewaard() }, null, 1)], { type: "application/json" }));
  maak("a", { href, download: `stagelijst-${op}.json` }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
