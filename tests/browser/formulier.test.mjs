import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { PHONE, hall, lines } from "./browser.mjs";
import { buildDay, page as ofKind } from "./pages.mjs";

/** @typedef {import("./browser.mjs").BrowserPage} BrowserPage */

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const BIN = join(ROOT, ".venv", "bin");
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
const FORM = ofKind("form");
const DRAFT = "stageportaal.formulier";
const HOSTILE = `<img src=x onerror="window.gehackt=1"> 'enkel' "dubbel" & ja: nee #1 {{ x }} - [a] *ster*`;

const { visit } = hall();

/** @param {BrowserPage} page */
const ready = (page) => page.locator('[data-formulier="klaar"] h1').waitFor();
/** @param {BrowserPage} page @param {string} id */
const field = (page, id) => page.locator(`#f-${id}`);
/** @param {BrowserPage} page @param {string} id @param {string} text */
const pick = (page, id, text) => page.locator(`#vak-f-${id}`).getByLabel(text, { exact: true }).check();
/** @param {BrowserPage} page */
const onward = (page) => page.locator(".sp-formulier button[type=submit]").click();
/** @param {BrowserPage} page @param {string} title */
const at = (page, title) => page.locator(".sp-formulier h1", { hasText: title }).waitFor();

/** @param {BrowserPage} page @param {string} state @returns {Promise<string[]>} */
async function violations(page, state) {
  const found = await page.evaluate(async (tags) => {
    const { axe } = /** @type {{axe: typeof import("axe-core")}} */ (/** @type {unknown} */ (window));
    const result = await axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
    return result.violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id} · ${target.join(" ")} · ${html.slice(0, 120)}`));
  }, TAGS);
  return found.map((text) => `${state}: ${text}`);
}

/** @param {BrowserPage} page */
async function fillWork(page) {
  await field(page, "organisatie").selectOption("breda");
  await field(page, "titel").fill("Onderzoek wie de stadskrant leest");
  await field(page, "soort").selectOption("onderzoek");
  await field(page, "vakgebied").selectOption("communicatie");
  await pick(page, "niveaus", "hbo");
  await field(page, "opleidingen").fill("communicatie avans");
  await page.locator('#vak-f-opleidingen input[value="avans/communicatie"]').check();
}

/** @param {BrowserPage} page @param {string} [story] */
async function fillContent(page, story = "Jij zoekt uit wie de krant leest. Je praat met inwoners.") {
  await field(page, "samenvatting").fill("Praat met lezers in vier wijken en laat zien wie de krant nu nog mist.");
  await field(page, "opdracht").fill(`${story}\n\nDaarna maak je **één** proefnummer, en dat test je bij dertig inwoners.`);
  await page.locator("#f-taken-0").fill("Je maakt een plan.");
  await page.locator("#f-taken-0").press("Enter");
  await page.locator("#f-taken-1").fill("Je praat met inwoners: op straat en thuis.");
  await page.locator("#vak-f-taken").getByRole("button", { name: "Nog een regel" }).click();
  await page.locator("#f-taken-2").fill("Je legt je advies uit.");
  await page.locator("#f-leerdoelen-0").fill("Een onderzoek opzetten.");
  await field(page, "resultaat").fill("Een adviesrapport");
  await page.locator("#f-profiel-0").fill("Je stapt op mensen af.");
}

/** @param {BrowserPage} page */
async function fillTime(page) {
  await field(page, "periode-start").fill("2027-02-01");
  await field(page, "periode-eind").fill("2027-06-25");
  await field(page, "uren_per_week").fill("32");
  for (const day of ["maandag", "woensdag", "donderdag", "vrijdag"]) await pick(page, "dagen", day);
  await pick(page, "werkvorm", "Hybride");
}

/** @param {BrowserPage} page */
async function fillRest(page) {
  await pick(page, "vergoeding", "Een bedrag");
  await field(page, "vergoeding-bedrag").fill("450,50");
  await pick(page, "vergoeding-per", "per maand");
  await field(page, "vergoeding-bij_uren").fill("36");
  await field(page, "begeleiding-inhoudelijk").fill("adviseur communicatie");
  await field(page, "begeleiding-uren_per_week").fill("2,5");
  await pick(page, "begeleiding-werkplek", "Ja");
  await onward(page);
  await at(page, "Voorwaarden");
  await pick(page, "vog", "Nee");
  await onward(page);
  await at(page, "Reageren en plaatsen");
  await pick(page, "solliciteren-via", "Regionaal Stagebureau");
  await field(page, "solliciteren-reactie_binnen_werkdagen").fill("5");
  await field(page, "sluit_op").fill("2026-12-18");
  await onward(page);
  await at(page, "Klaar om te versturen");
}

/** @param {BrowserPage} page @param {string} [story] */
async function fillAll(page, story) {
  await fillWork(page);
  await onward(page);
  await at(page, "De inhoud");
  await fillContent(page, story);
  await onward(page);
  await at(page, "Tijd en plek");
  await fillTime(page);
  await onward(page);
  await at(page, "Wat de student krijgt");
  await fillRest(page);
}

/** @param {BrowserPage} page */
const fileText = (page) => page.locator("textarea.sp-bestand").inputValue();

/** A copy of the small region with one vacancy more. @param {string} name @param {string} text */
function region(name, text) {
  const root = join(mkdtempSync(join(tmpdir(), "formulier-")), "regio");
  cpSync(join(ROOT, "tests", "region"), root, { recursive: true });
  symlinkSync(join(ROOT, "theme"), join(root, "theme"));
  writeFileSync(join(root, "vacancies", "breda", name), text);
  return root;
}

const ENV = { ...process.env, PORTAL_TODAY: buildDay, NO_MKDOCS_2_WARNING: "1" };

describe("the form", () => {
  it("filled in on a phone gives a file that the checker takes and that appears in a build", async () => {
    let text = "";
    let name = "";
    await visit(FORM, { viewport: PHONE, hasTouch: true, isMobile: true, fresh: true }, async (page) => {
      await ready(page);
      await fillAll(page);
      assert.equal(await page.locator(".sp-foutlijst").count(), 0);
      text = await fileText(page);
      const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download het bestand" }).click()]);
      name = download.suggestedFilename();
      const path = await download.path();
      assert.equal(readFileSync(path, "utf8"), text);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `scrolls sideways by ${wide}`);
    });
    assert.equal(name, "onderzoek-wie-de-stadskrant-leest.yml");
    assert.match(text, /^ {2}bedrag: 450\.50$/m);
    const root = region(name, text);
    try {
      const said = execFileSync(join(BIN, "stageportaal"), ["--map", root, "check", `vacancies/breda/${name}`, "--format", "json"], { env: ENV, encoding: "utf8" });
      assert.deepEqual(said.split("\n").filter((line) => line.includes('"fout"')), []);
      execFileSync(join(BIN, "mkdocs"), ["--quiet", "build", "--strict", "--config-file", join(root, "mkdocs.yml")], { env: ENV, stdio: "ignore" });
      const made = join(root, "site", "vacatures", "breda", "onderzoek-wie-de-stadskrant-leest", "index.html");
      assert.ok(existsSync(made));
      assert.match(readFileSync(made, "utf8"), /€\u00a0450,50 per maand/);
    } finally {
      rmSync(join(root, ".."), { recursive: true, force: true });
    }
  });

  it("half a draft can be handed over and says what is missing; only the way to the site waits until all is there", async () => {
    await visit(FORM, { fresh: true }, async (page) => {
      await ready(page);
      await fillWork(page);
      await page.goto(`${page.url().split("#")[0]}#versturen`);
      await at(page, "Klaar om te versturen");
      const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download het bestand" }).click()]);
      const text = readFileSync(await download.path(), "utf8");
      assert.match(text, /^# Concept, nog niet compleet:\n# - .*Samenvatting/);
      assert.match(text, /^titel: Onderzoek wie de stadskrant leest$/m);
      assert.equal(text.split("\n").findIndex((line) => !line.startsWith("#")), text.split("\n").findIndex((line) => line.startsWith("titel:")));
      await page.getByRole("button", { name: "Open in GitHub" }).click();
      await page.locator(".sp-foutlijst").waitFor();
    });
  });

  it("every step, its errors, the end and the page shown there pass axe, light and dark, on a phone", async () => {
    await visit(FORM, { viewport: PHONE, fresh: true }, async (page) => {
      await ready(page);
      await page.evaluate(AXE);
      /** @type {string[]} */
      const found = [];
      for (const id of ["werk", "inhoud", "tijd", "krijgt", "voorwaarden", "plaatsen", "versturen"]) {
        await page.locator(".sp-stappen").evaluate((steps) => steps.setAttribute("open", ""));
        await page.locator(".sp-stappen button").nth(["werk", "inhoud", "tijd", "krijgt", "voorwaarden", "plaatsen", "versturen"].indexOf(id)).click();
        found.push(...(await violations(page, id)));
        if (id === "krijgt") await pick(page, "vergoeding", "Een bedrag");
        // The last step has no questions: its parts come when they are fetched, and its ways take the place of the button.
        const last = id === "versturen";
        await (last ? page.getByRole("button", { name: "Open in GitHub" }) : page.locator(".sp-formulier button[type=submit]")).click();
        await page.locator(".sp-foutlijst").waitFor();
        await page.emulateMedia({ colorScheme: "dark" });
        found.push(...(await violations(page, `${id}, errors, dark`)));
        await page.emulateMedia({ colorScheme: "light" });
        for (const fold of await page.locator(".sp-formulier__uitklap summary").all()) await fold.click();
      }
      found.push(...(await violations(page, "end, folded out")));
      assert.ok(found.length === 0, lines(found));
    });
  });

  it("what is wrong stands above the title with links, takes the focus, and one press mends it", async () => {
    await visit(FORM, { fresh: true }, async (page) => {
      await ready(page);
      await page.goto(`${page.url()}#tijd`);
      await at(page, "Tijd en plek");
      await fillTime(page);
      await field(page, "periode-eind").fill("2026-06-25");
      await onward(page);
      const box = page.getByRole("alert").filter({ hasText: "Kijk nog naar 1 punt" });
      await box.waitFor();
      assert.ok(await box.evaluate((element) => element === document.activeElement));
      assert.match(await page.title(), /^Fout: /);
      await box.getByRole("link").click();
      assert.equal(await page.evaluate(() => document.activeElement?.id), "f-periode-eind");
      assert.equal(await field(page, "periode-eind").getAttribute("aria-invalid"), "true");
      const told = await field(page, "periode-eind").evaluate((input) => (input.getAttribute("aria-describedby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent).join(" "));
      assert.match(told, /De laatste stagedag\. .*ligt niet na het begin/);
      await page.getByRole("button", { name: "Neem 25-6-2027 over" }).click();
      assert.equal(await field(page, "periode-eind").inputValue(), "2027-06-25");
      assert.equal(await page.locator(".sp-foutlijst").count(), 0);
      assert.doesNotMatch(await page.title(), /^Fout/);
      await page.locator(".sp-formulier__zij", { hasText: "Dit past" }).waitFor();
    });
  });

  it("the keyboard alone goes through a step: focus on the title, then on each control", async () => {
    await visit(FORM, { fresh: true }, async (page) => {
      await ready(page);
      await field(page, "organisatie").focus();
      await page.keyboard.type("Gemeente Bre");
      await page.keyboard.press("Tab");
      await page.keyboard.type("Help mee op de kinderboerderij");
      await page.keyboard.press("Tab");
      await page.keyboard.type("Mee");
      await page.keyboard.press("Tab");
      await page.keyboard.type("Groen");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Space");
      await field(page, "titel").focus();
      await page.keyboard.press("Enter");
      await at(page, "De inhoud");
      assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H1");
      const draft = await page.evaluate((key) => JSON.parse(localStorage.getItem(key) ?? "{}"), DRAFT);
      assert.equal(draft.thuis, "breda");
      assert.deepEqual(draft.antwoorden.niveaus, ["mbo-1"]);
      await page.keyboard.press("Tab");
      assert.equal(await page.evaluate(() => document.activeElement?.id), "f-samenvatting");
    });
  });

  it("the draft survives a reload, and goes when one begins again", async () => {
    await visit(FORM, { fresh: true }, async (page) => {
      await ready(page);
      await fillWork(page);
      await onward(page);
      await at(page, "De inhoud");
      await page.reload();
      await at(page, "De inhoud");
      await page.goBack();
      await at(page, "Het werk");
      assert.equal(await field(page, "titel").inputValue(), "Onderzoek wie de stadskrant leest");
      assert.ok(await page.locator('#vak-f-opleidingen input[value="avans/communicatie"]').isChecked());
      page.on("dialog", (dialog) => void dialog.accept());
      await page.locator(".sp-formulier__voet button").click();
      await page.waitForFunction((key) => localStorage.getItem(key) === null, DRAFT);
      await ready(page);
      assert.equal(await field(page, "titel").inputValue(), "");
    });
  });

  it("a browser that keeps nothing says so and works", async () => {
    const shut = (/** @type {BrowserPage} */ page) => page.addInitScript(() => Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("dicht", "SecurityError"); } }));
    await visit(FORM, { before: shut }, async (page) => {
      await ready(page);
      await page.getByText("Je browser bewaart niets in dit venster.").waitFor();
      await fillWork(page);
      await onward(page);
      await at(page, "De inhoud");
    });
  });

  it("hostile text stays text, in the card, the page and the file", async () => {
    await visit(FORM, { fresh: true }, async (page) => {
      await ready(page);
      await fillAll(page, HOSTILE);
      await page.locator(".sp-stappen button").first().click();
      await field(page, "titel").fill(HOSTILE.slice(0, 75));
      await page.locator(".sp-zijdeel h3", { hasText: HOSTILE.slice(0, 20) }).waitFor();
      await page.locator(".sp-stappen button").last().click();
      await at(page, "Klaar om te versturen");
      await page.locator(".sp-pagina h2", { hasText: HOSTILE.slice(0, 20) }).waitFor({ state: "attached" });
      assert.equal(await page.locator(".sp-formulier img, .sp-formulier script").count(), 0);
      assert.equal(await page.evaluate(() => "gehackt" in window), false);
      const text = await fileText(page);
      assert.ok(text.includes(`titel: ${JSON.stringify(HOSTILE.slice(0, 75).trim())}`));
      assert.ok(text.includes(`  ${HOSTILE}\n`));
    });
  });

  it("an assignment fills the form in; a vacancy that exists gets its lines", async () => {
    const { path } = ofKind("assignment");
    await visit({ path: `${FORM.path}?opdracht=${path.replace(/^opdrachten\/|\/$/g, "")}` }, { fresh: true }, async (page) => {
      await ready(page);
      await page.getByText("Je begint met de opdracht").waitFor();
      assert.notEqual(await field(page, "titel").inputValue(), "");
    });
    await visit({ path: `${FORM.path}?wijzig=breda/onderzoek-wijkkrant` }, { fresh: true }, async (page) => {
      await ready(page);
      await page.evaluate(AXE);
      assert.deepEqual(await violations(page, "change"), []);
      await page.getByText("status: vervuld", { exact: true }).waitFor();
      assert.match((await page.locator("#wijzigen a").getAttribute("href")) ?? "", /\/edit\/main\/vacancies\/breda\/onderzoek-wijkkrant\.yml$/);
      await page.getByLabel("Nieuwe eerste dag").fill("2027-09-01");
      await page.getByLabel("Nieuwe laatste dag").fill("2028-01-28");
      await page.getByLabel("Reageren tot en met").fill("2027-06-01");
      await page.getByText("periode: {start: 2027-09-01, eind: 2028-01-28}", { exact: true }).waitFor();
    });
  });

  it("without script the page shows the other ways", async () => {
    await visit(FORM, { javaScriptEnabled: false }, async (page) => {
      await page.getByRole("heading", { name: "Mail je tekst naar het Stagebureau" }).waitFor();
      assert.ok(await page.getByRole("heading", { name: "Vul het formulier op GitHub in" }).isVisible());
    });
  });
});
