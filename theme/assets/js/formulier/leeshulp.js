/** The reading aid in the browser, over the tables of generator/validate/reading.py: tips, never errors. */

import { teksten } from "./tekst.js";

/** @typedef {import("./soorten.js").Leeshulp} Leeshulp */
/** @typedef {import("./soorten.js").RuwDing} RuwDing */
/** @typedef {import("./soorten.js").RuweGroep} RuweGroep */
/** @typedef {{veld: string, bericht: string, uitweg: string}} Tip */

/** @param {RuwDing} [ding] */
const alles = (ding = "") => [...teksten(ding)].map(([, tekst]) => tekst);

/** @param {string} tekst */
const begin = (tekst) => tekst.split(/\s+/).slice(0, 6).join(" ").slice(0, 60).replace(/[,;:.]+$/, "");
/** @param {string} tekst */
const veilig = (tekst) => tekst.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** @param {Leeshulp} lezen @returns {(tekst: string) => string[]} */
const zinnenVan = ({ patronen }) => (tekst) => {
  const kaal = tekst.replace(new RegExp(patronen.link ?? "", "g"), "$1").replace(new RegExp(patronen.opmaak ?? "", "g"), "");
  const delen = `\n${kaal}`.split(new RegExp(patronen.delen ?? "")).map((deel) => deel.split(/\s+/).join(" ").trim());
  return delen.filter(Boolean).flatMap((deel) => deel.split(new RegExp(patronen.zinseinde ?? "")));
};

/**
 * What could be better: what misses first, then how the student is addressed, then every text.
 * @param {Leeshulp} lezen
 * @param {RuweGroep} ruw
 * @returns {Tip[]}
 */
export function leestips(lezen, ruw) {
  const { grenzen, patronen, zinnen, aanspreken, woorden, afkortingen, mist } = lezen;
  const woordVorm = new RegExp(patronen.woord ?? "", "g");
  const inWoorden = (/** @type {string} */ tekst) => (tekst.match(woordVorm) ?? []).map((woord) => woord.toLowerCase());
  const zinnenIn = zinnenVan(lezen);
  /** @type {Tip[]} */
  const tips = [];
  /** @type {Set<string>} */
  const genoemd = new Set();

  /** @param {string} veld @param {string} naam @param {Record<string, string | number>} [gaten] */
  function zeg(veld, naam, gaten = {}) {
    const [bericht = "", uitweg = ""] = (zinnen[naam] ?? []).map((zin) => zin.replace(/\{(\w+)\}/g, (_, gat) => String(gaten[gat] ?? "")).replace(/`([^`]*)`/g, "“$1”"));
    tips.push({ veld, bericht, uitweg });
  }

  /** @param {string} veld @param {string} tekst */
  function moeilijk(veld, tekst) {
    const plat = ` ${inWoorden(tekst).join(" ")} `;
    for (const [woord, gewoon] of Object.entries(woorden)) if (plat.includes(` ${woord} `)) eens(veld, "moeilijk_woord", woord, gewoon);
    for (const [woord, gewoon] of Object.entries(afkortingen)) {
      const vorm = new RegExp(`(?<![${patronen.letters}.])${veilig(woord)}(?![${patronen.letters}])`, "i");
      if (tekst.includes(".") && vorm.test(tekst)) eens(veld, "afkorting", woord, gewoon);
    }
  }

  /** @param {string} veld @param {string} zin @param {string} woord @param {string} gewoon */
  function eens(veld, zin, woord, gewoon) {
    if (!genoemd.has(woord)) zeg(veld, zin, { woord, gewoon });
    genoemd.add(woord);
  }

  function spreekAan() {
    const verhaal = String(ruw.opdracht ?? "");
    const gezegd = inWoorden(verhaal);
    const u = gezegd.find((woord) => aanspreken.u.includes(woord));
    const derde = aanspreken.derde.find((naam) => ` ${gezegd.join(" ")} `.includes(` ${naam} `));
    const je = [...gezegd, ...alles(ruw.taken).flatMap(inWoorden)].some((woord) => aanspreken.je.includes(woord));
    if (u) zeg("opdracht", "u", { woord: u });
    if (derde) zeg("opdracht", "derde_persoon", { woord: derde });
    if (verhaal.trim() && !u && !derde && !je) zeg("opdracht", "geen_je");
  }

  for (const [naam, { veld, soorten }] of Object.entries(mist)) {
    const ding = veld.split(".").reduce((/** @type {any} */ hier, deel) => (hier && typeof hier === "object" ? hier[deel] : undefined), ruw);
    if (soorten.includes("vacature") && !ding) zeg(veld.split(".")[0] ?? "", naam);
  }
  spreekAan();
  for (const veld of lezen.velden) {
    for (const tekst of alles(ruw[veld])) {
      for (const zin of zinnenIn(tekst)) {
        const aantal = inWoorden(zin).length;
        if (aantal > (grenzen.woorden ?? 20)) zeg(veld, "lange_zin", { aantal, begin: begin(zin) });
      }
      moeilijk(veld, tekst);
    }
  }
  return tips;
}
