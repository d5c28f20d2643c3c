/** What stands beside the form: the card as it will look, which periods the dates fit, and the reading aid. */

import { vandaag } from "../dagen.js";
import { maakKaart } from "../kaarten.js";
import { maak } from "../maak.js";
import { stilNietGeladen } from "./berichten.js";
import { kaartVan } from "./lezen.js";

/** @typedef {import("./soorten.js").Gegevens} Gegevens */
/** @typedef {import("./soorten.js").RuweGroep} RuweGroep */
/** @typedef {import("./antwoorden.js").Concept} Concept */

const MEEST_TIPS = 6;

/** The card in the mould of the list, in a narrow place and with a title that leads nowhere. @param {HTMLTemplateElement} mal @param {import("../zoek/soorten.js").Item} item */
function tekenKaart(mal, item) {
  const kaart = maakKaart(mal, item, null).firstElementChild;
  kaart?.classList.add("sp-kaart--klein");
  kaart?.querySelector("h3 a")?.removeAttribute("href");
  kaart?.removeAttribute("data-sleutel");
  return kaart ?? "";
}

/** @param {Gegevens} gegevens @param {RuweGroep} ruw */
async function tekenTips(gegevens, ruw) {
  const { leestips } = await import("./leeshulp.js");
  const tips = leestips(gegevens.lezen, ruw);
  const label = (/** @type {string} */ naam) => gegevens.velden.find((veld) => veld.naam === naam)?.label ?? naam;
  const rijen = tips.slice(0, MEEST_TIPS).map(({ veld, bericht, uitweg }) => maak("li", {}, maak("b", {}, label(veld)), ` ${bericht} `, maak("span", {}, uitweg)));
  const over = tips.length - rijen.length;
  const kop = maak("h2", {}, "Leeshulp");
  if (!rijen.length) return [kop, maak("p", {}, "Je tekst leest makkelijk, en er mist niets waar studenten vaak naar vragen.")];
  const meer = over > 0 ? maak("p", { class: "sp-klein sp-zacht" }, `En nog ${over}.`) : "";
  return [kop, maak("p", { class: "sp-klein sp-zacht" }, "Tips, geen fouten. Je mag ze laten staan."), maak("ul", { class: "sp-tips" }, ...rijen), meer];
}

/**
 * A part that is fetched when it is first needed, and says so quietly when it cannot be had.
 * @param {HTMLElement} vak
 * @param {string} kop
 * @param {() => boolean} nog whether it is still asked for
 * @param {() => Promise<void>} doe
 */
async function ofStil(vak, kop, nog, doe) {
  try {
    await doe();
  } catch (fout) {
    console.error(fout);
    if (nog()) vak.replaceChildren(stilNietGeladen(kop));
  }
}

/**
 * @param {HTMLElement} zijde
 * @param {Gegevens} gegevens
 * @param {HTMLElement} blok
 */
export function maakZijkant(zijde, gegevens, blok) {
  const mal = blok.parentElement?.querySelector('template[data-mal="kaart"]');
  const kaart = maak("div");
  const past = maak("section", { class: "sp-zijdeel", role: "status" });
  const tips = maak("section", { class: "sp-zijdeel", hidden: true });
  zijde.replaceChildren(past, maak("section", { class: "sp-zijdeel" }, maak("h2", {}, "Zo staat je stage in de lijst"), kaart), tips);
  /** @type {ReturnType<typeof import("./past.js").maakPast> | null} */
  let rekenPast = null;
  let was = "";

  /** @param {RuweGroep} ruw @param {() => boolean} nog */
  const toonPast = (ruw, nog) =>
    ofStil(past, "Of je datums bij een stageperiode passen, kunnen we nu niet laten zien.", nog, async () => {
      rekenPast ??= (await import("./past.js")).maakPast(past, gegevens);
      if (nog()) await rekenPast(ruw);
    });

  /** Empty, and still there: what comes in it later is read aloud. */
  function verbergPast() {
    past.replaceChildren();
    return rekenPast?.({});
  }

  /** @param {RuweGroep} ruw @param {() => boolean} nog */
  const toonTips = (ruw, nog) =>
    ofStil(tips, "De leeshulp is niet geladen.", nog, async () => {
      const delen = await tekenTips(gegevens, ruw);
      if (nog()) tips.replaceChildren(...delen);
    });

  /** @param {Concept} concept @param {RuweGroep} ruw @param {string} stap */
  return async (concept, ruw, stap) => {
    const nu = JSON.stringify([concept.thuis, ruw, stap]);
    if (nu === was) return;
    was = nu;
    if (mal instanceof HTMLTemplateElement) kaart.replaceChildren(tekenKaart(mal, kaartVan(gegevens, concept, ruw, vandaag())));
    const nog = () => was === nu;
    const einde = stap === "versturen";
    tips.hidden = stap !== "inhoud" && !einde;
    await Promise.all([stap === "tijd" || einde ? toonPast(ruw, nog) : verbergPast(), tips.hidden || toonTips(ruw, nog)]);
  };
}
