/** Which internship periods the dates of the form fit, over the data of the schools. */

import { dagVan } from "../dagen.js";
import { icoon, maak } from "../maak.js";
import { beste } from "../passen.js";
import { geteld, opsomming } from "../woorden.js";
import { maakLoket } from "../zoek/loket.js";
import { lijst, tekst } from "./zijkant.js";

/** @typedef {import("./soorten.js").Gegevens} Gegevens */
/** @typedef {import("./soorten.js").RuweGroep} RuweGroep */
/** @typedef {{naam: string, school: string, fit: import("../zoek/soorten.js").Fit, samen: number, van: number}} Oordeel */

const KORT = ["meeloop", "project"];
const WAT = { past: "past", bijna: "past bijna", niet: "past niet" };

/** @param {RuweGroep} ruw @returns {import("../zoek/soorten.js").Vraagt | null} null while the dates are not there */
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
 * @param {HTMLElement} vak
 * @param {Gegevens} gegevens
 */
export function maakPast(vak, gegevens) {
  /** @type {Promise<import("../zoek/soorten.js").School[]> | null} */
  let scholen = null;
  let beurt = 0;

  /** @param {import("../zoek/soorten.js").School[]} alle @param {RuweGroep} ruw @param {import("../zoek/soorten.js").Vraagt} vraagt */
  function teken(alle, ruw, vraagt) {
    const ids = new Set(gezocht(gegevens, ruw));
    const oordelen = alle.flatMap(({ kort, opleidingen }) =>
      opleidingen.flatMap(({ id, naam, periodes }) => {
        const best = ids.has(id) ? beste(vraagt, periodes) : null;
        return best ? [{ naam, school: kort, fit: best.uitkomst.fit, samen: best.uitkomst.weken, van: best.uitkomst.van_weken }] : [];
      }),
    );
    const orde = ["past", "bijna", "niet"];
    oordelen.sort((a, b) => orde.indexOf(a.fit) - orde.indexOf(b.fit));
    const goed = oordelen.filter(({ fit }) => fit === "past");
    const bijna = oordelen.filter(({ fit }) => fit === "bijna");
    const genoemd = lijst(ruw, "opleidingen").length > 0;
    const kop = goed.length ? "Dit past bij" : bijna.length ? "Dit past bijna" : "Dit past nog nergens";
    const wat = goed.length ? goed : bijna;
    const uitleg = wat.length ? hoofdzin(wat, genoemd) : "Schuif de datums, of zet begin en einde in overleg.";
    const soort = wat.length ? "info" : "letop";
    const details = oordelen.length ? maak("details", {}, maak("summary", {}, "Bekijk ze"), maak("ul", { class: "sp-pastlijst" }, ...oordelen.map((een) => zin(een, vraagt.start < 0)))) : "";
    const voorbeeld = alle.some(({ opleidingen }) => opleidingen.some(({ periodes }) => periodes.some((slot) => slot.voorbeeld)));
    vak.replaceChildren(
      maak(
        "div",
        { class: `sp-melding sp-melding--${soort}`, role: "status" },
        maak("h2", {}, icoon("kalender"), kop),
        maak("p", {}, oordelen.length ? uitleg : "Van deze opleidingen kennen we de stageperiodes nog niet."),
        voorbeeld && oordelen.length ? maak("p", { class: "sp-klein" }, "De periodes zijn deels voorbeelden; de school heeft ze nog niet bevestigd.") : "",
        details,
      ),
    );
    vak.hidden = false;
  }

  /** @param {RuweGroep} ruw @param {boolean} gewenst */
  return (ruw, gewenst) => {
    const mijn = ++beurt;
    const vraagt = gewenst ? vraagtVan(ruw) : null;
    vak.hidden = vak.hidden || !vraagt;
    if (!vraagt) return;
    scholen ??= maakLoket().vraag({ soort: "scholen" }).then(({ scholen: alle }) => alle);
    scholen.then((alle) => mijn === beurt && teken(alle, ruw, vraagt)).catch(() => (scholen = null));
  };
}
