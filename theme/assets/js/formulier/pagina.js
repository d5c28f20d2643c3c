/** The page of the vacancy as it will look, built from texts: nothing that is typed becomes markup. */

import { dagVan, datumVol } from "../dagen.js";
import { maak } from "../maak.js";
import { reeks } from "../reeks.js";
import { lijst, organisatie, plaatsVan, tekst, vergoeding, woordVan } from "./lezen.js";

/** @typedef {import("./soorten.js").Gegevens} Gegevens */
/** @typedef {import("./soorten.js").RuweGroep} RuweGroep */

/** Bold words and links, as text. @param {string} regel @returns {(Node | string)[]} */
function inRegel(regel) {
  return regel.split(/(\*\*[^*]+\*\*|\[[^\]\n]+\]\([^)\s]+\))/).map((deel, plek) => {
    if (plek % 2 === 0) return deel;
    return deel.startsWith("*") ? maak("strong", {}, deel.slice(2, -2)) : maak("u", {}, deel.slice(1, deel.indexOf("](")));
  });
}

/** @param {string} blok */
function alinea(blok) {
  const regels = blok.split("\n");
  const punten = regels.filter((regel) => /^(?:[-*+]|\d+[.)]) /.test(regel));
  const binnen = (/** @type {string} */ regel) => maak("li", {}, ...inRegel(regel.replace(/^\S+ /, "")));
  if (punten.length === regels.length) return maak(/^\d/.test(blok) ? "ol" : "ul", {}, ...punten.map(binnen));
  if (/^#+ /.test(blok)) return maak("h4", {}, blok.replace(/^#+ /, ""));
  return maak("p", {}, ...inRegel(regels.join(" ")));
}

/** Simple Markdown as elements. @param {string} opmaak */
const alineas = (opmaak) => opmaak.split(/\n\s*\n/).map((blok) => blok.trim()).filter(Boolean).map(alinea);

/** @param {string} titel @param {(Node | string)[]} inhoud */
const deel = (titel, inhoud) => (inhoud.length ? maak("section", {}, maak("h3", {}, titel), ...inhoud) : "");
/** @param {string[]} regels @param {"ul" | "ol"} [soort] */
const punten = (regels, soort = "ul") => (regels.length ? [maak(soort, {}, ...regels.map((regel) => maak("li", {}, regel)))] : []);

/** @param {RuweGroep} ruw */
function periode(ruw) {
  if (tekst(ruw, "periode", "doorlopend")) return "Het hele jaar door";
  const [van, tot] = [dagVan(tekst(ruw, "periode", "start")), dagVan(tekst(ruw, "periode", "eind"))];
  return van <= tot ? reeks(van, tot) : "";
}

/** @param {Gegevens} gegevens @param {import("./antwoorden.js").Concept} concept @param {RuweGroep} ruw */
function feiten(gegevens, concept, ruw) {
  const [uren, dagen] = [tekst(ruw, "uren_per_week"), lijst(ruw, "dagen").join(", ")];
  /** @type {[string, string][]} */
  const rijen = [
    ["Periode", periode(ruw)],
    ["Uren", uren && `${uren} uur per week${dagen ? ` (${dagen})` : ""}`],
    ["Niveau", lijst(ruw, "niveaus").join(", ")],
    ["Soort stage", woordVan(gegevens, "soort", tekst(ruw, "soort"))],
    ["Vergoeding", vergoeding(gegevens, concept, ruw)],
    ["Werkvorm", plaatsVan(gegevens, concept, ruw)],
    ["VOG", { true: "Nodig", false: "Niet nodig" }[tekst(ruw, "vog")] ?? ""],
  ];
  return maak("dl", { class: "sp-paginafeiten" }, ...rijen.filter(([, waarde]) => waarde).map(([wat, waarde]) => maak("div", {}, maak("dt", {}, wat), maak("dd", {}, waarde))));
}

/**
 * @param {Gegevens} gegevens
 * @param {import("./antwoorden.js").Concept} concept
 * @param {RuweGroep} ruw
 */
export function tekenPagina(gegevens, concept, ruw) {
  const uren = tekst(ruw, "begeleiding", "uren_per_week");
  const wie = ["inhoudelijk", "coach", "buddy"].flatMap((rol) => {
    const functie = tekst(ruw, "begeleiding", rol);
    return functie ? [`${rol === "inhoudelijk" ? "Inhoud" : rol[0]?.toUpperCase() + rol.slice(1)}: ${functie}`] : [];
  });
  const sluit = dagVan(tekst(ruw, "sluit_op"));
  return maak(
    "article",
    { class: "sp-pagina" },
    maak("p", { class: "sp-wie" }, [organisatie(gegevens, concept)?.naam, tekst(ruw, "afdeling")].filter(Boolean).join(" · ")),
    maak("h2", {}, tekst(ruw, "titel") || "Hier komt je titel"),
    maak("p", { class: "sp-pagina__intro" }, tekst(ruw, "samenvatting")),
    feiten(gegevens, concept, ruw),
    deel("De opdracht", alineas(tekst(ruw, "opdracht"))),
    deel("Dit ga je doen", punten(lijst(ruw, "taken"), "ol")),
    deel("Dit leer je", punten(lijst(ruw, "leerdoelen"))),
    deel("Dit lever je op", punten(tekst(ruw, "resultaat") ? [tekst(ruw, "resultaat")] : [])),
    deel("Wat je meebrengt", punten(lijst(ruw, "profiel"))),
    deel("Je staat er niet alleen voor", punten([...wie, ...(uren ? [`Er is ${uren.replace(".", ",")} uur per week voor je begeleiding.`] : [])])),
    Number.isNaN(sluit) ? null : maak("p", {}, maak("b", {}, `Reageer tot en met ${datumVol(sluit)}.`)),
  );
}
