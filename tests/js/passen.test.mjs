import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, it } from "node:test";

import { dagVan, datum, datumVol, isoVan, vandaag } from "../../theme/assets/js/dagen.js";
import { beste, oordeel, weken, zin } from "../../theme/assets/js/passen.js";

const browser = createRequire(new URL("../browser/package.json", import.meta.url));
const { parse } = browser("yaml");
const fc = browser("fast-check");

/** @typedef {import("../../theme/assets/js/zoek/soorten.js").Slot} Slot */
/** @typedef {import("../../theme/assets/js/zoek/soorten.js").Vraagt} Vraagt */

/** @type {Record<string, {span: any, slot?: any, result: any}>} */
const CASES = parse(readFileSync(new URL("../cases/past.yml", import.meta.url), "utf8"));
const ORDER = ["niet", "bijna", "past"];

/** @param {any} span @returns {Vraagt} */
const asked = (span) => ({
  start: span.start ? dagVan(span.start) : -1,
  eind: span.end ? dagVan(span.end) : -1,
  flex: span.flexible ?? false,
  kort: span.short ?? false,
  dagen: span.days,
});
/** @param {any} [slot] @returns {Slot} */
const has = (slot = { start: "2027-02-01", end: "2027-06-25" }) => ({
  naam: "",
  start: slot.start,
  eind: slot.end,
  dagen: slot.days_per_week ?? 5,
  lesdagen: slot.school_days ?? [],
});

describe("fit: the rule of the build, in the browser", () => {
  for (const [sentence, { span, slot, result }] of Object.entries(CASES)) {
    it(sentence, () => {
      const found = oordeel(asked(span), has(slot));
      assert.deepEqual(found, {
        fit: result.fit,
        weken: result.weeks,
        van_weken: result.of_weeks,
        verschuiving: result.shift,
        botst: result.clash ?? [],
        dagen_tekort: result.days_short ?? 0,
      });
      assert.match(zin(found, asked(span)), /^[A-Z0-9].*\.$/);
    });
  }
});

const DAY = fc.integer({ min: dagVan("2026-01-01"), max: dagVan("2028-12-31") });
const SPAN = fc
  .record({ start: DAY, lang: fc.integer({ min: 0, max: 300 }), flex: fc.boolean(), kort: fc.boolean() })
  .map((/** @type {any} */ { start, lang, flex, kort }) => ({ start, eind: start + lang, flex, kort, dagen: ["ma"] }));
const SLOT = fc
  .record({ start: DAY, lang: fc.integer({ min: 6, max: 300 }) })
  .map((/** @type {any} */ { start, lang }) => ({ naam: "", start: isoVan(start), eind: isoVan(start + lang), dagen: 5, lesdagen: [] }));

describe("fit, whatever the dates", () => {
  it("moving both by the same days changes nothing but the words", () => {
    fc.assert(
      fc.property(SPAN, SLOT, fc.integer({ min: 1, max: 400 }), (/** @type {Vraagt} */ span, /** @type {Slot} */ slot, /** @type {number} */ days) => {
        const moved = { ...slot, start: isoVan(dagVan(slot.start) + days), eind: isoVan(dagVan(slot.eind) + days) };
        assert.deepEqual(oordeel({ ...span, start: span.start + days, eind: span.eind + days }, moved), oordeel(span, slot));
      }),
    );
  });

  it("a vacancy that is longer on both sides never fits worse, when it is meant to fill the period", () => {
    fc.assert(
      fc.property(SPAN, SLOT, fc.nat(100), (/** @type {Vraagt} */ span, /** @type {Slot} */ slot, /** @type {number} */ more) => {
        const whole = { ...span, kort: false };
        const longer = { ...whole, start: whole.start - more, eind: whole.eind + more };
        assert.ok(ORDER.indexOf(oordeel(longer, slot).fit) >= ORDER.indexOf(oordeel(whole, slot).fit));
      }),
    );
  });

  it("flexible dates never fit worse than fixed ones", () => {
    fc.assert(
      fc.property(SPAN, SLOT, (/** @type {Vraagt} */ span, /** @type {Slot} */ slot) => {
        const loose = oordeel({ ...span, flex: true }, slot).fit;
        assert.ok(ORDER.indexOf(loose) >= ORDER.indexOf(oordeel({ ...span, flex: false }, slot).fit));
      }),
    );
  });

  it("the best of several periods is at least as good as each", () => {
    fc.assert(
      fc.property(SPAN, fc.array(SLOT, { minLength: 1, maxLength: 4 }), (/** @type {Vraagt} */ span, /** @type {Slot[]} */ slots) => {
        const top = beste(span, slots);
        assert.ok(top);
        for (const slot of slots) assert.ok(ORDER.indexOf(top.uitkomst.fit) >= ORDER.indexOf(oordeel(span, slot).fit));
        assert.deepEqual(oordeel(span, /** @type {Slot} */ (slots[top.periode])), top.uitkomst);
      }),
    );
  });

  it("without periods there is no answer", () => {
    assert.equal(beste(asked({ days: ["ma"] }), []), null);
  });
});

describe("the words of the fit", () => {
  const slot = has({ start: "2027-02-08", end: "2027-06-25", days_per_week: 4, school_days: ["di"] });
  /** @param {any} span */
  const words = (span) => zin(oordeel(asked(span), slot), asked(span));

  it("counts the student's own weeks", () => {
    assert.equal(words({ start: "2027-02-15", end: "2027-06-25", days: ["ma"] }), "19 van je 20 weken; start 1 week na het begin van je periode.");
  });
  it("names the day of school that clashes", () => {
    assert.equal(words({ start: "2027-02-08", end: "2027-06-25", days: ["ma", "di"] }), "De weken kloppen, maar dinsdag is jouw lesdag.");
  });
  it("says when it starts after the period", () => {
    assert.match(words({ start: "2027-08-30", end: "2027-12-24", days: ["ma"] }), /^Start op 30 augustus 2027, \d+ weken na jouw periode\.$/);
  });
  it("says that a place all year has no start", () => {
    assert.equal(words({ days: ["ma"] }), "Je kunt op elk moment beginnen.");
  });
});

describe("days", () => {
  it("a day is a number and back, over both changes of the clock", () => {
    for (const day of ["2026-03-29", "2026-10-25", "2027-03-28", "2028-02-29"]) assert.equal(isoVan(dagVan(day)), day);
    assert.equal(dagVan("2026-10-26") - dagVan("2026-10-25"), 1);
    assert.ok(Number.isNaN(dagVan("2026-1-1")) && Number.isNaN(dagVan("gisteren")));
  });
  it("today is the day in the Netherlands", () => {
    assert.equal(isoVan(vandaag(new Date("2026-11-20T23:30:00Z"))), "2026-11-21");
    assert.equal(isoVan(vandaag(new Date("2026-07-01T21:59:00Z"))), "2026-07-01");
  });
  it("reads as people write it", () => {
    assert.equal(datum(dagVan("2026-11-24")), "24 november");
    assert.equal(datumVol(dagVan("2027-01-04")), "4 januari 2027");
    assert.equal(weken(dagVan("2027-02-01"), dagVan("2027-02-02")), 1);
  });
});
