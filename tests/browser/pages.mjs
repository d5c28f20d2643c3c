/**
 * One page of every kind, chosen from the built site by what stands in the files. Of several the longest is taken:
 * it holds the most parts; of the lists, which repeat one card, the shortest that has a card. Authored pages are all
 * taken, so that a new one is tested from its first day.
 */

import { readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { SITE } from "./server.mjs";

/** @typedef {{kind: string, path: string}} Page path is relative to the base, "" for the front page */
/** @typedef {{path: string, html: string}} File */

const FACETS = ["vakgebied", "niveau", "soort", "organisatie", "periode"];
const DATA = ["vacatures", "opdrachten", "organisaties", "stageperiodes", "handboek", "aanbieden"];
const AUTHORED = ["over", "privacy", "toegankelijkheid", "vertrouwenspersoon", "contact", "studenten", "managers", "hr", "scholen", "bewaard"];

/** Every page of the site, without 404.html. */
export const files = readdirSync(SITE, { recursive: true, encoding: "utf8" })
  .filter((name) => name === "index.html" || name.endsWith(`${sep}index.html`))
  .sort()
  .map((name) => ({
    path: relative(".", name).split(sep).join("/").replace(/index\.html$/, ""),
    html: readFileSync(join(SITE, name), "utf8"),
  }));

/** Every vacancy page, in every state. */
export const vacancies = files.filter(({ path }) => {
  const parts = path.split("/").filter(Boolean);
  return parts.length === 3 && parts[0] === "vacatures" && ![...FACETS, "pagina"].includes(parts[1]);
});

/**
 * The states on the badges of the page itself, not of the cards below.
 * @param {File} file
 * @returns {string[]}
 */
function states({ html }) {
  const head = html.slice(html.indexOf("<main"), html.indexOf("<h1"));
  return [...head.matchAll(/sp-badge--([a-z]+)/g)].map((match) => match[1]);
}

/** @param {File} file */
const reactable = (file) => file.html.includes('id="reageren"');
/** @param {File} file */
const forMbo = (file) => /Niveau<\/dt><dd>mbo-/.test(file.html);
/** @param {File} file */
const isMunicipality = (file) => /sp-band__soort">\s*Gemeente/.test(file.html);

/**
 * @param {string} pattern "*" stands for one step of the address
 * @returns {File[]}
 */
function at(pattern) {
  const shape = new RegExp(`^${pattern.replaceAll("*", "[^/]+")}$`);
  return files.filter(({ path }) => shape.test(path));
}

/** @param {File[]} found */
const longest = (found) => found.reduce((a, b) => (b.html.length > a.html.length ? b : a));
/** @param {File[]} found */
const shortest = (found) => found.filter(({ html }) => html.includes("sp-kaart")).reduce((a, b) => (b.html.length < a.html.length ? b : a), found[0]);

/** @type {[string, File[]][]} */
const choices = [
  ["home", at("")],
  ["vacancies", at("vacatures/")],
  ...FACETS.map((facet) => /** @type {[string, File[]]} */ ([`list by ${facet}`, at(`vacatures/${facet}/*/`)])),
  ["list, second page", [...at("vacatures/pagina/2/"), ...at("vacatures/*/*/pagina/2/")]],
  ["vacancy, open", vacancies.filter((file) => reactable(file) && !forMbo(file) && states(file).every((s) => s === "nieuw" || s === "voorbeeld"))],
  ["vacancy, mbo", vacancies.filter((file) => reactable(file) && forMbo(file))],
  ["vacancy, closing soon", vacancies.filter((file) => states(file).includes("sluit"))],
  ["vacancy, planned", vacancies.filter((file) => states(file).includes("opent"))],
  ["vacancy, in gesprek", vacancies.filter((file) => states(file).includes("gesprek"))],
  ["vacancy, filled", vacancies.filter((file) => states(file).includes("vervuld"))],
  ["vacancy, closed", vacancies.filter((file) => states(file).includes("gesloten"))],
  ["assignments", at("opdrachten/")],
  ["assignments of a field", at("opdrachten/*/")],
  ["assignment", at("opdrachten/*/*/")],
  ["organisations", at("organisaties/")],
  ["municipality", at("organisaties/*/").filter(isMunicipality)],
  ["joint body", at("organisaties/*/").filter((file) => !isMunicipality(file))],
  ["periods", at("stageperiodes/")],
  ["school", at("stageperiodes/*/")],
  ["handbook", at("handboek/")],
  ["handbook chapter", at("handboek/*/")],
  ["form", at("aanbieden/")],
  ["status", at("over/status/")],
];
const authored = files.filter(({ path }) => path !== "" && path !== "over/status/" && !DATA.includes(path.split("/")[0]));

/** What the built site does not show; a test holds this list empty. */
export const missing = [
  ...choices.filter(([, found]) => found.length === 0).map(([kind]) => kind),
  ...AUTHORED.filter((name) => !authored.some(({ path }) => path === `${name}/`)),
];

/** @type {readonly Page[]} */
export const pages = [
  ...choices
    .filter(([, found]) => found.length > 0)
    .map(([kind, found]) => ({ kind, path: (kind.startsWith("list") ? shortest(found) : longest(found)).path })),
  ...authored.map(({ path }) => ({ kind: `authored ${path}`, path })),
  { kind: "404", path: "deze/pagina/is-er-niet/" },
];

/**
 * @param {string} kind
 * @returns {Page}
 */
export function page(kind) {
  const found = pages.find((candidate) => candidate.kind === kind);
  if (!found) throw new Error(`The built site has no page of the kind "${kind}".`);
  return found;
}

/**
 * The HTML of a page as it lies on disk.
 * @param {Page} page
 * @returns {string}
 */
export function source({ kind, path }) {
  return readFileSync(join(SITE, kind === "404" ? "404.html" : `${path}index.html`), "utf8");
}

/** The day for which the site was built, "2026-11-21": the browser's clock is set to it. */
export const buildDay = /<time datetime="(\d{4}-\d\d-\d\d)">[^<]*<\/time><\/span><\/p>\s*<\/footer>/.exec(source(page("home")))?.[1] ?? "";
if (!buildDay) throw new Error("The footer does not say for which day the site was built.");
