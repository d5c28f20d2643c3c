/**
 * The finder: keeps the state of the list, asks the search, shows the answer, and writes the state into the address.
 * The page of the build stands there already; as long as nothing is asked, it stays.
 */

import { STAP, isLeeg, leesStaat, metKeuze, schoon, schrijfStaat, telKeuzes, volgorde } from "./adres.js";
import { voegToe } from "./bewaarknop.js";
import { vandaag } from "./dagen.js";
import { maakKaart, neemOver, toonKaarten, volgZicht } from "./kaarten.js";
import { maakKeuzes } from "./keuzes.js";
import { maak } from "./maak.js";
import { vulMijnPeriode } from "./mijnperiode.js";
import { leesPeriode, luister } from "./opslag.js";
import { pastbalk } from "./pastbalk.js";
import { gevonden, toonChips, toonLeeg, toonNoten } from "./uitslag.js";
import { maakVel } from "./vel.js";
import { delen, meldHeel, meldStuk } from "./vindpagina.js";
import { WOORD } from "./woorden.js";

/** @typedef {import("./zoek/soorten.js").Lijst} Lijst */
/** @typedef {import("./zoek/soorten.js").Facetten} Facetten */
/** @typedef {import("./zoek/soorten.js").Organisatie} Organisatie */
/** @typedef {import("./adres.js").Staat} Staat */
/** @typedef {"vacatures" | "opdrachten"} Waaruit */
/** @typedef {ReturnType<typeof import("./zoek/loket.js").maakLoket>} Loket */
/** @typedef {ReturnType<typeof delen>} Delen */

/** Milliseconds without a key before the search is asked. */
const TYPT = 120;
/** Milliseconds of rest before the count is said aloud. */
const STIL = 700;
const BREED = "(min-width: 1100px)";
/** @type {Record<Waaruit, [een: string, meer: string]>} */
const WOORDEN = { vacatures: ["stage", "stages"], opdrachten: ["voorbeeldopdracht", "voorbeeldopdrachten"] };
/** The groups that stand open where they have a column; in the sheet only the first. */
const OPEN = ["vakgebied", "niveau", "organisatie"];

/** Milliseconds after which the rest of an answer is shown, also when the page never rests. */
const UITERLIJK = 100;

/**
 * When the browser has painted what stands there now, and has nothing better to do.
 * @param {() => void} doe
 */
function naVerf(doe) {
  requestAnimationFrame(() => ("requestIdleCallback" in globalThis ? requestIdleCallback(doe, { timeout: UITERLIJK }) : setTimeout(doe)));
}

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
    /** Whether the step in the history on which we are belongs to the word that is being typed. */
    this.schrijft = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.typt = undefined;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.spreekt = undefined;
  }

  #leesPeriode() {
    return this.bron === "vacatures" ? leesPeriode() : null;
  }

  async begin() {
    const mijn = ++this.beurt;
    /** @type {Lijst | null} */
    let voller = null;
    /** @type {[Facetten, Lijst]} */
    const [facetten, lijst] = await Promise.all([
      this.loket.vraag({ soort: "facetten", bron: this.bron }),
      this.#vraag((antwoord) => {
        voller = antwoord;
        if (mijn === this.beurt && this.delen) this.#toon(antwoord);
      }),
    ]);
    meldHeel(this.blok);
    this.#richtIn(facetten);
    this.#toon(voller ?? lijst);
    this.#luister();
    this.#zetTerug();
  }

  /** @param {Facetten} facetten */
  #richtIn({ facetten, organisaties }) {
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
    this.#zetVeld(this.staat.q);
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
    const onderweg = this.#vraag((voller) => void (mijn === this.beurt && this.#toon(voller)));
    if (hoe) this.#schrijf(hoe);
    try {
      const antwoord = await onderweg;
      if (mijn !== this.beurt) return false;
      meldHeel(this.blok);
      this.#toon(antwoord);
      this.#zeg();
      return true;
    } catch (fout) {
      if (mijn === this.beurt) meldStuk(this.blok, fout, () => void this.#ga(this.staat, ""));
      return false;
    }
  }

  /** @param {"push" | "replace"} hoe */
  #schrijf(hoe) {
    const adres = location.pathname + schrijfStaat(this.staat);
    if (adres === location.pathname + location.search) return;
    // While the sheet is open, its own step in the history carries the choices.
    if (hoe === "push" && !this.vel?.isOpen()) history.pushState(null, "", adres);
    else history.replaceState(history.state, "", adres);
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
    const gegroepeerd = d.groepen !== null && isLeeg(staat);
    this.#toonWoorden(antwoord, gegroepeerd);
    this.#toonVakken(antwoord, gegroepeerd);
    // The sheet lies over the cards, so its counts come first; a first time there are no counts yet.
    const tellingEerst = eerste || vel.isOpen();
    if (tellingEerst) keuzes.zet(staat.keuzes, antwoord.telling);
    if (!gegroepeerd) this.#toonKaarten(antwoord, vel.isOpen() ? 0 : this.zicht?.aantal());
    this.blok.setAttribute("aria-busy", "true");
    naVerf(() => {
      if (this.antwoord !== antwoord) return;
      if (!tellingEerst) keuzes.zet(staat.keuzes, antwoord.telling);
      if (!gegroepeerd) this.#toonKaarten(antwoord);
      naVerf(() => this.#rondAf(antwoord));
    });
  }

  /**
   * What nobody waits for, a little at a time.
   * @param {Lijst} antwoord
   */
  #rondAf(antwoord) {
    if (this.antwoord !== antwoord) return;
    this.zicht?.tel();
    if (this.keuzes?.vulVerder()) naVerf(() => this.#rondAf(antwoord));
    else this.blok.removeAttribute("aria-busy");
  }

  /**
   * @param {Lijst} antwoord
   * @param {boolean} gegroepeerd whether the page of the build stands there, by field
   */
  #toonWoorden(antwoord, gegroepeerd) {
    const { staat, periode } = this;
    const d = /** @type {Delen} */ (this.delen);
    const woorden = WOORDEN[this.bron];
    const zin = antwoord.aantal ? gevonden(woorden, antwoord.aantal) : `Geen ${woorden[1]}`;
    const filters = telKeuzes(staat.keuzes);
    d.kop.textContent = this.gebouwd || gegroepeerd ? d.gebouwd : zin;
    d.filterknop.textContent = filters ? `Filters (${filters})` : "Filters";
    d.legenda.hidden = !periode || !antwoord.aantal;
    this.vel?.zet(antwoord.aantal ? `Toon ${zin}` : `${zin} met deze keuzes`);
    this.#zetVolgorde();
    toonChips(d.chips, staat, this.namen, this.#weg, d.kop);
    toonNoten(d.noten, antwoord, staat, volgorde(staat));
    this.#toonLeeg(antwoord);
  }

  /**
   * @param {Lijst} antwoord
   * @param {boolean} gegroepeerd
   */
  #toonVakken({ items, aantal }, gegroepeerd) {
    const d = /** @type {Delen} */ (this.delen);
    const over = gegroepeerd ? 0 : Math.min(STAP, aantal - items.length);
    if (d.groepen) d.groepen.hidden = !gegroepeerd;
    if (d.blader) d.blader.hidden = true;
    d.kaarten.hidden = gegroepeerd || !aantal;
    d.meer.hidden = over <= 0;
    d.meer.textContent = `Toon de volgende ${over}`;
  }

  /**
   * @param {Lijst} antwoord
   * @param {number} [tot] only the first so many
   */
  #toonKaarten({ items }, tot) {
    const { periode } = this;
    const { kaarten, mal } = /** @type {Delen} */ (this.delen);
    /** @param {import("./kaarten.js").Item} item */
    const teken = (item) => maakKaart(mal, item, item.past && periode ? pastbalk(item, periode.slots) : null);
    const nieuw = toonKaarten(kaarten, items, JSON.stringify(periode?.slots), teken, tot);
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
    clearTimeout(this.spreekt);
    this.spreekt = setTimeout(() => (stem.textContent = kop.textContent), STIL);
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
    addEventListener("pagehide", () => history.replaceState({ ...history.state, y: scrollY }, ""));
    luister(() => this.#anderePeriode());
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

  #zetTerug() {
    const [reis] = performance.getEntriesByType("navigation");
    const zelfde = reis instanceof PerformanceNavigationTiming && reis.type !== "navigate";
    if (zelfde && history.state?.y > 0) scrollTo(0, history.state.y);
  }
}

/**
 * @param {HTMLElement} blok
 * @param {Loket} loket
 * @returns {Promise<void>}
 */
export async function vind(blok, loket) {
  await new Vinder(blok, loket).begin().catch((fout) => meldStuk(blok, fout, () => void vind(blok, loket)));
}
