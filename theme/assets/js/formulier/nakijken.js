/** Looks a draft over: everything that is wrong now, in which step that stands, and the list of it above the title. */

import { dagVan, vandaag } from "../dagen.js";
import { maak } from "../maak.js";
import { geteld } from "../woorden.js";
import { record } from "./antwoorden.js";
import { controleer } from "./controle.js";
import { tekst } from "./lezen.js";
import { leesbaar } from "./tekst.js";
import { verbanden } from "./verbanden.js";
import { plekVan } from "./vragen.js";

/** @typedef {import("./soorten.js").Gegevens} Gegevens */
/** @typedef {import("./soorten.js").Bevinding} Bevinding */
/** @typedef {import("./antwoorden.js").Concept} Concept */

/** @param {Gegevens} gegevens @returns {Bevinding} */
function zonderThuis({ thuis: { naam, label, uitleg }, zinnen }) {
  const [code = "", bericht = ""] = zinnen.ontbreekt ?? [];
  return { pad: [naam], code, bericht: bericht.replace("{label}", label), uitweg: uitleg, ernst: "fout" };
}

/**
 * Days that are over: the checker takes them, because files of old vacancies have them too.
 * @param {Gegevens} gegevens
 * @param {import("./soorten.js").RuweGroep} ruw
 * @param {number} nu
 * @returns {Bevinding[]}
 */
function voorbij({ laatste_dagen, zinnen }, ruw, nu) {
  const [code = "", bericht = "", uitweg = ""] = zinnen.voorbij ?? [];
  return laatste_dagen.flatMap((pad) => (dagVan(tekst(ruw, ...pad)) < nu ? [{ pad, code, bericht, uitweg, ernst: "fout" }] : []));
}

/** A finding as a form says it, at the question where people look. @param {Gegevens} gegevens @returns {(bevinding: Bevinding) => Bevinding} */
const inFormulier = ({ in_formulier: woorden }) => (bevinding) => {
  const [uitweg = bevinding.uitweg, plek = ""] = woorden[bevinding.code] ?? [];
  return { ...bevinding, uitweg, pad: plek ? plek.split(".") : bevinding.pad };
};

/**
 * Everything that is wrong now.
 * @param {Gegevens} gegevens
 * @param {Concept} concept
 * @param {number} [nu] the day it is
 * @returns {Bevinding[]}
 */
export function kijkNa(gegevens, concept, nu = vandaag()) {
  const ruw = record(gegevens, concept);
  const { gevonden, record: gelezen } = controleer(gegevens, ruw, true);
  const thuis = concept.thuis ? [] : [zonderThuis(gegevens)];
  // Of a day that is wrong in another way once is enough.
  const over = voorbij(gegevens, ruw, nu).filter(({ pad }) => !gevonden.some((een) => String(een.pad) === String(pad)));
  return [...thuis, ...gevonden, ...over, ...verbanden(gegevens, concept.thuis, gelezen)].map(inFormulier(gegevens));
}

/** @param {Gegevens} gegevens @param {string} naam of a question or a group @returns {number} */
export function stapVan({ stappen }, naam) {
  const hoofd = naam.split(".")[0];
  return Math.max(0, stappen.findIndex(({ vragen }) => vragen.some(({ pad }) => pad[0] === hoofd)));
}

/** With the name of the question before it, unless it says that itself. @param {Gegevens} gegevens @param {Bevinding} bevinding */
function metLabel({ velden }, { pad, bericht }) {
  const [hoofd, naam] = pad.filter((deel) => typeof deel === "string");
  const veld = velden.find((een) => een.naam === hoofd);
  const { label = "" } = veld?.velden?.find((een) => een.naam === naam) ?? veld ?? {};
  return leesbaar(!label || bericht.includes(label) ? bericht : `${label}: ${bericht}`);
}

/**
 * What is still to be looked at, each with the way there.
 * @param {Gegevens} gegevens
 * @param {Bevinding[]} fouten
 * @param {(fout: Bevinding) => void} ga
 */
export function maakFoutlijst(gegevens, fouten, ga) {
  const punten = fouten.map((fout) => {
    const link = maak("a", { href: `#vak-f-${plekVan(fout).replaceAll(".", "-")}` }, metLabel(gegevens, fout));
    link.addEventListener("click", (event) => {
      event.preventDefault();
      ga(fout);
    });
    return maak("li", {}, link);
  });
  const kop = maak("h2", { id: "foutkop" }, `Kijk nog naar ${geteld(fouten.length, "punt", "punten")}`);
  return maak("div", { class: "sp-foutlijst", role: "alert", "aria-labelledby": kop.id }, kop, maak("ul", {}, ...punten));
}
