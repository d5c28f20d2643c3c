/**
 * The rules across the fields of a vacancy, each with the fields it reads: generator/validate/rules_*.py once more.
 * Their sentences come with the data of the form.
 */

import { dagVan } from "../dagen.js";
import { inDagen } from "../woorden.js";
import { teksten } from "./tekst.js";

/** @typedef {import("./soorten.js").Pad} Pad */
/** @typedef {import("./soorten.js").RuwDing} RuwDing */
/** @typedef {import("./soorten.js").Voorstel} Voorstel */
/** @typedef {Record<string, any>} Stage a record with its values read */

const LIJKT = 0.92;
/** An open place of an example assignment: "[[naam van je team]]". */
const PLEK = /\[\[[^[\]\n]{2,80}\]\]/;
/** Euros: hardly anybody can have meant less, or more. @type {Record<string, number>} */
const MINST = { maand: 20, uur: 1 };
const MEEST_PER_UUR = 60;
const MEEST = 4000;

/**
 * What a rule says: where, which sentence (generator/contribute/form_sentences.py), and what fills its marks.
 * @typedef {{pad: Pad, zin: string, gaten: Record<string, string | number>, voorstel?: Voorstel}} Melding
 */

/** @param {string} pad with points between @param {string} zin @param {Record<string, string | number>} [gaten] @param {Voorstel} [voorstel] @returns {Melding} */
const meld = (pad, zin, gaten = {}, voorstel) => ({ pad: pad.split("."), zin, gaten, ...(voorstel ? { voorstel } : {}) });
/** @param {string} pad @param {RuwDing} waarde @param {string} tekst @returns {Voorstel} */
const zet = (pad, waarde, tekst) => ({ pad: pad.split("."), waarde, tekst });

/** @param {string} iso */
const kort = (iso) => iso.split("-").map(Number).reverse().join("-");
/** @param {string} a @param {string} b */
const dagenTussen = (a, b) => dagVan(b) - dagVan(a);
/** All levels in their order, as the model has them. @param {{velden: import("./soorten.js").Veld[]}} gegevens */
export const niveausVan = ({ velden }) => (velden.find(({ naam }) => naam === "niveaus")?.keuzes ?? []).map(([waarde]) => waarde);
/** @param {string} niveau */
const isMbo = (niveau) => niveau.startsWith("mbo");

/** The same day in the first year in which it lies after another one. @param {string} iso @param {string} na */
function zelfdeDagNa(iso, na) {
  const dag = iso.slice(4) === "-02-29" ? "-02-28" : iso.slice(4);
  const jaar = na.slice(0, 4);
  return jaar + dag > na ? jaar + dag : Number(jaar) + 1 + dag;
}

/** One decimal; a half goes to the even side, as in Python. @param {number} getal */
function eenDecimaal(getal) {
  const maal = getal * 10;
  const rond = maal % 1 === 0.5 ? 2 * Math.round(maal / 2) : Math.round(maal);
  return (rond / 10).toFixed(1);
}

/** How much two texts share, whatever the order of their letters: 1 is everything. @param {string} a @param {string} b */
function deelt(a, b) {
  /** @type {Map<string, number>} */
  const over = new Map();
  for (const teken of b) over.set(teken, (over.get(teken) ?? 0) + 1);
  let samen = 0;
  for (const teken of a) {
    const nog = over.get(teken) ?? 0;
    if (nog > 0) samen += 1;
    over.set(teken, nog - 1);
  }
  return (2 * samen) / ([...a].length + [...b].length);
}

/** @param {Stage} stage @returns {Generator<Melding>} */
function* leerdoelen({ taken, leerdoelen: doelen }) {
  const klein = new Set(taken.map((/** @type {string} */ taak) => taak.toLowerCase()));
  for (const [plek, doel] of doelen.entries()) {
    if (klein.has(doel.toLowerCase())) yield { pad: ["leerdoelen", plek], zin: "leerdoel_is_taak", gaten: {} };
  }
}

/** @param {Stage} stage @returns {Generator<Melding>} */
function* samenvatting({ titel, samenvatting: zin }) {
  if (deelt(titel.toLowerCase(), zin.toLowerCase()) > LIJKT) {
    yield meld("samenvatting", "samenvatting_is_titel");
  }
}

/** @param {Stage} stage @returns {Generator<Melding>} */
function* resultaat({ soort, resultaat: wat }) {
  if ((soort === "afstudeer" || soort === "onderzoek") && !wat) {
    yield meld("resultaat", "resultaat_ontbreekt", { soort });
  }
}

/** @param {Stage} stage @returns {Generator<Melding>} */
function* taken({ soort, taken: { length } }) {
  if (length >= 3) return;
  if (soort === "meewerk") yield meld("taken", "te_weinig_taken", { aantal: length });
  else yield meld("taken", "weinig_taken", { aantal: length });
}

/** @param {Stage} stage @returns {Generator<Melding>} */
function* begeleiding({ begeleiding: { buddy, werkplek } }) {
  if (!buddy) yield meld("begeleiding", "geen_buddy");
  if (!werkplek) yield meld("begeleiding.werkplek", "geen_werkplek");
}

/** @param {Stage} stage @returns {Generator<Melding>} */
function* achtergrond({ niveaus: gevraagd, begeleiding: wie }) {
  if ((gevraagd.includes("hbo") || gevraagd.includes("wo")) && !wie.opleidingsachtergrond) {
    yield meld("begeleiding", "achtergrond_onbekend");
  }
}

/** @param {Stage} stage @param {string[]} orde all levels @returns {Generator<Melding>} */
function* niveaus({ niveaus: gevraagd }, orde) {
  const plekken = gevraagd.map((/** @type {string} */ niveau) => orde.indexOf(niveau));
  if (new Set(plekken).size < plekken.length) yield meld("niveaus", "niveau_dubbel");
  else if (Math.max(...plekken) - Math.min(...plekken) > 3) {
    yield meld("niveaus", "niveaus_ver_uiteen");
  }
}

/** @param {Stage} stage @returns {Generator<Melding>} */
function* periode({ periode: { start, eind, doorlopend } }) {
  if (doorlopend) {
    if (start || eind) yield meld("periode", "periode_dubbel");
  } else if (!start || !eind) {
    yield meld("periode", "periode_onvolledig");
  } else if (eind <= start) {
    const goed = zelfdeDagNa(eind, start);
    yield meld("periode.eind", "einde_voor_begin", { start, eind }, zet("periode.eind", goed, `Neem ${kort(goed)} over`));
  }
}

/** @param {Stage} stage @returns {Generator<Melding>} */
function* open({ publiceren_op: van, sluit_op: tot }) {
  if (tot < van) {
    const goed = zelfdeDagNa(tot, van);
    yield meld("sluit_op", "sluit_voor_open", { tot, van }, zet("sluit_op", goed, `Neem ${kort(goed)} over`));
  }
  if (dagenTussen(van, tot) > 400) yield meld("sluit_op", "te_lang_open");
}

/** @param {Stage} stage @returns {Generator<Melding>} */
function* sluitdag({ periode: { start, flexibel, doorlopend }, sluit_op: tot }) {
  if (start && tot > start && !flexibel && !doorlopend) {
    const voorstel = zet("periode.flexibel", "true", "Zet begin en einde in overleg");
    yield meld("sluit_op", "sluit_na_begin", { tot, start }, voorstel);
  }
}

/** @param {Stage} stage @returns {Generator<Melding>} */
function* sbb({ niveaus: gevraagd, sbb: leerbedrijf }) {
  if (!gevraagd.some(isMbo)) return;
  if (!leerbedrijf) {
    yield meld("sbb", "sbb_ontbreekt");
  } else if (leerbedrijf.status === "erkend" && !leerbedrijf.kwalificaties?.length) {
    yield meld("sbb", "sbb_zonder_kwalificatie");
  }
}

/** @param {Stage} stage @returns {Generator<Melding>} */
function* mbo({ soort, niveaus: gevraagd, leerweg }) {
  const aantal = gevraagd.filter(isMbo).length;
  if ((soort === "bpv" || soort === "bbl") && aantal < gevraagd.length) {
    yield meld("soort", "soort_past_niet", { soort });
  }
  if (soort === "duaal" && aantal) yield meld("soort", "soort_duaal");
  if (leerweg && !aantal) yield meld("leerweg", "leerweg_past_niet");
  if (soort === "bbl" && leerweg && leerweg !== "bbl") {
    yield meld("leerweg", "leerweg_bbl", {}, zet("leerweg", "bbl", "Kies bbl"));
  }
}

/** @param {Stage} stage @returns {Generator<Melding>} */
function* vergoeding({ vergoeding: { bedrag, per, bij_uren, geen, volgens } }) {
  const wegen = Object.entries({ bedrag, geen, volgens }).flatMap(([naam, antwoord]) => (antwoord ? [naam] : []));
  if (wegen.length !== 1) {
    yield meld("vergoeding", wegen.length ? "vergoeding_dubbel" : "vergoeding_onduidelijk", { wegen: wegen.join(" en ") });
  }
  if (!bedrag) return;
  if (!per) yield meld("vergoeding", "vergoeding_per", {}, zet("vergoeding.per", "maand", "Kies per maand"));
  if (per === "maand" && !bij_uren) {
    yield meld("vergoeding", "vergoeding_uren", {}, zet("vergoeding.bij_uren", "36", "Vul 36 uur in"));
  }
}

/** @param {Stage} stage @returns {Generator<Melding>} */
function* bedrag({ vergoeding: { bedrag: euro, per } }) {
  if (!euro || !per) return;
  const gaten = { bedrag: String(Number(euro.toPrecision(6))).replace(".", ",") };
  const bedoeld = Math.round(euro * 1000);
  if (per === "uur" && euro > MEEST_PER_UUR) yield meld("vergoeding.bedrag", "vergoeding_hoog", gaten, zet("vergoeding.per", "maand", "Kies per maand"));
  else if (euro >= (MINST[per] ?? 0)) return;
  else if (per === "uur") yield meld("vergoeding.bedrag", "vergoeding_laag_uur", gaten);
  else if (bedoeld > MEEST) yield meld("vergoeding.bedrag", "vergoeding_laag_per_uur", gaten, zet("vergoeding.per", "uur", "Kies per uur"));
  else yield meld("vergoeding.bedrag", "vergoeding_laag", { ...gaten, bedoeld }, zet("vergoeding.bedrag", String(bedoeld), `Neem ${bedoeld} over`));
}

/** @param {Stage} stage @returns {Generator<Melding>} */
function* route({ solliciteren: { via, email, url } }) {
  if (via === "stagebureau" && (email || url)) {
    yield meld("solliciteren", "twee_routes");
  }
  if (via !== "organisatie" || Boolean(email) !== Boolean(url)) return;
  if (email) yield meld("solliciteren", "route_dubbel");
  else yield meld("solliciteren", "geen_route");
}

/** @param {Stage} stage @returns {Generator<Melding>} */
function* uren({ dagen: gekozen, uren_per_week: uur }) {
  const aantal = new Set(gekozen).size;
  if (gekozen.length > aantal) yield meld("dagen", "dag_dubbel");
  const goed = String(Math.min(40, aantal * 8));
  const voorstel = zet("uren_per_week", goed, `Neem ${goed} uur over`);
  if (uur > aantal * 10 || uur < aantal * 2) {
    yield meld("uren_per_week", "uren_en_dagen", { uren: uur, dagen: inDagen(aantal) }, voorstel);
  } else if (uur > aantal * 8.5 || uur < aantal * 4) {
    yield meld("uren_per_week", "uren_en_dagen_krap", { uren: uur, dagen: inDagen(aantal), per: eenDecimaal(uur / aantal).replace(".", ",") });
  }
}

/** @param {Stage} stage @returns {Generator<Melding>} */
function* aanwezig({ dagen: gekozen, begeleiding: { aanwezig_op = [] } }) {
  if (aanwezig_op.length && !aanwezig_op.some((/** @type {string} */ dag) => gekozen.includes(dag))) {
    yield meld("begeleiding.aanwezig_op", "begeleider_afwezig");
  }
}

/** @param {Stage} stage @returns {Generator<Melding>} */
function* weekend({ dagen: gekozen, weekendwerk, weekendbeloning }) {
  if (!weekendwerk && (gekozen.includes("za") || gekozen.includes("zo"))) {
    const voorstel = zet("weekendwerk", "true", "Zet werk in het weekend op ja");
    yield meld("dagen", "weekend", {}, voorstel);
  }
  if (weekendwerk && !weekendbeloning) {
    yield meld("weekendwerk", "weekend_onbetaald");
  }
}

/** @param {Stage} stage @returns {Generator<Melding>} */
function* proefadres({ solliciteren: { email }, voorbeeld = false }) {
  if (!email || voorbeeld === email.endsWith(".example")) return;
  if (voorbeeld) yield meld("solliciteren.email", "voorbeeld_mail");
  else yield meld("solliciteren.email", "echte_mail");
}

/** @param {Stage} stage @returns {Generator<Melding>} */
function* titel({ titel: tekst }) {
  if (/\b(vacature|stagevacature|gezocht|stagiair gezocht)\b/i.test(tekst)) {
    yield meld("titel", "titel_is_etiket");
  }
}

/** @type {{nodig: string[], regel: (stage: Stage, niveaus: string[]) => Iterable<Melding>}[]} `nodig`: the fields that must be right first */
export const REGELS = [
  { nodig: ["taken", "leerdoelen"], regel: leerdoelen },
  { nodig: ["titel", "samenvatting"], regel: samenvatting },
  { nodig: ["soort", "resultaat"], regel: resultaat },
  { nodig: ["soort", "taken"], regel: taken },
  { nodig: ["begeleiding"], regel: begeleiding },
  { nodig: ["niveaus", "begeleiding"], regel: achtergrond },
  { nodig: ["niveaus"], regel: niveaus },
  { nodig: ["periode"], regel: periode },
  { nodig: ["publiceren_op", "sluit_op"], regel: open },
  { nodig: ["periode", "sluit_op"], regel: sluitdag },
  { nodig: ["niveaus", "sbb"], regel: sbb },
  { nodig: ["soort", "niveaus", "leerweg"], regel: mbo },
  { nodig: ["vergoeding"], regel: vergoeding },
  { nodig: ["vergoeding"], regel: bedrag },
  { nodig: ["solliciteren"], regel: route },
  { nodig: ["dagen", "uren_per_week"], regel: uren },
  { nodig: ["dagen", "begeleiding"], regel: aanwezig },
  { nodig: ["dagen", "weekendwerk", "weekendbeloning"], regel: weekend },
  { nodig: ["solliciteren"], regel: proefadres },
  { nodig: ["titel"], regel: titel },
];

/**
 * What an assignment left open, anywhere in the texts.
 * @param {RuwDing} ruw
 * @returns {Generator<Melding>}
 */
export function* openPlekken(ruw) {
  for (const [pad, tekst] of teksten(ruw)) if (tekst.includes("[[")) yield { pad, zin: "open_plek", gaten: { plek: PLEK.exec(tekst)?.[0] ?? "[[" } };
}
