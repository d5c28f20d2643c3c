import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, it } from "node:test";

import { dagVan } from "../../theme/assets/js/dagen.js";
import { maakBalie } from "../../theme/assets/js/zoek/balie.js";
import { telFacetten } from "../../theme/assets/js/zoek/tellen.js";
import { raak, stam, vouw, vouwRuim } from "../../theme/assets/js/zoek/vouw.js";
import { begrijp } from "../../theme/assets/js/zoek/vraag.js";
import { Woordenlijst } from "../../theme/assets/js/zoek/woordenlijst.js";
import { Zoeker } from "../../theme/assets/js/zoek/zoeker.js";

const browser = createRequire(new URL("../browser/package.json", import.meta.url));
const { parse } = browser("yaml");
const fc = browser("fast-check");

/** @type {Record<string, {tekst: string, woorden: string[]}>} */
const FOLDS = parse(readFileSync(new URL("../cases/vouwen.yml", import.meta.url), "utf8"));
const TODAY = dagVan("2026-11-21");
const OWN = [{ naam: "", start: "2027-02-08", eind: "2027-06-25", dagen: 4, lesdagen: ["di"] }];

const site = process.env.SITE;
if (!site) throw new Error("SITE does not name a built site: run make browser, or build one and set SITE.");
const read = (/** @type {string} */ name) => JSON.parse(readFileSync(join(site, "assets/zoek", name), "utf8"));
const contents = read("inhoud.json");

/** A searcher over the built site, as far as the list of vacancies needs it. */
function built() {
  const search = new Zoeker(read(contents.taal), read(contents.vacatures));
  search.zinnenPer = contents.zinnen_per;
  return search;
}
const search = built();

/** @param {Partial<import("../../theme/assets/js/zoek/soorten.js").Lijstvraag>} [question] */
const ask = (question = {}) =>
  search.lijstVan({ soort: "lijst", bron: "vacatures", q: "", keuzes: {}, sorteer: "sluit", vanaf: "", periodes: [], vandaag: TODAY, aantal: 1000, ...question });
/** @param {{items: {sleutel: string}[]}} answer */
const keys = (answer) => answer.items.map((item) => item.sleutel);

describe("folding answers to the table of the build", () => {
  for (const [sentence, { tekst, woorden }] of Object.entries(FOLDS)) it(sentence, () => assert.deepEqual(vouw(tekst), woorden));
  it("a word with a hyphen is also one word", () => assert.ok(vouwRuim("mbo-4").includes("mbo4")));
  it("forms of a word have one stem", () => {
    for (const [one, many] of [["krant", "kranten"], ["brief", "brieven"], ["boom", "bomen"], ["weg", "wegen"], ["tekst", "teksten"]]) assert.equal(stam(one), stam(many));
  });
  it("a match points at the letters of the title, accents and all", () => {
    const title = "Eén café vol coördinatoren";
    assert.deepEqual(raak(title, ["cafe", "coordinator"]).map(([from, to]) => title.slice(from, to)), ["café", "coördinator"]);
    assert.deepEqual(raak("Gewoon", ["x"]), []);
  });
});

describe("facets", () => {
  it("what nobody can see is no filter", () => {
    const hidden = search.v.facetten.filter((facet) => facet.verborgen);
    assert.ok(hidden.length > 0);
    for (const { id, waarden } of hidden) assert.equal(ask({ keuzes: { [id]: [waarden[0]?.[0] ?? ""] } }).aantal, ask().aantal, id);
  });
  const record = fc.array(fc.nat(5), { maxLength: 3 });
  const facet = fc.record({ rows: fc.array(record, { minLength: 1, maxLength: 6 }), chosen: fc.uniqueArray(fc.nat(5), { maxLength: 3 }) });
  it("results and counts equal a naive count written from the definition", () => {
    fc.assert(
      fc.property(fc.array(facet, { minLength: 1, maxLength: 4 }), fc.array(fc.tuple(fc.boolean(), fc.array(fc.nat(100), { minLength: 4, maxLength: 4 })), { maxLength: 40 }), (/** @type {any[]} */ facets, /** @type {[boolean, number[]][]} */ records) => {
        const columns = facets.map((one, f) => ({ kolom: records.map(([, at]) => at[f] % one.rows.length), rijtjes: one.rows, waarden: 6, gekozen: new Set(one.chosen) }));
        const { over, tellingen } = telFacetten(records.length, (i) => records[i][0], columns);
        const passes = (/** @type {number} */ i, /** @type {number} */ f) => columns[f].gekozen.size === 0 || columns[f].rijtjes[columns[f].kolom[i]].some((/** @type {number} */ value) => columns[f].gekozen.has(value));
        const naive = records.map((_, i) => i).filter((i) => records[i][0] && facets.every((__, f) => passes(i, f)));
        assert.deepEqual(over, naive);
        for (const [f, column] of columns.entries()) {
          const counted = new Array(6).fill(0);
          for (const [i, [takesPart]] of records.entries()) {
            if (!takesPart || !facets.every((_, other) => other === f || passes(i, other))) continue;
            for (const value of column.rijtjes[column.kolom[i]]) counted[value] += 1;
          }
          assert.deepEqual([...tellingen[f]], counted);
        }
      }),
    );
  });

  it("on the real region every count is what choosing that value too would give", () => {
    const keuzes = { niveau: ["hbo"], werkvorm: ["hybride"] };
    const counts = ask({ keuzes, periodes: OWN }).telling;
    for (const [facet, values] of Object.entries(counts)) {
      for (const [value, count] of Object.entries(values)) {
        assert.equal(count, ask({ keuzes: { ...keuzes, [facet]: [value] }, periodes: OWN }).aantal, `${facet}:${value}`);
      }
    }
    assert.ok(Object.keys(counts).length === 11 && "past" in counts && "handig" in counts);
  });

  it("what nobody knows is ignored, the rest is kept", () => {
    const good = keys(ask({ keuzes: { niveau: ["hbo"] } }));
    assert.deepEqual(keys(ask({ keuzes: { niveau: ["hbo", "phd"], kleur: ["blauw"] }, vanaf: "atlantis" })), good);
  });
});

describe("lists", () => {
  it("by itself: what can be reacted to first, closing soonest; what opens later behind it", () => {
    const items = ask().items;
    const planned = items.map((item) => item.badges.some(([kind]) => kind === "opent"));
    assert.equal(planned.lastIndexOf(false) + 1, planned.indexOf(true));
    const moments = items.filter((_, i) => !planned[i]).map((item) => item.sluit);
    assert.deepEqual(moments, [...moments].sort());
  });
  it("what closed since the build is gone, and the counts know it", () => {
    const later = dagVan("2026-12-31");
    const gone = ask({ vandaag: later });
    assert.ok(gone.aantal < ask().aantal);
    assert.ok(gone.items.every((item) => item.sluit > "2026-12-31"));
    assert.equal(Object.values(gone.telling.voertaal).reduce((sum, count) => sum + count, 0), gone.aantal);
  });
  it("nearest first starts where one lives", () => {
    const first = ask({ sorteer: "dichtbij", vanaf: "zundert" }).items[0];
    assert.match(first.sleutel, /^zundert\//);
  });
  it("highest allowance first, and who names none comes last", () => {
    const amounts = ask({ sorteer: "vergoeding" }).items.filter((item) => !item.badges.some(([kind]) => kind === "opent")).map((item) => item.tags[3][1]);
    assert.match(amounts[0], /€/);
    assert.match(amounts.at(-1) ?? "", /Geen vergoeding|Eigen regeling/);
  });
  it("nothing found offers ways out, most results first, each true", () => {
    const keuzes = { vakgebied: ["juridisch"], niveau: ["mbo-1"] };
    const answer = ask({ keuzes });
    assert.equal(answer.aantal, 0);
    const ways = answer.uitwegen.filter(({ facet }) => facet !== "*");
    assert.deepEqual(ways.map(({ facet }) => facet).sort(), ["niveau", "vakgebied"]);
    assert.ok(ways[0].aantal >= ways[1].aantal);
    for (const { facet, aantal } of ways) assert.equal(ask({ keuzes: { ...keuzes, [facet]: [] } }).aantal, aantal);
    assert.deepEqual(answer.uitwegen.at(-1), { facet: "*", waarde: "", naam: "alles", aantal: ask().aantal });
  });
  it("asked again, the same question has the same answer", () => {
    const question = { q: "communicatie breda", sorteer: /** @type {const} */ ("best"), periodes: OWN };
    assert.deepEqual(ask(question), ask(question));
  });
});

describe("queries", () => {
  it("anything can be typed and only changes the result", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (/** @type {string} */ q) => {
        const answer = ask({ q, sorteer: "best" });
        assert.ok(answer.aantal >= 0 && answer.items.length === Math.min(answer.aantal, 1000));
      }),
      { numRuns: 60 },
    );
    for (const q of ['"boa', "<script>alert(1)</script>", "🎉", "a".repeat(10_000), "__proto__ constructor", "%00", "' OR 1=1"]) ask({ q, sorteer: "best" });
  });
  it("only words that say nothing: everything is there", () => {
    for (const q of ["stage", "ik zoek een stage bij de gemeente", "  "]) assert.equal(ask({ q }).aantal, ask().aantal, q);
  });
  it("a number with a unit is a length or a week's work", () => {
    const list = new Woordenlijst({});
    const { eisen } = begrijp("20 weken 32 uur 100 dagen", search.betekenis);
    assert.deepEqual(eisen.map(({ getal }) => getal), [{ soort: "weken", aantal: 20 }, { soort: "uren", aantal: 32 }, { soort: "weken", aantal: 20 }]);
    assert.deepEqual(list.verbeter("12345"), []);
  });
  it("says what it made of a typing error", () => {
    assert.equal(ask({ q: "verkeersveilgheid", sorteer: "best" }).verbeterd, "verkeersveiligheid");
    assert.equal(ask({ q: "verkeersveiligheid", sorteer: "best" }).verbeterd, "");
  });
  it("what is no internship gets a hint with a page", () => {
    assert.match(ask({ q: "bijbaan" }).wenk?.[1] ?? "", /^studenten\//);
  });
});

describe("saved ids", () => {
  it("gives an item for what stands in a list, and nothing for what does not", () => {
    const [known] = keys(ask());
    const { items } = search.sleutels({ soort: "sleutels", sleutels: [known, "breda/bestaat-niet"], periodes: OWN, vandaag: TODAY });
    assert.equal(items[0]?.sleutel, known);
    assert.ok(items[0]?.past && items[0].feiten.length >= 8);
    assert.equal(items[1], null);
  });
});

describe("the desk that fetches", () => {
  /** @param {(name: string) => boolean} [broken] */
  function desk(broken = () => false) {
    /** @type {string[]} */
    const fetched = [];
    const get = async (/** @type {any} */ url) => {
      const name = String(url).split("/").pop() ?? "";
      fetched.push(name);
      return broken(name) ? new Response("", { status: 503 }) : new Response(readFileSync(join(/** @type {string} */ (site), "assets/zoek", name)));
    };
    return { fetched, answer: maakBalie("https://example.org/assets/zoek/", /** @type {typeof fetch} */ (get)) };
  }
  const list = { soort: /** @type {const} */ ("lijst"), bron: /** @type {const} */ ("vacatures"), q: "krant", keuzes: {}, sorteer: /** @type {const} */ ("best"), vanaf: "", periodes: [], vandaag: TODAY, aantal: 3 };

  it("answers from titles first, and once more with words and summaries", async () => {
    const { answer, fetched } = desk();
    /** @type {any[]} */
    const answers = [];
    await answer(list, (given) => answers.push(given));
    assert.equal(answers.length, 2);
    assert.equal(answers[0].items[0].zin, null);
    assert.match(answers[1].items[0].zin, /\w/);
    assert.ok(answers[1].aantal >= answers[0].aantal);
    assert.ok(!fetched.some((name) => name.startsWith("scholen") || name.startsWith("opdrachten")));
  });
  it("asks for every file once", async () => {
    const { answer, fetched } = desk();
    await Promise.all([answer(list, () => undefined), answer({ soort: "venster", q: "krant", periodes: [], vandaag: TODAY }, () => undefined)]);
    assert.equal(new Set(fetched).size, fetched.length);
  });
  it("tells when the data cannot be had, and the next question tries again", async () => {
    let down = true;
    const { answer } = desk((name) => down && name.startsWith("vacatures"));
    await assert.rejects(answer(list, () => undefined));
    down = false;
    /** @type {any[]} */
    const answers = [];
    await answer(list, (given) => answers.push(given));
    assert.ok(answers[0].aantal > 0);
  });
  it("after a new build, with other names, an open page asks anew and mixes nothing", async () => {
    let day = "old";
    /** @type {string[]} */
    const fetched = [];
    /** The names of a build: those of the old one are marked. @param {unknown} value @returns {any} */
    const named = (value) =>
      typeof value === "string" ? `${day}-${value}` : Array.isArray(value) ? value.map(named) : value && typeof value === "object" ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, named(item)])) : value;
    const get = async (/** @type {any} */ url) => {
      const name = String(url).split("/").pop() ?? "";
      fetched.push(name);
      if (name === "inhoud.json") return new Response(JSON.stringify(named(contents)));
      const [made = "", ...rest] = name.split("-");
      return made === day ? new Response(readFileSync(join(/** @type {string} */ (site), "assets/zoek", rest.join("-")))) : new Response("", { status: 404 });
    };
    const answer = maakBalie("https://example.org/assets/zoek/", /** @type {typeof fetch} */ (get));
    await answer({ ...list, q: "", aantal: 1 }, () => undefined);
    day = "new";
    fetched.length = 0;
    /** @type {any[]} */
    const answers = [];
    await answer({ ...list, aantal: 200 }, (given) => answers.push(given));
    assert.match(answers.at(-1).items.at(-1).zin, /\w/, "with the summaries of the new build");
    assert.ok(fetched.includes(`new-${contents.taal}`) && fetched.includes(`new-${contents.vacatures}`), "rows and words of one build");
  });
  it("a file that stays away is told, and asked for no more than twice", async () => {
    let asked = 0;
    const get = async (/** @type {any} */ url) => {
      const name = String(url).split("/").pop() ?? "";
      if (name.startsWith("vacatures")) asked++;
      return name.startsWith("vacatures") ? new Response("", { status: 404 }) : new Response(readFileSync(join(/** @type {string} */ (site), "assets/zoek", name)));
    };
    await assert.rejects(maakBalie("https://example.org/assets/zoek/", /** @type {typeof fetch} */ (get))(list, () => undefined), /404/);
    assert.equal(asked, 2);
  });
  it("groups what it finds for the dialog", async () => {
    const { answer } = desk();
    /** @type {any} */
    let last;
    await answer({ soort: "venster", q: "begeleiding", periodes: OWN, vandaag: TODAY }, (given) => (last = given));
    assert.ok(last.groepen.some((/** @type {any} */ group) => group.id === "handboek"));
    for (const group of last.groepen) assert.ok(group.items.length > 0 && group.items.length <= 5);
  });
});
