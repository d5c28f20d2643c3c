import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { describe, it } from "node:test";

import { isoVan } from "../../theme/assets/js/dagen.js";
import { beste, weken } from "../../theme/assets/js/passen.js";
import { LANGUAGE, ORGANISATIONS, TODAY, made, question, searcher } from "./zoekdata.mjs";

const browser = createRequire(new URL("../browser/package.json", import.meta.url));
const fc = /** @type {typeof import("../browser/node_modules/fast-check/lib/fast-check.js")} */ (browser("fast-check"));

/** @typedef {import("./zoekdata.mjs").Made} Made */
/** @typedef {import("../../theme/assets/js/zoek/soorten.js").Slot} Slot */

const WORDS = ["kaart", "plan", "bomen", "folder"];
const FACETS = {
  vakgebied: ["communicatie", "ict", "groen"],
  niveau: ["mbo-4", "hbo", "wo"],
  soort: ["meewerk", "afstudeer", "meeloop"],
  organisatie: ORGANISATIONS.map(({ id }) => id),
  handig: ["nieuw", "sluit", "straks", "lang"],
  past: ["past", "bijna", "niet"],
};

/** @type {import("../browser/node_modules/fast-check/lib/fast-check.js").Arbitrary<Made>} */
const record = fc
  .record({
    titel: fc.subarray(WORDS, { minLength: 1 }).map((words) => words.join(" ")),
    org: fc.constantFrom(...FACETS.organisatie),
    vak: fc.constantFrom(...FACETS.vakgebied),
    niveaus: fc.subarray(FACETS.niveau, { minLength: 1 }),
    soort: fc.constantFrom(...FACETS.soort),
    uren: fc.integer({ min: 8, max: 40 }),
    start: fc.oneof(fc.constant(-1), fc.integer({ min: TODAY - 20, max: TODAY + 200 })),
    eind: fc.integer({ min: 7, max: 250 }),
    flex: fc.boolean(),
    kort: fc.boolean(),
    dagen: fc.integer({ min: 1, max: 31 }),
    open: fc.integer({ min: TODAY - 20, max: TODAY + 10 }),
    sluit: fc.integer({ min: TODAY - 5, max: TODAY + 40 }),
    gesprek: fc.boolean(),
  })
  .map((some) => made({ ...some, eind: some.start < 0 ? -1 : some.start + some.eind, sluit: Math.max(some.sluit, some.open) }));

const choices = fc.record(
  Object.fromEntries(Object.entries(FACETS).map(([id, values]) => [id, fc.subarray([...values, "bestaat-niet"], { maxLength: 3 })])),
);

/** @type {import("../browser/node_modules/fast-check/lib/fast-check.js").Arbitrary<Slot[]>} */
const periods = fc.array(
  fc.tuple(fc.integer({ min: TODAY, max: TODAY + 200 }), fc.integer({ min: 20, max: 150 }), fc.integer({ min: 1, max: 5 })).map(([start, length, dagen]) => ({ naam: "", start: isoVan(start), eind: isoVan(start + length), dagen, lesdagen: [] })),
  { maxLength: 2 },
);

/** The values a record has in a facet, straight from what the words on the screen say. */
const VALUES = {
  /** @param {Made} een */
  vakgebied: (een) => [een.vak],
  /** @param {Made} een */
  niveau: (een) => een.niveaus,
  /** @param {Made} een */
  soort: (een) => [een.soort],
  /** @param {Made} een */
  organisatie: (een) => [een.org],
  /** @param {Made} een @param {number} today */
  handig: (een, today) => [
    ...(een.open <= today && today - een.open < 7 ? ["nieuw"] : []),
    ...(een.open <= today && een.sluit - today <= 7 ? ["sluit"] : []),
    ...(een.start < 0 || (een.start >= today && een.start - today <= 28) ? ["straks"] : []),
    ...(een.start >= 0 && een.uren < 32 && weken(een.start, een.eind) > 20 ? ["lang"] : []),
  ],
  /** @param {Made} een @param {number} _ @param {Slot[]} slots */
  past: (een, _, slots) => [
    beste({ ...een, dagen: ["ma", "di", "wo", "do", "vr"].filter((_day, i) => een.dagen & (1 << i)) }, slots)?.uitkomst.fit ?? "",
  ],
};

describe("facet counts", () => {
  it("and results equal a naive count, whatever the data, the text, the choices, the periods and the day", () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 25 }), choices, fc.constantFrom("", ...WORDS), periods, fc.integer({ min: -3, max: 30 }), (records, keuzes, q, periodes, later) => {
        const vandaag = TODAY + later;
        const facets = /** @type {(keyof typeof VALUES)[]} */ (Object.keys(FACETS).filter((id) => id !== "past" || periodes.length));
        const known = Object.fromEntries(facets.map((id) => [id, keuzes[id]?.filter((value) => FACETS[id].includes(value)) ?? []]));
        const passes = (/** @type {Made} */ een, /** @type {string} */ but) =>
          een.sluit >= vandaag &&
          (!q || een.titel.split(" ").includes(q)) &&
          facets.every((id) => id === but || !known[id]?.length || VALUES[id](een, vandaag, periodes).some((value) => known[id]?.includes(value)));
        const answer = searcher(records, { begrippen: [], delen: {} }).lijstVan(question({ q, keuzes, periodes, vandaag }));
        const expected = records.flatMap((een, i) => (passes(een, "") ? [`${een.org}/stage-${i}`] : []));
        assert.deepEqual(answer.items.map(({ sleutel }) => sleutel).sort(), expected.sort());
        assert.equal(answer.aantal, expected.length);
        for (const id of facets) {
          const counts = Object.fromEntries(FACETS[id].map((value) => [value, records.filter((een) => passes(een, id) && VALUES[id](een, vandaag, periodes).includes(value)).length]));
          assert.deepEqual({ ...answer.telling[id] }, counts, id);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("are not given for the fit when nobody said what the period is", () => {
    assert.equal("past" in searcher([{}]).lijstVan(question()).telling, false);
  });

  it("leave out what is searched and never ticked", () => {
    assert.equal("seizoen" in searcher([{}]).lijstVan(question()).telling, false);
  });
});

describe("nothing found", () => {
  it("offers only ways out that give back exactly as many as they say, most first and everything last", () => {
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 12 }), choices, fc.constantFrom("", ...WORDS, "zebra"), (records, keuzes, q) => {
        const search = searcher(records, { ...LANGUAGE, begrippen: [] });
        const answer = search.lijstVan(question({ q, keuzes }));
        if (answer.aantal > 0) return assert.deepEqual(answer.uitwegen, []);
        const rest = answer.uitwegen.filter(({ facet }) => facet !== "*");
        assert.ok(answer.uitwegen.length <= 6 && answer.uitwegen.every(({ naam, aantal }) => naam && aantal > 0));
        assert.deepEqual(rest.map(({ aantal }) => aantal), rest.map(({ aantal }) => aantal).sort((a, b) => b - a));
        if (rest.length < answer.uitwegen.length) assert.equal(answer.uitwegen.at(-1)?.facet, "*");
        for (const { facet, waarde, aantal } of answer.uitwegen) {
          const without = facet === "*" ? question() : facet === "q" ? question({ keuzes }) : question({ q, keuzes: { ...keuzes, [facet]: (keuzes[facet] ?? []).filter((een) => een !== waarde) } });
          assert.equal(search.lijstVan(without).aantal, aantal, `${facet} ${waarde}`);
        }
        return undefined;
      }),
      { numRuns: 300 },
    );
  });
});
