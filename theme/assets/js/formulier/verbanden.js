/** How a vacancy agrees with the registers: generator/relate/links.py once more, for what a form can get wrong. */

import { niveausVan } from "./regels.js";
import { kaal } from "./tekst.js";

/** @typedef {import("./soorten.js").Bevinding} Bevinding */
/** @typedef {import("./regels.js").Stage} Stage */

/**
 * What does not agree with the registers: programmes of another level, a mailbox of another organisation.
 * @param {import("./soorten.js").Gegevens} gegevens
 * @param {string} thuis id of the organisation
 * @param {Stage} stage
 * @returns {Generator<Bevinding>}
 */
export function* verbanden(gegevens, thuis, { niveaus: gevraagd, opleidingen = [], solliciteren }) {
  const { registers } = gegevens;
  const bekend = new Map(registers.opleidingen.flatMap(({ opleidingen: alle }) => alle.map((een) => [een[0], een])));
  for (const [plek, id] of (gevraagd ? opleidingen : []).entries()) {
    const [, naam = "", niveau = ""] = bekend.get(id) ?? [];
    if (!niveau || gevraagd.includes(niveau)) continue;
    const bericht = `${naam} is ${niveau}, maar deze vacature vraagt ${gevraagd.join(" of ")}.`;
    const voorstel = { pad: ["niveaus"], waarde: niveausVan(gegevens).filter((een) => een === niveau || gevraagd.includes(een)), tekst: `Voeg ${niveau} toe` };
    const uitweg = "Voeg het niveau toe bij `niveaus`, of haal de opleiding weg.";
    yield { pad: ["opleidingen", plek], code: "niveau_past_niet", bericht, uitweg, ernst: "fout", voorstel };
  }
  const wie = registers.organisaties.find(({ id }) => id === thuis);
  const domein = kaal(solliciteren?.email ?? "").split("@")[1];
  if (!wie || !domein || wie.domeinen.some((eigen) => domein === eigen || domein.endsWith(`.${eigen}`))) return;
  const uitweg = wie.domeinen.length ? `Gebruik een mailbox op ${wie.domeinen.join(" of ")}.` : "Laat het Stagebureau eerst het maildomein van je organisatie toevoegen.";
  yield { pad: ["solliciteren", "email"], code: "vreemd_maildomein", bericht: `Het domein \`${domein}\` hoort niet bij ${wie.naam}.`, uitweg, ernst: "fout" };
}
