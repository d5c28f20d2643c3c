/**
 * How the dates of a vacancy lie in a student's internship period: the rule of generator/relate/fit.py once more.
 * Both answer to tests/cases/past.yml.
 *
 * The rule. Count the weeks in which both run. A vacancy fits when it leaves out at most one of the student's weeks
 * (two when its dates are flexible), fits nearly when three quarters of them are covered (half when flexible), and
 * does not fit otherwise. One that runs all year fits. Of a short one its own weeks count. When the weeks fit but the
 * vacancy asks more days than the student has, or a fixed school day, it fits nearly.
 */

import { dagVan, datum, datumVol } from "./dagen.js";
import { DAGNAAM, WOORD, inDagen, inWeken, meervoud, opsomming } from "./woorden.js";

/** @typedef {import("./zoek/soorten.js").Slot} Slot */
/** @typedef {import("./zoek/soorten.js").Vraagt} Vraagt */
/** @typedef {import("./zoek/soorten.js").Uitkomst} Uitkomst */

const ORDE = Object.keys(WOORD);

/**
 * Days as whole weeks; no number of days is half a week too much, so Python rounds the same way. Never minus nought.
 * @param {number} dagen
 * @returns {number}
 */
const heleWeken = (dagen) => Math.round(dagen / 7) + 0;

/**
 * How many weeks a span of days covers, first and last included; a few days count as one.
 * @param {number} start
 * @param {number} eind
 * @returns {number}
 */
export function weken(start, eind) {
  const dagen = eind - start + 1;
  return dagen > 0 ? Math.max(1, heleWeken(dagen)) : 0;
}

/**
 * @param {Vraagt} vraagt
 * @param {Slot} slot
 * @returns {Uitkomst}
 */
export function oordeel(vraagt, slot) {
  return meet(vraagt, slot, dagVan(slot.start), dagVan(slot.eind));
}

/**
 * @param {Vraagt} vraagt
 * @param {Slot} slot
 * @param {number} van first day of the slot
 * @param {number} tot last day of the slot
 * @returns {Uitkomst}
 */
function meet(vraagt, slot, van, tot) {
  const botst = slot.lesdagen.length ? vraagt.dagen.filter((dag) => slot.lesdagen.includes(dag)) : [];
  const dagen_tekort = Math.max(0, vraagt.dagen.length - Math.min(slot.dagen, 5 - slot.lesdagen.length));
  let van_weken = weken(van, tot);
  if (vraagt.start < 0) {
    const fit = botst.length || dagen_tekort ? "bijna" : "past";
    return { fit, weken: van_weken, van_weken, verschuiving: 0, botst, dagen_tekort };
  }
  if (vraagt.kort) van_weken = Math.max(1, weken(vraagt.start, vraagt.eind));
  const samen = weken(Math.max(vraagt.start, van), Math.min(vraagt.eind, tot));
  /** @type {import("./zoek/soorten.js").Fit} */
  let fit = "niet";
  if (samen && van_weken - samen <= (vraagt.flex ? 2 : 1)) fit = botst.length || dagen_tekort ? "bijna" : "past";
  else if (samen >= van_weken * (vraagt.flex ? 0.5 : 0.75)) fit = "bijna";
  return { fit, weken: samen, van_weken, verschuiving: heleWeken(vraagt.start - van), botst, dagen_tekort };
}

/**
 * The best answer over several periods, with the place of its slot.
 * @param {Vraagt} vraagt
 * @param {Slot[]} slots
 * @returns {{uitkomst: Uitkomst, periode: number} | null} null without periods
 */
export function beste(vraagt, slots) {
  return maakBeste(slots)(vraagt);
}

/**
 * The same for many vacancies: the days of the slots are read once.
 * @param {Slot[]} slots
 * @returns {(vraagt: Vraagt) => {uitkomst: Uitkomst, periode: number} | null}
 */
export function maakBeste(slots) {
  const dagen = slots.map((slot) => [dagVan(slot.start), dagVan(slot.eind)]);
  return (vraagt) => {
    /** @type {{uitkomst: Uitkomst, periode: number} | null} */
    let top = null;
    for (const [periode, slot] of slots.entries()) {
      const [van = NaN, tot = NaN] = dagen[periode] ?? [];
      const uitkomst = meet(vraagt, slot, van, tot);
      if (!top || beter(uitkomst, top.uitkomst)) top = { uitkomst, periode };
    }
    return top;
  };
}

/**
 * @param {Uitkomst} a
 * @param {Uitkomst} b
 */
function beter(a, b) {
  const verschil =
    ORDE.indexOf(a.fit) - ORDE.indexOf(b.fit) ||
    b.weken - a.weken ||
    Math.abs(a.verschuiving) - Math.abs(b.verschuiving);
  return verschil < 0;
}

/**
 * Why a vacancy fits or not, told to the student.
 * @param {Uitkomst} uitkomst
 * @param {Vraagt} vraagt
 * @returns {string}
 */
export function zin(uitkomst, vraagt) {
  const strijd = bezwaar(uitkomst);
  if (vraagt.start < 0) return `Je kunt op elk moment beginnen${strijd ? `, maar ${strijd}` : "."}`;
  if (!uitkomst.weken) return ernaast(uitkomst, vraagt);
  if (strijd && uitkomst.weken >= uitkomst.van_weken) return `De weken kloppen, maar ${strijd}`;
  const delen = [telling(uitkomst, vraagt)];
  if (uitkomst.fit !== "past" && vraagt.flex) delen.push("Begin en einde zijn in overleg.");
  if (strijd) delen.push(strijd.charAt(0).toUpperCase() + strijd.slice(1));
  return delen.join(" ");
}

/**
 * @param {Uitkomst} uitkomst
 * @param {Vraagt} vraagt
 */
function telling({ weken: samen, van_weken, verschuiving }, vraagt) {
  const heel = samen >= van_weken;
  if (vraagt.kort) return `${heel ? "Valt" : `${samen} van de ${inWeken(van_weken)} vallen`} in je periode.`;
  const kop = `${samen} van je ${inWeken(van_weken)}`;
  if (!verschuiving) return heel && weken(vraagt.start, vraagt.eind) === van_weken ? `${kop}. Precies jouw periode.` : `${kop}.`;
  const ver = inWeken(Math.abs(verschuiving));
  if (heel && verschuiving < 0 && vraagt.flex) return `${kop}. Je kunt ${ver.replace(/^1 /, "een ")} later starten.`;
  return `${kop}; start ${ver} ${verschuiving > 0 ? "na" : "voor"} het begin van je periode.`;
}

/**
 * @param {Uitkomst} uitkomst without a week in common
 * @param {Vraagt} vraagt
 */
function ernaast({ van_weken, verschuiving }, vraagt) {
  const dag = Math.abs(verschuiving) > 26 ? datumVol : datum;
  if (verschuiving <= 0) return `Stopt op ${dag(vraagt.eind)}, voor jouw periode begint.`;
  const erna = vraagt.kort ? 0 : verschuiving - van_weken;
  return `Start op ${dag(vraagt.start)}, ${erna > 0 ? `${inWeken(erna)} ` : ""}na jouw periode.`;
}

/** @param {Uitkomst} uitkomst */
function bezwaar({ botst, dagen_tekort }) {
  if (botst.length) {
    const namen = opsomming(botst.map((dag) => DAGNAAM[dag] ?? dag));
    return `${namen} ${meervoud(botst.length, "is jouw lesdag", "zijn jouw lesdagen")}.`;
  }
  return dagen_tekort ? `de stage vraagt ${inDagen(dagen_tekort)} per week meer.` : "";
}
