import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { PHONE, hall, lines } from "./browser.mjs";
import { DRAFT, FORM, at, field, fileText, fillAll, fillTime, fillWork, onward, pick, ready } from "./form.mjs";
import { buildDay, page as ofKind } from "./pages.mjs";

/** @typedef {import("./browser.mjs").BrowserPage} BrowserPage */

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const BIN = join(ROOT, ".venv", "bin");
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
const HOSTILE = `<img src=x onerror="window.gehackt=1"> 'enkel' "dubbel" & ja: nee #1 {{ x }} - [a] *ster*`;

const { visit } = hall();

/** @param {BrowserPage} page @param {string} state @returns {Promise<string[]>} */
async function violations(page, state) {
  const found = await page.evaluate(async (tags) => {
    const { axe } = /** @type {{axe: typeof import("axe-core")}} */ (/** @type {unknown} */ (window));
    const result = await axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
    return result.violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id} · ${target.join(" ")} · ${html.slice(0, 120)}`));
  }, TAGS);
  return found.map((text) => `${state}: ${text}`);
}

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
      await page.goto(`${page.url().split("#")[0]}#stap-versturen`);
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
      await page.goto(`${page.url()}#stap-tijd`);
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

  it("the link to the content, and any other place on the page, leaves the visitor in the step", async () => {
    await visit(FORM, { fresh: true }, async (page) => {
      await ready(page);
      await page.locator(".sp-stappen button").nth(3).click();
      await at(page, "Wat de student krijgt");
      await page.locator(".sp-skip").focus();
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.activeElement?.id === "inhoud");
      await page.evaluate(() => (location.hash = "elders"));
      await page.waitForFunction(() => location.hash === "#stap-krijgt");
      await at(page, "Wat de student krijgt");
      assert.equal(await page.evaluate(() => document.activeElement?.id), "inhoud");
      await page.reload();
      await at(page, "Wat de student krijgt");
    });
  });

  it("back and forward go through the steps, with the focus on their titles", async () => {
    await visit(FORM, { fresh: true }, async (page) => {
      await ready(page);
      for (const place of [1, 2]) await page.locator(".sp-stappen button").nth(place).click();
      await at(page, "Tijd en plek");
      await page.goBack();
      await at(page, "De inhoud");
      await page.goBack();
      await at(page, "Het werk");
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Het werk");
      await page.goForward();
      await at(page, "De inhoud");
    });
  });

  it("ticking a programme keeps the focus on it, and a level brings the list of that level", async () => {
    await visit(FORM, { fresh: true }, async (page) => {
      await ready(page);
      const all = await page.locator("#vak-f-opleidingen input[type=checkbox]").count();
      await pick(page, "niveaus", "hbo");
      const boxes = page.locator("#vak-f-opleidingen input[type=checkbox]");
      assert.ok((await boxes.count()) < all);
      await boxes.nth(3).focus();
      const value = await boxes.nth(3).inputValue();
      await page.keyboard.press("Space");
      assert.equal(await page.evaluate(() => document.activeElement instanceof HTMLInputElement && document.activeElement.value), value);
      assert.ok(await boxes.nth(3).isChecked());
    });
  });

  it("a group without a question to ask is not there", async () => {
    await visit(FORM, { fresh: true }, async (page) => {
      await ready(page);
      await pick(page, "niveaus", "hbo");
      await page.locator(".sp-stappen button").nth(4).click();
      const group = page.getByRole("heading", { name: "Erkend leerbedrijf" });
      assert.equal(await group.isVisible(), false);
      await page.locator(".sp-stappen button").first().click();
      await pick(page, "niveaus", "mbo-4");
      await page.locator(".sp-stappen button").nth(4).click();
      assert.equal(await group.isVisible(), true);
    });
  });

  it("of a list the line that is wrong is marked and gets the focus, whatever stands empty before it", async () => {
    await visit(FORM, { fresh: true }, async (page) => {
      await ready(page);
      await page.locator(".sp-stappen button").nth(1).click();
      await page.locator("#f-taken-0").fill("Je maakt een plan.");
      for (const [line, text] of [[1, ""], [2, "x"]]) {
        await page.locator("#vak-f-taken").getByRole("button", { name: "Nog een regel" }).click();
        await page.locator(`#f-taken-${line}`).fill(String(text));
      }
      await onward(page);
      await page.getByRole("alert").getByRole("link", { name: /^Taken: .*tekens/ }).click();
      assert.equal(await page.evaluate(() => document.activeElement?.id), "f-taken-2");
      assert.deepEqual(await page.locator('#vak-f-taken [aria-invalid="true"]').evaluateAll((lines) => lines.map(({ id }) => id)), ["f-taken-2"]);
    });
  });

  it("an amount stays as it was typed, and the card has it as the site writes it", async () => {
    await visit(FORM, { fresh: true }, async (page) => {
      await ready(page);
      await page.locator(".sp-stappen button").nth(3).click();
      await pick(page, "vergoeding", "Een bedrag");
      await field(page, "vergoeding-bedrag").fill("1.250,-");
      await pick(page, "vergoeding-per", "per maand");
      await page.locator(".sp-formulier__zij li", { hasText: "€\u00a01.250 per maand" }).waitFor();
      await page.locator(".sp-stappen button").nth(2).click();
      await page.locator(".sp-stappen button").nth(3).click();
      assert.equal(await field(page, "vergoeding-bedrag").inputValue(), "1.250,-");
      await page.locator(".sp-stappen button").last().click();
      assert.match(await fileText(page), /^ {2}bedrag: 1250$/m);
    });
  });

  it("what was folded out beside the form stays so while another answer changes", async () => {
    await visit(FORM, { fresh: true }, async (page) => {
      await ready(page);
      await page.locator(".sp-stappen button").nth(2).click();
      await fillTime(page);
      await page.locator(".sp-formulier__zij summary", { hasText: "Bekijk ze" }).click();
      await field(page, "standplaats").fill("Breda");
      await page.locator(".sp-formulier__zij .sp-tags", { hasText: "Breda" }).waitFor();
      assert.ok(await page.locator(".sp-pastlijst").isVisible());
      await field(page, "periode-eind").fill("2027-03-05");
      await page.locator(".sp-pastlijst").waitFor({ state: "hidden" });
    });
  });

  it("without script the page shows the other ways", async () => {
    await visit(FORM, { javaScriptEnabled: false }, async (page) => {
      await page.getByRole("heading", { name: "Mail je tekst naar het Stagebureau" }).waitFor();
      assert.ok(await page.getByRole("heading", { name: "Vul het formulier op GitHub in" }).isVisible());
    });
  });
});
