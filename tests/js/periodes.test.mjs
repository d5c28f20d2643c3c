import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { hoortBij, telzin } from "../../theme/assets/js/periodes.js";

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
