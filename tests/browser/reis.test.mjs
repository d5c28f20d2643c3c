import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { PHONE, hall, lines } from "./browser.mjs";

/** @typedef {import("playwright-core").Page} BrowserPage */

const { visit, address } = hall();

/** What has the focus, as a screen reader would name it: role and words. @param {BrowserPage} page */
const focused = (page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    const label = element instanceof HTMLInputElement ? (element.labels?.[0]?.textContent ?? "") : "";
    return `${element?.tagName.toLowerCase()} ${element?.getAttribute("aria-label") ?? ""} ${label} ${element?.textContent ?? ""}`.replace(/\s+/g, " ").trim();
  });

/**
 * Presses Tab until something with these words has the focus.
 * @param {BrowserPage} page
 * @param {RegExp} words
 * @param {number} [most]
 */
async function tabTo(page, words, most = 150) {
  /** @type {string[]} */
  const seen = [];
  for (let press = 0; press < most; press++) {
    await page.keyboard.press("Tab");
    const now = await focused(page);
    if (words.test(now)) return now;
    seen.push(now.slice(0, 60));
  }
  throw new Error(`Tab never comes to ${words}${lines(seen.slice(-12))}`);
}

describe("the whole way of a student", () => {
  it("with the keyboard only: find, fit, save, compare, open the application route", async () => {
    await visit({ path: "" }, { fresh: true }, async (page) => {
      // Find.
      await page.keyboard.press("/");
      await page.locator("dialog[open] [role=combobox]").waitFor();
      await page.keyboard.type("comunicatie");
      await page.locator("dialog[open] [role=option]").first().waitFor();
      await page.keyboard.press("Enter");
      await page.waitForURL(/vacatures\/\?q=comunicatie/);
      await page.locator(".sp-kaart mark, .sp-kaart h3").first().waitFor();
      // Fit.
      await tabTo(page, /Kies je opleiding/);
      await page.keyboard.press("Enter");
      await page.locator("dialog[open]").waitFor();
      await page.waitForFunction(() => document.activeElement?.id === "kies-opleiding");
      await page.keyboard.type("avans communicatie");
      await page.locator("dialog[open] [role=option]").first().waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await tabTo(page, /Gebruik deze periode/, 20);
      await page.keyboard.press("Enter");
      await page.locator(".sp-kaart .sp-fit").first().waitFor();
      await page.locator("[data-vinden]:not([aria-busy])").waitFor();
      const before = await page.locator(".sp-kaart").count();
      await tabTo(page, /^input Past \d/);
      await page.keyboard.press("Space");
      await page.waitForURL(/past=past/);
      await page.waitForFunction((count) => document.querySelectorAll(".sp-kaart").length < count, before);
      assert.ok(await page.locator(".sp-kaart .sp-fit").count());
      // All of them fit; without this choice there is more to save.
      await page.keyboard.press("Space");
      await page.waitForFunction((count) => document.querySelectorAll(".sp-kaart").length === count, before);
      // Save.
      for (let saved = 1; saved <= 2; saved++) {
        await tabTo(page, /^button Bewaar /);
        await page.keyboard.press("Enter");
        assert.match(await focused(page), /Bewaard/);
      }
      assert.equal(await page.locator("a.sp-i-bewaar").getAttribute("aria-label"), "Bewaard 2 stages");
      // Compare.
      await page.keyboard.press("Control+Home");
      await page.goto(address({ path: "bewaard/" }));
      for (let chosen = 1; chosen <= 2; chosen++) {
        await tabTo(page, /^input .*Vergelijk/);
        await page.keyboard.press("Space");
      }
      await tabTo(page, /^(button|a) .*Vergelijk 2 stages/);
      await page.keyboard.press("Enter");
      await page.getByRole("table").waitFor();
      // Open the way to apply.
      await tabTo(page, /^a .*Bekijk en reageer/);
      await page.keyboard.press("Enter");
      await page.waitForURL(/vacatures\/[a-z-]+\/[a-z0-9-]+\//);
      await page.locator(".sp-paspaneel").waitFor();
      await tabTo(page, /^a Reageer$/);
      await page.keyboard.press("Enter");
      await tabTo(page, /^a .*Reageer (via|bij)|^a .*(mail|Stagebureau)/i, 12);
      assert.match((await page.evaluate(() => document.activeElement?.getAttribute("href"))) ?? "", /^(mailto:|https:)/);
    });
  });

  it("on a touch screen of 360 px: the same way with a finger", async () => {
    await visit({ path: "vacatures/" }, { fresh: true, viewport: PHONE, hasTouch: true, isMobile: true }, async (page) => {
      await page.getByRole("searchbox").tap();
      await page.keyboard.type("groen");
      await page.keyboard.press("Enter");
      await page.waitForURL(/q=groen/);
      await page.getByRole("button", { name: /^Filters/ }).tap();
      const sheet = page.locator("dialog[open]");
      await sheet.waitFor();
      await sheet.locator("summary", { hasText: "Niveau" }).tap();
      await sheet.getByText("mbo-2", { exact: true }).tap();
      await page.waitForURL(/niveau=mbo-2/);
      await sheet.getByRole("button", { name: /^Toon \d+ stages?$/ }).tap();
      await sheet.waitFor({ state: "hidden" });
      const save = page.getByRole("button", { name: /^Bewaar/ }).first();
      await save.tap();
      assert.equal(await save.getAttribute("aria-pressed"), "true");
      await page.goBack();
      await page.waitForFunction(() => !location.search.includes("mbo-2"));
      await page.goto(address({ path: "bewaard/" }));
      await page.locator("main h3 a, main h2 a").first().tap();
      await page.waitForURL(/vacatures\/[a-z-]+\//);
      assert.ok(await page.getByRole("link", { name: "Reageer", exact: true }).first().isVisible());
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${wide} px too wide`);
    });
  });
});

describe("a card that the browser draws", () => {
  it("is the card of the build, letter for letter", async () => {
    await visit({ path: "vacatures/?niveau=hbo&sorteer=start&toon=200" }, { fresh: true }, async (page) => {
      await page.waitForFunction(() => document.querySelectorAll("[data-kaarten] > li").length > 20);
      await page.waitForFunction(() => ![...document.querySelectorAll(".sp-wie + p")].some((p) => !p.textContent));
      const { same, different } = await page.evaluate(async () => {
        const parser = new DOMParser();
        /** @param {Element} card @param {string} base */
        const plain = (card, base) => {
          const copy = /** @type {Element} */ (card.cloneNode(true));
          copy.querySelector(".sp-bewaar")?.remove();
          for (const link of copy.querySelectorAll("a")) link.setAttribute("href", new URL(link.getAttribute("href") ?? "", base).pathname);
          for (const use of copy.querySelectorAll("use")) use.setAttribute("href", new URL(use.getAttribute("href") ?? "", base).hash);
          return copy.outerHTML.replaceAll("\u00ad", "").replace(/>\s+</g, "><").replace(/\s+/g, " ");
        };
        const base = new URL("niveau/hbo/", location.origin + location.pathname).href;
        const built = parser.parseFromString(await (await fetch(base)).text(), "text/html");
        const byKey = new Map([...built.querySelectorAll("[data-sleutel]")].map((card) => [card.getAttribute("data-sleutel"), plain(card, base)]));
        /** @type {string[]} */
        const different = [];
        let same = 0;
        for (const card of document.querySelectorAll("[data-kaarten] [data-sleutel]")) {
          const expected = byKey.get(card.getAttribute("data-sleutel"));
          if (!expected) continue;
          const drawn = plain(card, location.href);
          if (drawn === expected) same++;
          else different.push(`${expected}\n  ${drawn}`);
        }
        return { same, different };
      });
      assert.deepEqual(different.slice(0, 3), []);
      assert.ok(same > 20, `${same} cards`);
    });
  });
});
