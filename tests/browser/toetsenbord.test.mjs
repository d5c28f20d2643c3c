import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { PHONE, WIDE, hall, lines, openDetails } from "./browser.mjs";
import { page as ofKind, pages } from "./pages.mjs";

/** @typedef {import("./browser.mjs").BrowserPage} BrowserPage */

const { visit } = hall();

/**
 * Walks with Tab from the top to the end and says what is wrong on the way: order, focus style, hidden or lost focus.
 * @param {BrowserPage} page
 * @returns {Promise<string[]>}
 */
async function walk(page) {
  // Cards below the window get their save button while the browser rests.
  await page.waitForFunction(() => !document.querySelector(".sp-kaart[data-sluit] > footer:not(:has([data-bewaar]))"));
  const count = await page.evaluate(() => {
    const stops = [...document.querySelectorAll("a[href], button, select, input, textarea, summary, [tabindex='0']")].filter(
      (element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches(":disabled"),
    );
    /** @type {string[]} */
    const bad = [];
    let step = 0;

    /** @param {Element | null} element */
    const name = (element) => (element ? `${element.localName}.${element.getAttribute("class") ?? ""} "${(element.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 40)}"` : "nothing");

    /**
     * Red, green, blue (0 to 1) and opacity of a computed colour.
     * @param {string} colour
     * @returns {number[]}
     */
    const parts = (colour) => {
      const [r = 0, g = 0, b = 0, a = 1] = (colour.replace(/^color\(srgb/, "").match(/[\d.]+(e-?\d+)?/g) ?? []).map(Number);
      return colour.startsWith("color(") ? [r, g, b, a] : [r / 255, g / 255, b / 255, a];
    };
    /** @param {number[]} rgb */
    const luminance = (rgb) => {
      const [r, g, b] = rgb.map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    /** @param {string} one @param {string} two */
    const contrast = (one, two) => {
      const [low, high] = [luminance(parts(one)), luminance(parts(two))].sort((a, b) => a - b);
      return (high + 0.05) / (low + 0.05);
    };
    /** @param {Element} element */
    const ground = (element) => {
      for (let at = element.parentElement; at; at = at.parentElement) {
        const colour = getComputedStyle(at).backgroundColor;
        if (parts(colour)[3] > 0.9) return colour;
      }
      return "rgb(255, 255, 255)";
    };

    document.addEventListener("keyup", (event) => {
      if (event.key !== "Tab") return;
      const element = document.activeElement;
      const wanted = stops[step];
      step += 1;
      if (!element || element === document.body || element === document.documentElement) {
        bad.push(`focus is lost where ${name(wanted)} should have it`);
        return;
      }
      if (element !== wanted) {
        bad.push(`${name(element)} has focus where ${name(wanted)} should have it`);
        step = stops.indexOf(element) + 1;
        return;
      }
      // A link that covers its card draws the ring around what it covers.
      const cover = getComputedStyle(element, "::after");
      const covers = cover.content !== "none" && cover.position === "absolute" && cover.outlineStyle !== "none";
      const style = covers ? cover : getComputedStyle(element);
      const ringed = covers && element instanceof HTMLElement && element.offsetParent ? element.offsetParent : element;
      if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 3) {
        bad.push(`no outline of 3 px: ${name(element)} (${style.outlineStyle} ${style.outlineWidth})`);
      }
      const ring = /(rgba?\([^)]*\)|color\([^)]*\))/.exec(style.boxShadow)?.[1];
      const seen = Math.max(contrast(style.outlineColor, ground(ringed)), ring ? contrast(ring, ground(ringed)) : 1);
      if (seen < 3) bad.push(`focus is seen at ${seen.toFixed(1)} to 1: ${name(element)} on ${ground(ringed)}`);

      const rects = [...element.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0);
      const inView = rects.filter((rect) => rect.bottom > 0 && rect.top < innerHeight && rect.right > 0 && rect.left < innerWidth);
      if (inView.length === 0) {
        bad.push(`focus lies outside the window: ${name(element)}`);
        return;
      }
      const free = inView.some((rect) => {
        const x = (Math.max(rect.left, 0) + Math.min(rect.right, innerWidth)) / 2;
        const y = (Math.max(rect.top, 0) + Math.min(rect.bottom, innerHeight)) / 2;
        const top = document.elementFromPoint(x, y);
        return top !== null && (element.contains(top) || top.contains(element));
      });
      if (!free) bad.push(`focus is covered: ${name(element)}`);

      const reach = parseFloat(style.outlineWidth) + parseFloat(style.outlineOffset);
      const { left, top, right, bottom } = ringed.getBoundingClientRect();
      for (let box = ringed.parentElement; box && box !== document.body; box = box.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(box);
        const edge = box.getBoundingClientRect();
        const x = overflowX !== "visible" && (left - reach < edge.left - 0.5 || right + reach > edge.right + 0.5);
        const y = overflowY !== "visible" && (top - reach < edge.top - 0.5 || bottom + reach > edge.bottom + 0.5);
        if (x || y) {
          bad.push(`the outline is cut off by ${box.localName}.${box.className}: ${name(element)}`);
          break;
        }
      }
    });
    Object.assign(window, { walked: () => ({ bad, rest: stops.slice(step).map(name) }) });
    return stops.length;
  });

  for (let step = 0; step < count; step += 1) await page.keyboard.press("Tab");
  const { bad, rest } = await page.evaluate(() => /** @type {{walked: () => {bad: string[], rest: string[]}}} */ (/** @type {unknown} */ (window)).walked());
  return [...bad, ...rest.map((name) => `not reached: ${name}`)];
}

/**
 * Targets smaller than 24 px. A link inside a sentence may be as high as its line; so may any link in authored text
 * that has 24 px to itself (WCAG 2.5.8, spacing).
 * @param {BrowserPage} page
 * @returns {Promise<string[]>}
 */
function smallTargets(page) {
  return page.evaluate(() => {
    /** @type {string[]} */
    const bad = [];
    const targets = [...document.querySelectorAll("a[href], button, select, input, summary")].filter(
      (element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches(".sp-skip, :disabled"),
    );
    /**
     * Whether a circle of 24 px around the middle of a target touches no other target.
     * @param {Element} element
     */
    const alone = (element) => {
      const own = element.getBoundingClientRect();
      const x = own.left + own.width / 2;
      const y = own.top + own.height / 2;
      return targets.every((other) => {
        if (other === element) return true;
        const { left, right, top, bottom } = other.getBoundingClientRect();
        return Math.hypot(x - Math.min(Math.max(x, left), right), y - Math.min(Math.max(y, top), bottom)) >= 12;
      });
    };
    for (const element of targets) {
      const around = element.closest("p, dd, dt, li, td, th, small, figcaption, blockquote");
      const own = (element.textContent ?? "").trim();
      const inSentence = element.localName === "a" && getComputedStyle(element).display === "inline" && around !== null && (around.textContent ?? "").trim() !== own;
      if (inSentence || (element.closest(".md-typeset") && alone(element))) continue;
      let { width, height } = element.getBoundingClientRect();
      for (const part of ["::before", "::after"]) {
        const style = getComputedStyle(element, part);
        if (style.content === "none" || style.position !== "absolute") continue;
        width = Math.max(width, parseFloat(style.width) || 0);
        height = Math.max(height, parseFloat(style.height) || 0);
      }
      if (width < 24 || height < 24) bad.push(`${innerWidth} px: ${Math.round(width * 10) / 10} × ${Math.round(height * 10) / 10} ${element.localName}.${element.getAttribute("class") ?? ""} "${own.replace(/\s+/g, " ").slice(0, 40)}" in ${element.parentElement?.localName}.${element.parentElement?.className}`);
    }
    return bad;
  });
}

/** @param {BrowserPage} page */
const focused = (page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    return { tag: activeElement?.localName, id: activeElement?.id, text: activeElement?.textContent?.trim() ?? "" };
  });

describe("keyboard only", () => {
  for (const where of pages) {
    it(`${where.kind}: Tab reaches everything in order, focus is always seen, targets are at least 24 px`, async () => {
      await visit(where, {}, async (page) => {
        await openDetails(page);
        const found = await walk(page);
        found.push(...(await smallTargets(page)));
        await page.setViewportSize(PHONE);
        found.push(...(await smallTargets(page)));
        assert.ok(found.length === 0, lines(found));
      });
    });
  }

  for (const kind of ["home", "vacancies", "vacancy, open", "periods", "handbook chapter"]) {
    it(`${kind} on a phone, in the dark: the same walk`, async () => {
      await visit(ofKind(kind), { viewport: PHONE, colorScheme: "dark" }, async (page) => {
        const found = await walk(page);
        assert.ok(found.length === 0, lines(found));
      });
    });
  }

  it("the skip link comes first, is seen, and leads into the page", async () => {
    await visit(ofKind("vacancies"), {}, async (page) => {
      await page.keyboard.press("Tab");
      assert.deepEqual(await focused(page), { tag: "a", id: "", text: "Naar de inhoud" });
      const box = await page.locator(".sp-skip").boundingBox();
      assert.ok(box && box.width > 60 && box.height >= 24 && box.y >= 0, "the skip link is seen");
      await page.keyboard.press("Enter");
      assert.equal((await focused(page)).id, "inhoud");
      await page.keyboard.press("Tab");
      assert.equal(await page.evaluate(() => document.querySelector("main")?.contains(document.activeElement)), true);
    });
  });
});

describe("the phone menu", () => {
  for (const key of ["Enter", "Space"]) {
    it(`${key} opens and closes it, Tab goes into it, Escape closes it and gives the focus back`, async () => {
      await visit(ofKind("home"), { viewport: PHONE }, async (page) => {
        const button = page.locator("button[data-menu]");
        const links = page.locator("#menu a");
        assert.equal(await links.first().isVisible(), false);
        await button.focus();
        await page.keyboard.press(key);
        assert.equal(await button.getAttribute("aria-expanded"), "true");
        assert.equal(await links.first().isVisible(), true);
        await page.keyboard.press(key);
        assert.equal(await button.getAttribute("aria-expanded"), "false");
        assert.equal(await links.first().isVisible(), false);
        await page.keyboard.press(key);
        await page.keyboard.press("Tab");
        assert.equal((await focused(page)).text, (await links.first().textContent())?.trim());
        await page.keyboard.press("Escape");
        assert.equal(await links.first().isVisible(), false);
        assert.equal(await button.evaluate((element) => element === document.activeElement), true, "focus is back on the button");
      });
    });
  }

  it("the button has a name and is there only when there is something to open", async () => {
    await visit(ofKind("home"), { viewport: WIDE }, async (page) => {
      assert.equal(await page.locator("button[data-menu]").isVisible(), false);
      assert.equal(await page.locator("#menu a").first().isVisible(), true);
    });
  });
});

describe("the scheme switch", () => {
  for (const [system, name, after] of [["light", "Donker scherm", "dark"], ["dark", "Licht scherm", "light"]]) {
    it(`in a ${system} system: named by what it does, switches with Enter, keeps the focus and survives a reload`, async () => {
      await visit(ofKind("vacancy, open"), { colorScheme: /** @type {"light" | "dark"} */ (system), fresh: true }, async (page) => {
        const scheme = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
        const button = page.getByRole("button", { name });
        await button.focus();
        assert.equal(await scheme(), system);
        await page.keyboard.press("Enter");
        assert.equal(await scheme(), after);
        assert.notEqual((await focused(page)).text, name, "the name says the way back");
        assert.equal((await focused(page)).tag, "button");
        await page.reload();
        assert.equal(await scheme(), after);
        await page.getByRole("button", { name: system === "dark" ? "Donker scherm" : "Licht scherm" }).press("Space");
        assert.equal(await scheme(), system);
      });
    });
  }
});

/**
 * What is said of a choice, as soon as the choosing rests.
 * @param {BrowserPage} page
 */
async function said(page) {
  const status = page.locator("[data-tel]:not(:empty)");
  await status.waitFor({ state: "attached" });
  return (await status.textContent()) ?? "";
}

describe("the period overview", () => {
  it("level chips work with Space and Enter, keep the focus and announce what is left", async () => {
    await visit(ofKind("periods"), {}, async (page) => {
      const chips = page.locator("button[data-niveau]");
      assert.equal(await page.getByRole("status").textContent(), "", "nothing is said before a choice");
      await page.locator('button[data-vorm="tabel"]').press("Enter");
      const rows = page.locator("[data-jaar]:visible tbody tr:visible");
      const all = await rows.count();

      await chips.first().focus();
      await page.keyboard.press("Space");
      assert.equal(await chips.first().getAttribute("aria-pressed"), "false");
      const left = await rows.count();
      assert.ok(left < all && left > 0, "fewer rows");
      assert.equal(await said(page), `${left} stageperiodes.`);
      assert.equal(await chips.first().evaluate((element) => element === document.activeElement), true);

      await page.keyboard.press("Enter");
      assert.equal(await chips.first().getAttribute("aria-pressed"), "true");
      assert.equal(await rows.count(), all);

      for (const chip of await chips.all()) await chip.press("Space");
      assert.equal(await rows.count(), 0);
      assert.match(await said(page), /^Geen stageperiodes/);
    });
  });

  it("Tijdlijn and Tabel show one form, keep the focus and say which one is pressed", async () => {
    await visit(ofKind("periods"), {}, async (page) => {
      const drawn = page.locator(".sp-tijdlijn:visible");
      const table = page.locator("tbody tr:visible");
      for (const [form, other] of [["tabel", "tijdlijn"], ["tijdlijn", "tabel"]]) {
        const button = page.locator(`button[data-vorm="${form}"]`);
        await button.press("Enter");
        assert.equal(await button.getAttribute("aria-pressed"), "true");
        assert.equal(await page.locator(`button[data-vorm="${other}"]`).getAttribute("aria-pressed"), "false");
        assert.equal((await table.count()) > 0, form === "tabel");
        assert.equal((await drawn.count()) > 0, form === "tijdlijn");
        assert.equal(await button.evaluate((element) => element === document.activeElement), true);
      }
    });
  });

  it("another school year is chosen with the arrow keys and announced", async () => {
    await visit(ofKind("periods"), {}, async (page) => {
      const select = page.locator("select[data-jaarkeuze]");
      const years = await select.locator("option").evaluateAll((options) => options.map((option) => /** @type {HTMLOptionElement} */ (option).value));
      assert.ok(years.length > 1);
      const before = await select.inputValue();
      await select.focus();
      await page.keyboard.press(years.indexOf(before) === 0 ? "ArrowDown" : "ArrowUp");
      const now = await select.inputValue();
      assert.notEqual(now, before);
      assert.deepEqual(await page.locator("[data-jaar]:visible").evaluateAll((parts) => parts.map((part) => part.getAttribute("data-jaar"))), [now]);
      assert.match(await said(page), /stageperiodes?/);
    });
  });
});

describe("focus is never lost", () => {
  it("a facet folds out and in with Enter and keeps the focus", async () => {
    await visit(ofKind("vacancies"), { viewport: WIDE }, async (page) => {
      const summary = page.locator("summary").first();
      const open = () => summary.evaluate((element) => element.closest("details")?.open);
      const before = await open();
      await summary.focus();
      await page.keyboard.press("Enter");
      assert.equal(await open(), !before);
      await page.keyboard.press("Enter");
      assert.equal(await open(), before);
      assert.equal((await focused(page)).tag, "summary");
    });
  });

  it("Reageer leads to the box and the next Tab is its button", async () => {
    for (const viewport of [WIDE, PHONE]) {
      await visit(ofKind("vacancy, open"), { viewport }, async (page) => {
        await page.locator('a[href="#reageren"]:visible').first().focus();
        await page.keyboard.press("Enter");
        const box = await page.locator("#reageren").boundingBox();
        assert.ok(box && box.y >= -1 && box.y < viewport.height, "the box is in view");
        await page.keyboard.press("Tab");
        assert.equal(await page.evaluate(() => document.getElementById("reageren")?.contains(document.activeElement)), true);
      });
    }
  });
});
