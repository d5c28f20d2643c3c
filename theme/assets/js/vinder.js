/**
 * The finder: keeps the state of the list, asks the search, shows the answer, and writes the state into the address.
 * The page of the build stands there already; as long as nothing is asked, it stays.
 */

import { STAP, isLeeg, leesStaat, metKeuze, schoon, schrijfStaat, telKeuzes, volgorde } from "./adres.js";
import { voegToe } from "./bewaarknop.js";
import { vandaag } from "./dagen.js";
import { duw, vervang } from "./geschiedenis.js";
import { maakKaart, neemOver, toonKaarten, volgZicht } from "./kaarten.js";
import { maakKeuzes } from "./keuzes.js";
import { maak, zetTekst } from "./maak.js";
import { vulMijnPeriode } from "./mijnperiode.js";
import { leesPeriode, luister } from "./opslag.js";
import { pastbalk } from "./pastbalk.js";
import { naVerf } from "./rust.js";
import { meldHeel, meldStuk } from "./storing.js";
import { gevonden, toonChips, toonLeeg, toonNoten } from "./uitslag.js";
import { BREED, maakVel } from "./vel.js";
import { delen } from "./vindpagina.js";
import { WOORD } from "./woorden.js";

/** @typedef {import("./zoek/soorten.js").Lijst} Lijst */
/** @typedef {import("./zoek/soorten.js").Facetten} Facetten */
/** @typedef {import("./zoek/soorten.js").Organisatie} Organisatie */
/** @typedef {import("./adres.js").Staat} Staat */
/** @typedef {"vacatures" | "opdrachten"} Waaruit */
/** @typedef {ReturnType<typeof import("./zoek/loket.js").maakLoket>} Loket */
/** @typedef {ReturnType<typeof delen>} Delen */
/** @typedef {ReturnType<typeof import("./vinden.js").volgBezoeker>} Bezoeker */

/** Milliseconds without a key before the search is asked. */
const TYPT = 120;
/** @type {Record<Waaruit, [een: string, meer: string]>} */
const WOORDEN = { vacatures: ["stage", "stages"], opdrachten: ["voorbeeldopdracht", "voorbeeldopdrachten"] };
/** The groups that stand open where they have a column; in the sheet only the first. */
const OPEN = ["vakgebied", "niveau", "organisatie"];

/** So many cards are drawn in one go below those in sight: smaller bites cost a frame each, and more time in all. */
const HAP = STAP;

class Vinder {
  /**
   * @param {HTMLElement} blok
   * @param {Loket} loket
   */
  constructor(blok, loket) {
    this.blok = blok;
    this.loket = loket;
    /** @type {Waaruit} */
    this.bron = blok.dataset.vinden === "opdrachten" ? "opdrachten" : "vacatures";
    this.staat = leesStaat(location.search);
    this.periode = this.#leesPeriode();
    /** @type {Map<string, Map<string, string>>} facet -> value -> name */
    this.namen = new Map();
    /** @type {Set<string>} */
    this.plaatsen = new Set();
    /** Which question this is: an answer to an earlier one comes too late. */
    this.beurt = 0;
    /** What is shown, or is on its way there. @type {Lijst | null} */
    this.antwoord = null;
    /** Whether the page stands as the build made it; undefined before the first answer. @type {boolean | undefined} */
    this.gebouwd = undefined;
    /** Whether the list of the build stands there by field. */
    this.gegroepeerd = false;
    /** What waits until the first answer is shown whole. @type {(() => void) | undefined} */
    this.naRest = undefined;
    /** What is still to be shown of the answer, a piece at a time. @type {Iterator<void> | null} */
    this.rest = null;
    /** Whether the step in the history on which we are belongs to the word that is being typed. */
    this.schrijft = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.typt = undefined;
  }

  #leesPeriode() {
    return this.bron === "vacatures" ? leesPeriode() : null;
  }

  /** @param {Bezoeker} bezoeker */
  async begin(bezoeker) {
    const mijn = ++this.beurt;
    /** @type {Lijst | null} */
    let voller = null;
    /** @type {[Facetten, Lijst]} */
    const [facetten, lijst] = await Promise.all([
      this.loket.vraag({ soort: "facetten", bron: this.bron }),
      this.#vraag((antwoord) => {
        voller = antwoord;
        if (mijn === this.beurt && this.delen) this.#toonVoller(antwoord);
      }),
    ]);
    meldHeel(this.blok);
    this.#richtIn(facetten, bezoeker.typte());
    this.naRest = () => bezoeker.bewoog() || zetTerug();
    this.#toon(voller ?? lijst);
    this.#luister();
    // What was typed before the data came is a question too.
    if (bezoeker.typte()) this.#zoek();
  }

  /** @param {Facetten} facetten @param {boolean} typte whether the visitor was sooner than the data */
  #richtIn({ facetten, organisaties }, typte) {
    const d = delen(this.blok);
    this.delen = d;
    this.zicht = volgZicht(d.kaarten);
    this.namen = new Map(facetten.map(({ id, waarden }) => [id, new Map(waarden)]));
    const hier = organisaties.filter(({ ligging }) => ligging);
    this.plaatsen = new Set(hier.map(({ id }) => id));
    d.vanaf?.append(maak("option", { value: "" }, "Kies een plaats"), ...hier.map(({ id, kort }) => maak("option", { value: id }, kort)));
    this.keuzes = maakKeuzes(facetten, organisaties, d.periode);
    this.vel = maakVel(this.keuzes.formulier, d.kolom, () => this.#weg("*", ""));
    d.kolom.replaceChildren(this.keuzes.formulier);
    this.keuzes.open(matchMedia(BREED).matches ? OPEN : OPEN.slice(0, 1));
    this.#zetPeriode();
    if (!typte) this.#zetVeld(this.staat.q);
  }

  /** @param {(antwoord: Lijst) => void} verder @returns {Promise<Lijst>} */
  #vraag(verder) {
    const { bron, staat, periode } = this;
    const { q, keuzes, vanaf, toon } = staat;
    return this.loket.vraag(
      { soort: "lijst", bron, q, keuzes, sorteer: volgorde(staat), vanaf, periodes: periode?.slots ?? [], vandaag: vandaag(), aantal: toon },
      verder,
    );
  }

  /**
   * Takes a new state, asks, and shows. An answer that comes after a newer question is dropped.
   * @param {Partial<Staat>} anders
   * @param {"push" | "replace" | ""} hoe what becomes of the address
   * @returns {Promise<boolean>} whether it is shown
   */
  async #ga(anders, hoe) {
    this.staat = { ...this.staat, toon: STAP, ...anders };
    this.gebouwd = false;
    const mijn = ++this.beurt;
    // The worker thinks while the address is written.
    const onderweg = this.#vraag((voller) => void (mijn === this.beurt && this.#toonVoller(voller)));
    if (hoe) this.#schrijf(hoe);
    try {
      const antwoord = await onderweg;
      if (mijn !== this.beurt) return false;
      meldHeel(this.blok);
      this.#toon(antwoord);
      this.#zeg();
      return true;
    } catch (fout) {
      if (mijn !== this.beurt) return false;
      meldStuk(this.blok, fout, () => void this.#ga(this.staat, ""));
      this.#bijRust();
      return false;
    }
  }

  /** @param {"push" | "replace"} hoe */
  #schrijf(hoe) {
    const adres = location.pathname + schrijfStaat(this.staat);
    if (adres === location.pathname + location.search) return;
    // While the sheet is open, its own step in the history carries the choices.
    if (hoe === "push" && !this.vel?.isOpen()) duw(adres);
    else vervang(adres);
  }

  /**
   * Shows what is in sight at once, and the rest when that is painted: a choice is answered sooner.
   * @param {Lijst} antwoord
   */
  #toon(antwoord) {
    const { delen: d, keuzes, staat, periode, vel } = this;
    if (!d || !keuzes || !vel) return;
    const eerste = this.antwoord === null;
    if (eerste) document.documentElement.classList.remove("sp-gevraagd");
    this.antwoord = antwoord;
    this.gebouwd ??= isLeeg(staat) && !periode && neemOver(d.kaarten, antwoord.items);
    this.gegroepeerd = d.groepen !== null && isLeeg(staat);
    this.#toonWoorden(antwoord);
    this.#toonVakken(antwoord);
    // The sheet lies over the cards, so its counts come first; a first time there are no counts yet.
    const tellingEerst = eerste || vel.isOpen();
    if (tellingEerst) keuzes.zet(staat.keuzes, antwoord.telling);
    this.#begin(antwoord, vel.isOpen(), tellingEerst);
  }

  /**
   * A fuller answer to the same question: when it found the same, only sentences came.
   * @param {Lijst} antwoord
   */
  #toonVoller(antwoord) {
    const { antwoord: was } = this;
    // With nothing found the ways back have other counts now.
    const zelfde = antwoord.aantal > 0 && was?.aantal === antwoord.aantal && was.items.every(({ sleutel }, plek) => sleutel === antwoord.items[plek]?.sleutel);
    if (!zelfde) return this.#toon(antwoord);
    this.antwoord = antwoord;
    this.#begin(antwoord, this.vel?.isOpen() ?? false, false);
  }

  /**
   * Shows the cards in sight, and sets the rest ready.
   * @param {Lijst} antwoord
   * @param {boolean} bedekt whether something lies over the cards
   * @param {boolean} geteld whether the counts stand there already
   */
  #begin(antwoord, bedekt, geteld) {
    const zicht = bedekt ? 0 : (this.zicht?.aantal() ?? 0);
    this.#toonKaarten(antwoord, { tot: zicht });
    this.rest = this.#verder(antwoord, zicht, geteld);
    this.blok.setAttribute("aria-busy", "true");
    this.#bijRust();
  }

  /**
   * What nobody waits for, a piece at a time.
   * @param {Lijst} antwoord
   * @param {number} van from this card on
   * @param {boolean} geteld
   * @returns {Iterator<void>}
   */
  *#verder(antwoord, van, geteld) {
    if (!geteld) yield this.keuzes?.zet(this.staat.keuzes, antwoord.telling);
    for (let tot = van; tot < antwoord.items.length; ) yield this.#toonKaarten(antwoord, { van: tot, tot: (tot += HAP) });
    this.zicht?.tel();
    while (this.keuzes?.vulVerder()) yield;
  }

  /** Shows the rest, for as long as no newer question was asked: its answer goes first. */
  #bijRust() {
    const { rest, beurt } = this;
    if (!rest) return;
    naVerf(() => {
      if (this.rest !== rest || this.beurt !== beurt) return;
      if (!rest.next().done) return this.#bijRust();
      this.rest = null;
      this.blok.removeAttribute("aria-busy");
      this.naRest?.();
      this.naRest = undefined;
    });
  }

  /** @param {Lijst} antwoord */
  #toonWoorden(antwoord) {
    const { staat, periode } = this;
    const d = /** @type {Delen} */ (this.delen);
    const woorden = WOORDEN[this.bron];
    const zin = antwoord.aantal ? gevonden(woorden, antwoord.aantal) : `Geen ${woorden[1]}`;
    const filters = telKeuzes(staat.keuzes);
    zetTekst(d.kop, this.gebouwd || this.gegroepeerd ? d.gebouwd : zin);
    zetTekst(d.filterknop, filters ? `Filters (${filters})` : "Filters");
    d.legenda.hidden = !periode || !antwoord.aantal;
    this.vel?.zet(antwoord.aantal ? `Toon ${zin}` : `${zin} met deze keuzes`);
    this.#zetVolgorde();
    toonChips(d.chips, staat, this.namen, this.#weg, d.kop);
    toonNoten(d.noten, antwoord, staat, volgorde(staat));
    this.#toonLeeg(antwoord);
  }

  /** @param {Lijst} antwoord */
  #toonVakken({ items, aantal }) {
    const { gegroepeerd } = this;
    const d = /** @type {Delen} */ (this.delen);
    const over = gegroepeerd ? 0 : Math.min(STAP, aantal - items.length);
    if (d.groepen) d.groepen.hidden = !gegroepeerd;
    if (d.blader) d.blader.hidden = true;
    d.kaarten.hidden = gegroepeerd || !aantal;
    d.meer.hidden = over <= 0;
    zetTekst(d.meer, `Toon de volgende ${over}`);
  }

  /**
   * @param {Lijst} antwoord
   * @param {{van?: number, tot?: number}} [deel] only these
   */
  #toonKaarten({ items }, deel) {
    const { periode, gegroepeerd } = this;
    if (gegroepeerd) return;
    const { kaarten, mal } = /** @type {Delen} */ (this.delen);
    /** @param {import("./kaarten.js").Item} item */
    const teken = (item) => maakKaart(mal, item, item.past && periode ? pastbalk(item, periode.slots) : null);
    const nieuw = toonKaarten(kaarten, items, JSON.stringify(periode?.slots), teken, deel);
    voegToe(nieuw.map((li) => /** @type {Element} */ (li.firstElementChild)));
  }

  /** @param {Lijst} antwoord */
  #toonLeeg({ aantal, uitwegen }) {
    const { leeg, leegmal, kop } = /** @type {Delen} */ (this.delen);
    const hadFocus = leeg.contains(document.activeElement);
    leeg.hidden = aantal > 0;
    if (aantal) leeg.replaceChildren();
    else toonLeeg(leeg, leegmal, uitwegen, { namen: this.namen, weg: this.#weg, woorden: WOORDEN[this.bron], q: this.staat.q.trim() });
    if (hadFocus) kop.focus();
  }

  #zetVolgorde() {
    const { sorteer, vanaf } = /** @type {Delen} */ (this.delen);
    if (!sorteer || !vanaf) return;
    const best = sorteer.querySelector("[value=best]");
    if (!this.staat.q.trim()) best?.remove();
    else if (!best) sorteer.prepend(maak("option", { value: "best" }, "Past het best bij je zoekwoord"));
    sorteer.value = volgorde(this.staat);
    vanaf.value = this.staat.vanaf;
    if (vanaf.parentElement) vanaf.parentElement.hidden = sorteer.value !== "dichtbij";
  }

  /** Says the count aloud, when it has been still for a while. */
  #zeg() {
    const { stem, kop } = /** @type {Delen} */ (this.delen);
    stem.zeg(() => kop.textContent ?? "");
  }

  #zetPeriode() {
    const { periode, namen, delen: d } = this;
    if (periode) namen.set("past", new Map(Object.entries(WOORD)));
    else namen.delete("past");
    this.staat = schoon(this.staat, namen, this.plaatsen);
    this.blok.classList.toggle("sp-vinden--periode", periode !== null);
    if (d?.periode) vulMijnPeriode(d.periode, periode);
  }

  /** @param {string} q */
  #zetVeld(q) {
    clearTimeout(this.typt);
    const { veld } = /** @type {Delen} */ (this.delen);
    if (veld.value.trim() !== q.trim()) veld.value = q;
  }

  /** @type {import("./uitslag.js").Weg} */
  #weg = (facet, waarde) => {
    const alles = facet === "*";
    const q = alles || facet === "q" ? "" : this.staat.q;
    const keuzes = alles ? {} : metKeuze(this.staat.keuzes, facet, waarde, false);
    this.#zetVeld(q);
    void this.#ga({ q, keuzes }, "push");
  };

  #zoek() {
    const q = this.delen?.veld.value ?? "";
    clearTimeout(this.typt);
    if (q.trim() === this.staat.q.trim()) return;
    // The first key makes a step to come back to; the rest of the word belongs to it.
    const hoe = this.schrijft ? "replace" : "push";
    this.schrijft = true;
    void this.#ga({ q }, hoe);
  }

  /** The word is ready: what is typed next is a new one. */
  #zoekKlaar() {
    this.#zoek();
    this.schrijft = false;
  }

  #luister() {
    const { delen: d, keuzes, vel } = this;
    if (!d || !keuzes || !vel) return;
    keuzes.formulier.addEventListener("change", ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      void this.#ga({ keuzes: metKeuze(this.staat.keuzes, target.name, target.value, target.checked) }, "push");
    });
    d.veld.addEventListener("input", () => {
      clearTimeout(this.typt);
      this.typt = setTimeout(() => this.#zoek(), TYPT);
    });
    d.veld.addEventListener("change", () => this.#zoekKlaar());
    d.zoek.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#zoekKlaar();
      // On a touch screen this puts the keyboard away, which lies over the results.
      if (matchMedia("(pointer: coarse)").matches) d.veld.blur();
    });
    d.sorteer?.addEventListener("change", () => void this.#ga({ sorteer: /** @type {Staat["sorteer"]} */ (d.sorteer?.value) }, "push"));
    d.vanaf?.addEventListener("change", () => void this.#ga({ vanaf: d.vanaf?.value ?? "" }, "push"));
    d.meer.addEventListener("click", () => void this.#meer());
    d.filterknop.addEventListener("click", () => vel.open());
    d.kaartknop.addEventListener("click", () => vel.open(keuzes.formulier.querySelector("[data-groep=organisatie]")));
    addEventListener("popstate", () => this.#terug());
    // A page that comes back after a visit to a vacancy begins where it was left.
    addEventListener("pagehide", () => vervang(location.href, { ...history.state, y: scrollY }));
    luister(() => this.#anderePeriode(), "periode");
  }

  async #meer() {
    const was = this.staat.toon;
    if (!(await this.#ga({ toon: was + STAP }, "replace")) || !this.antwoord) return;
    this.#toonKaarten(this.antwoord);
    this.delen?.kaarten.children[was]?.querySelector("a")?.focus();
  }

  /** The back button, or forward. */
  #terug() {
    if (this.vel?.isOpen()) {
      // It closes the sheet; what was chosen there becomes a step of its own.
      this.vel.sluit();
      this.#schrijf("push");
      return;
    }
    const nieuw = schoon(leesStaat(location.search), this.namen, this.plaatsen);
    if (schrijfStaat(nieuw) === schrijfStaat(this.staat)) return;
    this.schrijft = false;
    this.#zetVeld(nieuw.q);
    void this.#ga(nieuw, "");
  }

  #anderePeriode() {
    const nieuw = this.#leesPeriode();
    if (JSON.stringify(nieuw) === JSON.stringify(this.periode)) return;
    this.periode = nieuw;
    this.#zetPeriode();
    void this.#ga({}, "replace");
  }

}

/** A page to which one comes back begins where it was left. */
function zetTerug() {
  const [reis] = performance.getEntriesByType("navigation");
  const zelfde = reis instanceof PerformanceNavigationTiming && reis.type !== "navigate";
  if (zelfde && history.state?.y > 0) scrollTo(0, history.state.y);
}

/**
 * @param {HTMLElement} blok
 * @param {Loket} loket
 * @param {Bezoeker} bezoeker
 * @returns {Promise<void>}
 */
export async function vind(blok, loket, bezoeker) {
  await new Vinder(blok, loket).begin(bezoeker).catch((fout) => meldStuk(blok, fout, () => void vind(blok, loket, bezoeker)));
}
