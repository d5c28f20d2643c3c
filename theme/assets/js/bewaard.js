/**
 * The page of the saved list, as its address asks for it: the own list, vacancies side by side, or a list that somebody
 * shared. What is kept comes from opslag.js, what is known today from the search; without the search the list still works.
 */

import { haalNieuws, past } from "./bewaardnieuws.js";
import { ZIN } from "./bewaarknop.js";
import { MEEST, laatsteDag, nieuweBewaard } from "./bewaarvorm.js";
import { MEEST_NAAST, maakEigenlijst } from "./eigenlijst.js";
import { duw } from "./geschiedenis.js";
import { icoonknop, knop, melding } from "./knoppen.js";
import { maak } from "./maak.js";
import { deel } from "./meenemen.js";
import { leesBewaard, luister, opslagWerkt, zetBewaard } from "./opslag.js";
import { MEEST_DELEN, leesSleutels, samen, teVeel } from "./stagelijst.js";
import { over } from "./stagerij.js";
import { vergelijking } from "./vergelijk.js";
import { inStages, meervoud } from "./woorden.js";
import { naar } from "./wortel.js";

/** @typedef {import("./bewaarvorm.js").Bewaard} Bewaard */
/** @typedef {import("./stagelijst.js").Gegevens} Gegevens */

/**
 * @param {Document} document
 */
export function startBewaard(document) {
  const kop = document.querySelector("h1");
  const intro = document.querySelector(".sp-band__intro");
  const vel = maak("div", { class: "sp-bewaard" });
  const eigenKop = kop?.textContent ?? "";
  const eigenTitel = document.title;
  /** Which question to the search this is: an answer to an earlier one comes too late. */
  let beurt = 0;
  let gezien = "";
  let isEigen = true;
  let zelf = false;
  const eigen = maakEigenlijst(vel, { schrijf, haal, ga: (adres) => void ga(adres), koprij });

  /** @type {import("./eigenlijst.js").Pagina["schrijf"]} read again each time: another tab may have written */
  function schrijf(verander, plek = vel) {
    zelf = true;
    const mis = zetBewaard(verander(leesBewaard()));
    zelf = false;
    if (mis) meld(ZIN[mis], plek);
    return mis !== "vol";
  }

  /** @param {string} zin @param {Element} [plek] */
  function meld(zin, plek = vel) {
    if (plek.querySelector("[data-mis]")?.textContent !== zin) plek.prepend(melding("letop", zin, { "data-mis": true, role: "status" }));
  }

  /** @param {string} titel */
  function zetKop(titel) {
    kop?.replaceChildren(titel);
    intro?.toggleAttribute("hidden", titel !== eigenKop);
    document.title = eigenTitel.replace(eigenKop, () => titel);
  }

  /** Draws what the address asks for; the own list stands there at once, with what is kept. */
  async function toon() {
    gezien = location.search;
    const vragen = new URLSearchParams(gezien);
    const naast = leesSleutels(vragen.get("vergelijk"), MEEST_NAAST);
    const ander = leesSleutels(vragen.get("lijst"), MEEST_DELEN);
    isEigen = naast.length < 2 && ander.length === 0;
    if (isEigen) {
      zetKop(eigenKop);
      await eigen.toon();
    } else {
      vel.replaceChildren(maak("p", { role: "status" }, "De stages worden opgehaald."));
      await haal(naast.length > 1 ? naast : ander, (nieuws) => (naast.length > 1 ? toonVergelijking(naast, nieuws) : toonAnder(ander, nieuws)));
    }
    if (!opslagWerkt()) meld(ZIN.stil);
  }

  /**
   * Asks what is known today, and says so when that does not come. Who asked again meanwhile gets only the newer answer.
   * @param {string[]} sleutels
   * @param {(nieuws: Gegevens | null) => void} neem
   */
  async function haal(sleutels, neem) {
    const nr = ++beurt;
    const nieuws = await haalNieuws(sleutels);
    if (nr !== beurt) return;
    vel.querySelector("[data-mislukt]")?.remove();
    neem(nieuws);
    if (!nieuws) vel.firstElementChild?.after(mislukt());
  }

  function mislukt() {
    const vak = melding("fout", "De gegevens van vandaag zijn niet opgehaald. Je ziet wat er op dit apparaat staat.", { "data-mislukt": true });
    vak.append(maak("p", {}, knop("Probeer opnieuw", probeer)));
    return vak;

    function probeer() {
      kop?.focus({ preventScroll: true });
      void (isEigen ? eigen.vulAan() : toon());
    }
  }

  /**
   * Another view of this page, with the back button behind it.
   * @param {string} adres
   */
  async function ga(adres) {
    if (!duw(adres)) return location.assign(adres);
    scrollTo(0, 0);
    const klaar = toon();
    if (location.search) await klaar;
    (document.getElementById(location.hash.slice(1)) ?? kop)?.focus();
  }

  /**
   * What stands above the vacancies, with the ways to share and print them.
   * @param {Node} links
   * @param {() => string[]} sleutels
   */
  function koprij(links, sleutels) {
    const vak = maak("div", { class: "sp-bewaard__deel" });
    return maak("div", { class: "sp-bewaard__kop" }, links, icoonknop("delen", "Deel als link", () => void deel(vak, sleutels())), icoonknop("printer", "Print", () => print()), vak);
  }

  /**
   * @param {string[]} sleutels
   * @param {Gegevens | null} gegevens
   */
  function toonVergelijking(sleutels, gegevens) {
    const lijst = leesBewaard();
    const kolommen = sleutels.flatMap((sleutel) => {
      const item = gegevens?.get(sleutel) ?? null;
      const mijn = lijst.find((een) => een.sleutel === sleutel || een.sleutel === item?.sleutel) ?? null;
      const { titel, wie } = item ?? mijn ?? { titel: "", wie: "" };
      return titel ? [{ sleutel, titel, wie, item, eigen: mijn, adres: naar(item?.adres ?? `vacatures/${sleutel}/`) }] : [];
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
    const neem = maak("button", { type: "button", class: "sp-knop", click: () => neemOver(nieuw) }, "Neem over in mijn lijst");
    zetKop("Een lijst van iemand anders");
    vel.replaceChildren(
      maak("p", {}, `Iemand deelde ${inStages(sleutels.length)} met je. Neem je ze over, dan komen ze bij de stages die je al hebt. Wat je zelf schreef, blijft staan.`),
      weg ? maak("p", {}, `${inStages(weg)} uit deze lijst ${meervoud(weg, "staat", "staan")} niet meer open.`) : "",
      maak("div", { class: "sp-bewaard__knoppen" }, items.length ? neem : null, binnen("Naar mijn eigen lijst")),
      maak("h2", { class: "sp-vh" }, "De stages"),
      maak("ul", { class: "sp-bewaard__lijst" }, ...nieuw.map((een, plaats) => maak("li", { class: "sp-vel sp-stage" }, maak("div", { class: "sp-stage__over" }, ...over(een, items[plaats]))))),
    );
  }

  /** @param {Bewaard[]} nieuw */
  function neemOver(nieuw) {
    const lijst = samen(leesBewaard(), nieuw);
    if (lijst.length > MEEST) return meld(teVeel(lijst.length));
    schrijf(() => lijst);
    void ga("./");
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
  // The other views are drawn again, unless somebody is at work there.
  const opnieuw = () => vel.contains(document.activeElement) || void toon();
  luister(() => zelf || (isEigen ? eigen.lijn() : opnieuw()), "bewaard");
  luister(() => (isEigen ? void eigen.vulAan() : opnieuw()), "periode");
  kop?.setAttribute("tabindex", "-1");
  document.getElementById("bewaard")?.closest(".sp-artikel")?.prepend(vel);
  void toon();
}

/** A link to the list, opened within the page. @param {string} tekst */
const binnen = (tekst) => maak("a", { class: "sp-link", href: "./", "data-binnen": true }, tekst);
