/** What the search dialog shows of everything that can be found: a line each, the best of every kind. */

import { raak } from "./vouw.js";

/** @typedef {import("./bron.js").Bron} Bron */
/** @typedef {import("./soorten.js").Treffer} Treffer */
/** @typedef {import("./vraag.js").Begrepen} Begrepen */

/** So many of a kind stand in the dialog. */
export const IN_VENSTER = { vacatures: 5, anders: 3 };
const ICONEN = { handboek: "document", pagina: "document", organisatie: "plek", opleiding: "niveau", school: "niveau" };

/**
 * The places of the records that answer best.
 * @param {Bron} bron
 * @param {Begrepen} begrepen
 * @param {(plek: number) => boolean} doet
 * @returns {number[]}
 */
export function toppers(bron, begrepen, doet) {
  const { past, punten } = bron.zoek(begrepen.eisen);
  return Array.from(past.keys())
    .filter((plek) => past[plek] === 1 && doet(plek))
    .sort((a, b) => (punten[b] ?? 0) - (punten[a] ?? 0) || a - b)
    .slice(0, IN_VENSTER.anders);
}

/** @param {import("./soorten.js").Item} item @returns {Treffer} */
export function itemTreffer(item) {
  const niveau = item.tags.find(([icoon]) => icoon === "niveau")?.[1] ?? "";
  return {
    titel: item.titel,
    adres: item.adres,
    bij: `${item.wie}, ${niveau}`,
    vakgebied: item.vakgebied.id,
    icoon: "",
    fit: item.past?.fit ?? "",
    raak: item.raak,
  };
}

/**
 * @param {import("./soorten.js").Verder} rij
 * @param {string[]} woorden folded
 * @returns {Treffer}
 */
export const verderTreffer = ([soort, titel, adres, bij], woorden) => ({ titel, adres, bij, vakgebied: "", icoon: ICONEN[soort], fit: "", raak: raak(titel, woorden) });
