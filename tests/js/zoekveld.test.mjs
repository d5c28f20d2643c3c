import assert from "node:assert/strict";
import { test } from "node:test";

import { beste, kaal, past } from "../../theme/assets/js/zoekveld.js";

/** @type {import("../../theme/assets/js/zoekveld.js").Weg[]} */
const WEGEN = [
  ["Toezicht en handhaving", "vacatures/vakgebied/handhaving/", "handhaving", "boa", "HTV"],
  ["mbo-4", "vacatures/niveau/mbo-4/", "mbo4", "niveau 4"],
  ["Breda", "vacatures/organisatie/breda/", "Gemeente Breda"],
  ["Het hele jaar", "vacatures/periode/doorlopend/", "doorlopend"],
  ["Ruimte, wonen en bouwen", "vacatures/vakgebied/ruimte-bouwen/", "energie", "coördinator wonen"],
];

/** @param {string} vraag */
const adres = (vraag) => beste(WEGEN, vraag)?.[1] ?? null;

test("accents, capitals and punctuation do not matter", () => {
  assert.equal(kaal("  Coördinator-Wonen! "), "coordinator wonen");
  assert.equal(adres("COORDINATOR"), "vacatures/vakgebied/ruimte-bouwen/");
});

test("a synonym leads to its field, a place to its organisation, a level to its level", () => {
  assert.equal(adres("boa"), "vacatures/vakgebied/handhaving/");
  assert.equal(adres("breda"), "vacatures/organisatie/breda/");
  assert.equal(adres("niveau 4"), "vacatures/niveau/mbo-4/");
  assert.equal(adres("mbo 4"), "vacatures/niveau/mbo-4/");
});

test("a word inside a longer question is found", () => {
  assert.equal(adres("stage als boa"), "vacatures/vakgebied/handhaving/");
});

test("the beginning of a word is enough from three letters", () => {
  assert.equal(adres("handh"), "vacatures/vakgebied/handhaving/");
  assert.equal(past("handhaving", "ha"), 0);
});

test("nonsense, emptiness and markup lead nowhere", () => {
  for (const vraag of ["", "   ", "qqqq", "<script>", "🙂"]) assert.equal(adres(vraag), null);
});
