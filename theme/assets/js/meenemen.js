/** The saved list to take along: as a link, or as a file for another device; and the way to wipe it. */

import { MEEST } from "./bewaarvorm.js";
import { isoVan, vandaag } from "./dagen.js";
import { icoonknop, knop, melding } from "./knoppen.js";
import { maak } from "./maak.js";
import { leesBewaard } from "./opslag.js";
import { GROOTSTE_BESTAND, MEEST_DELEN, deelAdres, leesBestand, samen, teVeel } from "./stagelijst.js";
import { zegStraks } from "./stem.js";
import { inStages } from "./woorden.js";

/** @typedef {import("./bewaarvorm.js").Bewaard} Bewaard */
/**
 * What the panel asks of the page of the list.
 * @typedef {object} Lijstpagina
 * @property {(verander: (lijst: Bewaard[]) => Bewaard[]) => void} schrijf changes what is kept
 * @property {() => void} toon brings the list in line with what is kept
 * @property {(adres: string) => void} ga to another view of the page
 */

const ONLEESBAAR = "Dit bestand kan je browser niet lezen. Staat het nog op dezelfde plek? Kies het dan opnieuw.";

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
  zegStraks(status, `${gelukt ? "De link is gekopieerd." : "Kopieer de link uit dit veld."} Je notities en je dagboek staan er niet in.${eerste}`);
}

/**
 * The panel: save as a file, read one in, wipe everything. It stays while the list around it changes.
 * @param {Lijstpagina} pagina
 */
export function maakMeenemen(pagina) {
  const uitslag = maak("div", { role: "status", class: "sp-bewaard__uitslag" });
  const kiezer = maak("input", { type: "file", accept: ".json", hidden: true, change: () => void leesIn(kiezer, uitslag, pagina) });
  const uitleg = maak("p");
  const uit = knop("Bewaar als bestand", bewaarBestand);
  const wis = icoonknop("kruis", "Wis alles", () => vraagWissen(uitslag, wis, pagina));
  const element = maak(
    "section",
    { class: "sp-paneel sp-bewaard__mee" },
    maak("h2", {}, "Je lijst meenemen"),
    uitleg,
    maak("div", { class: "sp-bewaard__knoppen" }, uit, knop("Lees een bestand in", () => kiezer.click()), wis),
    kiezer,
    uitslag,
  );
  return {
    element,
    /** @param {boolean} vol whether there is something to take along */
    zet(vol) {
      uit.hidden = wis.hidden = !vol;
      uitleg.textContent = vol
        ? "Deze lijst staat alleen op dit apparaat. Wil je hem ook op je laptop? Bewaar hem als bestand en lees dat daar in."
        : "Heb je een lijst op een ander apparaat? Bewaar hem daar als bestand en lees dat hier in.";
    },
  };
}

/**
 * What the chosen file holds, and the sentence for what is wrong with it.
 * @param {File} bestand
 */
async function lijstUit(bestand) {
  try {
    // One byte too many is enough to see that it is too large.
    return leesBestand(await bestand.slice(0, 2 * GROOTSTE_BESTAND).text());
  } catch {
    return { lijst: [], fout: ONLEESBAAR };
  }
}

/**
 * @param {HTMLInputElement} kiezer
 * @param {HTMLElement} uitslag
 * @param {Lijstpagina} pagina
 */
async function leesIn(kiezer, uitslag, { schrijf, toon }) {
  const bestand = kiezer.files?.[0];
  if (!bestand) return;
  const { lijst, fout } = await lijstUit(bestand);
  kiezer.value = "";
  const had = leesBewaard();
  const nieuw = samen(had, lijst);
  const mis = fout || (nieuw.length > MEEST && nieuw.length > had.length && teVeel(nieuw.length));
  if (mis) return uitslag.replaceChildren(melding("fout", mis));
  schrijf(() => nieuw);
  toon();
  const erbij = nieuw.length - had.length;
  const al = lijst.length - erbij;
  const zin = maak("p");
  uitslag.replaceChildren(zin);
  zegStraks(zin, `${inStages(erbij)} erbij.${al > 0 ? ` ${inStages(al)} had je al: wat je zelf schreef, is gebleven.` : ""}`);
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
  const ja = maak("button", { type: "button", class: "sp-knop", click: wis }, "Ja, wis alles");
  const vraag = melding("letop", `Weet je het zeker? ${inStages(leesBewaard().length)} met je notities en je dagboek gaan weg. Dat kun je niet terugdraaien.`);
  vraag.append(maak("div", { class: "sp-bewaard__knoppen" }, ja, nee));
  vak.replaceChildren(vraag);
  nee.focus();

  function wis() {
    vak.replaceChildren();
    schrijf(() => []);
    ga("./");
  }
}

function bewaarBestand() {
  const op = isoVan(vandaag());
  const href = URL.createObjectURL(new Blob([JSON.stringify({ stagelijst: op, stages: leesBewaard() }, null, 1)], { type: "application/json" }));
  maak("a", { href, download: `stagelijst-${op}.json` }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
