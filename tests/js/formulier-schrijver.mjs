/**
 * Writes and checks records for the tests in Python: one JSON on standard input, one on standard output. Each record
 * comes back with the text of its file, its text as it would be after typing, and everything found wrong with it.
 */

import { readFileSync } from "node:fs";

import { gereinigd } from "../../theme/assets/js/formulier/antwoorden.js";
import { controleer } from "../../theme/assets/js/formulier/controle.js";
import { bestandsnaam, schrijf } from "../../theme/assets/js/formulier/schrijven.js";
import { verbanden } from "../../theme/assets/js/formulier/verbanden.js";

/** @type {{gegevens: import("../../theme/assets/js/formulier/soorten.js").Gegevens, dingen: {thuis: string, ruw: any, schoon?: boolean}[]}} */
const { gegevens, dingen } = JSON.parse(readFileSync(0, "utf8"));
const uit = dingen.map(({ thuis, ruw, schoon: eerst }) => {
  const waarde = eerst ? gereinigd(gegevens.velden, ruw) : ruw;
  const { gevonden, record } = controleer(gegevens, waarde);
  const alles = gevonden.some(({ ernst }) => ernst === "fout") ? gevonden : [...gevonden, ...verbanden(gegevens, thuis, record)];
  return {
    tekst: schrijf(gegevens.velden, waarde),
    naam: bestandsnaam(waarde.titel ?? ""),
    gevonden: alles.map(({ pad, code, bericht, uitweg, ernst }) => [pad, code, bericht, uitweg, ernst]),
  };
});
process.stdout.write(JSON.stringify(uit));
