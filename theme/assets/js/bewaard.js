/**
 * The page of the saved list: notes, a diary, comparing, taking along as a file or a link. What is kept comes from
 * opslag.js, what is known today from the search worker; without the worker the list still works.
 */

import { STIL, laatsteDag, nieuweBewaard } from "./bewaarknop.js";
import { dagVan, datum, datumVol, isoVan, vandaag } from "./dagen.js";
import { icoon, maak, teken } from "./maak.js";
import { leesBewaard, leesLijst, leesPeriode, luister, opslagWerkt, zetBewaard } from "./opslag.js";
import { isVoorbij } from "./sluiten.js";
import { WOORD, vergelijking } from "./vergelijk.js";
import { naar } from "./wortel.js";

/** @typedef {import("./opslag.js").Bewaard} Bewaard */
/** @typedef {import("./opslag.js").Stap} Stap */
/** @typedef {import("./zoek/soorten.js").Item} Item */
/** @typedef {Map<string, Item | null>} Gegevens what is known today, by the id that was asked; null: in no list any more */

const MEEST_DELEN = 30;
const MEEST_NAAST = 4;
const GROOTSTE = 1024 * 1024;

/** @param {number} aantal */
const stages = (aantal) => `${aantal} stage${aantal === 1 ? "" : "s"}`;

/**
 * The ids in an address, with what is none left out.
 * @param {string | null} tekst "breda/x,tilburg/y"
 * @param {number} meest
 * @returns {string[]}
 */
export function leesSleutels(tekst, meest) {
  const ruw = (tekst ?? "").split(",").map((deel) => ({ sleutel: deel.trim() }));
  return leesLijst(ruw).slice(0, meest).map(({ sleutel }) => sleutel);
}

/**
 * @param {string} basis address of the page
 * @param {string[]} sleutels
 * @returns {string}
 */
export const deelAdres = (basis, sleutels) => `${basis}?lijst=${sleutels.slice(0, MEEST_DELEN).join(",")}`;

/**
 * How a saved vacancy stands today.
 * @param {Bewaard} een
 * @param {Item | null | undefined} item undefined when nothing is known of today
 * @param {Date} nu
 * @returns {{badge: string, zin: string}} no badge when it is open
 */
export function stand(een, item, nu) {
  const dag = dagVan(item ? laatsteDag(item.sluit) : een.sluit);
  if (item ? isVoorbij(item.sluit, nu) : dag < vandaag(nu)) {
    return { badge: "Gesloten", zin: `Gesloten sinds je hem bewaarde. Je kon reageren tot en met ${datumVol(dag)}.` };
  }
  if (item === null) return { badge: "Niet meer open", zin: "Deze stage staat niet meer open." };
  return { badge: "", zin: item ? item.moment : dag ? `Sluit ${datum(dag)}` : "" };
}

/** @param {Stap[]} dagboek */
const opVolgorde = (dagboek) => dagboek.sort((a, b) => a.op.localeCompare(b.op));

/**
 * Two lists as one: what both have stands once, with both notes and both diaries.
 * @param {Bewaard[]} eigen
 * @param {Bewaard[]} erbij
 * @returns {Bewaard[]}
 */
export function samen(eigen, erbij) {
  /** @type {Map<string, Bewaard>} */
  const lijst = new Map();
  for (const een of [...eigen, ...erbij]) {
    const was = lijst.get(een.sleutel) ?? een;
    const notitie = was.notitie.includes(een.notitie) ? was.notitie : `${was.notitie}\n${een.notitie}`.trim();
    const nieuw = een.dagboek.filter(({ op, wat }) => !was.dagboek.some((stap) => stap.op === op && stap.wat === wat));
    lijst.set(een.sleutel, { ...was, notitie, dagboek: opVolgorde([...was.dagboek, ...nieuw]) });
  }
  return [...lijst.values()];
}

/**
 * The list with today's ids, titles and closing days; note and diary stay, also when two became one.
 * @param {Bewaard[]} lijst
 * @param {Gegevens} gegevens
 * @returns {Bewaard[]}
 */
export function bijgewerkt(lijst, gegevens) {
  const nieuw = lijst.map((een) => {
    const item = gegevens.get(een.sleutel);
    return item ? { ...een, sleutel: item.sleutel, titel: item.titel, wie: item.wie, sluit: laatsteDag(item.sluit) || een.sluit } : een;
  });
  return samen(nieuw, []);
}

/**
 * What a file holds.
 * @param {string} tekst
 * @returns {{lijst: Bewaard[], fout: string}}
 */
export function leesBestand(tekst) {
  const kies = "Kies het bestand dat je met ‘Bewaar als bestand’ maakte. De naam begint met stagelijst.";
  if (tekst.length > GROOTSTE) return { lijst: [], fout: `Dit bestand is te groot voor een stagelijst. ${kies}` };
  try {
    const lijst = leesLijst(JSON.parse(tekst)?.stages);
    return { lijst, fout: lijst.length ? "" : `In dit bestand staan geen bewaarde stages. ${kies}` };
  } catch {
    return { lijst: [], fout: `Dit bestand is geen stagelijst, of het is beschadigd. ${kies}` };
  }
}

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
    if (lijst.length === 0) vel.replaceChildren(leeg(), meenemen(false));
    else {
      const telkop = maak("h2", { "data-tel": true }, `${stages(lijst.length)} bewaard`);
      vel.replaceChildren(koprij(telkop, () => leesBewaard().map(({ sleutel }) => sleutel)), maak("ul", { class: "sp-bewaard__lijst" }, ...lijst.map(stage)), balk, meenemen(true));
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
    vel.querySelector("[data-tel]")?.replaceChildren(`${stages(leesBewaard().length)} bewaard`);
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
    naarNaast.textContent = `Vergelijk ${stages(gekozen.size)}`;
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
      maak("p", {}, `Iemand deelde ${stages(sleutels.length)} met je. Neem je ze over, dan komen ze bij de stages die je al hebt. Wat je zelf schreef, blijft staan.`),
      weg ? maak("p", {}, `${stages(weg)} uit deze lijst ${weg === 1 ? "staat" : "staan"} niet meer open.`) : "",
      maak("div", { class: "sp-bewaard__knoppen" }, items.length ? neem : null, binnen("Naar mijn eigen lijst")),
      maak("h2", { class: "sp-vh" }, "De stages"),
      maak("ul", { class: "sp-bewaard__lijst" }, ...nieuw.map((een, plaats) => maak("li", { class: "sp-vel sp-stage" }, maak("div", { class: "sp-stage__over" }, ...over(een, items[plaats]))))),
    );
  }

  /** @param {boolean} vol whether there is something to take along */
  function meenemen(vol) {
    const uitslag = maak("div", { role: "status", class: "sp-bewaard__uitslag" });
    const kiezer = maak("input", { type: "file", accept: ".json", hidden: true, change: () => void leesIn(kiezer, uitslag) });
    const wis = tekstknop("kruis", "Wis alles", () => vraagWissen(uitslag, wis));
    return maak(
      "section",
      { class: "sp-paneel sp-bewaard__mee" },
      maak("h2", {}, "Je lijst meenemen"),
      maak("p", {}, vol ? "Deze lijst staat alleen op dit apparaat. Wil je hem ook op je laptop? Bewaar hem als bestand en lees dat daar in." : "Heb je een lijst op een ander apparaat? Bewaar hem daar als bestand en lees dat hier in."),
      maak("div", { class: "sp-bewaard__knoppen" }, vol ? knop("Bewaar als bestand", bewaarBestand) : null, knop("Lees een bestand in", () => kiezer.click()), vol ? wis : null),
      kiezer,
      uitslag,
    );
  }

  /**
   * @param {HTMLInputElement} kiezer
   * @param {HTMLElement} uitslag
   */
  async function leesIn(kiezer, uitslag) {
    const bestand = kiezer.files?.[0];
    if (!bestand) return;
    // One byte too many is enough to see that it is too large.
    const { lijst, fout } = leesBestand(await bestand.slice(0, 2 * GROOTSTE).text());
    kiezer.value = "";
    if (fout) return uitslag.replaceChildren(melding("fout", fout));
    const had = leesBewaard().length;
    schrijf((nu) => samen(nu, lijst));
    const erbij = leesBewaard().length - had;
    void toon();
    const al = lijst.length - erbij;
    const zin = `${stages(erbij)} erbij.${al > 0 ? ` ${stages(al)} had je al: wat je zelf schreef, is gebleven.` : ""}`;
    vel.querySelector(".sp-bewaard__uitslag")?.append(maak("p", {}, zin));
  }

  /**
   * @param {HTMLElement} vak
   * @param {HTMLElement} begin gets the focus back
   */
  function vraagWissen(vak, begin) {
    const nee = knop("Nee, laat staan", () => {
      vak.replaceChildren();
      begin.focus();
    });
    const ja = maak("button", { type: "button", class: "sp-knop", click: () => (schrijf(() => []), void ga("./")) }, "Ja, wis alles");
    const vraag = melding("letop", `Weet je het zeker? ${stages(leesBewaard().length)} met je notities en je dagboek gaan weg. Dat kun je niet terugdraaien.`);
    vraag.append(maak("div", { class: "sp-bewaard__knoppen" }, ja, nee));
    vak.replaceChildren(vraag);
    nee.focus();
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
 * The diary of one: folded, its last line in the summary.
 * @param {() => Node} bij for those who do not see what it belongs to
 * @param {() => Bewaard} nu
 * @param {(deel: Partial<Bewaard>) => void} wijzig
 */
function dagboek(bij, nu, wijzig) {
  const kopje = maak("summary");
  const rij = maak("ul", { class: "sp-stage__dagboek" });
  const dag = maak("input", { class: "sp-invoer", type: "date", value: isoVan(vandaag()) });
  const wat = maak("input", { class: "sp-invoer", maxlength: 500, autocomplete: "off" });

  /** @param {string} tekst */
  const zetErbij = (tekst) => tekst.trim() && zet([...nu().dagboek, { op: dag.value || isoVan(vandaag()), wat: tekst.trim() }]);
  /** @param {Stap[]} stappen */
  function zet(stappen) {
    wijzig({ dagboek: opVolgorde(stappen) });
    teken();
  }
  /** @param {number} plaats */
  function haalEruit(plaats) {
    zet(nu().dagboek.filter((_, welke) => welke !== plaats));
    kopje.focus();
  }
  function teken() {
    const stappen = nu().dagboek;
    const laatste = stappen.at(-1);
    kopje.replaceChildren(laatste ? `Dagboek: ${regel(laatste)}` : "Dagboek bijhouden", bij());
    rij.replaceChildren(...stappen.map((stap, plaats) => maak("li", {}, regel(stap), tekstknop("kruis", "Wis", () => haalEruit(plaats), ` ${regel(stap)}`))));
  }
  /** @param {Event} event */
  function verstuur(event) {
    event.preventDefault();
    zetErbij(wat.value);
    wat.value = "";
  }
  teken();
  return maak(
    "details",
    {},
    kopje,
    rij,
    maak("form", { submit: verstuur }, maak("label", {}, "Dag", dag), maak("label", {}, "Wat gebeurde er?", wat), maak("button", { class: "sp-knop sp-knop--rand" }, "Zet erbij")),
    maak("div", { class: "sp-chips" }, ...["Gereageerd", "Gesprek", "Aangenomen", "Niet gelukt"].map((woord) => maak("button", { type: "button", class: "sp-chip", click: () => zetErbij(woord) }, woord))),
  );
}

/** @param {Stap} stap */
const regel = ({ op, wat }) => (op ? `${datum(dagVan(op))}, ${wat}` : wat);

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

function bewaarBestand() {
  const op = isoVan(vandaag());
  const href = URL.createObjectURL(new Blob([JSON.stringify({ stagelijst: op, stages: leesBewaard() }, null, 1)], { type: "application/json" }));
  maak("a", { href, download: `stagelijst-${op}.json` }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}

/**
 * Copies the link, and shows it in a field with what it does not hold.
 * @param {HTMLElement} vak
 * @param {string[]} sleutels
 */
async function deel(vak, sleutels) {
  const veld = maak("input", { class: "sp-invoer", readonly: true, value: deelAdres(location.origin + location.pathname, sleutels) });
  const status = maak("p", { role: "status" });
  vak.replaceChildren(maak("label", {}, "Link naar deze stages", veld), status);
  veld.select();
  const gelukt = await navigator.clipboard?.writeText(veld.value).then(
    () => true,
    () => false,
  );
  const eerste = sleutels.length > MEEST_DELEN ? ` Alleen de eerste ${MEEST_DELEN} passen in een link.` : "";
  status.textContent = `${gelukt ? "De link is gekopieerd." : "Kopieer de link uit dit veld."} Je notities en je dagboek staan er niet in.${eerste}`;
}

/** For those who do not see what something belongs to. @param {string} tekst */
const verborgen = (tekst) => maak("span", { class: "sp-vh" }, tekst);

/** A link to the list, opened within the page. @param {string} tekst */
const binnen = (tekst) => maak("a", { class: "sp-link", href: "./", "data-binnen": true }, tekst);

/**
 * @param {string} symbool
 * @param {string} tekst
 * @param {() => void} doe
 * @param {string} [verder] hidden
 */
const tekstknop = (symbool, tekst, doe, verder = "") => maak("button", { type: "button", class: "sp-tekstknop", click: doe }, icoon(symbool), maak("span", {}, tekst, verborgen(verder)));

/**
 * @param {string} tekst
 * @param {() => void} doe
 */
const knop = (tekst, doe) => maak("button", { type: "button", class: "sp-knop sp-knop--rand", click: doe }, tekst);

/**
 * @param {"letop" | "fout"} soort
 * @param {string} tekst
 * @param {Record<string, string | boolean>} [eigen]
 */
const melding = (soort, tekst, eigen) => maak("div", { class: `sp-melding sp-melding--${soort}`, ...eigen }, maak("p", { class: "sp-melding__kop" }, icoon("letop"), maak("span", {}, tekst)));
