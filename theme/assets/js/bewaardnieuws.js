/** What is known today of vacancies that were saved, asked of the search; and how their fit is drawn. */

import { vandaag } from "./dagen.js";
import { maak } from "./maak.js";
import { leesPeriode } from "./opslag.js";
import { WOORD } from "./woorden.js";

/** @typedef {import("./zoek/soorten.js").Item} Item */
/** @typedef {import("./stagelijst.js").Gegevens} Gegevens */

/** The fit of an item, drawn; as long as the drawing has not come, or does not come, its sentence stands alone. @type {(item: Item) => Node | null} */
export let past = ({ past: fit }) => (fit ? maak("p", {}, `${WOORD[fit.fit]}. ${fit.zin}`) : null);

/** Fetches the drawing of the fit, when there is a period. */
async function haalPast() {
  const slots = leesPeriode()?.slots;
  if (!slots) return;
  try {
    const { pastbalk } = await import("./pastbalk.js");
    past = (item) => pastbalk(item, slots);
  } catch (fout) {
    console.error(fout);
  }
}

/**
 * @param {string[]} sleutels
 * @returns {Promise<Gegevens>}
 */
async function vraag(sleutels) {
  const { maakLoket } = await import("./zoek/loket.js");
  const { items } = await maakLoket().vraag({ soort: "sleutels", sleutels, periodes: leesPeriode()?.slots ?? [], vandaag: vandaag() });
  return new Map(sleutels.map((sleutel, plaats) => [sleutel, items[plaats] ?? null]));
}

/**
 * @param {string[]} sleutels
 * @returns {Promise<Gegevens | null>} null when the data did not come
 */
export async function haalNieuws(sleutels) {
  try {
    const [nieuws] = await Promise.all([sleutels.length ? vraag(sleutels) : new Map(), haalPast()]);
    return nieuws;
  } catch (fout) {
    console.error(fout);
    return null;
  }
}
