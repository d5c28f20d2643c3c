import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";

import { controleer } from "../../theme/assets/js/formulier/controle.js";
import { bestandsnaam, schrijf } from "../../theme/assets/js/formulier/schrijven.js";
import { kaal, schoon } from "../../theme/assets/js/formulier/tekst.js";

/** @typedef {import("../../theme/assets/js/formulier/soorten.js").Bevinding} Bevinding */

/** @type {{gegevens: import("../../theme/assets/js/formulier/soorten.js").Maten, bases: {ruw: any, tekst: string}[], gevallen: {basis: number, anders: Record<string, any>, gevonden: any[]}[]}} */
const { gegevens, bases, gevallen } = JSON.parse(readFileSync(new URL("../cases/formulier-controle.json", import.meta.url), "utf8"));

/** @param {Bevinding[]} gevonden */
const rijen = (gevonden) =>
  gevonden.map(({ pad, code, bericht, uitweg, ernst }) => JSON.stringify([pad, code, bericht, uitweg, ernst])).sort();

/** @param {{basis: number, anders: Record<string, any>}} geval */
const waarde = ({ basis, anders }) => Object.fromEntries(Object.entries({ ...bases[basis].ruw, ...anders }).filter(([, een]) => een !== null));

describe("the form checks as the generator does", () => {
  it("there are at least 150 cases, right ones and wrong ones, and they hold at least 45 codes", () => {
    assert.ok(gevallen.length >= 150);
    assert.ok(gevallen.some(({ gevonden }) => gevonden.length === 0));
    const codes = new Set(gevallen.flatMap(({ gevonden }) => gevonden.map(([, code]) => code)));
    assert.ok(codes.size >= 45, `${codes.size}: ${[...codes].join(" ")}`);
  });

  it("every case gives the same places, codes, sentences and remedies as in Python", () => {
    const anders = gevallen.flatMap((geval, plek) => {
      const mijn = rijen(controleer(gegevens, waarde(geval)).gevonden);
      const hun = geval.gevonden.map((rij) => JSON.stringify(rij)).sort();
      return JSON.stringify(mijn) === JSON.stringify(hun) ? [] : [{ plek, anders: geval.anders, mijn, hun }];
    });
    assert.deepEqual(anders.slice(0, 5), []);
  });

  it("a part that is right gets its rules before the rest is filled in", () => {
    const { gevonden } = controleer(gegevens, { periode: { start: "2027-06-25", eind: "2027-02-01" } }, true);
    const einde = gevonden.find(({ code }) => code === "einde_voor_begin");
    assert.deepEqual(einde?.voorstel, { pad: ["periode", "eind"], waarde: "2028-02-01", tekst: "Neem 1-2-2028 over" });
  });
});

describe("the form writes as the generator does", () => {
  it("every vacancy of the small region, byte for byte", () => {
    for (const { ruw, tekst } of bases) assert.equal(schrijf(gegevens.velden, ruw), tekst);
  });

  it("what is empty is not written", () => {
    assert.equal(schrijf(gegevens.velden, { titel: " ", taken: [], periode: { start: "" }, afdeling: "Groen" }), "afdeling: Groen\n");
  });

  it("what a file may not hold goes, and line ends of every kind become one", () => {
    assert.equal(schoon("a\r\nb\u2028c\u202ed\u0007e\ufeff"), "a\nb\ncde");
    assert.equal(kaal("\u00a0 a \t"), "a");
  });

  it("the name of a file has whole words of the title", () => {
    assert.equal(bestandsnaam("Één café: onderzoek ’s ochtends!"), "een-cafe-onderzoek-s-ochtends");
    assert.equal(bestandsnaam("…"), "nieuwe-stage");
  });
});
