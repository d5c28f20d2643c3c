import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, it } from "node:test";
import { PHONE, WIDE, hall, lines, openDetails } from "./browser.mjs";
import { page as ofKind, pages } from "./pages.mjs";

/** @typedef {import("./browser.mjs").BrowserPage} BrowserPage */

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
/** The rules that can change their mind when only the scheme changes; a full dark run follows on the phone's width. */
const COLOUR = ["color-contrast", "link-in-text-block"];

const { visit } = hall();

/**
 * What axe finds on the page as it stands.
 * @param {BrowserPage} page
 * @param {string} state
 * @param {string[]} [rules] only these, all by default
 * @returns {Promise<string[]>}
 */
async function violations(page, state, rules) {
  const found = await page.evaluate(async ({ tags, rules: only }) => {
    const { axe } = /** @type {{axe: typeof import("axe-core")}} */ (/** @type {unknown} */ (window));
    const result = await axe.run(document, { runOnly: only ? { type: "rule", values: only } : { type: "tag", values: tags }, resultTypes: ["violations"] });
    return result.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary, html }) => `${id} · ${target.join(" ")} · ${html.slice(0, 120)} · ${failureSummary?.replace(/\s+/g, " ")}`),
    );
  }, { tags: TAGS, rules });
  return found.map((text) => `${state}: ${text}`);
}

/**
 * Controls that forced colours make invisible, also those that are only a filled shape.
 * @param {BrowserPage} page
 * @returns {Promise<string[]>}
 */
function lostControls(page) {
  return page.evaluate(() => {
    /** @type {string[]} */
    const bad = [];
    for (const control of document.querySelectorAll("a[href], button, summary, select")) {
      if (!(control instanceof HTMLElement) || control.classList.contains("sp-skip")) continue;
      if (!control.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const style = getComputedStyle(control);
      const name = `forced colours: ${control.localName}.${control.className} "${control.innerText.trim().slice(0, 40)}"`;
      const { width, height } = control.getBoundingClientRect();
      if (width < 1 || height < 1) bad.push(`${name} has no size`);
      if (style.color === style.backgroundColor) bad.push(`${name} has the colour of its ground: ${style.color}`);
      const shape = control.matches(".sp-knop, .sp-chip, .sp-pil, .sp-rond, .sp-schema, select");
      if (shape && (style.borderTopStyle === "none" || parseFloat(style.borderTopWidth) < 1)) bad.push(`${name} loses its shape: no border`);
    }
    return bad;
  });
}

describe("axe: WCAG 2.0 to 2.2 A and AA and best practice, zero violations", () => {
  for (const where of pages) {
    it(`${where.kind}: light, dark on a phone, folded out; forced colours leave every control visible`, async () => {
      await visit(where, {}, async (page) => {
        await page.evaluate(AXE);
        await openDetails(page);
        const found = await violations(page, "light");
        await page.emulateMedia({ colorScheme: "dark" });
        found.push(...(await violations(page, "dark", COLOUR)));
        await page.setViewportSize(PHONE);
        found.push(...(await violations(page, "dark, 360 px")));
        await page.emulateMedia({ forcedColors: "active" });
        found.push(...(await lostControls(page)));
        await page.setViewportSize(WIDE);
        found.push(...(await lostControls(page)));
        assert.ok(found.length === 0, lines(found));
      });
    });
  }

  it("the open phone menu, light and dark", async () => {
    await visit(ofKind("home"), { viewport: PHONE }, async (page) => {
      await page.evaluate(AXE);
      await page.locator("button[data-menu]").click();
      const found = await violations(page, "light");
      await page.emulateMedia({ colorScheme: "dark" });
      found.push(...(await violations(page, "dark")));
      assert.ok(found.length === 0, lines(found));
    });
  });

  it("the period overview as a table, and with no level chosen", async () => {
    await visit(ofKind("periods"), {}, async (page) => {
      await page.evaluate(AXE);
      await page.locator('button[data-vorm="tabel"]').click();
      const found = await violations(page, "table");
      for (const chip of await page.locator("button[data-niveau]").all()) await chip.click();
      found.push(...(await violations(page, "no level")));
      assert.ok(found.length === 0, lines(found));
    });
  });

  it("a choice of the visitor wins from the system: dark chosen in a light system", async () => {
    await visit(ofKind("vacancy, open"), { colorScheme: "light", fresh: true }, async (page) => {
      await page.evaluate(AXE);
      await page.locator("button[data-schema]").click();
      assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), "dark");
      const found = await violations(page, "chosen dark");
      assert.ok(found.length === 0, lines(found));
    });
  });
});

describe("forced colours", () => {
  it("a chosen chip differs from one that is not chosen", async () => {
    await visit(ofKind("periods"), { forcedColors: "active" }, async (page) => {
      const [on, off] = await page.evaluate(() =>
        ["true", "false"].map((pressed) => {
          const chip = document.querySelector(`button[data-vorm][aria-pressed="${pressed}"]`);
          if (!chip) throw new Error("no chip");
          const icon = chip.querySelector("svg");
          return { weight: getComputedStyle(chip).fontWeight, tick: icon?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ?? false };
        }),
      );
      assert.notDeepEqual(on, off);
      assert.equal(on.tick, true, "the tick of the chosen one");
    });
  });
});
