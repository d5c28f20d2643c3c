/**
 * Reads the record that the answers make: its texts and lists, and the words of its card, which are those of
 * generator/render/pages/cards.py. No elements.
 */

import { dagVan, datum, datumVol } from "../dagen.js";
import { inDagen, metPunten } from "../woorden.js";
import { op } from "./antwoorden.js";

/** @typedef {import("./soorten.js").Gegevens} Gegevens */
/** @typedef {import("./soorten.js").RuweGroep} RuweGroep */
/** @typedef {import("./antwoorden.js").Concept} Concept */

const HALF_JAAR = 180;

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

/** "€ 1.250" or "€ 16,50" @param {number} bedrag */
function geld(bedrag) {
  return `€\u00a0${Number.isInteger(bedrag) ? metPunten(bedrag) : bedrag.toFixed(2).replace(".", ",")}`;
}

/** "€ 450 per maand" @param {Gegevens} gegevens @param {Concept} concept @param {RuweGroep} ruw */
export function vergoeding(gegevens, concept, ruw) {
  const [bedrag, per] = [Number(tekst(ruw, "vergoeding", "bedrag")), tekst(ruw, "vergoeding", "per")];
  if (bedrag) return `${geld(bedrag)}${per ? ` per ${per}` : ""}`;
  if (tekst(ruw, "vergoeding", "geen")) return "Geen vergoeding";
  return tekst(ruw, "vergoeding", "volgens") ? (organisatie(gegevens, concept)?.regeling ?? "Eigen regeling") : "";
}

/** "Breda, hybride" @param {Gegevens} gegevens @param {Concept} concept @param {RuweGroep} ruw */
export function plaatsVan(gegevens, concept, ruw) {
  const plaats = tekst(ruw, "standplaats") || organisatie(gegevens, concept)?.plaats;
  return [plaats, woordVan(gegevens, "werkvorm", tekst(ruw, "werkvorm")).toLowerCase()].filter(Boolean).join(", ");
}

/** @param {Gegevens} gegevens @param {Concept} concept @param {RuweGroep} ruw @returns {[soort: string, tekst: string][]} */
function tags(gegevens, concept, ruw) {
  const [soort, uren] = [tekst(ruw, "soort"), tekst(ruw, "uren_per_week")];
  return [
    ["niveau", lijst(ruw, "niveaus").join(", ")],
    ["soort", woordVan(gegevens, "soort", soort)],
    ["uren", uren && `${uren} uur`],
    ["vergoeding", vergoeding(gegevens, concept, ruw)],
    ["plaats", plaatsVan(gegevens, concept, ruw)],
  ];
}

/**
 * From when to when one can react, as a badge and at the foot of the card.
 * @param {Gegevens} gegevens
 * @param {RuweGroep} ruw
 * @param {number} nu the day it is
 * @returns {{badges: [soort: string, tekst: string][], moment: string}}
 */
function wanneer({ drempels }, ruw, nu) {
  const [van, tot] = [dagVan(tekst(ruw, "publiceren_op")), dagVan(tekst(ruw, "sluit_op"))];
  const over = tot - nu;
  const dichtbij = (/** @type {number} */ dag) => (Math.abs(dag - nu) < HALF_JAAR ? datum(dag) : datumVol(dag));
  if (van > nu) return { badges: [["opent", `Opent ${datum(van)}`]], moment: `Opent ${dichtbij(van)}` };
  return {
    badges: [
      ["nieuw", nu - van < drempels.nieuw ? "Nieuw" : ""],
      ["sluit", over >= 0 && over <= drempels.sluit ? (over ? `Nog ${inDagen(over)}` : "Laatste dag") : ""],
    ],
    moment: Number.isNaN(tot) ? "Sluit nog onbekend" : `${tekst(ruw, "periode", "doorlopend") ? "Doorlopend, tot" : "Sluit"} ${dichtbij(tot)}`,
  };
}

/**
 * The card as it will stand in the list; it leads nowhere.
 * @param {Gegevens} gegevens
 * @param {Concept} concept
 * @param {RuweGroep} ruw
 * @param {number} nu the day it is
 * @returns {import("../zoek/soorten.js").Item}
 */
export function kaartVan(gegevens, concept, ruw, nu) {
  const id = tekst(ruw, "vakgebied");
  return {
    soort: "vacature", sleutel: "", adres: "", raak: [], sluit: "", past: null, start: -1, eind: -1, feiten: [],
    titel: tekst(ruw, "titel") || "Hier komt je titel",
    wie: [organisatie(gegevens, concept)?.naam ?? "Je organisatie", tekst(ruw, "afdeling")].filter(Boolean).join(" · "),
    vakgebied: { id, naam: gegevens.registers.vakgebieden.find(([een]) => een === id)?.[1] ?? "" },
    zin: tekst(ruw, "samenvatting") || "Hier komt je samenvatting.",
    tags: tags(gegevens, concept, ruw),
    ...wanneer(gegevens, ruw, nu),
  };
}
