/** A vacancy or an assignment as a card shows it on a day: the words of generator/render/pages/cards.py once more. */

import { datum, datumVol, dagVan } from "../dagen.js";
import { oordeel, zin } from "../passen.js";
import { DAGNAAM, inDagen } from "../woorden.js";
import { raak } from "./vouw.js";

/** @typedef {import("./soorten.js").Vacatures} Vacatures */
/** @typedef {import("./soorten.js").Opdrachten} Opdrachten */
/** @typedef {import("./soorten.js").Facet} Facet */
/** @typedef {import("./soorten.js").Item} Item */
/** @typedef {import("./soorten.js").Slot} Slot */
/** @typedef {import("./soorten.js").Vraagt} Vraagt */

const DAGEN = Object.keys(DAGNAAM);
const HALF_JAAR = 180;

/** @param {Facet[]} facetten @param {string} id */
const facetVan = (facetten, id) => facetten.find((facet) => facet.id === id);

/**
 * The labels of the values that a record has in a facet.
 * @param {Facet[]} facetten
 * @param {string} id
 * @param {number} plek
 * @returns {[id: string, naam: string][]}
 */
export function waardenVan(facetten, id, plek) {
  const facet = facetVan(facetten, id);
  return (facet?.rijtjes[facet.kolom[plek] ?? -1] ?? []).map((waarde) => facet?.waarden[waarde] ?? ["", ""]);
}

/** @param {Facet[]} facetten @param {string} id @param {number} plek */
const tekstVan = (facetten, id, plek) => waardenVan(facetten, id, plek).map(([, naam]) => naam).join(", ");

/**
 * @param {Vacatures} v
 * @param {number} plek
 * @returns {Vraagt}
 */
export function vraagtVan(v, plek) {
  const [start = -1, eind = -1, dagen = 0] = [v.start[plek], v.eind[plek], v.dagen[plek]];
  return {
    start: start < 0 ? -1 : start + v.nul,
    eind: eind < 0 ? -1 : eind + v.nul,
    flex: v.flex[plek] === 1,
    kort: v.kort[plek] === 1,
    dagen: DAGEN.filter((_, i) => dagen & (1 << i)),
  };
}

/** @param {Vacatures} v @param {number} plek @returns {string} */
export const sleutelVan = (v, plek) => `${v.organisaties[v.org[plek] ?? 0]?.id}/${v.naam[plek]}`;

/**
 * @param {Vacatures} v
 * @param {number} plek
 * @param {number} vandaag
 * @returns {"gepland" | "gesprek" | "sluit" | "open"}
 */
export function standVan(v, plek, vandaag) {
  if ((v.open[plek] ?? 0) + v.nul > vandaag) return "gepland";
  if (v.stand[plek] === 1) return "gesprek";
  return (v.sluit[plek] ?? 0) + v.nul - vandaag <= v.drempels.sluit ? "sluit" : "open";
}

/** @param {Vacatures} v @param {number} plek @param {number} vandaag */
export const isNieuw = (v, plek, vandaag) => vandaag - ((v.open[plek] ?? 0) + v.nul) < v.drempels.nieuw;

/**
 * @param {Vacatures} v
 * @param {number} plek
 * @param {number} vandaag
 * @returns {[soort: string, tekst: string][]}
 */
function badges(v, plek, vandaag) {
  const stand = standVan(v, plek, vandaag);
  const over = (v.sluit[plek] ?? 0) + v.nul - vandaag;
  /** @type {[string, string][]} */
  const uit = [];
  if ((stand === "open" || stand === "sluit") && isNieuw(v, plek, vandaag)) uit.push(["nieuw", "Nieuw"]);
  if (stand === "gepland") uit.push(["opent", `Opent ${datum((v.open[plek] ?? 0) + v.nul)}`]);
  if (stand === "gesprek") uit.push(["gesprek", "In gesprek"]);
  if (stand === "sluit") uit.push(["sluit", over === 0 ? "Laatste dag" : `Nog ${inDagen(over)}`]);
  if (v.voorbeeld[plek]) uit.push(["voorbeeld", "Voorbeeld"]);
  return uit;
}

/** @param {number} dag @param {number} vandaag */
const dichtbij = (dag, vandaag) => (Math.abs(dag - vandaag) < HALF_JAAR ? datum(dag) : datumVol(dag));

/**
 * @param {Vacatures} v
 * @param {number} plek
 * @param {number} vandaag
 */
function moment(v, plek, vandaag) {
  if (standVan(v, plek, vandaag) === "gepland") return `Opent ${dichtbij((v.open[plek] ?? 0) + v.nul, vandaag)}`;
  const sluit = dichtbij((v.sluit[plek] ?? 0) + v.nul, vandaag);
  return (v.start[plek] ?? -1) < 0 ? `Doorlopend, tot ${sluit}` : `Sluit ${sluit}`;
}

/**
 * @param {Vacatures} v
 * @param {number} plek
 * @param {number} vandaag
 * @returns {[naam: string, tekst: string][]}
 */
function feiten(v, plek, vandaag) {
  const { facetten, teksten } = v;
  const vraagt = vraagtVan(v, plek);
  const wanneer = vraagt.start < 0 ? "Het hele jaar door" : `${datumVol(vraagt.start)} t/m ${datumVol(vraagt.eind)}${vraagt.flex ? ", in overleg" : ""}`;
  const dagen = vraagt.dagen.join(" ") === "ma di wo do vr" ? "elke werkdag" : vraagt.dagen.join(", ");
  return [
    ["Sluit", moment(v, plek, vandaag)],
    ["Periode", wanneer],
    ["Soort stage", tekstVan(facetten, "soort", plek)],
    ["Niveau", tekstVan(facetten, "niveau", plek)],
    ["Uren en dagen", `${v.uren[plek]} uur, ${dagen}`],
    ["Vergoeding", teksten[v.beloning[plek] ?? 0] ?? ""],
    ["Begeleiding", teksten[v.begeleiding[plek] ?? 0] ?? ""],
    ["Werkvorm", teksten[v.plaats[plek] ?? 0] ?? ""],
    ["VOG", v.vog[plek] ? "Nodig" : "Niet nodig"],
  ];
}

/**
 * @param {Vacatures} v
 * @param {number} plek
 * @param {{vandaag: number, woorden: string[], zin: string | null, slots: Slot[], periode: number | null, metFeiten?: boolean}} erbij `periode`: the slot that fits best
 * @returns {Item}
 */
export function vacature(v, plek, { vandaag, woorden, zin: samenvatting, slots, periode, metFeiten = false }) {
  const { facetten, teksten } = v;
  const organisatie = v.organisaties[v.org[plek] ?? 0];
  const afdeling = teksten[v.afdeling[plek] ?? 0];
  const [vak, vaknaam] = waardenVan(facetten, "vakgebied", plek)[0] ?? ["", ""];
  const vraagt = vraagtVan(v, plek);
  const slot = periode === null ? undefined : slots[periode];
  const uitkomst = slot && oordeel(vraagt, slot);
  const titel = v.titel[plek] ?? "";
  return {
    soort: "vacature",
    sleutel: sleutelVan(v, plek),
    adres: `vacatures/${sleutelVan(v, plek)}/`,
    titel,
    raak: raak(titel, woorden),
    wie: afdeling ? `${organisatie?.naam} · ${afdeling}` : (organisatie?.naam ?? ""),
    vakgebied: { id: vak, naam: vaknaam },
    zin: samenvatting,
    badges: badges(v, plek, vandaag),
    tags: [
      ["niveau", tekstVan(facetten, "niveau", plek)],
      ["soort", tekstVan(facetten, "soort", plek)],
      ["uren", `${v.uren[plek]} uur`],
      ["vergoeding", teksten[v.beloning[plek] ?? 0] ?? ""],
      ["plaats", teksten[v.plaats[plek] ?? 0] ?? ""],
    ],
    moment: moment(v, plek, vandaag),
    sluit: v.momenten[v.sluit[plek] ?? 0] ?? "",
    past: uitkomst && periode !== null ? { fit: uitkomst.fit, zin: zin(uitkomst, vraagt), periode } : null,
    start: vraagt.start,
    eind: vraagt.eind,
    feiten: metFeiten ? feiten(v, plek, vandaag) : [],
  };
}

/**
 * @param {Opdrachten} o
 * @param {number} plek
 * @param {string[]} woorden
 * @returns {Item}
 */
export function opdracht(o, plek, woorden) {
  const [vak, vaknaam] = waardenVan(o.facetten, "vakgebied", plek)[0] ?? ["", ""];
  const titel = o.titel[plek] ?? "";
  return {
    soort: "opdracht",
    sleutel: o.sleutel[plek] ?? "",
    adres: `opdrachten/${o.sleutel[plek]}/`,
    titel,
    raak: raak(titel, woorden),
    wie: vaknaam,
    vakgebied: { id: vak, naam: vaknaam },
    zin: o.zin[plek] ?? "",
    badges: o.voorbeeld[plek] ? [["voorbeeld", "Voorbeeld"]] : [],
    tags: [
      ["niveau", tekstVan(o.facetten, "niveau", plek)],
      ["soort", tekstVan(o.facetten, "soort", plek)],
      ["periode", o.teksten[o.duur[plek] ?? 0] ?? ""],
      ["begeleiding", o.teksten[o.begeleiding[plek] ?? 0] ?? ""],
    ],
    moment: "",
    sluit: "",
    past: null,
    start: -1,
    eind: -1,
    feiten: [],
  };
}

/**
 * The slots that a question brings, without those that are no period.
 * @param {Slot[]} slots
 * @returns {Slot[]}
 */
export const echteSlots = (slots) => slots.filter((slot) => dagVan(slot.start) <= dagVan(slot.eind));
