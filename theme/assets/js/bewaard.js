/**
 * The page of the saved list: notes, a diary, comparing, taking along. What is kept comes from opslag.js, what is known
 * today from the search worker; without the worker the list still works.
 */

import { STIL, laatsteDag, nieuweBewaard } from "./bewaarknop.js";
import { dagboek, regel } from "./dagboek.js";
import { vandaag } from "./dagen.js";
import { knop, melding, tekstknop, verborgen } from "./knoppen.js";
import { maak, teken } from "./maak.js";
import { deel, meenemen } from "./meenemen.js";
import { leesBewaard, leesPeriode, luister, opslagWerkt, zetBewaard } from "./opslag.js";
import { MEEST_DELEN, bijgewerkt, leesSleutels, samen, stand } from "./stagelijst.js";
import { vergelijking } from "./vergelijk.js";
import { WOORD, inStages, meervoud } from "./woorden.js";
import { naar } from "./wortel.js";

/** @typedef {import("./opslag.js").Bewaard} Bewaard */
/** @typedef {import("./zoek/soorten.js").Item} Item */
/** @typedef {import("./stagelijst.js").Gegevens} Gegevens */

const MEEST_NAAST = 4;

/** @type {ReturnType<typeof import("./zoek/loket.js").maakLoket> | undefined} */
let loket;

/**
 * @param {string[]} sleutels
 * @returns {Promise<Gegevens | null>} null when the data did not come
 */
async function haal(sleutels) {
  try {
    if (sleutels.length === 0) return new Map();
    const { maakLoket } = await import("./zoek/loket.js");
    loket ??= maakLoket();
    const { items } = await loket.vraag({ soort: "sleutels", sleutels, periodes: leesPeriode()?.slots ?? [], vandaag: vandaag() });
    return new Map(sleutels.map((sleutel, plaats) => [sleutel, items[plaats] ?? null]));
  } catch (fout) {
    console.error(fout);
    return null;
  }
}

/** The fit of an item, drawn. @type {(item: Item) => Node | null} */
let past = ({ past: fit }) => (fit ? maak("p", {}, `${WOORD[fit.fit]}. ${fit.zin}`) : null);

/** Fetches the drawing of the fit, when there is a period; should it fail, the sentence stands alone. */
async function haalPast() {
  const slots = leesPeriode()?.slots;
  if (!slots) return;
  try {
    const { pastbalk } = await import("./pastbalk.js");
    past = (item) => pastbalk(item, slots);
  } catch (fout) {
    console.error(fout);
  }
}

/**
 * @param {Document} document
 */
export function startBewaard(document) {
  const kop = document.querySelector("h1");
  const intro = document.querySelector(".sp-band__intro");
  const vel = maak("div", { class: "sp-bewaard" });
  const eigenKop = kop?.textContent ?? "";
  const eigenTitel = document.title;
  /** @type {Set<string>} */
  const gekozen = new Set();
  let beurt = 0;
  let gezien = "";
  let zelf = false;

  /**
   * Changes what is kept. Read again each time: another tab may have written.
   * @param {(lijst: Bewaard[]) => Bewaard[]} verander
   */
  function schrijf(verander) {
    zelf = true;
    if (!zetBewaard(verander(leesBewaard()))) meldStil();
    zelf = false;
  }

  function meldStil() {
    if (!vel.querySelector("[data-stil]")) vel.prepend(melding("letop", STIL, { "data-stil": true, role: "status" }));
  }

  /** @param {string} titel */
  function zetKop(titel) {
    kop?.replaceChildren(titel);
    intro?.toggleAttribute("hidden", titel !== eigenKop);
    document.title = eigenTitel.replace(eigenKop, titel);
  }

  /** Draws what the address asks for; the own list stands there at once, with what is kept. */
  async function toon() {
    const nr = ++beurt;
    gezien = location.search;
    const vragen = new URLSearchParams(location.search);
    const naast = leesSleutels(vragen.get("vergelijk"), MEEST_NAAST);
    const ander = leesSleutels(vragen.get("lijst"), MEEST_DELEN);
    const eigen = naast.length < 2 && ander.length === 0;
    const sleutels = eigen ? leesBewaard().map(({ sleutel }) => sleutel) : naast.length > 1 ? naast : ander;
    if (eigen) toonLijst();
    else vel.replaceChildren(maak("p", { role: "status" }, "De stages worden opgehaald."));
    const [gegevens] = await Promise.all([haal(sleutels), haalPast()]);
    if (nr !== beurt) return;
    if (eigen) vulAan(gegevens);
    else if (naast.length > 1) toonVergelijking(naast, gegevens);
    else toonAnder(ander, gegevens);
    if (!gegevens) vel.firstElementChild?.after(mislukt());
    if (!opslagWerkt()) meldStil();
  }

  /**
   * Another view of this page, with the back button behind it.
   * @param {string} adres
   */
  async function ga(adres) {
    history.pushState(null, "", adres);
    scrollTo(0, 0);
    const klaar = toon();
    if (location.search) await klaar;
    (document.getElementById(location.hash.slice(1)) ?? kop)?.focus();
  }

  function toonLijst() {
    const lijst = leesBewaard();
    gekozen.clear();
    zetKop(eigenKop);
    if (lijst.length === 0) vel.replaceChildren(leeg(), meenemen(false, pagina));
    else {
      const telkop = maak("h2", { "data-tel": true }, `${inStages(lijst.length)} bewaard`);
      vel.replaceChildren(koprij(telkop, () => leesBewaard().map(({ sleutel }) => sleutel)), maak("ul", { class: "sp-bewaard__lijst" }, ...lijst.map(stage)), balk, meenemen(true, pagina));
      zetBalk();
    }
  }

  /**
   * What stands above the vacancies, with the ways to share and print them.
   * @param {Node} links
   * @param {() => string[]} sleutels
   */
  function koprij(links, sleutels) {
    const vak = maak("div", { class: "sp-bewaard__deel" });
    return maak("div", { class: "sp-bewaard__kop" }, links, tekstknop("delen", "Deel als link", () => void deel(vak, sleutels())), tekstknop("printer", "Print", () => print()), vak);
  }

  /** @param {Bewaard} een */
  function stage(een) {
    const { sleutel, titel } = een;
    const bij = () => verborgen(` bij ${titel}`);
    const papier = maak("div", { class: "sp-stage__papier" });
    const vinkje = maak("input", { type: "checkbox", change: () => kies(sleutel, vinkje) });
    const veld = maak("textarea", { class: "sp-invoer", id: `notitie-${sleutel}`, rows: 2, maxlength: 2000, input: () => wijzig({ notitie: veld.value }) });

    /** @returns {Bewaard} */
    const nu = () => leesBewaard().find((ander) => ander.sleutel === sleutel) ?? een;
    /** @param {Partial<Bewaard>} [deel] */
    function wijzig(deel) {
      if (deel) schrijf((lijst) => lijst.map((ander) => (ander.sleutel === sleutel ? { ...ander, ...deel } : ander)));
      // Fields print badly: on paper this stands in their place.
      papier.replaceChildren(maak("p", {}, nu().notitie), maak("ul", {}, ...nu().dagboek.map((stap) => maak("li", {}, regel(stap)))));
    }

    const weg = tekstknop("kruis", "Haal weg", () => haalWeg(rij, sleutel, vinkje), ` ${titel}`);
    const rij = maak(
      "li",
      { class: "sp-vel sp-stage", "data-stage": sleutel },
      maak("div", { class: "sp-stage__over" }, ...over(een)),
      maak("div", { class: "sp-stage__eigen" }, maak("label", { for: veld.id }, "Mijn notitie", bij()), veld, dagboek(bij, nu, wijzig), papier),
      maak("div", { class: "sp-stage__voet" }, maak("label", { class: "sp-vergelijk__vink" }, vinkje, maak("span", {}, "Vergelijk", verborgen(` ${titel}`))), weg),
    );
    veld.value = een.notitie;
    wijzig();
    return rij;
  }

  /**
   * Takes one away; the way back stays on its place.
   * @param {HTMLElement} rij
   * @param {string} sleutel
   * @param {HTMLInputElement} vinkje
   */
  function haalWeg(rij, sleutel, vinkje) {
    const lijst = leesBewaard();
    const plaats = lijst.findIndex((een) => een.sleutel === sleutel);
    const was = lijst[plaats];
    if (!was) return;
    const terug = knop("Zet terug", () => {
      schrijf((nu) => [...nu.slice(0, plaats), was, ...nu.slice(plaats)]);
      weg.replaceWith(rij);
      rij.querySelector("a")?.focus();
      tel();
    });
    terug.append(verborgen(was.titel));
    const weg = maak("li", { class: "sp-paneel sp-stage--weg" }, maak("p", {}, maak("b", {}, was.titel), " staat niet meer in je lijst."), terug);
    vinkje.checked = false;
    gekozen.delete(sleutel);
    zetBalk();
    schrijf((nu) => nu.filter((een) => een.sleutel !== sleutel));
    rij.replaceWith(weg);
    terug.focus();
    tel();
  }

  function tel() {
    vel.querySelector("[data-tel]")?.replaceChildren(`${inStages(leesBewaard().length)} bewaard`);
  }

  /**
   * What is known today, into the rows that stand there; draws again when an id has changed.
   * @param {Gegevens | null} gegevens
   */
  function vulAan(gegevens) {
    schrijf((lijst) => bijgewerkt(lijst, gegevens ?? new Map()));
    for (const [sleutel, item] of gegevens ?? []) {
      if (item && item.sleutel !== sleutel) return void toon();
      const rij = vel.querySelector(`[data-stage="${sleutel}"]`);
      const een = leesBewaard().find((nu) => nu.sleutel === sleutel);
      if (!rij || !een) continue;
      rij.querySelector(".sp-stage__over")?.replaceChildren(...over(een, item));
      if (stand(een, item, new Date()).badge) rij.querySelector(".sp-vergelijk__vink")?.remove();
    }
  }

  /** @type {import("./meenemen.js").Lijstpagina} */
  const pagina = {
    schrijf,
    ga: (adres) => void ga(adres),
    toonMet(zin) {
      void toon();
      vel.querySelector(".sp-bewaard__uitslag")?.append(maak("p", {}, zin));
    },
  };

  const keuze = maak("p", { role: "status" });
  const naarNaast = maak("button", { type: "button", class: "sp-knop", click: () => void ga(`?vergelijk=${[...gekozen].join(",")}`) });
  const balk = maak("div", { class: "sp-bewaard__balk" }, keuze, naarNaast);

  /**
   * @param {string} sleutel
   * @param {HTMLInputElement} vinkje
   */
  function kies(sleutel, vinkje) {
    const vol = vinkje.checked && gekozen.size >= MEEST_NAAST;
    if (vol) vinkje.checked = false;
    if (vinkje.checked) gekozen.add(sleutel);
    else gekozen.delete(sleutel);
    zetBalk(vol ? "Je vergelijkt er hoogstens vier. Haal eerst een vinkje weg." : "");
  }

  /** @param {string} [zin] */
  function zetBalk(zin) {
    balk.hidden = gekozen.size === 0;
    naarNaast.hidden = gekozen.size < 2;
    naarNaast.textContent = `Vergelijk ${inStages(gekozen.size)}`;
    keuze.textContent = zin || (gekozen.size === 1 ? "Kies er nog een om te vergelijken." : `${gekozen.size} gekozen`);
  }

  /**
   * @param {string[]} sleutels
   * @param {Gegevens | null} gegevens
   */
  function toonVergelijking(sleutels, gegevens) {
    const lijst = leesBewaard();
    const kolommen = sleutels.flatMap((sleutel) => {
      const item = gegevens?.get(sleutel) ?? null;
      const eigen = lijst.find((een) => een.sleutel === sleutel || een.sleutel === item?.sleutel) ?? null;
      const { titel, wie } = item ?? eigen ?? { titel: "", wie: "" };
      return titel ? [{ sleutel, titel, wie, item, eigen, adres: naar(item?.adres ?? `vacatures/${sleutel}/`) }] : [];
    });
    const genoeg = kolommen.length > 1;
    zetKop(genoeg ? `${["Twee", "Drie", "Vier"][kolommen.length - 2]} stages naast elkaar` : "Stages vergelijken");
    vel.replaceChildren(
      koprij(binnen("Terug naar je lijst"), () => kolommen.map(({ sleutel }) => sleutel)),
      genoeg ? vergelijking(kolommen, past) : maak("p", {}, "Om te vergelijken heb je minstens twee stages nodig die nog open zijn."),
      maak("p", { class: "sp-klein sp-zacht" }, "Je lijst en je notities staan alleen op dit apparaat."),
    );
  }

  /**
   * @param {string[]} sleutels
   * @param {Gegevens | null} gegevens
   */
  function toonAnder(sleutels, gegevens) {
    const items = sleutels.flatMap((sleutel) => gegevens?.get(sleutel) ?? []);
    const weg = gegevens ? sleutels.length - items.length : 0;
    const nieuw = items.map((item) => nieuweBewaard({ ...item, sluit: laatsteDag(item.sluit) }));
    const neem = maak("button", { type: "button", class: "sp-knop", click: () => (schrijf((lijst) => samen(lijst, nieuw)), void ga("./")) }, "Neem over in mijn lijst");
    zetKop("Een lijst van iemand anders");
    vel.replaceChildren(
      maak("p", {}, `Iemand deelde ${inStages(sleutels.length)} met je. Neem je ze over, dan komen ze bij de stages die je al hebt. Wat je zelf schreef, blijft staan.`),
      weg ? maak("p", {}, `${inStages(weg)} uit deze lijst ${meervoud(weg, "staat", "staan")} niet meer open.`) : "",
      maak("div", { class: "sp-bewaard__knoppen" }, items.length ? neem : null, binnen("Naar mijn eigen lijst")),
      maak("h2", { class: "sp-vh" }, "De stages"),
      maak("ul", { class: "sp-bewaard__lijst" }, ...nieuw.map((een, plaats) => maak("li", { class: "sp-vel sp-stage" }, maak("div", { class: "sp-stage__over" }, ...over(een, items[plaats]))))),
    );
  }

  function mislukt() {
    const vak = melding("fout", "De gegevens van vandaag zijn niet opgehaald. Je ziet wat er op dit apparaat staat.");
    vak.append(maak("p", {}, knop("Probeer opnieuw", () => void toon())));
    return vak;
  }

  vel.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[data-binnen]") : null;
    if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void ga(link.href);
  });
  // Also a jump within the page is a popstate.
  addEventListener("popstate", () => {
    if (location.search !== gezien) void toon().then(() => kop?.focus({ preventScroll: true }));
  });
  // Another tab changed something: drawn again, unless somebody is at work here.
  luister(() => {
    if (!zelf && !vel.contains(document.activeElement)) void toon();
  });
  kop?.setAttribute("tabindex", "-1");
  document.getElementById("bewaard")?.closest(".sp-artikel")?.prepend(vel);
  void toon();
}

/**
 * What a vacancy is: title, organisation, moment, and with today's data also badges, facts and fit.
 * @param {Bewaard} een
 * @param {Item | null} [item]
 * @returns {Node[]}
 */
function over(een, item) {
  const { badge, zin } = stand(een, item, new Date());
  const open = badge ? null : item;
  const badges = badge ? [["gesloten", badge]] : (item?.badges ?? []);
  return [
    open && teken("weefsel.svg", open.vakgebied.id, "sp-weefsel"),
    badges.length > 0 && maak("p", { class: "sp-badges" }, ...badges.map(([soort, tekst]) => maak("span", { class: `sp-badge sp-badge--${soort}` }, tekst))),
    maak("h3", {}, maak("a", { href: naar(item?.adres ?? `vacatures/${een.sleutel}/`) }, een.titel || een.sleutel)),
    maak("p", { class: "sp-wie" }, een.wie),
    open && maak("ul", { class: "sp-tags" }, ...open.tags.map(([soort, tekst]) => maak("li", { class: `sp-i-${soort}` }, tekst))),
    maak("p", { class: "sp-stage__moment" }, zin),
    open?.past && past(open),
  ].filter((deel) => deel instanceof Node);
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

/** A link to the list, opened within the page. @param {string} tekst */
const binnen = (tekst) => maak("a", { class: "sp-link", href: "./", "data-binnen": true }, tekst);
