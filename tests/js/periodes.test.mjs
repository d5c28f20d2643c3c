import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { adresVan, leesKeuze } from "../../theme/assets/js/periodeadres.js";
import { bevat, hoortBij, telNiveaus, telzin } from "../../theme/assets/js/periodezeef.js";

describe("hoortBij: whether a row belongs to one of the chosen levels", () => {
  /** @type {[string, string, string[], boolean][]} */
  const cases = [
    ["its only level is chosen", "hbo", ["hbo"], true],
    ["one of its levels is chosen", "mbo-3 mbo-4", ["mbo-4", "wo"], true],
    ["none of its levels is chosen", "mbo-3 mbo-4", ["hbo"], false],
    ["nothing is chosen", "hbo", [], false],
    ["a row without levels belongs to all", "", ["hbo"], true],
    ["a row without levels stays when nothing is chosen", "", [], true],
    ["spaces around levels mean nothing", "  mbo-2   hbo ", ["hbo"], true],
    ["a part of a level is not the level", "mbo-4", ["mbo"], false],
  ];
  for (const [name, levels, chosen, expected] of cases) {
    it(name, () => assert.equal(hoortBij(levels, new Set(chosen)), expected));
  }
});

describe("telzin: the announcement after a choice", () => {
  it("is a whole sentence for none, one and many", () => {
    assert.equal(telzin(0), "Geen stageperiodes op deze niveaus.");
    assert.equal(telzin(1), "1 stageperiode.");
    assert.equal(telzin(2), "2 stageperiodes.");
  });
});

describe("bevat: whether a row answers to the typed words", () => {
  const rij = ["juridisch", "administratief", "dienstverlener", "curio", "mbo", "4", "mbo4"];
  it("by the beginning of words, all of them", () => {
    assert.equal(bevat(rij, ["jur", "cur"]), true);
    assert.equal(bevat(rij, ["jur", "avans"]), false);
  });
  it("by a part of a long word, and not by two letters inside one", () => {
    assert.equal(bevat(rij, ["verlener"]), true);
    assert.equal(bevat(rij, ["rij"]), false);
  });
  it("nothing typed leaves everything", () => assert.equal(bevat(rij, []), true));
});

describe("telNiveaus: how many rows each level has", () => {
  it("counts a row for each of its levels, and one without levels for all", () => {
    const rijen = ["mbo-3 mbo-4", "hbo", "hbo", ""].map((niveaus) => ({ niveaus, school: "x", woorden: [] }));
    assert.deepEqual(telNiveaus(rijen, ["mbo-3", "mbo-4", "hbo", "wo"]), [2, 2, 3, 1]);
  });
});

describe("leesKeuze and adresVan: the state in the address", () => {
  const standaard = { niveaus: ["mbo-4", "hbo", "wo"], school: "", jaar: "2026-2027", q: "", vorm: "tijdlijn" };
  const bekend = { scholen: ["avans", "curio"], jaren: ["2026-2027", "2027-2028"] };
  /** @param {string} zoek */
  const lees = (zoek) => leesKeuze(zoek, standaard, bekend);

  it("nothing in the address is the first view, and the first view has no address", () => {
    assert.deepEqual(lees(""), standaard);
    assert.equal(adresVan(standaard, standaard), "");
  });
  for (const keuze of [
    { ...standaard, niveaus: ["hbo"], school: "curio", jaar: "2027-2028", q: "a&b ? é", vorm: "tabel" },
    { ...standaard, niveaus: [] },
    { ...standaard, niveaus: ["mbo-4", "wo"] },
  ]) {
    it(`comes back as it went: ${adresVan(keuze, standaard)}`, () => assert.deepEqual(lees(adresVan(keuze, standaard)), keuze));
  }
  it("leaves out what nobody knows and keeps the rest", () => {
    assert.deepEqual(lees("?niveau=hbo,phd&school=nergens&jaar=1999&toon=boom&q=x"), { ...standaard, niveaus: ["hbo"], q: "x" });
    assert.deepEqual(lees("?niveau=phd").niveaus, standaard.niveaus);
    assert.equal(lees(`?q=${"x".repeat(10000)}`).q.length, 100);
  });
});
