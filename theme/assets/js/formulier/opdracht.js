/** A form that begins with an example assignment: its answers, and what a manager still fills in. */

import { maak } from "../maak.js";
import { nieuw, vanRecord } from "./antwoorden.js";
import { bericht } from "./berichten.js";

/** @typedef {import("./soorten.js").Gegevens} Gegevens */
/** @typedef {import("./antwoorden.js").Concept} Concept */
/** @typedef {{titel: string, aanpassen: [vraag: string, uitleg: string][], weken: string, antwoorden: import("./soorten.js").RuweGroep}} Opdracht */

const VRAAG = "Er staat al een concept in dit formulier. Wil je het vervangen door deze opdracht?";

/**
 * The draft with the answers of an assignment in it.
 * @param {Gegevens} gegevens
 * @param {Concept} concept as it is
 * @param {Opdracht} opdracht
 * @returns {Concept | null} the same one when it began with this assignment, null when somebody keeps what is there
 */
export function metOpdracht(gegevens, concept, opdracht) {
  const { antwoorden } = vanRecord(gegevens, opdracht.antwoorden, "");
  if (concept.antwoorden.gebaseerd_op === antwoorden.gebaseerd_op) return concept;
  const leeg = nieuw();
  const begonnen = Object.keys(concept.antwoorden).length > Object.keys(leeg.antwoorden).length;
  if (begonnen && !confirm(VRAAG)) return null;
  return { ...leeg, thuis: concept.thuis, antwoorden: { ...leeg.antwoorden, ...antwoorden } };
}

/** @param {Opdracht} opdracht */
export function overOpdracht({ titel, weken, aanpassen }) {
  const punten = aanpassen.map(([wat, uitleg]) => maak("li", {}, maak("b", {}, wat), ` ${uitleg}`));
  const zin = `Duurt ongeveer ${weken}. Vul de plekken tussen dubbele haken zelf in:`;
  return bericht("info", `Je begint met de opdracht “${titel}”.`, maak("p", {}, zin), maak("ul", {}, ...punten));
}
