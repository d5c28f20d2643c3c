/**
 * The own list on the page of what is saved: a row for every vacancy, the bar to choose some to compare, and the way to
 * take the list along. When what is kept changes elsewhere, the rows follow, around what somebody is doing in one.
 */

import { knop, verborgen } from "./knoppen.js";
import { maak } from "./maak.js";
import { maakMeenemen } from "./meenemen.js";
import { leesBewaard } from "./opslag.js";
import { bijgewerkt, samen } from "./stagelijst.js";
import { maakRij } from "./stagerij.js";
import { inStages } from "./woorden.js";
import { naar } from "./wortel.js";

/** @typedef {import("./bewaarvorm.js").Bewaard} Bewaard */
/** @typedef {import("./stagelijst.js").Gegevens} Gegevens */
/** @typedef {import("./stagerij.js").Rij} Rij */
/**
 * What the list asks of its page.
 * @typedef {object} Pagina
 * @property {(verander: (lijst: Bewaard[]) => Bewaard[], plek?: Element) => boolean} schrijf changes what is kept, and
 *   says in `plek` what is wrong; false when it was refused
 * @property {(sleutels: string[], neem: (nieuws: Gegevens | null) => void) => Promise<void>} haal what is known today
 * @property {(adres: string) => void} ga to another view of the page
 * @property {(links: Node, sleutels: () => string[]) => Node} koprij what stands above the list
 */

export const MEEST_NAAST = 4;

/** The ids of what is kept, saved last first. */
const bewaarde = () => leesBewaard().map(({ sleutel }) => sleutel);

/**
 * @param {HTMLElement} vel where the list stands
 * @param {Pagina} pagina
 */
export function maakEigenlijst(vel, { schrijf, haal, ga, koprij }) {
  const telkop = maak("h2");
  const ul = maak("ul", { class: "sp-bewaard__lijst" });
  /** By id. @type {Map<string, Rij>} */
  const rijen = new Map();
  /** In the order in which they were chosen. @type {Set<Rij>} */
  const gekozen = new Set();

  /** Draws the list with what is kept, and then with what is known today. */
  function toon() {
    const lijst = leesBewaard();
    gekozen.clear();
    rijen.clear();
    for (const een of lijst) rijen.set(een.sleutel, maakRij(een, werk));
    ul.replaceChildren(...[...rijen.values()].map(({ element }) => element));
    vel.replaceChildren(...(lijst.length ? [koprij(telkop, bewaarde), ul, balk] : [leeg()]), mee.element);
    tel();
    zetBalk();
    return vulAan();
  }

  function tel() {
    const { length } = leesBewaard();
    telkop.textContent = `${inStages(length)} bewaard`;
    mee.zet(length > 0);
  }

  /** @type {import("./stagerij.js").Werk} */
  const werk = {
    nu: (een) => leesBewaard().find(({ sleutel }) => sleutel === een.sleutel) ?? een,
    wijzig(een, anders) {
      const nieuw = { ...werk.nu(een), ...anders };
      // What another tab let go comes back when somebody writes to it here: no word is lost.
      schrijf((lijst) => (lijst.some(({ sleutel }) => sleutel === een.sleutel) ? lijst.map((ander) => (ander.sleutel === een.sleutel ? nieuw : ander)) : [nieuw, ...lijst]));
      tel();
    },
    kies(rij) {
      const vol = rij.vinkje.checked && gekozen.size >= MEEST_NAAST;
      if (vol) rij.vinkje.checked = false;
      if (rij.vinkje.checked) gekozen.add(rij);
      else gekozen.delete(rij);
      zetBalk(vol ? "Je vergelijkt er hoogstens vier. Haal eerst een vinkje weg." : "");
    },
    haalWeg,
  };

  /**
   * Takes one away; the way back stays on its place.
   * @param {Rij} rij
   */
  function haalWeg(rij) {
    const lijst = leesBewaard();
    const plaats = lijst.findIndex(({ sleutel }) => sleutel === rij.sleutel());
    const was = lijst[plaats];
    if (!was) return laatGaan(rij);
    const terug = knop("Zet terug", () => {
      if (!schrijf((nu) => samen([...nu.slice(0, plaats), was, ...nu.slice(plaats)], []), weg)) return;
      rijen.set(was.sleutel, rij);
      rij.toon(werk.nu(was));
      weg.replaceWith(rij.element);
      rij.naarLink();
      tel();
    });
    terug.append(verborgen(was.titel));
    const weg = maak("li", { class: "sp-paneel sp-stage--weg" }, maak("p", {}, maak("b", {}, was.titel), " staat niet meer in je lijst."), terug);
    schrijf((nu) => nu.filter(({ sleutel }) => sleutel !== was.sleutel));
    rij.element.before(weg);
    laatGaan(rij);
    terug.focus();
    tel();
  }

  /** @param {Rij} rij */
  function laatGaan(rij) {
    rij.vinkje.checked = false;
    werk.kies(rij);
    rijen.delete(rij.sleutel());
    rij.element.remove();
  }

  /** Brings the rows in line with what is kept, without touching what somebody is at work in. */
  function lijn() {
    const lijst = leesBewaard();
    if (lijst.length ? !ul.isConnected : !vel.contains(document.activeElement)) return metFocus(toon);
    const nieuw = lijst.filter(({ sleutel }) => !rijen.has(sleutel)).reverse();
    for (const een of nieuw) {
      const rij = maakRij(een, werk);
      rijen.set(een.sleutel, rij);
      ul.prepend(rij.element);
    }
    for (const een of lijst) rijen.get(een.sleutel)?.toon(een);
    for (const [sleutel, rij] of rijen) {
      if (!lijst.some((een) => een.sleutel === sleutel) && !rij.element.contains(document.activeElement)) laatGaan(rij);
    }
    tel();
    if (nieuw.length) void vulAan();
  }

  /** Puts what is known today into the rows that stand there. */
  const vulAan = () =>
    haal(bewaarde(), (nieuws) => {
      if (!nieuws) return;
      schrijf((lijst) => bijgewerkt(lijst, nieuws));
      for (const [sleutel, item] of nieuws) if (item && item.sleutel !== sleutel) hernoem(sleutel, item.sleutel);
      const items = new Map([...nieuws].map(([sleutel, item]) => [item?.sleutel ?? sleutel, item]));
      for (const een of leesBewaard()) rijen.get(een.sleutel)?.toon(een, items.get(een.sleutel));
      tel();
    });

  /**
   * A vacancy has another id now; when that one stood in the list too, one row stays, rather the one with the focus.
   * @param {string} oud
   * @param {string} nieuw
   */
  function hernoem(oud, nieuw) {
    const rij = rijen.get(oud);
    const dubbel = rijen.get(nieuw);
    if (!rij) return;
    const blijft = dubbel && !rij.element.contains(document.activeElement) ? dubbel : rij;
    if (dubbel) laatGaan(blijft === rij ? dubbel : rij);
    rijen.delete(oud);
    rijen.set(nieuw, blijft);
  }

  /** Draws again; who had the focus keeps it, when what had it is still there. @param {() => void} teken */
  function metFocus(teken) {
    const had = document.activeElement;
    teken();
    if (had instanceof HTMLElement && vel.contains(had)) had.focus({ preventScroll: true });
  }

  const mee = maakMeenemen({ schrijf, toon: lijn, ga });
  const keuze = maak("p", { role: "status" });
  const naarNaast = maak("button", { type: "button", class: "sp-knop", click: () => ga(`?vergelijk=${[...gekozen].map((rij) => rij.sleutel()).join(",")}`) });
  const balk = maak("div", { class: "sp-bewaard__balk" }, keuze, naarNaast);

  /** @param {string} [zin] */
  function zetBalk(zin) {
    balk.hidden = gekozen.size === 0;
    naarNaast.hidden = gekozen.size < 2;
    naarNaast.textContent = `Vergelijk ${inStages(gekozen.size)}`;
    keuze.textContent = zin || (gekozen.size === 1 ? "Kies er nog een om te vergelijken." : `${gekozen.size} gekozen`);
  }

  return { toon, lijn, vulAan };
}

function leeg() {
  return maak(
    "section",
    { class: "sp-bewaard__leeg" },
    maak("h2", {}, "Nog niets bewaard"),
    maak("p", {}, "Zie je een stage die bij je past? Druk op ", maak("b", {}, "Bewaar"), " op de kaart. Je vindt hem dan hier terug, ook als je de browser hebt gesloten. Je hebt er geen account voor nodig."),
    maak("p", {}, maak("a", { class: "sp-knop", href: naar("vacatures/") }, "Bekijk alle vacatures")),
  );
}
