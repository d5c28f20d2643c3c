import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { SLEUTEL, naam, volgende } from "../../theme/assets/js/kleurschema.js";

describe("the scheme switch", () => {
  it("goes to and fro", () => {
    assert.equal(volgende("light"), "dark");
    assert.equal(volgende("dark"), "light");
  });

  it("is named by what a press does", () => {
    assert.equal(naam("light"), "Donker scherm");
    assert.equal(naam("dark"), "Licht scherm");
  });

  it("keeps its choice under a name of this site, as the addresses of one host share a store", () => {
    assert.match(SLEUTEL, /^stageportaal\./);
  });
});
