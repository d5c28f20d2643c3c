/**
 * Checks a vacancy as it would stand in a file: every value by itself (generator/validate/messages.py), then the
 * rules across its fields. Both sides answer to tests/cases/formulier-controle.json.
 */

import { GETAL, getallen } from "./getallen.js";
import { persoonlijk } from "./personen.js";
import { REGELS, niveausVan, openPlekken } from "./regels.js";
import { ingekort, kaal, lengte } from "./tekst.js";

/** @typedef {import("./soorten.js").Veld} Veld */
/** @typedef {import("./soorten.js").Maten} Maten */
/** @typedef {import("./soorten.js").Pad} Pad */
/** @typedef {import("./soorten.js").RuwDing} RuwDing */
/** @typedef {import("./soorten.js").RuweGroep} RuweGroep */
/** @typedef {import("./soorten.js").Bevinding} Bevinding */

const DATUM = /^\d{4}-\d{2}-\d{2}$/;
const HOLLANDS = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/;
const GEHEEL = /^-?(0|[1-9]\d{0,8})$/;

/** A number as the checker shows it: a real one that must be there always has a point. @param {Veld} veld @param {number} getal */
const getoond = ({ sort, verplicht }, getal) => (sort === "getal" && verplicht && Number.isInteger(getal) ? `${getal}.0` : String(getal));

/**
 * A sentence with its marks filled in.
 * @param {Maten["zinnen"]} zinnen
 * @param {import("./regels.js").Melding} melding
 * @returns {Bevinding}
 */
function gezegd(zinnen, { zin, gaten, ...waar }) {
  const vul = (/** @type {string} */ tekst) => tekst.replace(/\{(\w+)\}/g, (heel, naam) => String(gaten[naam] ?? heel));
  const [code, bericht, uitweg, ernst] = zinnen[zin] ?? [zin, "", "", "fout"];
  return { ...waar, code, bericht: vul(bericht), uitweg: vul(uitweg), ernst };
}

/** Reads one record and keeps what is wrong with it. */
class Lezer {
  /** @param {Maten} maten */
  constructor({ zinnen }) {
    this.zinnen = zinnen;
    /** @type {Bevinding[]} */
    this.gevonden = [];
  }

  /**
   * @param {Pad} pad
   * @param {Veld} veld
   * @param {string} zin which sentence
   * @param {Record<string, string | number>} [gaten]
   * @param {string} [over] a value that would be right
   * @returns {undefined}
   */
  meld(pad, veld, zin, gaten = {}, over = "") {
    const hulp = (typeof pad.at(-1) === "number" && veld.hulp_regel) || veld.hulp;
    /** @type {Record<string, string | number>} */
    const alles = { hulp, label: veld.label, ...gaten };
    const voorstel = over ? { voorstel: { pad: pad.map(String), waarde: over, tekst: `Neem ${over} over` } } : {};
    this.gevonden.push(gezegd(this.zinnen, { pad, zin, gaten: alles, ...voorstel }));
  }

  /** @param {Veld[]} velden @param {RuweGroep} ruw @param {Pad} pad */
  groep(velden, ruw, pad) {
    /** @type {Record<string, any>} */
    const uit = {};
    for (const veld of velden) {
      const hier = [...pad, veld.naam];
      const ding = ruw[veld.naam];
      if (ding === undefined) {
        if (veld.verplicht) this.meld(hier, veld, "ontbreekt");
        else if (veld.standaard !== undefined) uit[veld.naam] = veld.sort === "ja_nee" ? veld.standaard === "true" : veld.standaard;
      } else uit[veld.naam] = this.ding(veld, ding, hier);
    }
    return uit;
  }

  /** @param {Veld} veld @param {RuwDing} ding @param {Pad} pad @returns {any} undefined when it is wrong */
  ding(veld, ding, pad) {
    if (veld.sort === "groep") return this.groep(veld.velden ?? [], /** @type {RuweGroep} */ (ding), pad);
    if (Array.isArray(ding)) return this.lijst(veld, ding, pad);
    return this.een(veld, String(ding), pad);
  }

  /** @param {Veld} veld @param {RuwDing[]} dingen @param {Pad} pad */
  lijst(veld, dingen, pad) {
    const { fewest = 0, many = Infinity } = veld.grenzen ?? {};
    const was = this.gevonden.length;
    const inGroep = veld.sort === "groepen";
    const uit = dingen.map((ding, plek) => {
      const hier = [...pad, plek];
      return inGroep ? this.groep(veld.velden ?? [], /** @type {RuweGroep} */ (ding), hier) : this.een(veld, String(ding), hier);
    });
    if (this.gevonden.length > was) return undefined;
    if (dingen.length < fewest) return this.meld(pad, veld, fewest === 1 ? "weinig_een" : "weinig", { grens: fewest, aantal: dingen.length });
    if (dingen.length > many) return this.meld(pad, veld, "veel", { grens: many });
    return uit;
  }

  /** @param {Veld} veld @param {string} ruw @param {Pad} pad @returns {string | number | boolean | undefined} */
  een(veld, ruw, pad) {
    const gevonden = ingekort(ruw);
    if (veld.keuzes) return veld.keuzes.some(([waarde]) => waarde === ruw) ? ruw : this.keuze(veld, ruw, pad);
    switch (veld.sort) {
      case "geheel":
      case "getallen":
        return GEHEEL.test(ruw) ? this.bereik(veld, Number(ruw), pad) : this.meld(pad, veld, "geheel", { gevonden });
      case "getal":
        return GETAL.test(ruw) ? this.bereik(veld, Number(ruw), pad) : this.geenGetal(veld, ruw, pad);
      case "datum":
        return this.datum(veld, ruw, pad);
      case "ja_nee":
        return ruw === "true" || ruw === "false" ? ruw === "true" : this.meld(pad, veld, "ja_nee", { gevonden });
      default:
        return this.tekst(veld, ruw, pad);
    }
  }

  /** @param {Veld} veld @param {string} ruw @param {Pad} pad */
  keuze(veld, ruw, pad) {
    this.meld(pad, veld, "keuze", { gevonden: ingekort(ruw) });
    const laatste = this.gevonden.at(-1);
    if (laatste) laatste.uitweg = `Kies uit: ${(veld.keuzes ?? []).map(([waarde]) => waarde).join(", ")}.`;
    return undefined;
  }

  /** @param {Veld} veld @param {string} ruw @param {Pad} pad */
  geenGetal(veld, ruw, pad) {
    const [suggestie = "", anders = ""] = getallen(ruw);
    const zin = anders ? "getal_twee" : suggestie ? "getal_bedoeld" : "getal";
    return this.meld(pad, veld, zin, { gevonden: ingekort(ruw), suggestie, anders }, anders ? "" : suggestie);
  }

  /** @param {Veld} veld @param {number} getal @param {Pad} pad */
  bereik(veld, getal, pad) {
    const { least = -Infinity, most = Infinity, above = -Infinity } = veld.grenzen ?? {};
    const gevonden = getoond(veld, getal);
    if (getal < least) return this.meld(pad, veld, "minst", { gevonden, grens: least });
    if (getal <= above) return this.meld(pad, veld, "boven", { gevonden, grens: above });
    if (getal > most) return this.meld(pad, veld, "meest", { gevonden, grens: most });
    return getal;
  }

  /** @param {Veld} veld @param {string} ruw @param {Pad} pad */
  datum(veld, ruw, pad) {
    if (!DATUM.test(ruw)) {
      const [, dag = "", maand = "", jaar = ""] = HOLLANDS.exec(ruw) ?? [];
      const suggestie = jaar && `${jaar}-${maand.padStart(2, "0")}-${dag.padStart(2, "0")}`;
      return this.meld(pad, veld, jaar ? "datum_bedoeld" : "datum", { gevonden: ingekort(ruw), suggestie }, suggestie);
    }
    const dag = new Date(`${ruw}T00:00:00Z`);
    const jaar = Number(ruw.slice(0, 4));
    if (!jaar || Number.isNaN(dag.getTime()) || dag.toISOString().slice(0, 10) !== ruw) return this.meld(pad, veld, "datum_bestaat_niet", { gevonden: ruw });
    if (jaar < 2000 || jaar > 2100) return this.meld(pad, veld, "datum_jaar", { jaar });
    return ruw;
  }

  /** @param {Veld} veld @param {string} ruw @param {Pad} pad */
  tekst(veld, ruw, pad) {
    const { shortest = 0, longest = Infinity, pattern } = veld.grenzen ?? {};
    const tekst = kaal(ruw);
    const lang = lengte(tekst);
    if (lang < shortest) return this.meld(pad, veld, lang ? "kort" : "leeg", { lengte: lang, grens: shortest });
    if (lang > longest) return this.meld(pad, veld, "lang", { lengte: lang, grens: longest });
    if (pattern && !new RegExp(pattern).test(tekst)) {
      return this.meld(pad, veld, ruw.includes("\n") ? "een_regel" : "vorm", { gevonden: ingekort(ruw) }, beter(tekst, pattern));
    }
    return tekst;
  }
}

/** A mailbox in capitals, or an address without its beginning: what was meant. @param {string} tekst @param {string} vorm */
function beter(tekst, vorm) {
  const laag = tekst.toLowerCase();
  return [laag, `https://${tekst}`, tekst.replace(/^http:/i, "https:")].find((poging) => new RegExp(vorm).test(poging)) ?? "";
}

/**
 * Everything that is wrong with a record by itself.
 * @param {Maten} maten
 * @param {RuweGroep} ruw
 * @param {boolean} [deels] also the rules whose fields are right, when others are not yet
 * @returns {{gevonden: Bevinding[], record: Record<string, any>}} in `record` what is wrong is missing
 */
export function controleer(maten, ruw, deels = false) {
  const lezer = new Lezer(maten);
  const record = lezer.groep(maten.velden, ruw, []);
  const mis = new Set(lezer.gevonden.map(({ pad }) => pad[0]));
  const meldingen = [...persoonlijk(ruw, maten.persoon.prive), ...openPlekken(ruw)];
  for (const { nodig, regel } of REGELS) {
    if (deels ? !nodig.some((naam) => mis.has(naam)) : mis.size === 0) meldingen.push(...regel(record, niveausVan(maten)));
  }
  return { gevonden: [...lezer.gevonden, ...meldingen.map((een) => gezegd(maten.zinnen, een))], record };
}
