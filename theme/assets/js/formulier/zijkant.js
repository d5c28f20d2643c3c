/** What stands beside the form: the card as it will look, which periods the dates fit, and the reading aid. */

import { dagVan, datum, vandaag } from "../dagen.js";
import { maakKaart } from "../kaarten.js";
import { maak } from "../maak.js";
import { op } from "./antwoorden.js";

/** @typedef {import("./soorten.js").Gegevens} Gegevens */
/** @typedef {import("./soorten.js").RuweGroep} RuweGroep */
/** @typedef {import("./antwoorden.js").Concept} Concept */

const MEEST_TIPS = 6;

/** @param {RuweGroep} ruw @param {...string} pad */
export const tekst = (ruw, ...pad) => {
  const ding = op(ruw, pad);
  return typeof ding === "string" ? ding.trim() : "";
};
/** @param {RuweGroep} ruw @param {...string} pad @returns {string[]} */
export const lijst = (ruw, ...pad) => {
  const ding = op(ruw, pad);
  return Array.isArray(ding) ? ding.filter((een) => typeof een === "string") : [];
};

/** The word of a choice. @param {Gegevens} gegevens @param {string} naam @param {string} waarde */
export const woordVan = ({ velden }, naam, waarde) => velden.find((veld) => veld.naam === naam)?.keuzes?.find(([een]) => een === waarde)?.[1] ?? waarde;

/** @param {Gegevens} gegevens @param {Concept} concept */
export const organisatie = ({ registers }, { thuis }) => registers.organisaties.find(({ id }) => id === thuis);

/** "€ 450 per maand" @param {Gegevens} gegevens @param {Concept} concept @param {RuweGroep} ruw */
export function vergoeding(gegevens, concept, ruw) {
  const [bedrag, per] = [tekst(ruw, "vergoeding", "bedrag"), tekst(ruw, "vergoeding", "per")];
  if (bedrag) return `€\u00a0${bedrag.replace(".", ",")}${per ? ` per ${per}` : ""}`;
  if (tekst(ruw, "vergoeding", "geen")) return "Geen vergoeding";
  return tekst(ruw, "vergoeding", "volgens") ? (organisatie(gegevens, concept)?.regeling ?? "Eigen regeling") : "";
}

/** @param {Gegevens} gegevens @param {Concept} concept @param {RuweGroep} ruw */
export function plaatsVan(gegevens, concept, ruw) {
  const plaats = tekst(ruw, "standplaats") || organisatie(gegevens, concept)?.plaats;
  return [plaats, woordVan(gegevens, "werkvorm", tekst(ruw, "werkvorm")).toLowerCase()].filter(Boolean).join(", ");
}

/** @param {Gegevens} gegevens @param {Concept} concept @param {RuweGroep} ruw @returns {import("../zoek/soorten.js").Item} */
function kaartVan(gegevens, concept, ruw) {
  const wie = organisatie(gegevens, concept);
  const id = tekst(ruw, "vakgebied");
  const naam = gegevens.registers.vakgebieden.find(([een]) => een === id)?.[1] ?? "";
  const [van, tot, uren] = [dagVan(tekst(ruw, "publiceren_op")), dagVan(tekst(ruw, "sluit_op")), tekst(ruw, "uren_per_week")];
  const soort = tekst(ruw, "soort");
  return {
    soort: "vacature", sleutel: "", adres: "", raak: [], sluit: "", past: null, start: -1, eind: -1, feiten: [],
    titel: tekst(ruw, "titel") || "Hier komt je titel",
    wie: [wie?.naam ?? "Je organisatie", tekst(ruw, "afdeling")].filter(Boolean).join(" · "),
    vakgebied: { id, naam },
    zin: tekst(ruw, "samenvatting") || "Hier komt je samenvatting.",
    badges: van > vandaag() ? [["opent", `Opent ${datum(van)}`]] : [["nieuw", "Nieuw"]],
    tags: [
      ["niveau", lijst(ruw, "niveaus").join(", ")],
      ["soort", soort && woordVan(gegevens, "soort", soort)],
      ["uren", uren && `${uren} uur`],
      ["vergoeding", vergoeding(gegevens, concept, ruw)],
      ["plaats", plaatsVan(gegevens, concept, ruw)],
    ],
    moment: Number.isNaN(tot) ? "Sluit nog onbekend" : `Sluit ${datum(tot)}`,
  };
}

/** The card in the mould of the page, with a title that leads nowhere. @param {HTMLTemplateElement} mal @param {import("../zoek/soorten.js").Item} item */
function tekenKaart(mal, item) {
  const kaart = maakKaart(mal, item, null).firstElementChild;
  kaart?.classList.add("sp-kaart--klein");
  kaart?.querySelector("h3 a")?.removeAttribute("href");
  kaart?.removeAttribute("data-sleutel");
  return kaart ?? "";
}

/** @param {Gegevens} gegevens @param {RuweGroep} ruw @param {number} meest */
async function toonTips(gegevens, ruw, meest) {
  const { leestips } = await import("./leeshulp.js");
  const tips = leestips(gegevens.lezen, ruw);
  const label = (/** @type {string} */ naam) => gegevens.velden.find((veld) => veld.naam === naam)?.label ?? naam;
  const rijen = tips.slice(0, meest).map(({ veld, bericht, uitweg }) => maak("li", {}, maak("b", {}, label(veld)), ` ${bericht} `, maak("span", {}, uitweg)));
  const over = tips.length - rijen.length;
  const kop = maak("h2", {}, "Leeshulp");
  if (!rijen.length) return [kop, maak("p", {}, "Je tekst leest makkelijk, en er mist niets waar studenten vaak naar vragen.")];
  const meer = over > 0 ? maak("p", { class: "sp-klein sp-zacht" }, `En nog ${over}.`) : "";
  return [kop, maak("p", { class: "sp-klein sp-zacht" }, "Tips, geen fouten. Je mag ze laten staan."), maak("ul", { class: "sp-tips" }, ...rijen), meer];
}

/**
 * @param {HTMLElement} zijde
 * @param {Gegevens} gegevens
 * @param {HTMLElement} blok
 */
export async function maakZijkant(zijde, gegevens, blok) {
  const mal = blok.parentElement?.querySelector('template[data-mal="kaart"]');
  const kaart = maak("div");
  const past = maak("section", { class: "sp-zijdeel", hidden: true });
  const tips = maak("section", { class: "sp-zijdeel", hidden: true });
  zijde.replaceChildren(past, maak("section", { class: "sp-zijdeel" }, maak("h2", {}, "Zo staat je stage in de lijst"), kaart), tips);
  /** @type {ReturnType<typeof import("./past.js").maakPast> | null} fetched when there are dates to look at */
  let rekenPast = null;
  let was = "";
  return {
    /** @param {Concept} concept @param {RuweGroep} ruw @param {string} stap */
    async toon(concept, ruw, stap) {
      const nu = JSON.stringify([concept.thuis, ruw, stap]);
      if (nu === was) return;
      was = nu;
      if (mal instanceof HTMLTemplateElement) kaart.replaceChildren(tekenKaart(mal, kaartVan(gegevens, concept, ruw)));
      const einde = stap === "versturen";
      tips.hidden = stap !== "inhoud" && !einde;
      const metPast = stap === "tijd" || einde;
      if (metPast) rekenPast ??= (await import("./past.js")).maakPast(past, gegevens);
      if (was !== nu) return;
      rekenPast?.(ruw, metPast);
      const delen = tips.hidden ? [] : await toonTips(gegevens, ruw, MEEST_TIPS);
      if (was === nu) tips.replaceChildren(...delen);
    },
  };
}
