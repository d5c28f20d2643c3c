import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { hall, lines } from "./browser.mjs";
import { page as ofKind, pages } from "./pages.mjs";

/** A4 upright and across, less the margins of the print style, in CSS pixels. */
const UPRIGHT = { width: 673, height: 987 };
const ACROSS = { width: 1001, height: 658 };

const { visit } = hall();

describe("on paper", () => {
  for (const where of pages) {
    it(`${where.kind}: a heading and text, no header, footer, buttons, nothing wider than the paper`, async () => {
      await visit(where, { viewport: UPRIGHT, colorScheme: "dark" }, async (page) => {
        await page.emulateMedia({ media: "print" });
        const found = await page.evaluate(() => {
          /** @type {string[]} */
          const bad = [];
          for (const element of document.querySelectorAll("body > header, .sp-voet__raster, .sp-skip, nav, button, select, .sp-knop, .sp-kunst, .sp-balk")) {
            if (element.checkVisibility()) bad.push(`printed: ${element.localName}.${element.getAttribute("class") ?? ""}`);
          }
          if (!document.querySelector("footer .sp-voet__slot time")?.checkVisibility()) bad.push("the date of the site is gone");
          if (!document.querySelector("h1")?.checkVisibility()) bad.push("the heading is gone");
          if ((document.querySelector("main")?.innerText.trim().length ?? 0) < 100) bad.push("the text is gone");
          if (document.documentElement.scrollWidth > innerWidth) bad.push(`${document.documentElement.scrollWidth} px wide on ${innerWidth}`);
          const luminance = (/** @type {string} */ colour) => {
            const [r, g, b, a = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
            return a === 0 ? 255 : 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          if (luminance(getComputedStyle(document.body).backgroundColor) < 240) bad.push("the paper is dark");
          for (const element of document.querySelectorAll("main :is(h1, h2, h3, p, li, dd, dt, td, th, a)")) {
            if (element.checkVisibility() && luminance(getComputedStyle(element).color) > 140) bad.push(`pale text: ${element.localName}.${element.className} ${getComputedStyle(element).color}`);
          }
          return bad;
        });
        assert.ok(found.length === 0, lines(found));
      });
    });
  }

  it("a vacancy prints the whole address to react to", async () => {
    for (const kind of ["vacancy, open", "vacancy, mbo"]) {
      await visit(ofKind(kind), { viewport: UPRIGHT }, async (page) => {
        const href = (await page.locator("#reageren a.sp-knop").getAttribute("href")) ?? "";
        const address = href.startsWith("mailto:") ? decodeURIComponent(href.slice("mailto:".length).split("?")[0]) : href.replace(/^https:\/\//, "");
        assert.match(address, /[@./]/);
        await page.emulateMedia({ media: "print" });
        assert.ok((await page.locator("#reageren").innerText()).includes(address), address);
      });
    }
  });

  it("a closed vacancy prints that it is closed", async () => {
    await visit(ofKind("vacancy, closed"), { viewport: UPRIGHT }, async (page) => {
      await page.emulateMedia({ media: "print" });
      assert.match(await page.locator(".sp-banner:visible").innerText(), /gesloten/i);
    });
  });

  for (const [name, viewport] of Object.entries({ upright: UPRIGHT, across: ACROSS })) {
    it(`the period overview prints its table, also when the drawn form was chosen: ${name}`, async () => {
      await visit(ofKind("periods"), {}, async (page) => {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ media: "print" });
        assert.ok((await page.locator("tbody tr:visible").count()) > 10);
      });
    });
  }
});
