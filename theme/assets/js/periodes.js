/**
 * The period overview: choose levels, school, school year and words, drawn or as a table. Everything stands in the page
 * already; this module reads it, hides and shows, and keeps the choice in the address.
 */

import { duw, vervang } from "./geschiedenis.js";
import { tekstVan } from "./leespagina.js";
import { maak } from "./maak.js";
import { leesPeriode, luister } from "./opslag.js";
import { adresVan, leesKeuze } from "./periodeadres.js";
import { merkBaan, merkLegenda, merkRij } from "./periodemerk.js";
import { schuifAan } from "./periodetekening.js";
import { bevat, hoortBij, telNiveaus, telzin } from "./periodezeef.js";
import { maakStem } from "./stem.js";
import { vouw, vouwRuim } from "./zoek/vouw.js";

/** @typedef {import("./periodeadres.js").Keuze} Keuze */
/** @typedef {import("./periodezeef.js").Rij & {element: Element, groep: Element}} Regel a row of the table, or a lane of the drawing */
/** @typedef {{deel: Element, jaar: string, regels: Regel[]}} Jaar */
/** @typedef {Map<string, string>} Scholen id -> name */

/** Milliseconds without a key before the address follows the words. */
const TYPT = 300;

/** @param {Regel} regel whether it stands in a table, and not in the drawing */
const isRij = ({ element }) => element.localName === "tr";

/** @param {Element} element */
const schoolId = (element) => /stageperiodes\/([^/]+)\/$/.exec(element.querySelector("h3 a")?.getAttribute("href") ?? "")?.[1] ?? "";

/** @param {Element} chip */
const niveauVan = (chip) => chip.getAttribute("data-niveau") ?? "";

/**
 * @param {Element} element a row or a lane
 * @param {Element} groep the school in which it stands
 * @param {string} school id
 * @param {string} naam of the school
 * @returns {Regel}
 */
function leesRegel(element, groep, school, naam) {
  const delen = [...element.querySelectorAll("th, td:nth-child(2), .t-titel, .t-sub")].map(tekstVan);
  const niveaus = element.getAttribute("data-niveaus") ?? "";
  return { element, groep, school, niveaus, woorden: vouwRuim([...delen, naam, element.getAttribute("data-namen") ?? "", niveaus].join(" ")) };
}

/**
 * @param {Element} deel
 * @param {Scholen} scholen gets those of this year
 * @returns {Jaar}
 */
function leesJaar(deel, scholen) {
  /** @type {Regel[]} */
  const regels = [];
  /** @type {Map<string, string>} name -> id */
  const ids = new Map();
  for (const groep of deel.querySelectorAll("[data-school]")) {
    const [school, naam] = [schoolId(groep), tekstVan(groep.querySelector("h3"))];
    scholen.set(school, naam);
    ids.set(naam, school);
    for (const rij of groep.querySelectorAll("tbody tr")) regels.push(leesRegel(rij, groep, school, naam));
  }
  let groep = deel;
  for (const element of deel.querySelectorAll(".t-groep, .t-rij")) {
    const naam = tekstVan(groep);
    if (element.classList.contains("t-groep")) groep = element;
    else regels.push(leesRegel(element, groep, ids.get(naam) ?? "", naam));
  }
  return { deel, jaar: deel.getAttribute("data-jaar") ?? "", regels };
}

/**
 * Shows of a school year what answers to a choice.
 * @param {Jaar} jaar
 * @param {Keuze} keuze
 * @param {string[]} alleNiveaus
 * @returns {{aantal: number, perNiveau: number[]}} of rows: shown, and for each level whatever levels are chosen
 */
function toonJaar({ deel, regels }, { niveaus, school: gevraagd, q }, alleNiveaus) {
  const [gekozen, vraag] = [new Set(niveaus), vouw(q)];
  const rest = regels.filter(({ school, woorden }) => (!gevraagd || school === gevraagd) && bevat(woorden, vraag));
  const over = new Set(rest.filter((regel) => hoortBij(regel.niveaus, gekozen)));
  const groepen = new Set([...over].map(({ groep }) => groep));
  for (const regel of regels) {
    regel.element.classList.toggle("sp-weg", !over.has(regel));
    regel.groep.classList.toggle("sp-weg", !groepen.has(regel.groep));
  }
  const svg = deel.querySelector(".sp-tijdlijn-svg");
  if (svg) schuifAan(svg);
  const aantal = [...over].filter(isRij).length;
  deel.classList.toggle("sp-niets", aantal === 0);
  return { aantal, perNiveau: telNiveaus(rest.filter(isRij), alleNiveaus) };
}

/**
 * @param {Element} chip
 * @param {number | undefined} aantal
 */
function zetTel(chip, aantal) {
  const tel = chip.querySelector("span") ?? chip.appendChild(maak("span", { class: "sp-chip__tel" }));
  tel.textContent = ` ${aantal ?? 0}`;
}

/**
 * Keeps a choice in the address. A word that is being typed is no step back, and is written when the typing rests:
 * browsers refuse a page that writes at every key.
 * @param {() => string} adres
 */
function maakSpoor(adres) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let wekker;

  function vergeet() {
    clearTimeout(wekker);
    wekker = undefined;
  }
  /** Writes what still waits. */
  function rondAf() {
    if (wekker === undefined) return;
    vergeet();
    vervang(adres());
  }
  addEventListener("pagehide", rondAf);
  return {
    vergeet,
    rondAf,
    stap: () => void duw(adres()),
    typt() {
      clearTimeout(wekker);
      wekker = setTimeout(rondAf, TYPT);
    },
  };
}

/**
 * @param {Element} overzicht
 */
export function startPeriodes(overzicht) {
  const balk = overzicht.querySelector("[data-keuze]");
  if (!balk) return;
  const chips = [...balk.querySelectorAll("button[data-niveau]")];
  const vormen = [...balk.querySelectorAll("button[data-vorm]")];
  const jaarkeuze = /** @type {HTMLSelectElement | null} */ (balk.querySelector("select[data-jaarkeuze]"));
  const schoolkeuze = /** @type {HTMLSelectElement | null} */ (balk.querySelector("select[data-schoolkeuze]"));
  const veld = /** @type {HTMLInputElement | null} */ (balk.querySelector("input[data-filter]"));
  const leeg = overzicht.querySelector("[data-leeg]");
  const stem = maakStem(/** @type {HTMLElement} */ (overzicht.querySelector("[data-tel]")));

  /** @type {Scholen} */
  const scholen = new Map();
  const jaren = [...overzicht.querySelectorAll("[data-jaar]")].map((deel) => leesJaar(deel, scholen));
  for (const [id, naam] of [...scholen].sort((a, b) => a[1].localeCompare(b[1], "nl"))) schoolkeuze?.append(new Option(naam, id));

  /** @type {Keuze} */
  const standaard = {
    niveaus: chips.map(niveauVan),
    school: "",
    jaar: jaarkeuze?.value ?? jaren[0]?.jaar ?? "",
    q: "",
    vorm: overzicht.querySelector(".sp-tijdlijn") ? "tijdlijn" : "tabel",
  };
  const bekend = { scholen: [...scholen.keys()], jaren: jaren.map(({ jaar }) => jaar) };
  let keuze = leesKeuze(location.search, standaard, bekend);
  const spoor = maakSpoor(() => adresVan(keuze, standaard) || location.pathname);

  /** @returns {string} what to say of it */
  function toon() {
    const meer = Boolean(keuze.school || vouw(keuze.q).length);
    let aantal = 0;
    for (const jaar of jaren) {
      const zichtbaar = jaar.jaar === keuze.jaar;
      jaar.deel.toggleAttribute("hidden", !zichtbaar);
      if (!zichtbaar) continue;
      const uitslag = toonJaar(jaar, keuze, standaard.niveaus);
      aantal = uitslag.aantal;
      for (const [plaats, chip] of chips.entries()) zetTel(chip, uitslag.perNiveau[plaats]);
    }
    toonKnoppen();
    toonLeeg(aantal, meer);
    return telzin(aantal, meer);
  }

  function toonKnoppen() {
    for (const chip of chips) chip.setAttribute("aria-pressed", String(keuze.niveaus.includes(niveauVan(chip))));
    for (const knop of vormen) knop.setAttribute("aria-pressed", String(knop.getAttribute("data-vorm") === keuze.vorm));
    overzicht.classList.toggle("sp-toon-tijdlijn", keuze.vorm === "tijdlijn");
    if (jaarkeuze) jaarkeuze.value = keuze.jaar;
    if (schoolkeuze) schoolkeuze.value = keuze.school;
    if (veld && veld !== document.activeElement) veld.value = keuze.q;
  }

  /** @param {number} aantal @param {boolean} meer whether more than levels was chosen */
  function toonLeeg(aantal, meer) {
    leeg?.toggleAttribute("hidden", aantal > 0);
    const zin = leeg?.querySelector("p");
    if (zin) zin.textContent = `${telzin(aantal, meer)} ${meer ? "Kies een andere school of zoek met minder woorden." : "Kies minstens één niveau."}`;
  }

  /** @param {Partial<Keuze>} deel */
  function kies(deel) {
    spoor.rondAf();
    keuze = { ...keuze, ...deel };
    spoor.stap();
    const zin = toon();
    if (!("vorm" in deel)) stem.zeg(zin);
  }

  /** @param {string} q */
  function typ(q) {
    keuze = { ...keuze, q };
    spoor.typt();
    stem.zeg(toon());
  }

  function merk() {
    const periode = leesPeriode();
    const eigen = jaren.flatMap(({ regels }) => regels).filter((regel) => (isRij(regel) ? merkRij : merkBaan)(regel.element, regel.school, periode));
    for (const legenda of overzicht.querySelectorAll(".sp-legenda")) merkLegenda(legenda, eigen.length > 0);
    const knop = overzicht.querySelector("[data-kies-periode]");
    if (knop) knop.textContent = periode ? "Andere opleiding of eigen datums" : "Kies mijn opleiding";
  }

  for (const chip of chips) {
    const id = niveauVan(chip);
    chip.addEventListener("click", () => kies({ niveaus: standaard.niveaus.filter((een) => (een === id) !== keuze.niveaus.includes(een)) }));
  }
  for (const knop of vormen) knop.addEventListener("click", () => kies({ vorm: knop.getAttribute("data-vorm") ?? "tabel" }));
  jaarkeuze?.addEventListener("change", () => kies({ jaar: jaarkeuze.value }));
  schoolkeuze?.addEventListener("change", () => kies({ school: schoolkeuze.value }));
  veld?.addEventListener("input", () => typ(veld.value.trim()));
  leeg?.querySelector("button")?.addEventListener("click", () => {
    if (veld) veld.value = "";
    kies({ niveaus: standaard.niveaus, school: "", q: "" });
    veld?.focus();
  });
  addEventListener("popstate", () => {
    spoor.vergeet();
    keuze = leesKeuze(location.search, standaard, bekend);
    if (veld) veld.value = keuze.q;
    stem.zeg(toon());
  });
  luister(merk, "periode");

  balk.removeAttribute("hidden");
  toon();
  merk();
}
