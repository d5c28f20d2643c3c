import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { describe, it } from "node:test";
import { STAP, isLeeg, leesStaat, metKeuze, schoon, schrijfStaat, telKeuzes, volgorde } from "../../theme/assets/js/adres.js";

const require = createRequire(new URL("../browser/", import.meta.url));
const fc = /** @type {typeof import("../browser/node_modules/fast-check/lib/fast-check.js")} */ (require("fast-check"));

/** @type {import("../../theme/assets/js/adres.js").Staat} */
const LEEG = { q: "", keuzes: {}, sorteer: "", vanaf: "", toon: STAP };
const waarde = fc.stringMatching(/^[a-z0-9][a-z0-9_/-]{0,20}$/);
const facet = fc.constantFrom("vakgebied", "niveau", "organisatie", "past", "constructor", "valueof");

describe("the state of a list in its address", () => {
  it("an address without a question is the usual list, and the usual list has no question", () => {
    assert.deepEqual(leesStaat(""), LEEG);
    assert.equal(schrijfStaat(leesStaat("")), "");
  });

  it("repeated keys, order, place and number are read and written back as they were", () => {
    const zoek = "?q=sociale+media&vakgebied=ict&vakgebied=communicatie&niveau=hbo&sorteer=dichtbij&vanaf=breda&toon=40";
    const staat = leesStaat(zoek);
    assert.deepEqual(staat, { q: "sociale media", keuzes: { vakgebied: ["ict", "communicatie"], niveau: ["hbo"] }, sorteer: "dichtbij", vanaf: "breda", toon: 40 });
    assert.equal(schrijfStaat(staat), zoek);
  });

  it("what goes without saying is not written: the usual order, the first twenty, a place that does not count", () => {
    assert.equal(schrijfStaat({ ...LEEG, sorteer: "sluit" }), "");
    assert.equal(schrijfStaat({ ...LEEG, q: "boa", sorteer: "best", vanaf: "breda", toon: 20 }), "?q=boa");
    assert.equal(schrijfStaat({ ...LEEG, q: "boa", sorteer: "sluit" }), "?q=boa&sorteer=sluit");
  });

  it("the best match is an order only for who searches words", () => {
    assert.equal(volgorde({ ...LEEG, sorteer: "best" }), "sluit");
    assert.equal(volgorde({ ...LEEG, q: "  " }), "sluit");
    assert.equal(volgorde({ ...LEEG, q: "boa" }), "best");
    assert.equal(volgorde({ ...LEEG, q: "boa", sorteer: "nieuw" }), "nieuw");
  });

  it("broken values are left out and the rest is kept", () => {
    const staat = leesStaat("?niveau=hbo&niveau=%00&Niveau=wo&__proto__=x&vakgebied=../ict&sorteer=duurst&vanaf=<b>&toon=-3&q=%22%3Cb%3E%F0%9F%98%80");
    assert.deepEqual(staat, { ...LEEG, q: '"<b>😀', keuzes: { niveau: ["hbo"] } });
    assert.equal(leesStaat(`?q=${"x".repeat(10_000)}`).q.length, 200);
    assert.equal(leesStaat("?toon=999999").toon, 2000);
    assert.equal(leesStaat("?toon=21").toon, 40);
  });

  it("what the data do not know is left out, and a facet without values with it", () => {
    const namen = new Map([["niveau", new Map([["hbo", "hbo"]])]]);
    const staat = schoon(leesStaat("?niveau=hbo&niveau=phd&kleur=rood&sorteer=dichtbij&vanaf=parijs"), namen, new Set(["breda"]));
    assert.deepEqual(staat.keuzes, { niveau: ["hbo"] });
    assert.equal(staat.vanaf, "");
  });

  it("a choice is added at the end of its facet, and taken away without a trace; the given state stays as it is", () => {
    const was = { niveau: ["hbo"], soort: ["bpv"] };
    assert.deepEqual(metKeuze(was, "niveau", "wo", true), { niveau: ["hbo", "wo"], soort: ["bpv"] });
    assert.deepEqual(metKeuze(was, "niveau", "hbo", false), { soort: ["bpv"] });
    assert.deepEqual(was, { niveau: ["hbo"], soort: ["bpv"] });
    assert.equal(telKeuzes(was), 2);
    assert.ok(isLeeg(LEEG) && !isLeeg({ ...LEEG, keuzes: was }));
  });

  it("every state that can be read comes back from what is written of it", () => {
    const keuzes = fc.uniqueArray(fc.tuple(facet, fc.uniqueArray(waarde, { minLength: 1, maxLength: 5 })), { selector: ([naam]) => naam, maxLength: 4 }).map((paren) => Object.fromEntries(paren));
    const staat = fc.record({
      q: fc.string({ unit: "grapheme", maxLength: 30 }).map((tekst) => tekst.trim()),
      keuzes,
      sorteer: fc.constantFrom("", "sluit", "nieuw", "dichtbij", "best"),
      vanaf: waarde,
      toon: fc.integer({ min: 1, max: 100 }).map((keer) => keer * STAP),
    });
    fc.assert(
      fc.property(staat, (een) => {
        const gelezen = leesStaat(schrijfStaat(een));
        assert.deepEqual(leesStaat(schrijfStaat(gelezen)), gelezen);
        assert.equal(gelezen.q, een.q);
        assert.deepEqual(gelezen.keuzes, een.keuzes);
        assert.equal(volgorde(gelezen), volgorde(een));
      }),
    );
  });

  it("no address makes it fail", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), (zoek) => leesStaat(`?${zoek}`).toon >= STAP));
  });
});
