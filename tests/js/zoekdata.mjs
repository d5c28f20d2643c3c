/** Made-up search files, small enough to know by heart and of the shape that the build writes. */

import { dagVan } from "../../theme/assets/js/dagen.js";
import { Zoeker } from "../../theme/assets/js/zoek/zoeker.js";

export const TODAY = dagVan("2026-11-21");
const FIELDS = /** @type {[string, string][]} */ ([["communicatie", "Communicatie en participatie"], ["ict", "Informatie en ict"], ["groen", "Groen"]]);
const LEVELS = /** @type {[string, string][]} */ ([["mbo-4", "mbo-4"], ["hbo", "hbo"], ["wo", "wo"]]);
const KINDS = /** @type {[string, string][]} */ ([["meewerk", "Meewerken"], ["afstudeer", "Afstuderen"], ["meeloop", "Meelopen"]]);
export const ORGANISATIONS = [
  { id: "breda", naam: "Gemeente Breda", kort: "Breda", kaart: "Bre", plek: /** @type {[number, number]} */ ([4, 3]), ligging: /** @type {[number, number]} */ ([51.59, 4.78]), plaats: "Breda" },
  { id: "tilburg", naam: "Gemeente Tilburg", kort: "Tilburg", kaart: "Til", plek: /** @type {[number, number]} */ ([6, 4]), ligging: /** @type {[number, number]} */ ([51.56, 5.09]), plaats: "Tilburg" },
  { id: "zundert", naam: "Gemeente Zundert", kort: "Zundert", kaart: "Zun", plek: /** @type {[number, number]} */ ([4, 4]), ligging: /** @type {[number, number]} */ ([51.47, 4.66]), plaats: "Zundert" },
  { id: "wvs", naam: "WVS", kort: "WVS", kaart: "", plek: null, ligging: null, plaats: "Roosendaal" },
];

/**
 * @typedef {object} Made
 * @property {string} titel
 * @property {string} org
 * @property {string} vak
 * @property {string[]} niveaus
 * @property {string} soort
 * @property {string} afdeling
 * @property {number} uren
 * @property {number} bedrag
 * @property {number} start day from 1970, -1 all year
 * @property {number} eind
 * @property {boolean} flex
 * @property {boolean} kort
 * @property {number} dagen
 * @property {number} open
 * @property {number} sluit
 * @property {boolean} gesprek
 */

/** @param {Partial<Made>} [changes] @returns {Made} */
export const made = (changes = {}) => ({
  titel: "Maak de nieuwsbrief",
  org: "breda",
  vak: "communicatie",
  niveaus: ["hbo"],
  soort: "meewerk",
  afdeling: "",
  uren: 32,
  bedrag: 400,
  start: dagVan("2027-02-01"),
  eind: dagVan("2027-06-18"),
  flex: false,
  kort: false,
  dagen: 0b01111,
  open: TODAY - 40,
  sluit: TODAY + 30,
  gesprek: false,
  ...changes,
});

/**
 * @param {string} id
 * @param {[string, string][]} waarden
 * @param {string[][]} chosen for every record
 * @param {boolean} [verborgen]
 */
export function facet(id, waarden, chosen, verborgen = false) {
  /** @type {Map<string, number>} */
  const rows = new Map();
  const kolom = chosen.map((ids) => {
    const row = ids.map((een) => waarden.findIndex(([waarde]) => waarde === een)).sort().join(",");
    if (!rows.has(row)) rows.set(row, rows.size);
    return rows.get(row) ?? 0;
  });
  return { id, naam: id, waarden, rijtjes: [...rows.keys()].map((row) => (row ? row.split(",").map(Number) : [])), kolom, ...(verborgen ? { verborgen: true } : {}) };
}

/** @param {Made[]} records in the order of the site @returns {any} the file of the vacancies */
export function vacancyFile(records) {
  const teksten = [""];
  const text = (/** @type {string} */ een) => {
    if (!teksten.includes(een)) teksten.push(een);
    return teksten.indexOf(een);
  };
  const nul = Math.min(TODAY, ...records.map(({ open }) => open), ...records.map(({ start }) => (start < 0 ? TODAY : start))) - 1;
  const ever = (/** @type {number} */ dag) => (dag < 0 ? -1 : dag - nul);
  const place = (/** @type {string} */ id) => ORGANISATIONS.findIndex((een) => een.id === id);
  return {
    nul,
    drempels: { nieuw: 7, sluit: 7, lang: 20 },
    organisaties: ORGANISATIONS,
    teksten,
    facetten: [
      facet("vakgebied", FIELDS, records.map(({ vak }) => [vak])),
      facet("niveau", LEVELS, records.map(({ niveaus }) => niveaus)),
      facet("soort", KINDS, records.map(({ soort }) => [soort])),
      facet("organisatie", ORGANISATIONS.map(({ id, kort }) => [id, kort]), records.map(({ org }) => [org])),
      facet("seizoen", [["voorjaar", "voorjaar"], ["najaar", "najaar"]], records.map(({ start }) => (start < 0 ? [] : ["voorjaar"])), true),
    ],
    titel: records.map(({ titel }) => titel),
    kop: records.map(() => 0),
    rest: records.map((_, i) => `stage-${i}`),
    org: records.map(({ org }) => place(org)),
    afdeling: records.map(({ afdeling }) => text(afdeling)),
    plaats: records.map(({ org }) => text(`${ORGANISATIONS[place(org)]?.plaats}, hybride`)),
    beloning: records.map(({ bedrag }) => text(bedrag ? `€ ${bedrag} per maand` : "Geen vergoeding")),
    bedrag: records.map(({ bedrag }) => bedrag),
    begeleiding: records.map(() => text("2 uur per week, met buddy")),
    uren: records.map(({ uren }) => uren),
    start: records.map(({ start }) => ever(start)),
    eind: records.map(({ eind }) => ever(eind)),
    flex: records.map(({ flex }) => Number(flex)),
    kort: records.map(({ kort }) => Number(kort)),
    dagen: records.map(({ dagen }) => dagen),
    open: records.map(({ open }) => open - nul),
    sluit: records.map(({ sluit }) => sluit - nul),
    stand: records.map(({ gesprek }) => Number(gesprek)),
    voorbeeld: records.map(() => 0),
    vog: records.map(() => 0),
    momenten: Object.fromEntries(records.map(({ sluit }) => [String(sluit - nul), `moment ${sluit}`])),
    voorheen: {},
  };
}

/** @type {import("../../theme/assets/js/zoek/soorten.js").Taal} */
export const LANGUAGE = {
  begrippen: [
    ["stage", ["*"]],
    ["gemeente", ["*"]],
    ["communicatie", ["vakgebied:communicatie"]],
    ["ict", ["vakgebied:ict"]],
    ["mbo 4", ["niveau:mbo-4"]],
    ["mbo4", ["niveau:mbo-4"]],
    ["niveau 4", ["niveau:mbo-4"]],
    ["hbo", ["niveau:hbo"]],
    ["afstudeerstage", ["soort:afstudeer"]],
    ["afstuderen", ["soort:afstudeer"]],
    ["zundert", ["organisatie:zundert"]],
    ["bijbaan", ["!0"]],
    ["krantje", ["=nieuwsbrief"]],
  ],
  delen: { wijkkrant: ["wijk", "krant"], nieuwsbrief: ["nieuws", "brief"] },
  vulling: ["in", "bij", "de", "een", "met", "ik", "zoek"],
  wenken: { 0: ["Een bijbaan staat hier niet.", "studenten/"] },
};

/** @param {Partial<Made>[]} records @param {Partial<import("../../theme/assets/js/zoek/soorten.js").Taal>} [language] */
export const searcher = (records, language = {}) => new Zoeker({ ...LANGUAGE, ...language }, vacancyFile(records.map(made)));

/** @param {Partial<import("../../theme/assets/js/zoek/soorten.js").Lijstvraag>} [changes] @returns {import("../../theme/assets/js/zoek/soorten.js").Lijstvraag} */
export const question = (changes = {}) => ({ soort: "lijst", bron: "vacatures", q: "", keuzes: {}, sorteer: "sluit", vanaf: "", periodes: [], vandaag: TODAY, aantal: 1000, ...changes });
