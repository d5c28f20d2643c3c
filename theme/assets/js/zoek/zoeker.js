/** Answers every question about what can be found, from data that are there: no fetching, no screen, no clock. */

import { maakBeste, weken } from "../passen.js";
import { WOORD } from "../woorden.js";
import { Bron, WEEGT } from "./bron.js";
import { benoem, metKeuze, tel, uitwegen } from "./gekozen.js";
import { echteSlots, isNieuw, opdracht, sleutelVan, standVan, vacature, vraagtVan } from "./items.js";
import { IN_VENSTER, itemTreffer, toppers, verderTreffer } from "./treffers.js";
import { pakOpdrachtenUit, pakVacaturesUit } from "./uitpakken.js";
import { volgordeVan } from "./volgorde.js";
import { vouw } from "./vouw.js";
import { Betekenis, begrijp } from "./vraag.js";
import { Woordenlijst } from "./woordenlijst.js";

/** @typedef {import("./soorten.js").Slot} Slot */
/** @typedef {import("./soorten.js").Facet} Facet */
/** @typedef {import("./soorten.js").Lijstvraag} Lijstvraag */
/** @typedef {import("./soorten.js").Vacatures} Vacatures */
/** @typedef {import("./soorten.js").Opdrachten} Opdrachten */
/** @typedef {import("./soorten.js").Verder} Verder */
/** @typedef {import("./soorten.js").Treffer} Treffer */
/** @typedef {import("./vraag.js").Begrepen} Begrepen */
/** @typedef {import("./gekozen.js").Gekozen} Gekozen */

const STRAKS = 28;
const KORTE_WEEK = 32;
const FITS = Object.keys(WOORD);
/** Every set of the first four values, as a row for its number in bits. */
const VIER_BITS = Array.from({ length: 16 }, (_, bits) => [0, 1, 2, 3].filter((bit) => bits & (1 << bit)));

export class Zoeker {
  /**
   * @param {import("./soorten.js").Taal} taal
   * @param {import("./uitpakken.js").RuweVacatures} ruw
   */
  constructor(taal, ruw) {
    this.taal = taal;
    this.lijst = new Woordenlijst(taal.delen);
    this.betekenis = new Betekenis(taal, this.lijst);
    this.v = pakVacaturesUit(ruw);
    this.vacatures = this.#vacatures(this.v);
    this.plekken = new Map(this.v.titel.map((_, plek) => [sleutelVan(this.v, plek), plek]));
    this.voorheen = new Map(Object.entries(this.v.voorheen));
    /** @type {{o: Opdrachten, bron: Bron} | null} */
    this.opdrachten = null;
    /** @type {{rijen: Verder[], bron: Bron} | null} */
    this.verder = null;
    /** @type {Map<number, string[]>} parts of the summaries that are there, by their number */
    this.zinnen = new Map();
    this.zinnenPer = 1;
    this.verderGelezen = false;
    this.pasvorm = { sleutel: "", uitkomsten: /** @type {Int8Array} */ (new Int8Array(0)), periodes: new Int16Array(0) };
  }

  /** @param {Vacatures} v */
  #vacatures(v) {
    const bron = new Bron(v.titel.length, this.lijst, v.facetten);
    for (const [plek, titel] of v.titel.entries()) {
      bron.leer(plek, titel, WEEGT.titel);
      bron.leer(plek, `${v.organisaties[v.org[plek] ?? 0]?.naam} ${v.teksten[v.afdeling[plek] ?? 0]} ${v.teksten[v.plaats[plek] ?? 0]}`, WEEGT.wie);
    }
    bron.getal = (soort, aantal, plek) => this.#getal(soort, aantal, plek);
    return bron;
  }

  /**
   * How well a vacancy answers to "20 weken" or "32 uur".
   * @param {"weken" | "uren"} soort
   * @param {number} aantal
   * @param {number} plek
   */
  #getal(soort, aantal, plek) {
    const { v } = this;
    if (soort === "uren") return Math.max(0, 1 - Math.abs((v.uren[plek] ?? 0) - aantal) / 3);
    const [start = -1, eind = -1] = [v.start[plek], v.eind[plek]];
    if (start < 0) return 0.25;
    const ver = Math.abs(weken(start, eind) - aantal);
    return ver <= 2 ? 1 - ver / 5 : v.flex[plek] && ver <= 4 ? 0.3 : 0;
  }

  /**
   * Takes in the words beyond the titles.
   * @param {import("./soorten.js").Woorden} woorden
   */
  leerWoorden(woorden) {
    this.vacatures.leerVerder(woorden, WEEGT.verder);
    this.verderGelezen = true;
  }

  /**
   * @param {import("./uitpakken.js").RuweOpdrachten} ruw
   * @param {import("./soorten.js").Woorden} woorden
   */
  leerOpdrachten(ruw, woorden) {
    const o = pakOpdrachtenUit(ruw, woorden, this.v.titel.length);
    const bron = new Bron(o.titel.length, this.lijst, o.facetten);
    for (const [plek, titel] of o.titel.entries()) {
      bron.leer(plek, titel, WEEGT.titel);
      bron.leer(plek, o.woorden[plek] ?? "", WEEGT.verder);
    }
    this.opdrachten = { o, bron };
  }

  /** @param {Verder[]} rijen */
  leerVerder(rijen) {
    const adressen = rijen.map(([soort, , adres]) => doelVan(soort, adres));
    const waarden = [...new Set(adressen)].map((id) => /** @type {[string, string]} */ ([id, id]));
    const plekken = new Map(waarden.map(([id], plek) => [id, plek]));
    const kolom = adressen.map((id) => plekken.get(id) ?? 0);
    const facet = { id: "", naam: "", waarden, rijtjes: waarden.map((_, i) => [i]), kolom };
    const bron = new Bron(rijen.length, this.lijst, [facet]);
    for (const [waarde, [id]] of waarden.entries()) bron.doelen.set(id, { facet, waarde });
    for (const [plek, [, titel, , bij, woorden]] of rijen.entries()) {
      bron.leer(plek, titel, WEEGT.titel);
      bron.leer(plek, bij, WEEGT.verder);
      bron.leer(plek, woorden, WEEGT.verder);
    }
    this.verder = { rijen, bron };
  }

  /** @param {string} q */
  begrijp(q) {
    return begrijp(q, this.betekenis);
  }

  /** @param {Begrepen} begrepen @returns {[tekst: string, adres: string] | null} */
  #wenk({ wenk }) {
    return this.taal.wenken[wenk] ?? null;
  }

  /**
   * @param {Lijstvraag} vraag
   * @returns {import("./soorten.js").Lijst}
   */
  lijstVan(vraag) {
    return vraag.bron === "opdrachten" ? this.#opdrachtenlijst(vraag) : this.#vacaturelijst(vraag);
  }

  /** @param {Lijstvraag} vraag @returns {import("./soorten.js").Lijst} */
  #vacaturelijst(vraag) {
    const { vacatures } = this;
    const begrepen = this.begrijp(vraag.q);
    const slots = echteSlots(vraag.periodes);
    this.#pas(slots);
    const facetten = this.#facetten(vraag, slots);
    const gevonden = vacatures.zoek(begrepen.eisen);
    const telt = (/** @type {number} */ plek) => gevonden.past[plek] === 1 && !this.#dicht(plek, vraag.vandaag);
    const { over, tellingen } = tel(vacatures.aantal, telt, facetten);
    over.sort(volgordeVan(this.v, vraag, begrepen.eisen.length ? gevonden.punten : null));
    const items = over.slice(0, vraag.aantal).map((plek) => this.#vacature(plek, vraag.vandaag, begrepen.woorden, slots));
    return {
      soort: "lijst",
      aantal: over.length,
      telling: benoem(facetten, tellingen),
      items,
      verbeterd: begrepen.verbeterd,
      wenk: this.#wenk(begrepen),
      uitwegen: over.length ? [] : uitwegen(vacatures.aantal, (plek) => !this.#dicht(plek, vraag.vandaag), gevonden.past, facetten, vraag.q),
    };
  }

  /** @param {Lijstvraag} vraag @returns {import("./soorten.js").Lijst} */
  #opdrachtenlijst(vraag) {
    const leeg = { soort: /** @type {const} */ ("lijst"), aantal: 0, telling: {}, items: [], verbeterd: "", wenk: null, uitwegen: [] };
    if (!this.opdrachten) return leeg;
    const { o, bron } = this.opdrachten;
    const begrepen = this.begrijp(vraag.q);
    const facetten = o.facetten.filter((facet) => !facet.verborgen).map((facet) => metKeuze(facet, vraag.keuzes[facet.id]));
    const gevonden = bron.zoek(begrepen.eisen);
    const { over, tellingen } = tel(bron.aantal, (plek) => gevonden.past[plek] === 1, facetten);
    if (begrepen.eisen.length) over.sort((a, b) => (gevonden.punten[b] ?? 0) - (gevonden.punten[a] ?? 0) || a - b);
    return {
      ...leeg,
      aantal: over.length,
      telling: benoem(facetten, tellingen),
      items: over.slice(0, vraag.aantal).map((plek) => opdracht(o, plek, begrepen.woorden)),
      verbeterd: begrepen.verbeterd,
      wenk: this.#wenk(begrepen),
      uitwegen: over.length ? [] : uitwegen(bron.aantal, () => true, gevonden.past, facetten, vraag.q),
    };
  }

  /** @param {number} plek @param {number} vandaag */
  #dicht(plek, vandaag) {
    return (this.v.sluit[plek] ?? 0) + this.v.nul < vandaag;
  }

  /**
   * Works out the fit of every vacancy once for some periods.
   * @param {Slot[]} slots
   */
  #pas(slots) {
    const sleutel = JSON.stringify(slots);
    if (this.pasvorm.sleutel === sleutel) return;
    const uitkomsten = new Int8Array(this.v.titel.length);
    const periodes = new Int16Array(this.v.titel.length);
    const besteVan = maakBeste(slots);
    for (let plek = 0; slots.length && plek < uitkomsten.length; plek++) {
      const top = besteVan(vraagtVan(this.v, plek));
      uitkomsten[plek] = FITS.indexOf(top?.uitkomst.fit ?? "niet");
      periodes[plek] = top?.periode ?? 0;
    }
    this.pasvorm = { sleutel, uitkomsten, periodes };
  }

  /**
   * The facets of a question, those of the day and of the visitor's own period among them.
   * @param {Lijstvraag} vraag
   * @param {Slot[]} slots
   * @returns {Gekozen[]}
   */
  #facetten(vraag, slots) {
    const vast = this.v.facetten.filter((facet) => !facet.verborgen);
    const alle = [...vast, this.#handig(vraag.vandaag)];
    if (slots.length) alle.push(this.#past());
    return alle.map((facet) => metKeuze(facet, vraag.keuzes[facet.id]));
  }

  /** @param {number} vandaag @returns {Facet} */
  #handig(vandaag) {
    const { v } = this;
    const kolom = v.titel.map((_, plek) => {
      const [start = -1, stand] = [v.start[plek], standVan(v, plek, vandaag)];
      const straks = start < 0 || (start + v.nul >= vandaag && start + v.nul <= vandaag + STRAKS);
      const lang = (v.uren[plek] ?? 0) < KORTE_WEEK && start >= 0 && weken(start, v.eind[plek] ?? -1) > v.drempels.lang;
      const nieuw = stand !== "gepland" && isNieuw(v, plek, vandaag);
      const bijna = stand !== "gepland" && (v.sluit[plek] ?? 0) + v.nul - vandaag <= v.drempels.sluit;
      return Number(nieuw) + 2 * Number(bijna) + 4 * Number(straks) + 8 * Number(lang);
    });
    return { id: "handig", naam: "Handig om te weten", waarden: handigWaarden(v), rijtjes: VIER_BITS, kolom };
  }

  /** @returns {Facet} */
  #past() {
    return { id: "past", naam: "Mijn stageperiode", waarden: Object.entries(WOORD), rijtjes: [[0], [1], [2]], kolom: Array.from(this.pasvorm.uitkomsten) };
  }

  /**
   * @param {number} plek
   * @param {number} vandaag
   * @param {string[]} woorden
   * @param {Slot[]} slots
   * @param {boolean} [metFeiten] what only a comparison shows
   */
  #vacature(plek, vandaag, woorden, slots, metFeiten = false) {
    const zin = this.zinnen.get(Math.floor(plek / this.zinnenPer))?.[plek % this.zinnenPer] ?? null;
    const periode = slots.length ? (this.pasvorm.periodes[plek] ?? 0) : null;
    return vacature(this.v, plek, { vandaag, woorden, zin, slots, periode, metFeiten });
  }

  /**
   * The parts of the summaries that the items still miss.
   * @param {import("./soorten.js").Item[]} items
   * @returns {number[]}
   */
  mist(items) {
    const plekken = items.filter((item) => item.zin === null).map((item) => this.plekken.get(item.sleutel) ?? 0);
    return [...new Set(plekken.map((plek) => Math.floor(plek / this.zinnenPer)))];
  }

  /**
   * @param {import("./soorten.js").Sleutelvraag} vraag
   * @returns {import("./soorten.js").Sleutels}
   */
  sleutels({ sleutels, periodes, vandaag }) {
    const slots = echteSlots(periodes);
    this.#pas(slots);
    const items = sleutels.slice(0, 200).map((sleutel) => {
      const plek = this.plekken.get(sleutel) ?? this.voorheen.get(sleutel);
      return plek === undefined || this.#dicht(plek, vandaag) ? null : this.#vacature(plek, vandaag, [], slots, true);
    });
    return { soort: "sleutels", items };
  }

  /**
   * @param {"vacatures" | "opdrachten"} bron
   * @returns {import("./soorten.js").Facetten}
   */
  facetten(bron) {
    const eigen = bron === "vacatures" ? this.v.facetten : (this.opdrachten?.o.facetten ?? []);
    const zichtbaar = eigen.filter((facet) => !facet.verborgen).map(({ id, naam, waarden }) => ({ id, naam, waarden }));
    if (bron === "vacatures") zichtbaar.push({ id: "handig", naam: "Handig om te weten", waarden: handigWaarden(this.v) });
    return { soort: "facetten", facetten: zichtbaar, organisaties: bron === "vacatures" ? this.v.organisaties : [] };
  }

  /**
   * The answer for the search dialog: the best of every kind.
   * @param {import("./soorten.js").Venstervraag} vraag
   * @returns {import("./soorten.js").Venster}
   */
  venster({ q, periodes, vandaag }) {
    const begrepen = this.begrijp(q);
    /** @type {import("./soorten.js").Venster} */
    const uit = { soort: "venster", groepen: [], aantal: 0, verbeterd: begrepen.verbeterd, wenk: this.#wenk(begrepen) };
    if (vouw(q).length === 0) return uit;
    const lijst = this.#vacaturelijst({ soort: "lijst", bron: "vacatures", q, keuzes: {}, sorteer: "best", vanaf: "", periodes, vandaag, aantal: IN_VENSTER.vacatures });
    uit.aantal = lijst.aantal;
    /** @type {import("./soorten.js").Groep[]} */
    const groepen = [{ id: "vacatures", naam: "Vacatures", items: lijst.items.map(itemTreffer) }];
    if (begrepen.eisen.length) {
      groepen.push({ id: "opdrachten", naam: "Voorbeeldopdrachten", items: this.#besteOpdrachten(begrepen) });
      groepen.push({ id: "handboek", naam: "Handboek", items: this.#besteVerder(begrepen, ["handboek"]) });
      groepen.push({ id: "organisaties", naam: "Organisaties en opleidingen", items: this.#besteVerder(begrepen, ["organisatie", "school", "opleiding"]) });
      groepen.push({ id: "paginas", naam: "Pagina's", items: this.#besteVerder(begrepen, ["pagina"]) });
    }
    uit.groepen = groepen.filter(({ items }) => items.length > 0);
    return uit;
  }

  /** @param {Begrepen} begrepen @returns {Treffer[]} */
  #besteOpdrachten(begrepen) {
    if (!this.opdrachten) return [];
    const { o, bron } = this.opdrachten;
    return toppers(bron, begrepen, () => true).map((plek) => itemTreffer(opdracht(o, plek, begrepen.woorden)));
  }

  /**
   * @param {Begrepen} begrepen
   * @param {Verder[0][]} soorten
   * @returns {Treffer[]}
   */
  #besteVerder(begrepen, soorten) {
    if (!this.verder) return [];
    const { rijen, bron } = this.verder;
    const beste = toppers(bron, begrepen, (plek) => soorten.includes(rijen[plek]?.[0] ?? "pagina"));
    return beste.map((plek) => verderTreffer(rijen[plek] ?? ["pagina", "", "", "", ""], begrepen.woorden));
  }
}

/** @param {string} soort @param {string} adres */
function doelVan(soort, adres) {
  const [, een = "", twee = ""] = adres.split("/");
  if (soort === "opleiding") return `opleiding:${een}/${twee.replace("#", "")}`;
  return soort === "organisatie" || soort === "school" ? `${soort}:${een}` : "";
}

/** @param {Vacatures} v @returns {[string, string][]} */
const handigWaarden = (v) => [
  ["nieuw", "Nieuw"],
  ["sluit", "Sluit binnenkort"],
  ["straks", "Start binnen vier weken"],
  ["lang", `Parttime, langer dan ${v.drempels.lang} weken`],
];
