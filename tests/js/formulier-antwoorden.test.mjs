import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, it } from "node:test";

import { dagVan } from "../../theme/assets/js/dagen.js";
import { leesConcept, record, telt, vanRecord } from "../../theme/assets/js/formulier/antwoorden.js";
import { bewaar, leesBewaard, volg } from "../../theme/assets/js/formulier/concept.js";
import { getallen } from "../../theme/assets/js/formulier/getallen.js";
import { kijkNa, stapVan } from "../../theme/assets/js/formulier/nakijken.js";
import { plekVan, zinVan } from "../../theme/assets/js/formulier/vragen.js";
import { SITE } from "../browser/server.mjs";

/** @type {import("../../theme/assets/js/formulier/soorten.js").Gegevens} */
const gegevens = JSON.parse(readFileSync(`${SITE}/assets/formulier/vacature.json`, "utf8"));
const TODAY = dagVan("2026-11-21");
const { parse } = createRequire(new URL("../browser/package.json", import.meta.url))("yaml");
/** What a number can mean that somebody typed: the generator keeps to the same table. @type {Record<string, string[]>} */
const NUMBERS = parse(readFileSync(new URL("../cases/getallen.yml", import.meta.url), "utf8"));

/** @param {Record<string, unknown>} antwoorden @param {Record<string, unknown>} [wegen] */
const draft = (antwoorden, wegen = {}) => leesConcept(gegevens, { thuis: "breda", antwoorden, wegen });
/** @param {string} typed */
const hours = (typed) => record(gegevens, draft({ uren_per_week: typed })).uren_per_week;
/** @param {string} typed */
const amount = (typed) => record(gegevens, draft({ "vergoeding.bedrag": typed }, { vergoeding: 1 })).vergoeding?.bedrag;

describe("answers", () => {
  it("a number is taken when it can mean one thing, and stays as it was typed otherwise", () => {
    for (const [typed, meanings] of Object.entries(NUMBERS)) {
      const [one, ...more] = meanings;
      const sure = one !== undefined && more.length === 0;
      assert.deepEqual(getallen(typed), meanings, `"${typed}"`);
      if (!typed.trim()) continue;
      assert.equal(amount(typed), sure ? one : typed.trim(), `"${typed}" as an amount`);
      assert.equal(hours(typed), sure && !one.includes(".") ? one : typed.trim(), `"${typed}" as hours`);
    }
  });

  it("a number of a record comes with the comma that people type, and goes back with its point", () => {
    const concept = vanRecord(gegevens, { begeleiding: { uren_per_week: "2.25" } }, "breda");
    assert.equal(concept.antwoorden["begeleiding.uren_per_week"], "2,25");
    assert.equal(record(gegevens, concept).begeleiding.uren_per_week, "2.25");
  });

  it("an answer of another shape than the question has, or a way that is no number, is left out", () => {
    const { antwoorden, wegen } = draft({ niveaus: "hbo", titel: ["x"], taken: "Je luistert.", leerjaren: { 0: "3" }, afdeling: "Groen" }, { vergoeding: "map", periode: "0" });
    assert.deepEqual(antwoorden, { afdeling: "Groen" });
    assert.deepEqual(wegen, { periode: 0 });
  });
});

/** Answers of every shape, right ones and wrong ones. @returns {Generator<import("../../theme/assets/js/formulier/antwoorden.js").Concept>} */
function* oddDrafts() {
  const odd = [null, 3, "", [], {}, ["x"], "map", "constructor", -1, 1.5, "true", ["hbo", "hbo"], ["mbo-4"], "2027-02-30", "2026-01-02", "1.000", "mevrouw Jansen [[x]]", "organisatie", "bbl", ["ma", "za"], ["avans/communicatie"]];
  const names = gegevens.stappen.flatMap(({ vragen }) => vragen.map(({ pad }) => pad.join(".")));
  for (let turn = 1; turn <= odd.length; turn += 1) {
    for (let from = 0; from < odd.length; from += 1) {
      const answers = Object.fromEntries(names.map((name, place) => [name, odd[(place * turn + from) % odd.length]]));
      yield leesConcept(gegevens, { thuis: turn % 2 ? "breda" : odd[from], antwoorden: answers, wegen: { periode: odd[from], vergoeding: turn % 4 } });
    }
  }
}

describe("looking over", () => {
  it("finds in any draft only what a question on the screen can show", () => {
    const asked = (/** @type {import("../../theme/assets/js/formulier/antwoorden.js").Concept} */ concept) =>
      new Set([gegevens.thuis.naam, ...Object.keys(gegevens.wegen), ...gegevens.stappen.flatMap(({ vragen }) => vragen.filter((vraag) => telt(gegevens, concept, vraag)).map(({ pad }) => pad.join(".")))]);
    const codes = new Set();
    for (const concept of oddDrafts()) {
      const places = asked(concept);
      for (const bevinding of kijkNa(gegevens, concept, TODAY)) {
        codes.add(bevinding.code);
        assert.ok(places.has(plekVan(bevinding)), `${bevinding.code} at ${plekVan(bevinding)}`);
        assert.ok(zinVan(bevinding).length > 10, bevinding.code);
      }
    }
    assert.ok(codes.size >= 20, [...codes].join(" "));
  });

  it("says in the words of a form what to do, at the question where people look", () => {
    const found = kijkNa(gegevens, draft({ niveaus: ["mbo-4"] }), TODAY).find(({ code }) => code === "sbb_ontbreekt");
    assert.deepEqual([found?.pad, found?.uitweg], [["sbb", "status"], "Kies hoe ver de erkenning is."]);
  });

  it("a last day that is over is an error, and today is not", () => {
    const said = (/** @type {string} */ day) => kijkNa(gegevens, draft({ publiceren_op: "2026-11-02", sluit_op: day, "periode.eind": day }), TODAY).filter(({ code }) => code === "voorbij").map(({ pad }) => pad.join("."));
    assert.deepEqual(said("2026-11-20"), ["sluit_op", "periode.eind"]);
    assert.deepEqual(said("2026-11-21"), []);
  });

  it("a last day that is wrong in another way is named once", () => {
    const at = kijkNa(gegevens, draft({ "periode.start": "2027-02-01", "periode.eind": "2026-02-01" }), TODAY).filter(({ pad }) => pad.join(".") === "periode.eind");
    assert.deepEqual(at.map(({ code }) => code), ["einde_voor_begin"]);
  });

  it("every finding of an empty form belongs to a step that has its question", () => {
    for (const { pad } of kijkNa(gegevens, leesConcept(gegevens, null), TODAY)) {
      const name = String(pad[0]);
      const home = name === gegevens.thuis.naam ? 0 : gegevens.stappen.findIndex(({ vragen }) => vragen.some((vraag) => vraag.pad[0] === name));
      assert.equal(stapVan(gegevens, name), home, name);
      assert.ok(home >= 0, name);
    }
  });
});

describe("the draft on this device", () => {
  /** @type {Map<string, string>} */
  const stored = new Map();
  const window = new EventTarget();
  Object.assign(globalThis, {
    localStorage: { getItem: (/** @type {string} */ name) => stored.get(name) ?? null, setItem: (/** @type {string} */ name, /** @type {string} */ text) => stored.set(name, text), removeItem: (/** @type {string} */ name) => stored.delete(name) },
    document: { visibilityState: "visible" },
    addEventListener: window.addEventListener.bind(window),
  });

  it("calls when another tab wrote it or threw it away, and not for what this tab wrote itself", () => {
    let calls = 0;
    assert.equal(leesBewaard(), null);
    volg(() => {
      calls += 1;
      leesBewaard();
    });
    const tell = () => window.dispatchEvent(new Event("storage"));
    assert.ok(bewaar(draft({ afdeling: "Groen" })));
    tell();
    assert.equal(calls, 0);
    stored.set("stageportaal.formulier", "{}");
    tell();
    tell();
    assert.equal(calls, 1);
    stored.clear();
    window.dispatchEvent(new Event("pageshow"));
    assert.equal(calls, 2);
  });

  it("that is no JSON is none", () => {
    stored.set("stageportaal.formulier", "{kapot");
    assert.equal(leesBewaard(), null);
  });
});
