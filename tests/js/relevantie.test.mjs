import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { dagVan } from "../../theme/assets/js/dagen.js";
import { waardenVan } from "../../theme/assets/js/zoek/items.js";
import { Zoeker } from "../../theme/assets/js/zoek/zoeker.js";

const { parse } = createRequire(new URL("../browser/package.json", import.meta.url))("yaml");

/**
 * @typedef {object} Query
 * @property {string} vraag
 * @property {string[]} [top]
 * @property {string[]} [een_van]
 * @property {Record<string, string>} [allen]
 * @property {Record<string, string>} [enkel]
 * @property {string[]} [niet]
 * @property {string} [wenk]
 */

const FOLDER = fileURLToPath(new URL("../relevance/", import.meta.url));
const TODAY = dagVan("2026-11-21");
const TYPOS = "spelfouten.yml";
const LEAST = 0.97;
const LEAST_TYPOS = 0.95;
const FIRST = 5;
const FAR = 10;
const MANY = 1000;

/** The search over the files of the built site, with everything read. */
function built() {
  const site = process.env.SITE;
  if (!site) throw new Error("SITE does not name a built site: run make browser, or build one and set SITE.");
  const read = (/** @type {string} */ name) => JSON.parse(readFileSync(join(site, "assets/zoek", name), "utf8"));
  const contents = read("inhoud.json");
  const search = new Zoeker(read(contents.taal), read(contents.vacatures));
  search.leerWoorden(read(contents.woorden));
  return search;
}

/** @returns {{file: string, queries: Query[]}[]} */
function sets() {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".yml"));
  return files.sort().map((name) => ({ file: basename(name), queries: parse(readFileSync(join(FOLDER, name), "utf8")) }));
}

/**
 * What is wrong with the answer to a query, as one line; "" when nothing is.
 * @param {Zoeker} search
 * @param {Query} query
 */
function miss(search, { vraag, top = [], een_van = [], allen = {}, enkel = {}, niet = [], wenk }) {
  const answer = search.lijstVan({ soort: "lijst", bron: "vacatures", q: vraag, keuzes: {}, sorteer: "best", vanaf: "", periodes: [], vandaag: TODAY, aantal: MANY });
  const found = answer.items.map((item) => item.sleutel);
  const first = found.slice(0, FIRST);
  const wrong = [
    ...top.filter((key) => !first.includes(key)).map((key) => `${key} is not there`),
    ...(een_van.length && !een_van.some((key) => first.includes(key)) ? [`none of ${een_van.length} is there`] : []),
    ...niet.filter((key) => found.slice(0, FAR).includes(key)).map((key) => `${key} is there`),
    ...Object.entries(allen).flatMap(([facet, value]) => first.filter((key) => !has(search, key, facet, value)).map((key) => `${key} is not ${value}`)),
    ...Object.entries(enkel).flatMap(([facet, value]) => found.filter((key) => !has(search, key, facet, value)).slice(0, 1).map((key) => `${key} is found and not ${value}`)),
    ...(wenk && answer.wenk?.[1] !== wenk ? [`no hint at ${wenk}`] : []),
    ...(found.length === 0 && !wenk ? ["nothing found"] : []),
  ];
  return wrong.length ? `${vraag}: ${wrong.join("; ")} (${first.join(" ")})` : "";
}

/**
 * @param {Zoeker} search
 * @param {string} key
 * @param {string} facet
 * @param {string} value
 */
function has(search, key, facet, value) {
  return waardenVan(search.v.facetten, facet, search.plekken.get(key) ?? -1).some(([id]) => id === value);
}

test("students find what they mean: 97 % of all queries, 95 % of those with a typing error", (t) => {
  const search = built();
  const results = sets().map(({ file, queries }) => ({ file, count: queries.length, misses: queries.map((query) => miss(search, query)).filter(Boolean) }));
  const count = results.reduce((sum, set) => sum + set.count, 0);
  const missed = results.reduce((sum, set) => sum + set.misses.length, 0);
  for (const set of results) {
    t.diagnostic(`${set.file}: ${set.count - set.misses.length} of ${set.count}`);
    for (const line of set.misses) t.diagnostic(`  ${line}`);
  }
  t.diagnostic(`all: ${count - missed} of ${count} = ${(100 * (1 - missed / count)).toFixed(1)} %`);
  const typos = results.find((set) => set.file === TYPOS);
  assert.ok(count >= 120 && typos);
  assert.ok(1 - missed / count >= LEAST, `${missed} of ${count} are missed`);
  assert.ok(1 - typos.misses.length / typos.count >= LEAST_TYPOS, `${typos.misses.length} of ${typos.count} typos are missed`);
});

test("every vacancy that must be among the first stands in the lists", () => {
  const search = built();
  const named = sets().flatMap(({ queries }) => queries.flatMap(({ top = [] }) => top));
  assert.deepEqual(named.filter((key) => !search.plekken.has(key)), []);
});
