import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { hall, lines, openDetails } from "./browser.mjs";
import { pages } from "./pages.mjs";

/** @typedef {import("./browser.mjs").BrowserPage} BrowserPage */

const WIDTHS = [320, 360, 768, 1440, 1920];

const { visit } = hall();

/**
 * What does not fit: a page that scrolls sideways, and text that lies outside the page or is cut off by its box.
 * @param {BrowserPage} page
 * @param {string} state
 * @returns {Promise<string[]>}
 */
async function misfits(page, state) {
  const found = await page.evaluate(() => {
    /** @type {string[]} */
    const bad = [];
    const root = document.documentElement;
    const width = root.clientWidth;
    /** @param {Element} element */
    const name = (element) => `${element.localName}.${element.getAttribute("class") ?? ""} "${(element.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 40)}"`;
    /** @type {Map<Element, {unseen: boolean, boxes: {box: Element, x: boolean, y: boolean}[]}>} */
    const known = new Map();
    /**
     * Whether an element is hidden for the eye on purpose (clipped to nothing, see-through), and the boxes that cut it.
     * @param {Element} element
     * @returns {{unseen: boolean, boxes: {box: Element, x: boolean, y: boolean}[]}}
     */
    const around = (element) => {
      const before = known.get(element);
      if (before) return before;
      const up = element.parentElement && element !== document.body ? around(element.parentElement) : { unseen: false, boxes: [] };
      const style = getComputedStyle(element);
      const x = ["hidden", "clip"].includes(style.overflowX);
      const y = ["hidden", "clip"].includes(style.overflowY);
      const made = {
        unseen: up.unseen || style.clipPath.startsWith("inset(50%") || style.opacity === "0",
        boxes: (x || y) && element !== document.body ? [{ box: element, x, y }, ...up.boxes] : up.boxes,
      };
      known.set(element, made);
      return made;
    };
    /** @param {Element} element */
    const unseen = (element) => around(element).unseen || !element.checkVisibility({ visibilityProperty: true });

    if (root.scrollWidth > width) {
      bad.push(`the page is ${root.scrollWidth} px wide in ${width}`);
      for (const element of document.querySelectorAll("body *")) {
        if (element.getBoundingClientRect().right > width + 1 && !unseen(element)) bad.push(`reaches ${Math.round(element.getBoundingClientRect().right)} px: ${name(element)}`);
        if (bad.length > 4) break;
      }
    }

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const parent = text.parentElement;
      if (!parent || !text.nodeValue?.trim() || unseen(parent)) continue;
      range.selectNodeContents(text);
      const rects = [...range.getClientRects()].filter((rect) => rect.width > 0);
      if (rects.length === 0) continue;
      const left = Math.min(...rects.map((rect) => rect.left));
      const right = Math.max(...rects.map((rect) => rect.right));
      const top = Math.min(...rects.map((rect) => rect.top));
      const bottom = Math.max(...rects.map((rect) => rect.bottom));
      if (left < -1 || right > width + 1) bad.push(`text outside the page (${Math.round(left)} to ${Math.round(right)}): ${name(parent)}`);
      // Glyph boxes are taller than the line; half a line outside is a loss.
      const slack = parseFloat(getComputedStyle(parent).fontSize) / 2;
      const cut = around(parent).boxes.find(({ box, x, y }) => {
        const edge = box.getBoundingClientRect();
        return (x && (left < edge.left - 1 || right > edge.right + 1)) || (y && (top < edge.top - slack || bottom > edge.bottom + slack));
      });
      if (cut) bad.push(`text cut off by ${cut.box.localName}.${cut.box.getAttribute("class") ?? ""}: ${name(parent)}`);
    }

    for (const control of document.querySelectorAll(".sp-knop, .sp-chip, .sp-pil, .sp-badge, button, select")) {
      if (unseen(control) || getComputedStyle(control).display === "inline") continue;
      if (control.scrollWidth > control.clientWidth + 1 || control.scrollHeight > control.clientHeight + 1) bad.push(`text larger than its shape: ${name(control)}`);
    }
    return bad;
  });
  return found.map((text) => `${state}: ${text}`);
}

/**
 * How much of the window is covered by what sticks to its edges.
 * @param {BrowserPage} page
 * @returns {Promise<number>} CSS pixels of height
 */
async function covered(page) {
  return page.evaluate(() => {
    scrollTo(0, 600);
    return [...document.querySelectorAll("body *")]
      .filter((element) => ["fixed", "sticky"].includes(getComputedStyle(element).position) && element.checkVisibility())
      .map((element) => element.getBoundingClientRect())
      .filter(({ top, bottom }) => top <= 1 || bottom >= innerHeight - 1)
      .reduce((sum, { top, bottom }) => sum + Math.max(0, Math.min(bottom, innerHeight) - Math.max(top, 0)), 0);
  });
}

/**
 * The spacing that a visitor may set (WCAG 1.4.12).
 * @param {BrowserPage} page
 */
async function spaceOut(page) {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
      p { margin-bottom: 2em !important; }
    `);
    document.adoptedStyleSheets = [sheet];
  });
}

describe("nothing scrolls sideways, nothing is cut off, nothing is covered", () => {
  for (const where of pages) {
    it(`${where.kind}: ${WIDTHS.join(", ")} px, 200 % zoom, text spacing of WCAG 1.4.12`, async () => {
      await visit(where, {}, async (page) => {
        await openDetails(page);
        /** @type {string[]} */
        const found = [];
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 800 });
          found.push(...(await misfits(page, `${width} px`)));
        }
        // 200 % zoom leaves half the pixels of a window of 1280 by 720.
        await page.setViewportSize({ width: 640, height: 360 });
        found.push(...(await misfits(page, "zoom")));
        const stuck = await covered(page);
        if (stuck > 120) found.push(`zoom: ${Math.round(stuck)} of 360 px are covered by what sticks`);
        await spaceOut(page);
        for (const width of [320, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          found.push(...(await misfits(page, `spaced out, ${width} px`)));
        }
        assert.ok(found.length === 0, lines(found));
      });
    });
  }
});
