/** The fit on the small cards that the server made: the front page, and the likes of a vacancy. */

import { sleutelVan } from "./bewaarvorm.js";
import { vandaag } from "./dagen.js";
import { maak } from "./maak.js";
import { leesPeriode } from "./opslag.js";
import { oordeel } from "./pastbalk.js";
import { maakLoket } from "./zoek/loket.js";

let beurt = 0;

/**
 * Gives every card its answer, or takes it away when there is no period any more.
 * @param {Element[]} kaarten
 */
export async function beoordeelKaarten(kaarten) {
  const mijn = ++beurt;
  const periodes = leesPeriode()?.slots ?? [];
  const sleutels = kaarten.map((kaart) => {
    const link = kaart.querySelector("h3 a");
    return link instanceof HTMLAnchorElement ? sleutelVan(link.href) : "";
  });
  const { items } = periodes.length ? await maakLoket().vraag({ soort: "sleutels", sleutels, periodes, vandaag: vandaag() }) : { items: [] };
  if (mijn !== beurt) return;
  for (const [plaats, kaart] of kaarten.entries()) {
    const past = items[plaats]?.past;
    kaart.querySelector("footer > .sp-fit")?.remove();
    if (past) kaart.querySelector("footer")?.prepend(maak("div", { class: "sp-fit" }, maak("p", {}, oordeel(past.fit)), maak("p", { class: "sp-fit__zin" }, past.zin)));
  }
}
