import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";

import { dagVan } from "../../theme/assets/js/dagen.js";
import { record, vanRecord } from "../../theme/assets/js/formulier/antwoorden.js";
import { kaartVan } from "../../theme/assets/js/formulier/lezen.js";
import { buildDay, files } from "../browser/pages.mjs";
import { SITE } from "../browser/server.mjs";

/** @typedef {{titel: string, wie: string, zin: string, badges: [string, string][], tags: [string, string][], vakgebied: string, moment: string}} Card */

const { parse } = createRequire(new URL("../browser/package.json", import.meta.url))("yaml");
const VACANCIES = fileURLToPath(new URL("../../vacancies/", import.meta.url));
const TODAY = dagVan(buildDay);
/** @type {import("../../theme/assets/js/formulier/soorten.js").Gegevens} */
const gegevens = JSON.parse(readFileSync(join(SITE, "assets/formulier/vacature.json"), "utf8"));

/** @param {string} html */
const plain = (html) => html.replace(/<[^>]*>/g, "").replaceAll("\u00ad", "").replaceAll("&#39;", "'").replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&").trim();
/** @param {string} html @param {RegExp} pattern */
const found = (html, pattern) => plain(pattern.exec(html)?.[1] ?? "");
/** @param {string} html @param {RegExp} pattern @returns {[string, string][]} */
const pairs = (html, pattern) => [...html.matchAll(pattern)].map(([, kind, text]) => [kind, plain(text)]);

/** What a card of the build says. @param {string} html @returns {Card} */
const built = (html) => ({
  titel: found(html, /<h3>(.*?)<\/h3>/s),
  wie: found(html, /<p class="sp-wie">(.*?)<\/p>/s),
  zin: found(html, /<p class="sp-wie">.*?<\/p>\s*<p>(.*?)<\/p>/s),
  badges: pairs(html, /sp-badge--([a-z]+)">(.*?)<\/span>/gs).filter(([kind]) => kind !== "voorbeeld"),
  tags: pairs(html, /<li class="sp-i-([a-z]+)">(.*?)<\/li>/gs),
  vakgebied: found(html, /<footer><p>(.*?)<\/p>/s),
  moment: found(html, /<b data-moment>(.*?)<\/b>/s),
});

/** The cards of all lists, each once. @returns {Map<string, Card>} */
function cards() {
  const lists = files.filter(({ path }) => path.startsWith("vacatures/organisatie/"));
  const articles = lists.flatMap(({ html }) => html.split('<article class="sp-kaart"').slice(1).map((part) => part.slice(0, part.indexOf("</article>"))));
  return new Map(articles.map((html) => [/data-sleutel="([^"]+)"/.exec(html)?.[1] ?? "", built(html)]));
}

/** What the card beside the form says of a file. @param {string} key @returns {Card} */
function previewed(key) {
  const raw = parse(readFileSync(join(VACANCIES, `${key}.yml`), "utf8"), { schema: "failsafe" });
  const concept = vanRecord(gegevens, raw, key.split("/")[0]);
  concept.wegen = { periode: raw.periode.doorlopend ? 1 : 0, vergoeding: raw.vergoeding.volgens ? 0 : raw.vergoeding.bedrag ? 1 : 2 };
  const { titel, wie, zin, badges, tags, vakgebied, moment } = kaartVan(gegevens, concept, record(gegevens, concept), TODAY);
  const filled = (/** @type {[string, string][]} */ list) => list.filter(([, text]) => text);
  return { titel, wie, zin: zin ?? "", badges: filled(badges), tags: filled(tags), vakgebied: vakgebied.naam, moment };
}

/** @param {string} path of a page */
function mould(path) {
  const html = files.find((file) => file.path === path)?.html ?? "";
  return /<template data-mal="kaart">(.*?)<\/template>/s.exec(html)?.[1].replace(/>\s+</g, "><").trim();
}

/** Asked for by hand, and no question of the form. @param {string} key */
const inTalks = (key) => /^status: in_gesprek/m.test(readFileSync(join(VACANCIES, `${key}.yml`), "utf8"));

describe("the card beside the form", () => {
  it("has the mould of the finder", () => {
    assert.ok(mould("vacatures/")?.startsWith("<article"));
    assert.equal(mould("aanbieden/"), mould("vacatures/"));
  });

  it("says of every open and planned vacancy what its card in the lists says", () => {
    const all = cards();
    const keys = readdirSync(VACANCIES, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".yml")).map((name) => name.replace(/\.yml$/, ""));
    const listed = keys.filter((key) => /^(Sluit|Opent|Doorlopend)/.test(all.get(key)?.moment ?? "") && !inTalks(key));
    assert.ok(listed.length > 80, `${listed.length} cards`);
    for (const key of listed) assert.deepEqual(previewed(key), all.get(key), key);
    for (const start of ["Sluit", "Opent", "Doorlopend"]) assert.ok(listed.some((key) => all.get(key)?.moment.startsWith(start)), start);
  });

  it("of an empty form asks for what is not there", () => {
    const { titel, wie, zin, tags, badges, moment } = kaartVan(gegevens, { thuis: "", antwoorden: {}, wegen: {} }, {}, TODAY);
    assert.deepEqual([titel, wie, zin, moment], ["Hier komt je titel", "Je organisatie", "Hier komt je samenvatting.", "Sluit nog onbekend"]);
    assert.deepEqual([...tags, ...badges].filter(([, text]) => text), []);
  });
});
