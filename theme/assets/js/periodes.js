/**
 * The period overview: choose levels, school, school year and words, drawn or as a table. Everything stands in the page
 * already; this module hides and shows, counts, keeps the choice in the address, and marks the visitor's own period.
 */

import { dagVan } from "./dagen.js";
import { icoon, maak } from "./maak.js";
import { leesPeriode, luister } from "./opslag.js";
import { reeks } from "./reeks.js";
import { geteld } from "./woorden.js";
import { vouw, vouwRuim } from "./zoek/vouw.js";

/** @typedef {import("./opslag.js").Periode} Periode */
/**
 * @typedef {object} Keuze
 * @property {string[]} niveaus
 * @property {string} school id, "" for all
 * @property {string} jaar
 * @property {string} q
 * @property {string} vorm "tijdlijn" or "tabel"
 */
/** @typedef {{niveaus: string, school: string, woorden: string[]}} Rij */

/**
 * Whether a row belongs to one of the chosen levels. A row without levels belongs to all.
 * @param {string} niveaus level ids, space separated
 * @param {ReadonlySet<string>} gekozen
 * @returns {boolean}
 */
export function hoortBij(niveaus, gekozen) {
  const ids = niveaus.split(" ").filter(Boolean);
  return ids.length === 0 || ids.some((id) => gekozen.has(id));
}

/**
 * The announcement after a choice.
 * @param {number} aantal
 * @param {boolean} [meer] whether more than levels was chosen
 * @returns {string}
 */
export function telzin(aantal, meer = false) {
  if (aantal === 0) return meer ? "Geen stageperiodes met deze keuzes." : "Geen stageperiodes op deze niveaus.";
  return `${geteld(aantal, "stageperiode", "stageperiodes")}.`;
}

/**
 * Whether every typed word begins a word of the row, or stands inside a longer one.
 * @param {string[]} woorden of the row, folded
 * @param {string[]} vraag folded
 * @returns {boolean}
 */
export function bevat(woorden, vraag) {
  return vraag.every((deel) => woorden.some((woord) => woord.startsWith(deel) || (deel.length > 3 && woord.includes(deel))));
}

/**
 * What the address asks for; what nobody knows is left out.
 * @param {string} zoek "?niveau=hbo&school=avans"
 * @param {Keuze} standaard everything that can be chosen, and what is chosen at first
 * @param {{scholen: string[], jaren: string[]}} bekend
 * @returns {Keuze}
 */
export function leesKeuze(zoek, standaard, bekend) {
  const vragen = new URLSearchParams(zoek);
  const een = (/** @type {string} */ naam, /** @type {string[]} */ mag, /** @type {string} */ anders) => {
    const waarde = vragen.get(naam) ?? "";
    return mag.includes(waarde) ? waarde : anders;
  };
  const niveau = vragen.get("niveau");
  const gekozen = standaard.niveaus.filter((id) => niveau?.split(",").includes(id));
  return {
    niveaus: niveau === null || (niveau !== "geen" && gekozen.length === 0) ? standaard.niveaus : gekozen,
    school: een("school", bekend.scholen, ""),
    jaar: een("jaar", bekend.jaren, standaard.jaar),
    q: (vragen.get("q") ?? "").slice(0, 100),
    vorm: een("toon", ["tijdlijn", "tabel"], standaard.vorm),
  };
}

/**
 * The address of a choice: only what differs from the first view.
 * @param {Keuze} keuze
 * @param {Keuze} standaard
 * @returns {string} "" or "?…"
 */
export function adresVan(keuze, standaard) {
  const vragen = new URLSearchParams();
  if (keuze.niveaus.length < standaard.niveaus.length) vragen.set("niveau", keuze.niveaus.join(",") || "geen");
  if (keuze.school) vragen.set("school", keuze.school);
  if (keuze.jaar !== standaard.jaar) vragen.set("jaar", keuze.jaar);
  if (keuze.q) vragen.set("q", keuze.q);
  if (keuze.vorm !== standaard.vorm) vragen.set("toon", keuze.vorm);
  const tekst = vragen.toString().replaceAll("%2C", ",");
  return tekst && `?${tekst}`;
}

/**
 * How many rows each level has, whatever levels are chosen.
 * @param {Rij[]} rijen those that answer to everything else
 * @param {string[]} niveaus
 * @returns {number[]}
 */
export function telNiveaus(rijen, niveaus) {
  return niveaus.map((id) => rijen.filter((rij) => hoortBij(rij.niveaus, new Set([id]))).length);
}

/** @param {Element | null | undefined} element */
const tekst = (element) => (element?.textContent ?? "").replaceAll("\u00ad", "").replace(/\s+/g, " ").trim();

/** @param {{element: Element}} een whether it stands in a table, and not in the drawing */
const isRij = ({ element }) => element.localName === "tr";

/** @param {Element} element */
const schoolId = (element) => /stageperiodes\/([^/]+)\/$/.exec(element.querySelector("h3 a")?.getAttribute("href") ?? "")?.[1] ?? "";

/**
 * The words of a row or a lane.
 * @param {Element} element
 * @param {string} school
 */
const woordenVan = (element, school) =>
  vouwRuim([...element.querySelectorAll("th, td:nth-child(2), .t-titel, .t-sub")].map(tekst).concat(school, element.getAttribute("data-namen") ?? "", element.getAttribute("data-niveaus") ?? "").join(" "));

/**
 * The name of the visitor's programme, "" at another school.
 * @param {Periode | null} periode
 * @param {string} school id
 */
const eigenHier = (periode, school) => (periode?.opleiding.startsWith(`${school}/`) ? periode.naam.replace(/^.*? · /, "") : "");

/**
 * Whether a row of the table is a period that the visitor chose.
 * @param {Element} rij
 * @param {string} school id
 * @param {Periode | null} periode
 */
function isJouw(rij, school, periode) {
  const opleiding = eigenHier(periode, school);
  if (!periode || !opleiding || !`${tekst(rij.querySelector("th"))} ${rij.getAttribute("data-namen")}`.includes(opleiding)) return false;
  const naam = tekst(rij.querySelector("td"));
  const datums = rij.querySelector(".sp-periodes__data")?.lastChild?.textContent?.trim();
  return periode.slots.some((slot) => naam.startsWith(slot.naam) && datums === reeks(dagVan(slot.start), dagVan(slot.eind)));
}

/** The measures of generator/render/charts.py: a lane, the heading of a school, the room after one. */
const RIJ = 46;
const KOP = 50;
const NA = 8;

/**
 * Marks the bars of a lane of the drawing that the visitor chose: yellow on a tinted row, with the words below the title.
 * @param {Element} baan
 * @param {string} school id
 * @param {Periode | null} periode
 * @returns {boolean} whether there is one
 */
function merkBaan(baan, school, periode) {
  for (const oud of baan.querySelectorAll("[data-jouw]")) oud.remove();
  const hier = (baan.getAttribute("data-namen") ?? "").split("; ").includes(eigenHier(periode, school) || "-");
  const bij = tekst(baan.querySelector(".t-sub"));
  // The line below the title names the period, unless the bars of the lane have several names.
  const slots = hier ? (periode?.slots ?? []).filter(({ naam }) => bij.includes(naam.split(",")[0] ?? "") || /meer periodes|…$/.test(bij)) : [];
  let jouw = false;
  for (const balk of baan.querySelectorAll("rect[data-datums]")) {
    const aan = slots.some(({ start, eind }) => `${start} ${eind}` === balk.getAttribute("data-datums"));
    balk.classList.toggle("t-jouw", aan);
    jouw ||= aan;
  }
  if (jouw) {
    const titel = baan.querySelector(".t-titel");
    const vlak = vorm("rect", { class: "t-jouw-vlak", x: 0, width: "100%", y: Number(titel?.getAttribute("y")) - 17, height: RIJ - 2, "data-jouw": "" });
    const woord = vorm("tspan", { class: "t-jouw-woord", "data-jouw": "" });
    woord.textContent = " · jouw periode";
    baan.prepend(vlak);
    baan.querySelector(".t-sub")?.append(woord);
  }
  return jouw;
}

/** @param {string} naam @param {Record<string, string | number>} eigen */
function vorm(naam, eigen) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", naam);
  for (const [wat, waarde] of Object.entries(eigen)) element.setAttribute(wat, String(waarde));
  return element;
}

/**
 * Sets the rows of the drawing that stay under each other, and makes it as high as they need.
 * @param {Element} svg
 */
function schuifAan(svg) {
  let [y, oud] = [0, 0];
  for (const deel of svg.querySelectorAll(".t-groep, .t-rij")) {
    const kop = deel.classList.contains("t-groep");
    const blijft = !deel.classList.contains("sp-weg");
    if (kop && oud) oud += NA;
    if (kop && y && blijft) y += NA;
    deel.setAttribute("transform", `translate(0 ${y - oud})`);
    const hoog = kop ? KOP : RIJ;
    oud += hoog;
    if (blijft) y += hoog;
  }
  const vak = svg.getAttribute("data-vak") ?? svg.getAttribute("viewBox") ?? "";
  svg.setAttribute("data-vak", vak);
  svg.setAttribute("viewBox", vak.replace(/\d+$/, (hoog) => String(Number(hoog) - oud + y)));
  for (const nu of svg.querySelectorAll(".t-nu :not(path)")) nu.setAttribute("transform", `translate(0 ${y - oud})`);
}

/**
 * @param {Document} document
 */
export function startPeriodes(document) {
  const wortel = document.querySelector("[data-periodes]");
  const balk = wortel?.querySelector("[data-keuze]");
  if (!wortel || !balk?.hasAttribute("hidden")) return;
  const blok = wortel;

  const chips = [...balk.querySelectorAll("button[data-niveau]")];
  const vormen = [...balk.querySelectorAll("button[data-vorm]")];
  const jaren = [...wortel.querySelectorAll("[data-jaar]")];
  const jaarkeuze = /** @type {HTMLSelectElement | null} */ (balk.querySelector("select[data-jaarkeuze]"));
  const schoolkeuze = /** @type {HTMLSelectElement | null} */ (balk.querySelector("select[data-schoolkeuze]"));
  const veld = /** @type {HTMLInputElement | null} */ (balk.querySelector("input[data-filter]"));
  const status = wortel.querySelector("[data-tel]");
  const leeg = wortel.querySelector("[data-leeg]");
  const niveauVan = (/** @type {Element} */ chip) => chip.getAttribute("data-niveau") ?? "";

  /** @type {Map<string, string>} */
  const scholen = new Map();
  /** Rows and lanes by school year. */
  const perJaar = jaren.map((deel) => {
    /** @type {(Rij & {element: Element, groep: Element})[]} */
    const alles = [];
    /** @type {Map<string, string>} */
    const ids = new Map();
    /** @param {Element} element @param {Element} groep @param {string} school @param {string} naam */
    const neem = (element, groep, school, naam) =>
      alles.push({ element, groep, school, niveaus: element.getAttribute("data-niveaus") ?? "", woorden: woordenVan(element, naam) });
    for (const groep of deel.querySelectorAll("[data-school]")) {
      const [school, naam] = [schoolId(groep), tekst(groep.querySelector("h3"))];
      scholen.set(school, naam);
      ids.set(naam, school);
      for (const rij of groep.querySelectorAll("tbody tr")) neem(rij, groep, school, naam);
    }
    let groep = deel;
    for (const element of deel.querySelectorAll(".t-groep, .t-rij")) {
      const naam = tekst(groep);
      if (element.classList.contains("t-groep")) groep = element;
      else neem(element, groep, ids.get(naam) ?? "", naam);
    }
    return { deel, jaar: deel.getAttribute("data-jaar") ?? "", alles };
  });
  for (const [id, naam] of [...scholen].sort((a, b) => a[1].localeCompare(b[1], "nl"))) schoolkeuze?.append(new Option(naam, id));

  /** @type {Keuze} */
  const standaard = {
    niveaus: chips.map(niveauVan),
    school: "",
    jaar: jaarkeuze?.value ?? perJaar[0]?.jaar ?? "",
    q: "",
    vorm: wortel.querySelector(".sp-tijdlijn") ? "tijdlijn" : "tabel",
  };
  const bekend = { scholen: [...scholen.keys()], jaren: perJaar.map(({ jaar }) => jaar) };
  let keuze = leesKeuze(location.search, standaard, bekend);

  /** @param {boolean} spreek */
  function toon(spreek) {
    const gekozen = new Set(keuze.niveaus);
    const vraag = vouw(keuze.q);
    const meer = Boolean(keuze.school || vraag.length);
    let aantal = 0;
    for (const { deel, jaar, alles } of perJaar) {
      const zichtbaar = jaar === keuze.jaar;
      deel.toggleAttribute("hidden", !zichtbaar);
      if (!zichtbaar) continue;
      const rest = alles.filter(({ school, woorden }) => (!keuze.school || school === keuze.school) && bevat(woorden, vraag));
      const over = new Set(rest.filter(({ niveaus }) => hoortBij(niveaus, gekozen)));
      const groepen = new Set([...over].map(({ groep }) => groep));
      for (const een of alles) {
        een.element.classList.toggle("sp-weg", !over.has(een));
        een.groep.classList.toggle("sp-weg", !groepen.has(een.groep));
      }
      const svg = deel.querySelector(".sp-tijdlijn-svg");
      if (svg) schuifAan(svg);
      aantal = [...over].filter(isRij).length;
      deel.classList.toggle("sp-niets", aantal === 0);
      const getallen = telNiveaus(rest.filter(isRij), standaard.niveaus);
      for (const [plaats, chip] of chips.entries()) {
        const tel = chip.querySelector("span") ?? chip.appendChild(maak("span", { class: "sp-chip__tel" }));
        tel.textContent = ` ${getallen[plaats]}`;
      }
    }
    for (const chip of chips) chip.setAttribute("aria-pressed", String(gekozen.has(niveauVan(chip))));
    for (const knop of vormen) knop.setAttribute("aria-pressed", String(knop.getAttribute("data-vorm") === keuze.vorm));
    blok.classList.toggle("sp-toon-tijdlijn", keuze.vorm === "tijdlijn");
    if (jaarkeuze) jaarkeuze.value = keuze.jaar;
    if (schoolkeuze) schoolkeuze.value = keuze.school;
    if (veld && veld !== document.activeElement) veld.value = keuze.q;
    leeg?.toggleAttribute("hidden", aantal > 0);
    const zin = leeg?.querySelector("p");
    if (zin) zin.textContent = `${telzin(aantal, meer)} ${meer ? "Kies een andere school of zoek met minder woorden." : "Kies minstens één niveau."}`;
    if (spreek && status) status.textContent = telzin(aantal, meer);
  }

  /**
   * @param {Partial<Keuze>} deel
   * @param {boolean} [typt] a letter more is no step back
   */
  function kies(deel, typt = false) {
    keuze = { ...keuze, ...deel };
    const adres = adresVan(keuze, standaard) || location.pathname;
    if (typt) history.replaceState(null, "", adres);
    else history.pushState(null, "", adres);
    toon(!("vorm" in deel));
  }

  function merk() {
    const periode = leesPeriode();
    let eigen = false;
    for (const { alles } of perJaar) {
      for (const een of alles) {
        const { element, school } = een;
        const jouw = (isRij(een) ? isJouw : merkBaan)(element, school, periode);
        element.classList.toggle("sp-jouw", jouw);
        eigen ||= jouw;
        if (!isRij(een)) continue;
        element.querySelector("[data-jouw]")?.remove();
        if (jouw) element.querySelector("td")?.append(" ", maak("span", { class: "sp-badge sp-badge--jouw", "data-jouw": true }, icoon("vink"), "Jouw periode"));
      }
    }
    for (const legenda of blok.querySelectorAll(".sp-legenda")) {
      legenda.querySelector("[data-jouw]")?.remove();
      if (eigen) legenda.append(maak("li", { "data-jouw": true }, maak("span", { class: "sp-legenda__staal sp-legenda__staal--jouw" }), "jouw periode"));
    }
    const knop = blok.querySelector("[data-kies-periode]");
    if (knop) knop.textContent = periode ? "Andere opleiding of eigen datums" : "Kies mijn opleiding";
  }

  for (const chip of chips) {
    const id = niveauVan(chip);
    chip.addEventListener("click", () => kies({ niveaus: standaard.niveaus.filter((een) => (een === id) !== keuze.niveaus.includes(een)) }));
  }
  for (const knop of vormen) knop.addEventListener("click", () => kies({ vorm: knop.getAttribute("data-vorm") ?? "tabel" }));
  jaarkeuze?.addEventListener("change", () => kies({ jaar: jaarkeuze.value }));
  schoolkeuze?.addEventListener("change", () => kies({ school: schoolkeuze.value }));
  veld?.addEventListener("input", () => kies({ q: veld.value.trim() }, true));
  leeg?.querySelector("button")?.addEventListener("click", () => {
    if (veld) veld.value = "";
    kies({ niveaus: standaard.niveaus, school: "", q: "" });
    veld?.focus();
  });
  addEventListener("popstate", () => {
    keuze = leesKeuze(location.search, standaard, bekend);
    if (veld) veld.value = keuze.q;
    toon(true);
  });
  luister(merk);

  balk.removeAttribute("hidden");
  toon(false);
  merk();
}

// The page brings this module itself: so it is there before the page has loaded.
if (globalThis.document) startPeriodes(document);
