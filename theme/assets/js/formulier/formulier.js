/** The form on /aanbieden/: steps, one at a time, with what is wrong above them; nothing leaves the browser. */

import { duw, vervang } from "../geschiedenis.js";
import { tekstknop } from "../knoppen.js";
import { maak } from "../maak.js";
import { opslagWerkt } from "../opslag.js";
import { naar } from "../wortel.js";
import { leesConcept, nieuw, record } from "./antwoorden.js";
import { bericht, nietGeladen, stilNietGeladen } from "./berichten.js";
import { bewaar, leesBewaard, volg } from "./concept.js";
import { maakRaam } from "./raam.js";
import { bijVraag, plekVan, regelVan, stelVragen, toonBij } from "./vragen.js";

/** @typedef {import("./soorten.js").Gegevens} Gegevens */
/** @typedef {import("./soorten.js").Bevinding} Bevinding */
/** @typedef {import("./soorten.js").Voorstel} Voorstel */

const VOL = "Je browser kan je laatste antwoorden niet bewaren.";
const ALS_VOL = "Het formulier werkt gewoon. Download aan het eind het bestand: als je de pagina sluit, zijn je laatste antwoorden weg.";
const STIL = "Je browser bewaart niets in dit venster. Het formulier werkt gewoon, maar je concept is weg als je de pagina sluit.";
const SLEUTEL = /^[a-z0-9-]{1,60}\/[a-z0-9-]{1,80}$/;
const RUST = 350;
/** The steps whose texts an assignment brings, with places to fill in. */
const MET_PLEKKEN = ["werk", "inhoud"];
/** What comes after the last step with questions. */
const EINDE = "versturen";

/** @param {string} adres @returns {Promise<any>} */
async function haal(adres) {
  const antwoord = await fetch(naar(`assets/formulier/${adres}.json`), { cache: "no-cache" });
  if (!antwoord.ok) throw new Error(`${adres}: ${antwoord.status}`);
  return antwoord.json();
}

/**
 * @param {HTMLElement} blok of the page, with what stands there without script
 */
export async function begin(blok) {
  const vraag = new URLSearchParams(location.search);
  const [wijzig, opdracht] = [vraag.get("wijzig") ?? "", vraag.get("opdracht") ?? ""];
  /** @type {Gegevens} */
  const gegevens = await haal("vacature");
  if (SLEUTEL.test(wijzig)) return (await import("./wijzigen.js")).toonWijzigen(blok, gegevens, wijzig);
  const formulier = new Formulier(blok, gegevens);
  if (SLEUTEL.test(opdracht)) await formulier.neemOpdracht(opdracht);
  formulier.start();
}

class Formulier {
  /** @param {HTMLElement} blok @param {Gegevens} gegevens */
  constructor(blok, gegevens) {
    const was = leesBewaard();
    this.blok = blok;
    this.gegevens = gegevens;
    this.concept = was === null ? nieuw() : leesConcept(gegevens, was);
    this.stap = 0;
    /** Steps in which somebody tried to go on: there every change is looked at again. @type {Set<number>} */
    this.gekeken = new Set();
    this.blijft = opslagWerkt();
    /** @type {ReturnType<typeof stelVragen> | null} */
    this.scherm = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.wacht = undefined;
    /** Fetched when somebody begins to answer; there before anything is looked over. @type {typeof import("./nakijken.js") | null} */
    this.nakijker = null;
    /** @type {HTMLElement | null} */
    this.overOpdracht = null;
    /** @type {ReturnType<typeof import("./zijkant.js").maakZijkant> | null} */
    this.toonZij = null;
    this.vol = bericht("letop", VOL, maak("p", {}, ALS_VOL));
    this.elders = bericht("info", "Je concept is in een ander tabblad veranderd. Hier staat nu hetzelfde.");
    const titels = gegevens.stappen.map(({ titel }) => titel);
    this.raam = maakRaam(blok, titels, { ga: (stap) => this.toon(stap), terug: () => this.toon(this.stap - 1), verder: () => void this.verder() });
    this.berichten = this.raam.berichten;
    if (!this.blijft) this.berichten.zeg(bericht("letop", STIL));
    if (was !== null) this.berichten.zeg(bericht("info", "Je concept staat er nog. Je kunt zo verder.", maak("p", {}, this.opnieuwknop())), true);
  }

  start() {
    const { raam } = this;
    raam.open();
    volg(() => this.neemOver());
    addEventListener("hashchange", () => this.volgAdres());
    this.toon(Math.max(0, this.uitAdres()), { adres: false, focus: false });
    import("./zijkant.js")
      .then(({ maakZijkant }) => {
        this.toonZij = maakZijkant(raam.zijde, this.gegevens, this.blok);
        this.ververs();
      })
      .catch((fout) => {
        console.error(fout);
        raam.zijde.replaceChildren(stilNietGeladen("Het voorbeeld is niet geladen."));
      });
  }

  /** @param {number} stap */
  idVan(stap) {
    return this.gegevens.stappen[stap]?.id ?? EINDE;
  }

  /** Says that it is a step, because the page has places of its own. @param {number} stap */
  adresVan(stap) {
    return `#stap-${this.idVan(stap)}`;
  }

  /** The step that the address names, -1 when it names none. */
  uitAdres() {
    const { length } = this.gegevens.stappen;
    return location.hash ? Array.from({ length: length + 1 }, (_, stap) => this.adresVan(stap)).indexOf(location.hash) : 0;
  }

  /** Goes where the address points; a link to another place on the page, such as its content, leaves us in this step. */
  volgAdres() {
    const stap = this.uitAdres();
    if (stap < 0) vervang(this.adresVan(this.stap));
    else if (stap !== this.stap) this.toon(stap, { adres: false });
  }

  opnieuwknop() {
    return tekstknop("Begin opnieuw", () => {
      if (!confirm("Wil je alles wissen en opnieuw beginnen?")) return;
      bewaar(null);
      location.replace(location.pathname);
    });
  }

  /** Begins with an assignment, unless somebody keeps a draft that is there. @param {string} sleutel */
  async neemOpdracht(sleutel) {
    try {
      const [{ metOpdracht, overOpdracht }, opdracht] = await Promise.all([import("./opdracht.js"), haal(`opdrachten/${sleutel}`)]);
      const concept = metOpdracht(this.gegevens, this.concept, opdracht);
      if (!concept) return;
      if (concept !== this.concept) {
        this.concept = concept;
        this.bewaar();
      }
      this.overOpdracht = overOpdracht(opdracht);
      this.berichten.zwijg();
      this.berichten.zeg(this.overOpdracht);
    } catch (fout) {
      console.error(fout);
      this.berichten.zeg(nietGeladen("De opdracht is niet geladen.", "Je kunt ook zonder beginnen."));
    }
  }

  /** Keeps the draft, and says so when that does not work any more. */
  bewaar() {
    if (bewaar(this.concept)) this.vol.remove();
    else if (this.blijft) this.berichten.zeg(this.vol);
  }

  /** Another tab changed the draft: both show the same, so that neither loses what the other wrote. */
  neemOver() {
    const was = leesBewaard();
    const { id = "" } = document.activeElement ?? {};
    this.concept = was === null ? nieuw() : leesConcept(this.gegevens, was);
    this.berichten.zwijg();
    this.berichten.zeg(this.elders, true);
    this.toon(this.stap, { adres: false, focus: false });
    if (id) document.getElementById(id)?.focus({ preventScroll: true });
  }

  /** @param {number} stap @param {{adres?: boolean, focus?: boolean}} [hoe] */
  toon(stap, { adres = true, focus = true } = {}) {
    const { stappen } = this.gegevens;
    this.stap = stap;
    if (adres && location.hash !== this.adresVan(stap)) duw(this.adresVan(stap));
    this.raam.zetStap(stap, stappen[stap]?.titel ?? "Klaar om te versturen");
    this.overOpdracht?.toggleAttribute("hidden", !MET_PLEKKEN.includes(this.idVan(stap)));
    if (stap < stappen.length) this.toonStap();
    else this.toonEinde();
    if (focus) {
      this.berichten.zwijg();
      this.raam.naarKop();
    }
    this.ververs();
  }

  toonStap() {
    const { raam, gegevens: { stappen } } = this;
    const volgende = stappen[this.stap + 1]?.titel.toLowerCase() ?? "nakijken en versturen";
    this.scherm = stelVragen(this.gegevens, this.concept, this.stap, {
      zet: (naam, antwoord) => this.antwoord(naam, antwoord),
      kies: (groep, weg) => {
        this.concept.wegen[groep] = weg;
        this.veranderd();
      },
    });
    raam.formulier.hidden = false;
    raam.terugknop.hidden = this.stap === 0;
    raam.verderknop.textContent = `Verder naar ${volgende}`;
    raam.intro.textContent = stappen[this.stap]?.intro ?? "";
    raam.velden.replaceChildren(...this.scherm.delen);
    raam.inhoud.replaceChildren(this.voet());
  }

  voet() {
    return maak("p", { class: "sp-formulier__voet" }, "Je concept blijft op dit apparaat tot je het zelf verstuurt. Vul geen namen in, alleen functies. ", this.opnieuwknop());
  }

  /** The questions go at once; what comes in their place may still be on its way. */
  async toonEinde() {
    const { formulier, inhoud } = this.raam;
    const hier = () => this.stap === this.gegevens.stappen.length;
    this.scherm = null;
    formulier.hidden = true;
    inhoud.replaceChildren();
    try {
      const [{ toonEinde }] = await Promise.all([import("./einde.js"), this.haalNakijker()]);
      if (hier()) toonEinde(inhoud, this.gegevens, this.voorEinde());
    } catch (fout) {
      console.error(fout);
      if (hier()) inhoud.replaceChildren(this.nietVerder("Het laatste deel is niet geladen."), this.voet());
    }
  }

  /** @returns {import("./einde.js").Bij} */
  voorEinde() {
    return {
      concept: this.concept,
      repo: this.blok.getAttribute("data-repo") ?? "",
      kijk: () => this.kijkAlles(),
      gevonden: this.kijkNa(),
      ga: (bevinding) => this.gaNaar(bevinding),
      voet: this.voet(),
      terug: () => this.toon(this.stap - 1),
    };
  }

  /** Without a part that was asked for; loading the page anew is no remedy for who keeps nothing. @param {string} kop */
  nietVerder(kop) {
    const open = () => bericht("letop", kop, maak("p", {}, "Laat deze pagina open, want je browser bewaart je concept niet. Probeer het over een minuut nog eens."));
    const wat = bewaar(this.concept) ? nietGeladen(kop, "Je concept staat nog op dit apparaat.") : open();
    wat.setAttribute("role", "alert");
    return wat;
  }

  async haalNakijker() {
    this.nakijker ??= await import("./nakijken.js");
  }

  /** Everything that is wrong now. @returns {Bevinding[]} */
  kijkNa() {
    return this.nakijker?.kijkNa(this.gegevens, this.concept) ?? [];
  }

  /** @param {string} naam of a question */
  stapVan(naam) {
    return this.nakijker?.stapVan(this.gegevens, naam) ?? 0;
  }

  /** @returns {boolean} false when something is wrong anywhere, which is then shown */
  kijkAlles() {
    const fouten = this.kijkNa().filter(({ ernst }) => ernst === "fout");
    for (const { pad } of fouten) this.gekeken.add(this.stapVan(String(pad[0])));
    if (fouten.length) this.vatSamen(fouten);
    return fouten.length === 0;
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
    this.haalNakijker().catch(() => undefined);
  }

  /** After a rest: looks again, and draws what stands beside the form. */
  ververs() {
    if (this.scherm && this.gekeken.has(this.stap)) this.toonFouten();
    this.toonZij?.(this.concept, record(this.gegevens, this.concept), this.idVan(this.stap)).catch(console.error);
  }

  /** Shows what is wrong in this step beside its questions. @returns {Bevinding[]} the errors among it */
  toonFouten() {
    const gevonden = this.kijkNa();
    return (this.scherm?.vragen ?? []).flatMap((vraag) => {
      const hier = bijVraag(vraag, gevonden);
      toonBij(vraag, hier, (voorstel, naam) => this.neem(voorstel, naam));
      return hier.filter(({ ernst }) => ernst === "fout");
    });
  }

  async verder() {
    const { stap } = this;
    try {
      await this.haalNakijker();
    } catch (fout) {
      console.error(fout);
      return this.raam.wijs(this.nietVerder("Het nakijken van je antwoorden is niet geladen."));
    }
    if (stap !== this.stap) return;
    this.gekeken.add(stap);
    const fouten = this.toonFouten();
    if (fouten.length) this.vatSamen(fouten);
    else this.toon(stap + 1);
  }

  /** Shows above the title what is still to be looked at. @param {Bevinding[]} fouten */
  vatSamen(fouten) {
    const lijst = this.nakijker?.maakFoutlijst(this.gegevens, fouten, (fout) => this.gaNaar(fout));
    if (lijst) this.raam.wijs(lijst);
  }

  /** @param {Bevinding} bevinding */
  gaNaar(bevinding) {
    const naam = plekVan(bevinding);
    const stap = this.stapVan(naam);
    if (stap !== this.stap) this.toon(stap, { focus: false });
    this.richt(naam, regelVan(bevinding));
  }

  /** @param {string} naam @param {number} [plek] */
  richt(naam, plek) {
    const vraag = this.scherm?.vragen.find((een) => een.naam === naam && !een.vak.hidden);
    vraag?.bediening.doel(plek)?.focus({ preventScroll: true });
    vraag?.vak.scrollIntoView({ block: "center" });
  }

  /** Applies a remedy. @param {Voorstel} voorstel @param {string} bij the question where it stood */
  neem({ pad, waarde }, bij) {
    const naam = pad.join(".");
    this.concept.antwoorden[naam] = /** @type {string | string[]} */ (waarde);
    this.bewaar();
    this.toonStap();
    this.ververs();
    const hier = this.scherm?.vragen.some((vraag) => vraag.naam === naam && !vraag.vak.hidden);
    this.richt(hier ? naam : bij);
    if (!this.kijkNa().some((een) => een.ernst === "fout" && this.stapVan(plekVan(een)) === this.stap)) this.raam.zetFouten(null);
  }
}
