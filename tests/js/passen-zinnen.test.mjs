import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, it } from "node:test";

import { dagVan, isoVan } from "../../theme/assets/js/dagen.js";
import { oordeel, weken, zin } from "../../theme/assets/js/passen.js";

const browser = createRequire(new URL("../browser/package.json", import.meta.url));
const { parse } = browser("yaml");
const fc = browser("fast-check");

/** @typedef {import("../../theme/assets/js/zoek/soorten.js").Vraagt} Vraagt */
/** @typedef {import("../../theme/assets/js/zoek/soorten.js").Slot} Slot */

/** @type {Record<string, {span: any, slot?: any, zin?: string}>} */
const CASES = parse(readFileSync(new URL("../cases/past.yml", import.meta.url), "utf8"));
const ORDER = ["niet", "bijna", "past"];
const WEEK = ["ma", "di", "wo", "do", "vr"];
const START = dagVan("2026-09-01");

/** @param {any} span @returns {Vraagt} */
const asked = ({ start, end, flexible = false, short = false, days }) => ({ start: start ? dagVan(start) : -1, eind: end ? dagVan(end) : -1, flex: flexible, kort: short, dagen: days });

/** @param {any} [slot] @returns {Slot} */
const had = ({ start, end, days_per_week = 5, school_days = [] } = { start: "2027-02-01", end: "2027-06-25" }) => ({ naam: "", start, eind: end, dagen: days_per_week, lesdagen: school_days });

describe("zin: a case with a sentence gives exactly that sentence", () => {
  const told = Object.entries(CASES).filter(([, { zin: sentence }]) => sentence);
  assert.ok(told.length > 15);
  for (const [name, { span, slot, zin: sentence }] of told) it(name, () => assert.equal(zin(oordeel(asked(span), had(slot)), asked(span)), sentence));
});

const day = fc.integer({ min: START, max: START + 700 });
const vacancy = fc
  .tuple(day, fc.integer({ min: 0, max: 300 }), fc.boolean(), fc.boolean(), fc.subarray(WEEK, { minLength: 1 }))
  .map((/** @type {[number, number, boolean, boolean, string[]]} */ [start, length, flex, kort, dagen]) => ({ start, eind: start + length, flex, kort, dagen }));
const period = fc
  .tuple(day, fc.integer({ min: 6, max: 300 }), fc.integer({ min: 1, max: 5 }), fc.subarray(WEEK, { maxLength: 3 }))
  .map((/** @type {[number, number, number, string[]]} */ [start, length, dagen, lesdagen]) => ({ naam: "", start: isoVan(start), eind: isoVan(start + length), dagen, lesdagen }));

describe("fit with school days and days a week, whatever the dates", () => {
  it("looking back in time instead of forward gives the same weeks and the same answer", () => {
    fc.assert(
      fc.property(vacancy, period, (/** @type {Vraagt} */ span, /** @type {Slot} */ slot) => {
        const mirror = 2 * START;
        const back = { ...slot, start: isoVan(mirror - dagVan(slot.eind)), eind: isoVan(mirror - dagVan(slot.start)) };
        const [forward, backward] = [oordeel(span, slot), oordeel({ ...span, start: mirror - span.eind, eind: mirror - span.start }, back)];
        assert.deepEqual([backward.fit, backward.weken], [forward.fit, forward.weken]);
      }),
    );
  });

  it("a school day less or a free day more never makes it worse", () => {
    fc.assert(
      fc.property(vacancy, period, (/** @type {Vraagt} */ span, /** @type {Slot} */ slot) => {
        const rank = (/** @type {Slot} */ one) => ORDER.indexOf(oordeel(span, one).fit);
        assert.ok(rank({ ...slot, lesdagen: slot.lesdagen.slice(1) }) >= rank(slot));
        assert.ok(rank({ ...slot, dagen: slot.dagen + 1 }) >= rank(slot));
      }),
    );
  });

  it("no shared week never fits, and a vacancy all year is never a misfit", () => {
    fc.assert(
      fc.property(vacancy, period, (/** @type {Vraagt} */ span, /** @type {Slot} */ slot) => {
        const found = oordeel(span, slot);
        if (found.weken === 0) assert.equal(found.fit, "niet");
        assert.notEqual(oordeel({ ...span, start: -1, eind: -1 }, slot).fit, "niet");
      }),
    );
  });

  it("every sentence is whole: a capital or number first, one full stop last, no gaps", () => {
    fc.assert(
      fc.property(vacancy, period, fc.boolean(), (/** @type {Vraagt} */ span, /** @type {Slot} */ slot, /** @type {boolean} */ ongoing) => {
        const one = ongoing ? { ...span, start: -1, eind: -1 } : span;
        const text = zin(oordeel(one, slot), one);
        assert.match(text, /^[A-Z0-9].*[a-z]\.$/);
        assert.doesNotMatch(text, /\s\s|\.\.|undefined|NaN|-\d|\b0 w|\b1 weken/);
      }),
    );
  });

  it("whole weeks: a few days are one, and the nearest number counts", () => {
    assert.deepEqual([0, 1, 10, 11, 17, 18, 24, 25].map((days) => weken(0, days - 1)), [0, 1, 1, 2, 2, 3, 3, 4]);
  });
});
