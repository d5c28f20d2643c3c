/** An answer to the text of a file: generator/contribute/writing.py once more, byte for byte. */

import { isLeeg, kaal, zonderStaart } from "./tekst.js";

/** @typedef {import("./soorten.js").Veld} Veld */
/** @typedef {import("./soorten.js").RuwDing} RuwDing */
/** @typedef {import("./soorten.js").RuweGroep} RuweGroep */

const GEWOON = /^[A-Za-zÀ-ÖØ-öø-ÿ0-9(€][^\n\t]*$/;
const IN_RIJ = /^[A-Za-z0-9][A-Za-z0-9 /.-]*$/;
const ONVEILIG = /: | #|:$/;
const LEEG = ["", "~", "null", "Null", "NULL"];
const ID = /^[a-z0-9/-]+$/;

/** @param {RuwDing} ding @param {RegExp} [gewoon] */
function waarde(ding, gewoon = GEWOON) {
  const tekst = kaal(String(ding).replaceAll("\n", " "));
  return !LEEG.includes(tekst) && gewoon.test(tekst) && !ONVEILIG.test(tekst) ? tekst : JSON.stringify(tekst);
}

/** @param {string} tekst */
function alinea(tekst) {
  const regels = tekst.replaceAll("\t", "    ").split("\n").map(zonderStaart);
  while (regels.length && !regels.at(-1)) regels.pop();
  return regels.slice(regels.findIndex(Boolean));
}

/** @param {Veld} veld @param {RuweGroep} ding @param {string} in_ @returns {string[]} one group of a list */
function groepInLijst({ velden = [] }, ding, in_) {
  const dieper = `${in_}    `;
  return groep(velden, ding, dieper).map((regel, plek) => (plek ? regel : `${in_}  - ${regel.slice(dieper.length)}`));
}

/** @param {Veld} veld @param {RuwDing[]} dingen @param {string} in_ */
function lijst(veld, dingen, in_) {
  const kop = `${in_}${veld.naam}:`;
  if (veld.sort === "groepen") return [kop, ...dingen.flatMap((ding) => groepInLijst(veld, /** @type {RuweGroep} */ (ding), in_))];
  if (veld.sort === "keuzes" || veld.sort === "getallen" || dingen.every((ding) => ID.test(String(ding)))) {
    return [`${kop} [${dingen.map((ding) => waarde(ding, IN_RIJ)).join(", ")}]`];
  }
  return [kop, ...dingen.map((ding) => `${in_}  - ${waarde(ding)}`)];
}

/** @param {Veld} veld @param {RuwDing | undefined} ding @param {string} in_ @returns {string[]} */
function regels(veld, ding, in_) {
  if (ding === undefined || isLeeg(ding)) return [];
  const kop = `${in_}${veld.naam}:`;
  if (veld.sort === "groep") return [kop, ...groep(veld.velden ?? [], /** @type {RuweGroep} */ (ding), `${in_}  `)];
  if (Array.isArray(ding)) return lijst(veld, ding, in_);
  const tekst = String(ding);
  if (veld.sort !== "opmaak" && !(veld.sort === "tekst" && kaal(tekst).includes("\n"))) return [`${kop} ${waarde(tekst)}`];
  const alles = alinea(tekst);
  return [`${kop} |${alles[0]?.startsWith(" ") ? "2" : ""}`, ...alles.map((regel) => (regel ? `${in_}  ${regel}` : ""))];
}

/** @param {Veld[]} velden @param {RuweGroep} ruw @param {string} in_ */
function groep(velden, ruw, in_) {
  return velden.flatMap((veld) => regels(veld, ruw[veld.naam], in_));
}

/**
 * @param {Veld[]} velden in the order of a file
 * @param {RuweGroep} ruw
 * @returns {string} ending in a line break
 */
export function schrijf(velden, ruw) {
  return `${groep(velden, ruw, "").join("\n")}\n`;
}

/**
 * The name of a file: the first words of the title, without what an address cannot hold.
 * @param {string} titel
 */
export function bestandsnaam(titel) {
  const woorden = titel.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().split(/[^a-z0-9]+/).filter(Boolean);
  let naam = "";
  for (const woord of woorden) {
    const langer = naam ? `${naam}-${woord}` : woord.slice(0, 60);
    if (langer.length > 60) break;
    naam = langer;
  }
  return naam || "nieuwe-stage";
}
