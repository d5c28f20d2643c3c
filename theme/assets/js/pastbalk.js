/** How a vacancy lies in the visitor's period: badge, small bar and sentence. Places are parts of a hundred. */

import { dagVan } from "./dagen.js";
import { icoon, maak } from "./maak.js";
import { WOORD } from "./woorden.js";

/** @typedef {import("./zoek/soorten.js").Item} Item */
/** @typedef {import("./zoek/soorten.js").Slot} Slot */
/** @typedef {import("./zoek/soorten.js").Fit} Fit */
/** @typedef {{x: number, b: number}} Stuk begin and width */
/**
 * @typedef {object} Tekening
 * @property {{x: number, naam: string}[]} maanden those with a name
 * @property {Stuk} jij
 * @property {Stuk | null} stage null when it lies outside the window
 * @property {Stuk | null} samen
 * @property {boolean} links whether the vacancy goes on before the window
 * @property {boolean} rechts whether it goes on after it
 */

const MAANDEN = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
const DAG = 86_400_000;
/** The least width of a bar: a few days must be seen. */
const MINST = 1.5;

/**
 * The first day of a month, so many months away.
 * @param {number} dag
 * @param {number} verder
 */
function maandBegin(dag, verder) {
  const dan = new Date(dag * DAG);
  return Date.UTC(dan.getUTCFullYear(), dan.getUTCMonth() + verder) / DAG;
}

/**
 * Where everything lies in a window of the period with a month on either side.
 * @param {number} van first day of the period
 * @param {number} tot last day of it
 * @param {number} start of the vacancy, -1 when it runs all year
 * @param {number} eind
 * @param {number} namen how many months may carry a name
 * @returns {Tekening}
 */
export function meet(van, tot, start, eind, namen) {
  const [begin, einde] = [maandBegin(van, -1), maandBegin(tot, 2)];
  const plek = (/** @type {number} */ dag) => ((dag - begin) / (einde - begin)) * 100;
  /** @type {(a: number, b: number) => Stuk | null} last day included, cut off at the window */
  const stuk = (a, b) => {
    const [l, r] = [Math.max(a, begin), Math.min(b + 1, einde)];
    if (l >= r) return null;
    const breed = Math.max(plek(r) - plek(l), MINST);
    return { x: Math.min(plek(l), 100 - breed), b: breed };
  };
  const [eerst, laatst] = start < 0 ? [begin - 1, einde] : [start, eind];
  const maanden = [];
  for (let dag = begin; dag < einde; dag = maandBegin(dag, 1)) {
    maanden.push({ x: plek(dag), naam: MAANDEN[new Date(dag * DAG).getUTCMonth()] ?? "" });
  }
  const stap = Math.ceil(maanden.length / namen);
  return {
    maanden: maanden.filter((_, nummer) => nummer % stap === 0),
    jij: stuk(van, tot) ?? { x: 0, b: 0 },
    stage: stuk(eerst, laatst),
    samen: stuk(Math.max(van, eerst), Math.min(tot, laatst)),
    links: eerst < begin,
    rechts: laatst >= einde,
  };
}

/**
 * @param {string} naam
 * @param {Record<string, string | number>} eigen
 * @param {...(Node | string)} inhoud
 */
function svg(naam, eigen, ...inhoud) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", naam);
  for (const [wat, waarde] of Object.entries(eigen)) element.setAttribute(wat, String(waarde));
  element.append(...inhoud);
  return element;
}

/** @param {number} getal */
const deel = (getal) => `${Math.round(getal * 100) / 100}%`;

/**
 * @param {Tekening} tekening
 * @param {boolean} vol
 */
function balk({ maanden, jij, stage, samen, links, rechts }, vol) {
  const [dik, top] = vol ? [16, 20] : [10, 17];
  const [midden, onder] = [top + dik + 3, top + 2 * dik + 5];
  /** @type {(stuk: Stuk | null, soort: string, y: number, hoog: number) => Node[]} */
  const blok = (stuk, soort, y, hoog) =>
    stuk ? [svg("rect", { class: `sp-fit__${soort}`, x: deel(stuk.x), width: deel(stuk.b), y, height: hoog, rx: 2 })] : [];
  /** @type {(rechtsom: boolean) => Node} */
  const pijl = (rechtsom) =>
    svg(
      "svg",
      { x: rechtsom ? "100%" : 0, y: midden, overflow: "visible" },
      svg("path", {
        class: `sp-fit__pijl${stage ? " sp-fit__pijl--op" : ""}`,
        d: `M${rechtsom ? -14 : 14} ${dik / 2}H${rechtsom ? -3 : 3}m${rechtsom ? -4 : 4}-4 ${rechtsom ? "4 4-4 4" : "-4 4 4 4"}`,
      }),
    );
  return svg(
    "svg",
    { class: `sp-fit__balk${vol ? " sp-fit__balk--vol" : ""}`, "aria-hidden": "true", focusable: "false", height: onder + 6 },
    ...maanden.flatMap(({ x, naam }) => [
      svg("line", { x1: deel(x), x2: deel(x), y1: top - 5, y2: onder + 5 }),
      svg("text", { x: deel(x), y: 10 }, naam),
    ]),
    ...blok(jij, "jij", top, dik),
    ...blok(stage, "stage", midden, dik),
    ...blok(samen, "samen", onder, 4),
    ...(links ? [pijl(false)] : []),
    ...(rechts ? [pijl(true)] : []),
  );
}

/**
 * The answer as shape, word and colour.
 * @param {Fit} fit
 * @param {string} [woorden]
 */
export const oordeel = (fit, woorden = WOORD[fit]) => maak("span", { class: `sp-fit__wat sp-fit__wat--${fit}` }, icoon(fit), woorden);

/**
 * @param {Item} item
 * @param {Slot[]} slots the same that the question brought
 * @returns {Element | null} null without a period
 */
export function tekening({ past, start, eind }, slots, vol = false) {
  const slot = past && slots[past.periode];
  return slot ? balk(meet(dagVan(slot.start), dagVan(slot.eind), start, eind, vol ? 8 : 4), vol) : null;
}

/**
 * Badge, bar and sentence; empty and hidden for an item that nobody judged.
 * @param {Item} item
 * @param {Slot[]} slots the same that the question brought
 * @param {boolean} [vol] the large form
 * @returns {HTMLElement}
 */
export function pastbalk(item, slots, vol = false) {
  const { past } = item;
  if (!past) return maak("div", { class: "sp-fit", hidden: true });
  return maak(
    "div",
    { class: "sp-fit" },
    maak("p", {}, oordeel(past.fit)),
    /** @type {Element} */ (tekening(item, slots, vol)),
    maak("p", { class: "sp-fit__zin" }, past.zin),
  );
}
