import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { MEEST, laatsteDag, leesLijst, sleutelVan } from "../../theme/assets/js/bewaarvorm.js";
import { bijgewerkt, deelAdres, leesBestand, leesSleutels, opVolgorde, samen, stand, teVeel } from "../../theme/assets/js/stagelijst.js";
import { rijen } from "../../theme/assets/js/vergelijk.js";

/** @typedef {import("../../theme/assets/js/bewaarvorm.js").Bewaard} Bewaard */
/** @typedef {import("../../theme/assets/js/zoek/soorten.js").Item} Item */

/**
 * @param {string} sleutel
 * @param {Partial<Bewaard>} [rest]
 * @returns {Bewaard}
 */
const saved = (sleutel, rest = {}) => ({ sleutel, titel: "Oud", wie: "Gemeente Breda", sluit: "2026-11-24", op: "2026-11-01", notitie: "", dagboek: [], ...rest });

/**
 * @param {string} sleutel
 * @param {Partial<Item>} [rest]
 * @returns {Item}
 */
const item = (sleutel, rest = {}) => ({
  soort: "vacature",
  sleutel,
  adres: `vacatures/${sleutel}/`,
  titel: "Nieuw",
  raak: [],
  wie: "Gemeente Breda · ICT",
  vakgebied: { id: "ict", naam: "ICT" },
  zin: "",
  badges: [],
  tags: [],
  moment: "Sluit 1 december",
  sluit: "2026-12-02T00:00:00+01:00",
  past: null,
  start: -1,
  eind: -1,
  feiten: [],
  ...rest,
});

describe("what a button knows of a vacancy", () => {
  it("the last day is the day before the first moment that is too late", () => {
    assert.equal(laatsteDag("2026-11-25T00:00:00+01:00"), "2026-11-24");
    assert.equal(laatsteDag("2027-03-01T00:00:00+01:00"), "2027-02-28");
    for (const none of ["", null, undefined, "binnenkort"]) assert.equal(laatsteDag(none), "");
  });

  it("only the address of a vacancy gives an id, at any depth and below a folder", () => {
    assert.equal(sleutelVan("https://x.nl/map/vacatures/breda/iets-leuks/"), "breda/iets-leuks");
    assert.equal(sleutelVan("https://x.nl/vacatures/breda/iets/?q=1#top"), "breda/iets");
    for (const other of ["https://x.nl/opdrachten/ict/iets/", "https://x.nl/vacatures/", "https://x.nl/vacatures/breda/", "https://x.nl/vacatures/breda/a/b/"]) {
      assert.equal(sleutelVan(other), "");
    }
  });
});

describe("a list that is read", () => {
  it("what is no saved vacancy is left out, and each stands once", () => {
    const read = leesLijst([saved("a/a"), null, 7, { sleutel: "<b>" }, saved("a/a", { notitie: "later" }), { sleutel: "b/b", dagboek: "x" }]);
    assert.deepEqual(read.map(({ sleutel, notitie }) => [sleutel, notitie]), [["a/a", ""], ["b/b", ""]]);
    for (const nothing of [null, {}, "x", 3]) assert.deepEqual(leesLijst(nothing), []);
  });

  it("nothing is dropped in silence: a list that is too long, a joined note, a long diary", () => {
    const many = Array.from({ length: MEEST + 1 }, (_, n) => saved(`breda/stage-${n}`, { notitie: "x".repeat(4001) }));
    assert.deepEqual(leesLijst(many), many);
    const diary = Array.from({ length: 101 }, (_, n) => ({ op: "2026-11-02", wat: `stap ${n}` }));
    assert.equal(leesLijst([saved("a/a", { dagboek: diary })])[0].dagboek.length, 101);
    assert.match(teVeel(203), /passen 200 stages .* 203, dus er is niets toegevoegd\./);
  });

  it("putting a diary in order leaves the list that was given as it was", () => {
    const diary = [{ op: "2026-11-05", wat: "b" }, { op: "2026-11-02", wat: "a" }];
    assert.deepEqual(opVolgorde(diary).map(({ wat }) => wat), ["a", "b"]);
    assert.deepEqual(diary.map(({ wat }) => wat), ["b", "a"]);
  });
});

describe("ids in an address", () => {
  it("broken ids are left out, each stands once, and the rest keeps its order", () => {
    assert.deepEqual(leesSleutels("breda/x,,<b>,Breda/x,breda/x,a/b/c, tilburg/y ,__proto__/x", 30), ["breda/x", "tilburg/y"]);
    assert.deepEqual(leesSleutels(null, 4), []);
    assert.deepEqual(leesSleutels("a/a,b/b,c/c", 2), ["a/a", "b/b"]);
  });

  it("a shared address holds at most thirty ids and is read as it was written", () => {
    const many = Array.from({ length: 40 }, (_, n) => `breda/stage-${n}`);
    const asked = new URL(deelAdres("https://x.nl/bewaard/", many)).searchParams.get("lijst");
    assert.deepEqual(leesSleutels(asked, 99), many.slice(0, 30));
  });
});

describe("how a saved vacancy stands today", () => {
  const noon = new Date("2026-11-25T12:00:00+01:00");

  it("a passed closing day says closed, whether today's data are there or not", () => {
    for (const known of [undefined, null, item("a/b", { sluit: "2026-11-25T00:00:00+01:00" })]) {
      const { badge, zin } = stand(saved("a/b"), known, noon);
      assert.equal(badge, "Gesloten");
      assert.match(zin, /^Gesloten sinds je hem bewaarde\..*24 november 2026\.$/);
    }
  });

  it("one that is gone before its closing day is not called closed", () => {
    assert.equal(stand(saved("a/b", { sluit: "2026-12-24" }), null, noon).badge, "Niet meer open");
    assert.equal(stand(saved("a/b", { sluit: "" }), null, noon).badge, "Niet meer open");
  });

  it("without today's data an open one keeps the closing day that was stored", () => {
    assert.deepEqual(stand(saved("a/b", { sluit: "2026-12-24" }), undefined, noon), { badge: "", zin: "Sluit 24 december" });
    assert.deepEqual(stand(saved("a/b", { sluit: "" }), undefined, noon), { badge: "", zin: "" });
  });

  it("a closing day that was moved later keeps the vacancy open", () => {
    assert.deepEqual(stand(saved("a/b"), item("a/b"), noon), { badge: "", zin: "Sluit 1 december" });
  });
});

describe("two lists as one", () => {
  it("own words stay, what is new joins them, and doing it twice changes nothing", () => {
    const own = [saved("a/a", { notitie: "mijn", dagboek: [{ op: "2026-11-05", wat: "Gesprek" }] })];
    const more = [saved("a/a", { notitie: "ander", dagboek: [{ op: "2026-11-02", wat: "Gereageerd" }, { op: "2026-11-05", wat: "Gesprek" }] }), saved("b/b")];
    const once = samen(own, more);
    assert.deepEqual(once.map(({ sleutel }) => sleutel), ["a/a", "b/b"]);
    assert.equal(once[0].notitie, "mijn\nander");
    assert.deepEqual(once[0].dagboek.map(({ wat }) => wat), ["Gereageerd", "Gesprek"]);
    assert.deepEqual(samen(once, more), once);
  });

  it("a former id becomes today's and keeps note and diary; two that became one are joined", () => {
    const diary = [{ op: "2026-11-05", wat: "Gesprek" }];
    const list = [saved("oud/x", { notitie: "n", dagboek: diary }), saved("nieuw/x", { notitie: "m" }), saved("weg/x")];
    const now = bijgewerkt(list, new Map([["oud/x", item("nieuw/x")], ["nieuw/x", item("nieuw/x")], ["weg/x", null]]));
    assert.deepEqual(now.map(({ sleutel }) => sleutel), ["nieuw/x", "weg/x"]);
    assert.equal(now[0].notitie, "n\nm");
    assert.deepEqual(now[0].dagboek, diary);
    assert.equal(now[0].sluit, "2026-12-01");
    assert.equal(now[0].titel, "Nieuw");
    assert.deepEqual(now[1], saved("weg/x"));
  });
});

describe("a file", () => {
  it("what was written is read again", () => {
    const list = [saved("a/a", { notitie: 'tekst met "aanhaling" en é' })];
    assert.deepEqual(leesBestand(JSON.stringify({ stages: list })), { lijst: list, fout: "" });
  });

  it("a broken, foreign, empty or huge file gives a sentence and no list", () => {
    for (const [text, says] of [
      ["", /beschadigd/],
      ["{", /beschadigd/],
      ["null", /geen bewaarde stages/],
      ["[1,2]", /geen bewaarde stages/],
      ['{"stages":[{"sleutel":"<b>"}]}', /geen bewaarde stages/],
      [`"${"x".repeat(1024 * 1024 + 1)}"`, /te groot/],
    ]) {
      const { lijst, fout } = leesBestand(/** @type {string} */ (text));
      assert.deepEqual(lijst, []);
      assert.match(fout, /** @type {RegExp} */ (says));
    }
  });
});

describe("rows of the comparison", () => {
  /** @param {Item | null} known @param {Bewaard | null} [eigen] */
  const column = (known, eigen = null) => ({ sleutel: "a/a", titel: "T", wie: "W", adres: "", item: known, eigen });
  /** @param {[string, string][]} feiten @param {Item["past"]} [past] */
  const facts = (feiten, past = null) => column(item("a/a", { feiten, past }));

  it("a row differs when not all cells are the same, also when one lacks the fact", () => {
    const rows = rijen([facts([["Soort", "Bpv"], ["Uren", "32"]]), facts([["Soort", "Bpv"], ["Uren", "28"], ["VOG", "Nodig"]])]);
    assert.deepEqual(rows, [
      { naam: "Soort", cellen: ["Bpv", "Bpv"], verschilt: false },
      { naam: "Uren", cellen: ["32", "28"], verschilt: true },
      { naam: "VOG", cellen: ["", "Nodig"], verschilt: true },
    ]);
  });

  it("the fit comes first when a period is known, and only then", () => {
    const fit = { fit: /** @type {const} */ ("past"), zin: "20 van je 20 weken.", periode: 0 };
    assert.equal(rijen([facts([["Uren", "32"]], fit), facts([["Uren", "32"]])])[0].naam, "Jouw periode");
    assert.equal(rijen([facts([["Uren", "32"]]), facts([["Uren", "32"]])])[0].naam, "Uren");
  });

  it("the row Sluit does not say its name again, and one that is in no list any more still has its closing day", () => {
    assert.deepEqual(rijen([facts([["Sluit", "Sluit 1 december 2026"]]), column(null, saved("a/a"))])[0].cellen, ["1 december 2026", "24 november 2026"]);
  });
});
