import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, it } from "node:test";

import { raak, stam, vouw, vouwRuim } from "../../theme/assets/js/zoek/vouw.js";

const browser = createRequire(new URL("../browser/package.json", import.meta.url));
const { parse } = browser("yaml");
const fc = /** @type {typeof import("../browser/node_modules/fast-check/lib/fast-check.js")} */ (browser("fast-check"));

/** @type {Record<string, {tekst: string, woorden: string[]}>} */
const CASES = parse(readFileSync(new URL("../cases/vouwen.yml", import.meta.url), "utf8"));
const anything = fc.string({ unit: "grapheme", maxLength: 60 });

describe("vouw: text into words, as the build does it", () => {
  for (const [name, { tekst, woorden }] of Object.entries(CASES)) it(name, () => assert.deepEqual(vouw(tekst), woorden));

  it("folding what is folded changes nothing", () => {
    fc.assert(fc.property(anything, (text) => assert.deepEqual(vouw(vouw(text).join(" ")), vouw(text))));
  });

  it("a word with a hyphen is also found as one word", () => {
    assert.deepEqual(vouwRuim("Afstudeer-stage, mbo-4"), ["afstudeer", "stage", "mbo", "4", "afstudeerstage", "mbo4"]);
    assert.deepEqual(vouwRuim("twee woorden"), ["twee", "woorden"]);
  });
});

describe("stam: one stem for the forms of a Dutch word", () => {
  for (const forms of ["krant kranten", "brief brieven", "boom bomen", "huis huizen", "straat straten", "wijk wijken", "inwoner inwoners", "vergunning vergunningen", "onderzoek onderzoeken", "school scholen", "brug bruggen", "mogelijkheid mogelijkheden"]) {
    it(forms, () => assert.equal(new Set(forms.split(" ").map(stam)).size, 1));
  }

  it("different words keep different stems", () => {
    const words = ["krant", "kaart", "brief", "boom", "wijk", "plan", "hbo", "mbo4", "recht", "ict", "bus", "gas"];
    assert.equal(new Set(words.map(stam)).size, words.length);
  });
});

describe("raak: what to mark in a title", () => {
  /** @param {string} title @param {string[]} words */
  const marked = (title, ...words) => raak(title, words).map(([from, to]) => title.slice(from, to));

  it("marks a word and its beginning, with the letters as they are written", () => {
    assert.deepEqual(marked("Coördineer één Wijkkrant", "coordineer", "een"), ["Coördineer", "één"]);
    assert.deepEqual(marked("Werk mee aan werk", "werk"), ["Werk", "werk"]);
  });

  it("marks a long word inside another and a short one only where a word begins", () => {
    assert.deepEqual(marked("Onderzoek de wijkkrant", "krant"), ["krant"]);
    assert.deepEqual(marked("Onderzoek de onderdoorgang", "de"), ["de"]);
  });

  it("marks over an apostrophe", () => assert.deepEqual(marked("Op pad met de boa's", "boas"), ["boa's"]));

  it("leaves out an apostrophe at the end of what was meant", () => {
    assert.deepEqual(marked("Op pad met de boa's", "boa"), ["boa"]);
    assert.deepEqual(marked("De foto’s van ‘morgen’", "foto", "morgen"), ["foto", "morgen"]);
  });

  it("gives parts in order, apart and inside the title, whatever comes", () => {
    fc.assert(
      fc.property(anything, fc.array(anything, { maxLength: 5 }), (title, words) => {
        let last = -1;
        for (const [from, to] of raak(title, words.flatMap(vouw))) {
          assert.ok(from > last && to > from && to <= title.length);
          last = to;
        }
      }),
    );
  });
});
