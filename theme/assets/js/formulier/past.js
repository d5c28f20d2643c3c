/** Which internship periods the dates of the form fit, over the data of the schools. */

import { dagVan } from "../dagen.js";
import { icoon, maak } from "../maak.js";
import { beste } from "../passen.js";
import { geteld, opsomming } from "../woorden.js";
import { maakLoket } from "../zoek/loket.js";
import { lijst, tekst } from "./lezen.js";

/** @typedef {import("./soorten.js").Gegevens} Gegevens */
/** @typedef {import("./soorten.js").RuweGroep} RuweGroep */
/** @typedef {import("../zoek/soorten.js").School} School */
/** @typedef {import("../zoek/soorten.js").Vraagt} Vraagt */
/** @typedef {import("../zoek/soorten.js").Fit} Fit */
/** @typedef {{naam: string, school: string, fit: Fit, samen: number, van: number}} Oordeel */

const KORT = ["meeloop", "project"];
const WAT = { past: "past", bijna: "past bijna", niet: "past niet" };
/** @type {Fit[]} best first */
const ORDE = ["past", "bijna", "niet"];

/** @param {RuweGroep} ruw @returns {Vraagt | null} null while the dates are not there */
function vraagtVan(ruw) {
  const heel = tekst(ruw, "periode", "doorlopend") === "true";
  const [start, eind] = heel ? [-1, -1] : [dagVan(tekst(ruw, "periode", "start")), dagVan(tekst(ruw, "periode", "eind"))];
  if (Number.isNaN(start) || Number.isNaN(eind) || eind < start) return null;
  return { start, eind, flex: tekst(ruw, "periode", "flexibel") === "true", kort: KORT.includes(tekst(ruw, "soort")), dagen: lijst(ruw, "dagen") };
}

/**
 * The programmes that are named, or else those of the same field and levels.
 * @param {Gegevens} gegevens
 * @param {RuweGroep} ruw
 */
function gezocht({ registers }, ruw) {
  const genoemd = lijst(ruw, "opleidingen");
  if (genoemd.length) return genoemd;
  const [vakgebied, niveaus] = [tekst(ruw, "vakgebied"), lijst(ruw, "niveaus")];
  const alle = registers.opleidingen.flatMap(({ opleidingen }) => opleidingen);
  return alle.filter(([, , niveau, velden]) => (!vakgebied || velden.includes(vakgebied)) && (!niveaus.length || niveaus.includes(niveau))).map(([id]) => id);
}

/** @param {Oordeel[]} goed @param {boolean} genoemd */
function hoofdzin(goed, genoemd) {
  const wie = opsomming(goed.slice(0, 3).map(({ naam, school }) => `${naam} (${school})`));
  const waar = genoemd ? " die je noemt" : " in de regio";
  return `${geteld(goed.length, "opleiding", "opleidingen")}${waar}${goed.length > 3 ? ", zoals " : ": "}${wie}.`;
}

/** @param {Oordeel} oordeel @param {boolean} doorlopend */
const zin = ({ naam, school, fit, samen, van }, doorlopend) =>
  maak("li", {}, maak("span", { class: `sp-fit__wat sp-fit__wat--${fit}` }, icoon(fit), WAT[fit]), ` ${naam}, ${school}`, doorlopend ? "" : maak("small", {}, `${samen} van de ${geteld(van, "week", "weken")}`));

/**
 * How the dates lie in the periods of the programmes, best first.
 * @param {School[]} scholen
 * @param {string[]} ids of programmes
 * @param {Vraagt} vraagt
 * @returns {Oordeel[]}
 */
function oordelen(scholen, ids, vraagt) {
  const alle = scholen.flatMap(({ kort, opleidingen }) =>
    opleidingen.flatMap(({ id, naam, periodes }) => {
      const best = ids.includes(id) ? beste(vraagt, periodes) : null;
      return best ? [{ naam, school: kort, fit: best.uitkomst.fit, samen: best.uitkomst.weken, van: best.uitkomst.van_weken }] : [];
    }),
  );
  return ORDE.flatMap((fit) => alle.filter((een) => een.fit === fit));
}

/**
 * What it comes down to.
 * @param {Oordeel[]} alle
 * @param {boolean} genoemd whether the programmes are named
 * @returns {{soort: "info" | "letop", kop: string, uitleg: string}}
 */
function besluit(alle, genoemd) {
  const goed = alle.filter(({ fit }) => fit === "past");
  const bijna = alle.filter(({ fit }) => fit === "bijna");
  if (!alle.length) return { soort: "letop", kop: "Nog niet bekend", uitleg: "Van deze opleidingen kennen we de stageperiodes nog niet." };
  if (goed.length) return { soort: "info", kop: "Dit past bij", uitleg: hoofdzin(goed, genoemd) };
  if (bijna.length) return { soort: "info", kop: "Dit past bijna", uitleg: hoofdzin(bijna, genoemd) };
  return { soort: "letop", kop: "Dit past nog nergens", uitleg: "Schuif de datums, of zet begin en einde in overleg." };
}

/**
 * @param {HTMLElement} vak
 * @param {Gegevens} gegevens
 * @returns {(ruw: RuweGroep) => Promise<void>} rejects when the periods cannot be had
 */
export function maakPast(vak, gegevens) {
  /** @type {Promise<School[]> | null} */
  let scholen = null;
  let was = "";

  /** @param {School[]} alle @param {RuweGroep} ruw @param {string[]} ids @param {Vraagt} vraagt */
  function teken(alle, ruw, ids, vraagt) {
    const gevonden = oordelen(alle, ids, vraagt);
    const { soort, kop, uitleg } = besluit(gevonden, lijst(ruw, "opleidingen").length > 0);
    const voorbeeld = gevonden.length && alle.some(({ opleidingen }) => opleidingen.some(({ periodes }) => periodes.some((slot) => slot.voorbeeld)));
    const rijen = gevonden.map((een) => zin(een, vraagt.start < 0));
    vak.replaceChildren(
      maak(
        "div",
        { class: `sp-melding sp-melding--${soort}` },
        maak("h2", {}, icoon("kalender"), kop),
        maak("p", {}, uitleg),
        voorbeeld ? maak("p", { class: "sp-klein" }, "De periodes zijn deels voorbeelden; de school heeft ze nog niet bevestigd.") : "",
        rijen.length ? maak("details", {}, maak("summary", {}, "Bekijk ze"), maak("ul", { class: "sp-pastlijst" }, ...rijen)) : "",
      ),
    );
  }

  return async (ruw) => {
    const [vraagt, ids] = [vraagtVan(ruw), gezocht(gegevens, ruw)];
    const nu = JSON.stringify([vraagt, ids]);
    // What stays the same is left alone: it may be folded out, and it is read aloud.
    if (nu === was) return;
    was = nu;
    if (!vraagt) return vak.replaceChildren();
    try {
      scholen ??= maakLoket().vraag({ soort: "scholen" }).then(({ scholen: alle }) => alle);
      const alle = await scholen;
      if (was === nu) teken(alle, ruw, ids, vraagt);
    } catch (fout) {
      [scholen, was] = [null, ""];
      throw fout;
    }
  };
}
