/** The form on /aanbieden/: steps, one at a time, with what is wrong above them; nothing leaves the browser. */

import { isoVan, vandaag } from "../dagen.js";
import { icoon, maak } from "../maak.js";
import { opslagWerkt } from "../opslag.js";
import { naar } from "../wortel.js";
import { bewaar, leeg, leesBewaard, leesConcept, record, vanRecord } from "./antwoorden.js";
import { controleer } from "./controle.js";
import { verbanden } from "./regels.js";
import { leesbaar } from "./velden.js";
import { plekVan, stelVragen, toonBij } from "./vragen.js";

/** @typedef {import("./soorten.js").Gegevens} Gegevens */
/** @typedef {import("./soorten.js").Bevinding} Bevinding */
/** @typedef {import("./soorten.js").Voorstel} Voorstel */
/** @typedef {import("./antwoorden.js").Concept} Concept */
/** @typedef {{titel: string, aanpassen: [vraag: string, uitleg: string][], weken: string, antwoorden: import("./soorten.js").RuweGroep}} Opdracht */

const STIL = "Je browser bewaart niets in dit venster. Het formulier werkt gewoon, maar je concept is weg als je de pagina sluit.";
const SLEUTEL = /^[a-z0-9-]{1,60}\/[a-z0-9-]{1,80}$/;
const RUST = 350;
/** The steps whose texts an assignment brings, with places to fill in. */
const MET_PLEKKEN = ["werk", "inhoud"];

/** @param {string} adres @returns {Promise<any>} */
async function haal(adres) {
  const antwoord = await fetch(naar(`assets/formulier/${adres}.json`), { cache: "no-cache" });
  if (!antwoord.ok) throw new Error(`${adres}: ${antwoord.status}`);
  return antwoord.json();
}

/** What stands in an empty form already: a quiet guess that is nearly always right. @returns {Concept} */
function nieuw() {
  const concept = leeg();
  concept.antwoorden = { aantal: "1", voertaal: "nl", publiceren_op: isoVan(vandaag()) };
  return concept;
}

/**
 * @param {HTMLElement} blok of the page, with what stands there without script
 */
export async function begin(blok) {
  const vraag = new URLSearchParams(location.search);
  const wijzig = vraag.get("wijzig") ?? "";
  /** @type {Gegevens} */
  const gegevens = await haal("vacature");
  if (SLEUTEL.test(wijzig)) return (await import("./wijzigen.js")).toonWijzigen(blok, gegevens, wijzig);
  const sleutel = vraag.get("opdracht") ?? "";
  /** @type {Opdracht | null} */
  const opdracht = SLEUTEL.test(sleutel) ? await haal(`opdrachten/${sleutel}`).catch(() => null) : null;
  new Formulier(blok, gegevens, opdracht).start();
}

class Formulier {
  /** @param {HTMLElement} blok @param {Gegevens} gegevens @param {Opdracht | null} opdracht */
  constructor(blok, gegevens, opdracht) {
    this.blok = blok;
    this.gegevens = gegevens;
    this.opdracht = opdracht;
    const was = leesBewaard();
    this.terug = was !== null && !opdracht;
    this.concept = was === null ? nieuw() : leesConcept(gegevens, was);
    this.stap = 0;
    /** Steps in which somebody tried to go on: there every change is looked at again. @type {Set<number>} */
    this.gekeken = new Set();
    this.naam = document.title.split(" · ").at(-1) ?? "";
    /** @type {ReturnType<typeof stelVragen> | null} */
    this.scherm = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.wacht = undefined;
    /** @type {Awaited<ReturnType<typeof import("./zijkant.js").maakZijkant>> | null} */
    this.zij = null;
  }

  start() {
    const einde = this.gegevens.stappen.length;
    this.waar = maak("p", { class: "sp-formulier__waar" });
    this.meter = maak("div", { class: "sp-meter", "aria-hidden": true }, ...this.gegevens.stappen.map(() => maak("span")));
    this.berichten = maak("div", { class: "sp-formulier__berichten" });
    this.fouten = maak("div");
    this.kop = maak("h1", { tabindex: -1 });
    this.lijst = maak("ol");
    this.stappen = maak("details", { class: "sp-stappen" }, maak("summary", {}, "Alle stappen"), maak("nav", { "aria-label": "Stappen" }, this.lijst));
    this.inhoud = maak("div");
    this.intro = maak("p", { class: "sp-formulier__intro" });
    this.velden = maak("div", { class: "sp-formulier__velden" });
    this.knop = maak("button", { type: "submit", class: "sp-knop" });
    this.terugknop = maak("button", { type: "button", class: "sp-knop sp-knop--rand", click: () => this.toon(this.stap - 1) }, "Terug");
    // The form stays where it is: only its questions change with the step.
    this.formulier = maak("form", { novalidate: true, submit: (event) => this.verder(event) }, this.intro, this.velden, maak("div", { class: "sp-formulier__knoppen" }, this.knop, this.terugknop));
    this.zijde = maak("aside", { class: "sp-formulier__zij", "aria-label": "Zo ziet het eruit" });
    const hoofd = maak("div", { class: "sp-formulier__hoofd" }, this.waar, this.meter, this.stappen, this.berichten, this.fouten, this.kop, this.formulier, this.inhoud);
    this.blok.replaceChildren(maak("div", { class: "sp-rij sp-formulier__raster" }, hoofd, this.zijde));
    this.blok.setAttribute("data-formulier", "klaar");
    const breed = matchMedia("(min-width: 1100px)");
    const klap = () => this.stappen?.toggleAttribute("open", breed.matches);
    breed.addEventListener("change", klap);
    klap();
    this.meldBegin();
    addEventListener("popstate", () => this.toon(this.uitAdres(), { adres: false }));
    this.toon(Math.min(this.uitAdres(), einde), { adres: false, focus: false });
    import("./zijkant.js")
      .then(async ({ maakZijkant }) => {
        this.zij = await maakZijkant(/** @type {HTMLElement} */ (this.zijde), this.gegevens, this.blok);
        this.ververs();
      })
      .catch(console.error);
  }

  /** The step that the address names. */
  uitAdres() {
    const id = location.hash.slice(1);
    if (id === "versturen") return this.gegevens.stappen.length;
    return Math.max(0, this.gegevens.stappen.findIndex((stap) => stap.id === id));
  }

  /** @param {string} soort @param {string} tekst @param {...Node} erbij */
  bericht(soort, tekst, ...erbij) {
    const kop = maak("p", { class: "sp-melding__kop" }, icoon(soort === "letop" ? "letop" : "info"), maak("span", {}, tekst));
    this.berichten?.append(maak("div", { class: `sp-melding sp-melding--${soort}` }, kop, ...erbij));
  }

  meldBegin() {
    if (!opslagWerkt()) this.bericht("letop", STIL);
    if (this.terug) {
      const opnieuw = maak("button", { type: "button", class: "sp-tekstknop", click: () => this.beginOpnieuw() }, "Begin opnieuw");
      this.bericht("info", "Je concept staat er nog. Je gaat verder waar je was.", maak("p", {}, opnieuw));
      this.berichten?.lastElementChild?.setAttribute("data-eenmaal", "");
    }
    if (this.opdracht) this.neemOpdracht(this.opdracht);
  }

  /** @param {Opdracht} opdracht */
  neemOpdracht(opdracht) {
    const { antwoorden } = vanRecord(this.gegevens, opdracht.antwoorden, "");
    const bron = antwoorden.gebaseerd_op;
    if (this.concept.antwoorden.gebaseerd_op !== bron) {
      const anders = Object.keys(this.concept.antwoorden).length > 3;
      if (anders && !confirm("Er staat al een concept in dit formulier. Wil je het vervangen door deze opdracht?")) return;
      const { thuis } = this.concept;
      this.concept = nieuw();
      this.concept.thuis = thuis;
      Object.assign(this.concept.antwoorden, antwoorden);
      this.bewaar();
    }
    const punten = opdracht.aanpassen.map(([wat, uitleg]) => maak("li", {}, maak("b", {}, wat), ` ${uitleg}`));
    const zin = `Duurt ongeveer ${opdracht.weken}. Vul de plekken tussen dubbele haken zelf in:`;
    this.bericht("info", `Je begint met de opdracht “${opdracht.titel}”.`, maak("p", {}, zin), maak("ul", {}, ...punten));
    this.berichten?.lastElementChild?.setAttribute("data-bij", MET_PLEKKEN.join(" "));
  }

  beginOpnieuw() {
    if (!confirm("Wil je alles wissen en opnieuw beginnen?")) return;
    bewaar(null);
    location.replace(location.pathname);
  }

  bewaar() {
    bewaar(this.concept);
  }

  /** Everything that is wrong now. @returns {Bevinding[]} */
  kijkNa() {
    const { gegevens, concept } = this;
    const { gevonden, record: gelezen } = controleer(gegevens, record(gegevens, concept), true);
    const thuis = concept.thuis ? [] : [this.zonderThuis()];
    return [...thuis, ...gevonden, ...verbanden(gegevens, concept.thuis, gelezen)];
  }

  /** @returns {Bevinding} */
  zonderThuis() {
    const { label, uitleg, naam } = this.gegevens.thuis;
    const [code = "", bericht = ""] = this.gegevens.zinnen.ontbreekt ?? [];
    return { pad: [naam], code, bericht: bericht.replace("{label}", label), uitweg: uitleg, ernst: "fout" };
  }

  /** @param {string} naam of a question or a group @returns {number} */
  stapVan(naam) {
    const hoofd = naam.split(".")[0];
    return Math.max(0, this.gegevens.stappen.findIndex(({ vragen }) => vragen.some(({ pad }) => pad[0] === hoofd)));
  }

  /** @param {number} stap @param {{adres?: boolean, focus?: boolean}} [hoe] */
  toon(stap, { adres = true, focus = true } = {}) {
    const { stappen } = this.gegevens;
    const einde = stap >= stappen.length;
    this.stap = stap;
    const id = stappen[stap]?.id ?? "versturen";
    if (adres && location.hash !== `#${id}`) history.pushState(null, "", `#${id}`);
    if (this.waar) this.waar.textContent = `Vacature aanbieden · ${einde ? "nakijken en versturen" : `stap ${stap + 1} van ${stappen.length}`}`;
    if (this.kop) this.kop.textContent = stappen[stap]?.titel ?? "Klaar om te versturen";
    for (const [plek, streep] of [...(this.meter?.children ?? [])].entries()) streep.className = plek < stap ? "is-klaar" : plek === stap ? "is-nu" : "";
    for (const uitleg of this.berichten?.querySelectorAll("[data-bij]") ?? []) uitleg.toggleAttribute("hidden", !MET_PLEKKEN.includes(id));
    this.toonStappen();
    this.fouten?.replaceChildren();
    this.zetTitel(false);
    if (einde) this.toonEinde().catch(console.error);
    else this.toonStap();
    if (focus) {
      for (const gelezen of this.berichten?.querySelectorAll("[data-eenmaal]") ?? []) gelezen.remove();
      this.kop?.focus({ preventScroll: true });
      this.blok.scrollIntoView({ block: "start" });
    }
    this.ververs();
  }

  toonStappen() {
    const namen = [...this.gegevens.stappen.map(({ titel }) => titel), "Nakijken en versturen"];
    this.lijst?.replaceChildren(
      ...namen.map((titel, plek) => {
        const knop = maak("button", { type: "button", click: () => this.toon(plek), ...(plek === this.stap ? { "aria-current": "step" } : {}) }, titel);
        return maak("li", { class: this.gekeken.has(plek) ? "is-gezien" : "" }, knop);
      }),
    );
  }

  /** @param {boolean} fout */
  zetTitel(fout) {
    document.title = `${fout ? "Fout: " : ""}${this.kop?.textContent} · ${this.waar?.textContent} · ${this.naam}`;
  }

  toonStap() {
    const { stappen } = this.gegevens;
    const volgende = stappen[this.stap + 1]?.titel.toLowerCase() ?? "nakijken en versturen";
    this.scherm = stelVragen(this.gegevens, this.concept, this.stap, {
      zet: (naam, antwoord) => this.antwoord(naam, antwoord),
      kies: (groep, weg) => {
        this.concept.wegen[groep] = weg;
        this.veranderd();
      },
    });
    this.formulier?.removeAttribute("hidden");
    this.terugknop?.toggleAttribute("hidden", this.stap === 0);
    if (this.knop) this.knop.textContent = `Verder naar ${volgende}`;
    if (this.intro) this.intro.textContent = stappen[this.stap]?.intro ?? "";
    this.velden?.replaceChildren(...this.scherm.delen);
    this.inhoud?.replaceChildren(this.voet());
    if (this.gekeken.has(this.stap)) this.toonFouten(this.kijkNa());
  }

  voet() {
    const opnieuw = maak("button", { type: "button", class: "sp-tekstknop", click: () => this.beginOpnieuw() }, "Begin opnieuw");
    return maak("p", { class: "sp-formulier__voet" }, "Je concept blijft op dit apparaat tot je het zelf verstuurt. Vul geen namen in, alleen functies. ", opnieuw);
  }

  async toonEinde() {
    const { toonEinde } = await import("./einde.js");
    if (this.stap < this.gegevens.stappen.length || !this.inhoud) return;
    this.scherm = null;
    this.formulier?.setAttribute("hidden", "");
    const kijk = () => {
      const gevonden = this.kijkNa();
      const fouten = gevonden.filter(({ ernst }) => ernst === "fout");
      for (const { pad } of fouten) this.gekeken.add(this.stapVan(String(pad[0])));
      if (fouten.length) this.vatSamen(fouten);
      return fouten.length === 0;
    };
    toonEinde(this.inhoud, this.gegevens, {
      concept: this.concept,
      repo: this.blok.getAttribute("data-repo") ?? "",
      kijk,
      gevonden: this.kijkNa(),
      ga: (bevinding) => this.gaNaar(bevinding),
      voet: this.voet(),
      terug: () => this.toon(this.stap - 1),
    });
  }

  /** @param {string} naam @param {string | string[]} antwoord */
  antwoord(naam, antwoord) {
    if (naam === this.gegevens.thuis.naam) this.concept.thuis = String(antwoord);
    else this.concept.antwoorden[naam] = antwoord;
    this.veranderd();
  }

  veranderd() {
    this.scherm?.schik();
    clearTimeout(this.wacht);
    this.wacht = setTimeout(() => this.ververs(), RUST);
    this.bewaar();
  }

  /** After a rest: looks again, and draws what stands beside the form. */
  ververs() {
    if (this.scherm && this.gekeken.has(this.stap)) this.toonFouten(this.kijkNa());
    this.zij?.toon(this.concept, record(this.gegevens, this.concept), this.gegevens.stappen[this.stap]?.id ?? "versturen").catch(console.error);
  }

  /** Shows what is wrong in this step beside its questions. @param {Bevinding[]} gevonden @returns {Bevinding[]} the errors of this step */
  toonFouten(gevonden) {
    /** @type {Bevinding[]} */
    const hier = [];
    for (const vraag of this.scherm?.vragen ?? []) {
      const erbij = vraag.vak.hidden ? [] : gevonden.filter((een) => plekVan(een) === vraag.naam);
      toonBij(vraag, erbij, (voorstel, naam) => this.neem(voorstel, naam));
      if (!vraag.vak.hidden && vraag.bediening.half?.()) hier.push({ pad: vraag.naam.split("."), code: "half", bericht: "Deze dag is nog niet af.", uitweg: "", ernst: "fout" });
      else hier.push(...erbij.filter(({ ernst }) => ernst === "fout"));
    }
    return hier;
  }

  /** @param {Event} event */
  verder(event) {
    event.preventDefault();
    this.gekeken.add(this.stap);
    const fouten = this.toonFouten(this.kijkNa());
    if (fouten.length) return this.vatSamen(fouten);
    this.toon(this.stap + 1);
  }

  /** Above the title: what is still to be looked at, each with the way there. @param {Bevinding[]} fouten */
  vatSamen(fouten) {
    const aantal = fouten.length === 1 ? "1 punt" : `${fouten.length} punten`;
    const punten = fouten.map((fout) => {
      const naam = plekVan(fout);
      const ga = (/** @type {Event} */ event) => {
        event.preventDefault();
        this.gaNaar(fout);
      };
      return maak("li", {}, maak("a", { href: `#vak-f-${naam.replaceAll(".", "-")}`, click: ga }, this.kort(fout)));
    });
    const vak = maak("div", { class: "sp-foutlijst", role: "alert", tabindex: -1, "aria-labelledby": "foutkop" }, maak("h2", { id: "foutkop" }, `Kijk nog naar ${aantal}`), maak("ul", {}, ...punten));
    this.fouten?.replaceChildren(vak);
    this.zetTitel(true);
    vak.focus({ preventScroll: true });
    vak.scrollIntoView({ block: "start" });
  }

  /** @param {Bevinding} fout */
  kort({ pad, bericht }) {
    const namen = pad.filter((deel) => typeof deel === "string");
    const veld = this.gegevens.velden.find(({ naam }) => naam === namen[0]);
    const binnen = veld?.velden?.find(({ naam }) => naam === namen[1]) ?? veld;
    const label = binnen?.label ?? "";
    return leesbaar(!label || bericht.includes(label) ? bericht : `${label}: ${bericht}`);
  }

  /** @param {Bevinding} bevinding */
  gaNaar(bevinding) {
    const naam = plekVan(bevinding);
    const stap = this.stapVan(naam);
    if (stap !== this.stap) this.toon(stap, { focus: false });
    this.richt(naam, bevinding.pad.find((deel) => typeof deel === "number"));
  }

  /** @param {string} naam @param {number} [plek] */
  richt(naam, plek) {
    const vraag = this.scherm?.vragen.find((een) => een.naam === naam && !een.vak.hidden);
    vraag?.bediening.doel(plek)?.focus({ preventScroll: true });
    vraag?.vak.scrollIntoView({ block: "center" });
  }

  /** Applies a remedy. @param {Voorstel} voorstel @param {string} bij the question where it stood */
  neem({ pad, waarde }, bij) {
    const naam = pad.filter((deel) => !/^\d+$/.test(deel)).join(".");
    const plek = pad.find((deel) => /^\d+$/.test(deel));
    const was = this.concept.antwoorden[naam];
    if (plek !== undefined && Array.isArray(was)) this.concept.antwoorden[naam] = was.map((een, nummer) => (nummer === Number(plek) ? String(waarde) : een));
    else this.concept.antwoorden[naam] = /** @type {string | string[]} */ (waarde);
    this.bewaar();
    this.toonStap();
    this.ververs();
    const hier = this.scherm?.vragen.some((vraag) => vraag.naam === naam && !vraag.vak.hidden);
    this.richt(hier ? naam : bij);
    if (!this.kijkNa().some((een) => een.ernst === "fout" && this.stapVan(plekVan(een)) === this.stap)) {
      this.fouten?.replaceChildren();
      this.zetTitel(false);
    }
  }
}
