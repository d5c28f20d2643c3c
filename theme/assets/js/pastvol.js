/** The full answer on the page of a vacancy: badge, large bar, both dates in words, and what agrees and what clashes. */

import { dagVan, vandaag } from "./dagen.js";
import { icoon, maak } from "./maak.js";
import { oordeel, tekening } from "./pastbalk.js";
import { duur, reeks } from "./reeks.js";
import { DAGNAAM, WOORD, inDagen, meervoud, opsomming } from "./woorden.js";
import { maakLoket } from "./zoek/loket.js";

/** @typedef {import("./bewaarvorm.js").Periode} Periode */
/** @typedef {import("./zoek/soorten.js").Item} Item */
/** @typedef {import("./zoek/soorten.js").Slot} Slot */
/** @typedef {import("./zoek/soorten.js").Opleiding} Opleiding */
/** @typedef {{goed: boolean, naam: string, zin: string}} Punt */

/**
 * What agrees and what clashes between a vacancy and a student, one line a subject. What nobody knows has no line.
 * @param {Item} item
 * @param {Slot} slot
 * @param {Opleiding | undefined} opleiding
 * @param {boolean} genoemd whether the vacancy names the programme
 * @returns {Punt[]}
 */
export function vergelijk(item, slot, opleiding, genoemd) {
  const feit = (/** @type {string} */ naam) => item.feiten.find(([een]) => een === naam)?.[1] ?? "";
  /** @type {Punt[]} */
  const punten = [];
  const niveaus = feit("Niveau").split(", ").filter(Boolean);
  const eigen = opleiding?.niveau.replace(/^mbo, niveau /, "mbo-") ?? "";
  if (eigen && niveaus.length) {
    const goed = niveaus.includes(eigen);
    punten.push({ goed, naam: "Niveau", zin: goed ? `jij doet ${eigen}, en daar is deze stage voor.` : `deze stage is voor ${opsomming(niveaus)}, jij doet ${eigen}.` });
  }
  if (opleiding) {
    const goed = genoemd || opleiding.vakgebieden.includes(item.vakgebied.id);
    const vak = item.vakgebied.naam;
    const zin = genoemd ? "de organisatie noemt jouw opleiding." : goed ? `${vak} hoort bij jouw opleiding.` : `${vak} ligt buiten je opleiding. Vraag je school of het mag.`;
    punten.push({ goed, naam: "Opleiding", zin });
  }
  const [, uren = "", wanneer = ""] = /^(\d+) uur, (.+)$/.exec(feit("Uren en dagen")) ?? [];
  const gevraagd = wanneer === "elke werkdag" ? ["ma", "di", "wo", "do", "vr"] : wanneer.split(", ").filter((dag) => dag in DAGNAAM);
  const ruimte = Math.min(slot.dagen, 5 - slot.lesdagen.length);
  if (gevraagd.length) {
    const botst = gevraagd.filter((dag) => slot.lesdagen.includes(dag)).map((dag) => DAGNAAM[dag] ?? dag);
    const past = gevraagd.length <= ruimte;
    const zin = botst.length
      ? `${opsomming(botst)} ${meervoud(botst.length, "is jouw lesdag", "zijn jouw lesdagen")}. Vraag of het een andere dag mag zijn.`
      : past
        ? `de stage vraagt ${inDagen(gevraagd.length)} per week${slot.lesdagen.length ? ", en je lesdagen blijven vrij" : ""}.`
        : `de stage vraagt ${inDagen(gevraagd.length)} per week, jij hebt er ${ruimte}.`;
    punten.push({ goed: past && !botst.length, naam: "Dagen", zin });
  }
  if (uren) {
    const kan = ruimte * 8;
    const goed = Number(uren) <= kan;
    punten.push({ goed, naam: "Uren", zin: goed ? `${uren} uur per week past in jouw ${inDagen(ruimte)}.` : `de stage vraagt ${uren} uur per week, in jouw ${inDagen(ruimte)} passen er ongeveer ${kan}.` });
  }
  return punten;
}

/**
 * @param {string} soort of the bar
 * @param {string} naam
 * @param {string} datums
 * @param {...(Node | string | null)} erbij
 */
const regel = (soort, naam, datums, ...erbij) =>
  maak("div", {}, maak("dt", {}, maak("span", { class: `sp-fit__staal sp-fit__staal--${soort}` }), naam), maak("dd", {}, datums, ...erbij));

/** @param {Punt[]} punten */
function lijst(punten) {
  const rijen = punten.map(({ goed, naam, zin }) =>
    maak("li", { class: goed ? "sp-paspaneel__goed" : "sp-paspaneel__schuurt" }, icoon(goed ? "vink" : "letop"), maak("span", {}, maak("span", { class: "sp-vh" }, goed ? "Past: " : "Schuurt: "), maak("b", {}, naam), `: ${zin}`)),
  );
  const schuurt = punten.some(({ goed }) => !goed);
  return maak("details", schuurt ? { open: true } : {}, maak("summary", {}, schuurt ? "Wat past en wat schuurt" : "Waarom dit past"), maak("ul", {}, ...rijen));
}

/**
 * @param {string} sleutel of the vacancy
 * @param {Periode} periode
 * @param {Document} document
 * @returns {Promise<{fit: string, delen: Node[]}>} nothing when the vacancy stands in no list any more
 */
export async function maakPaneel(sleutel, { opleiding: id, naam, slots }, document) {
  const loket = maakLoket();
  const [{ items }, scholen] = await Promise.all([
    loket.vraag({ soort: "sleutels", sleutels: [sleutel], periodes: slots, vandaag: vandaag() }),
    // Without the schools only what is said about the programme is left out.
    id ? loket.vraag({ soort: "scholen" }).then(({ scholen: alle }) => alle, () => []) : [],
  ]);
  const [item] = items;
  const slot = item?.past && slots[item.past.periode];
  if (!item?.past || !slot) return { fit: "", delen: [] };
  const { fit, zin } = item.past;
  const [van, tot] = [dagVan(slot.start), dagVan(slot.eind)];
  const opleiding = scholen.flatMap((school) => school.opleidingen).find((een) => een.id === id);
  const anker = `stageperiodes/${id.replace("/", "/#")}`;
  const genoemd = [...document.querySelectorAll(".sp-past h3 a")].some((link) => link.getAttribute("href")?.endsWith(anker));
  const stage = item.start < 0 ? "het hele jaar door" : `${reeks(item.start, item.eind)}, ${duur(item.start, item.eind)}`;
  return {
    fit,
    delen: [
      maak("h2", { tabindex: -1 }, oordeel(fit, `${WOORD[fit]} in jouw stageperiode`)),
      maak("p", {}, zin),
      /** @type {Element} */ (tekening(item, slots, true)),
      maak(
        "dl",
        {},
        regel("jij", "Jouw periode", `${reeks(van, tot)}, ${duur(van, tot)}`, maak("small", {}, slot.naam === naam ? naam : `${naam}, ${slot.naam}`, slot.voorbeeld ? ". Voorbeeldgegevens, nog niet bevestigd door je school." : "")),
        regel("stage", "Deze stage", stage),
      ),
      lijst(vergelijk(item, slot, opleiding, genoemd)),
    ],
  };
}
