import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { hall } from "./browser.mjs";
import { page as ofKind, source } from "./pages.mjs";

/** @typedef {import("./browser.mjs").BrowserPage} BrowserPage */

const vacancy = ofKind("vacancy, closing soon");
const OPEN_CARD = /<article class="sp-kaart[^"]*" data-sluit="([^"]+)" data-sleutel="([^"]+)"/;

/**
 * The moment from which the page is closed, as it stands in the HTML.
 * @param {string} html
 * @returns {string}
 */
function momentOf(html) {
  const found = /<article data-sluit="([^"]+)"/.exec(html);
  assert.ok(found, "the vacancy page carries its closing moment");
  return found[1];
}

/**
 * @param {string} moment
 * @param {number} milliseconds
 * @returns {Date}
 */
const shifted = (moment, milliseconds) => new Date(Date.parse(moment) + milliseconds);

/** @param {BrowserPage} page */
const vacancyState = (page) =>
  page.evaluate(() => {
    const main = document.querySelector("main > article");
    if (!main) throw new Error("no vacancy");
    /** @param {Element | null} element */
    const shown = (element) => element?.checkVisibility() ?? false;
    return {
      apply: shown(document.getElementById("reageren")),
      ways: [...main.querySelectorAll("[data-reageer]")].filter(shown).length > 0,
      said: shown(main.querySelector("[data-gesloten]")),
      badge: main.querySelector("h1")?.parentElement?.querySelector(".sp-badge--gesloten")?.textContent?.trim() ?? "",
    };
  });
const OPEN = { apply: true, ways: true, said: false, badge: "" };
const CLOSED = { apply: false, ways: false, said: true, badge: "Gesloten" };

/**
 * @param {BrowserPage} page
 * @param {string} key
 */
const cardState = (page, key) =>
  page.evaluate((wanted) => {
    const card = document.querySelector(`.sp-kaart[data-sleutel="${wanted}"]`);
    if (!card) throw new Error("no card");
    return {
      closed: card.classList.contains("sp-kaart--dicht"),
      moment: card.querySelector("[data-moment]")?.textContent === "Gesloten",
      alarm: card.querySelector(".sp-badge--sluit, .sp-badge--nieuw, .sp-badge--gesprek") !== null,
    };
  }, key);

const { visit } = hall();
const moment = momentOf(source(vacancy));

/** A complete list as the build made it; the finder on /vacatures/ takes a closed card away. */
const list = ["vakgebied", "niveau", "soort", "organisatie", "periode"].map((facet) => ofKind(`list by ${facet}`)).find((page) => OPEN_CARD.test(source(page))) ?? assert.fail("no list has a card that can close");
const [, cardMoment = "", cardKey = ""] = OPEN_CARD.exec(source(list)) ?? [];

describe("closing without a build", () => {
  it("the moment in the page is midnight in Amsterdam, with its offset", () => {
    const local = new Intl.DateTimeFormat("nl-NL", { timeZone: "Europe/Amsterdam", hour: "2-digit", minute: "2-digit", second: "2-digit" });
    for (const iso of [moment, cardMoment]) {
      assert.match(iso, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
      assert.equal(local.format(new Date(iso)), "00:00:00");
    }
  });

  for (const timezoneId of ["Europe/Amsterdam", "America/New_York", "Asia/Tokyo"]) {
    it(`${timezoneId}: a vacancy is open one second before midnight in Amsterdam`, async () => {
      await visit(vacancy, { fresh: true, timezoneId, at: shifted(moment, -1000) }, async (page) => {
        assert.deepEqual(await vacancyState(page), OPEN);
      });
    });

    it(`${timezoneId}: a vacancy is closed at midnight in Amsterdam`, async () => {
      await visit(vacancy, { fresh: true, timezoneId, at: shifted(moment, 0) }, async (page) => {
        assert.deepEqual(await vacancyState(page), CLOSED);
      });
    });

    it(`${timezoneId}: a card is open one second before midnight and closed one second after it`, async () => {
      await visit(list, { fresh: true, timezoneId, at: shifted(cardMoment, -1000) }, async (page) => {
        assert.equal((await cardState(page, cardKey)).closed, false);
      });
      await visit(list, { fresh: true, timezoneId, at: shifted(cardMoment, 1000) }, async (page) => {
        assert.deepEqual(await cardState(page, cardKey), { closed: true, moment: true, alarm: false });
      });
    });

    it(`${timezoneId}: the finder has a card one second before midnight and not one second after it`, async () => {
      const [, end, key] = OPEN_CARD.exec(source(ofKind("vacancies"))) ?? assert.fail("the list has no card that can close");
      const there = (/** @type {import("./browser.mjs").BrowserPage} */ page) => page.locator(`[data-kaarten] [data-sleutel="${key}"]`).count();
      await visit(ofKind("vacancies"), { fresh: true, timezoneId, at: shifted(end, -1000) }, async (page) => assert.equal(await there(page), 1));
      await visit(ofKind("vacancies"), { fresh: true, timezoneId, at: shifted(end, 1000) }, async (page) => assert.equal(await there(page), 0));
    });
  }

  it("a page that stays open in view closes at midnight by itself", async () => {
    await visit(vacancy, { fresh: true, running: true, at: shifted(moment, -60_000) }, async (page) => {
      await page.clock.pauseAt(shifted(moment, -1000));
      assert.deepEqual(await vacancyState(page), OPEN);
      await page.clock.runFor(3000);
      assert.equal(await page.evaluate(() => Date.now()), shifted(moment, 2000).getTime());
      assert.deepEqual(await vacancyState(page), CLOSED);
    });
  });

  it("a page that comes back into view after midnight closes, and focus on the lost button goes to the message", async () => {
    await visit(vacancy, { fresh: true, at: shifted(moment, -1000) }, async (page) => {
      await page.locator('[data-reageer] a[href="#reageren"]:visible').first().focus();
      await page.clock.setFixedTime(shifted(moment, 1000));
      await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
      assert.deepEqual(await vacancyState(page), CLOSED);
      assert.notEqual(await page.evaluate(() => document.activeElement?.localName), "body", "focus is lost");
    });
  });

  it("closing says nothing twice and leaves other cards alone", async () => {
    await visit(ofKind("vacancies"), { fresh: true, at: shifted(cardMoment, 1000) }, async (page) => {
      const wrong = await page.evaluate((now) => {
        const cards = [...document.querySelectorAll("[data-sluit]")];
        return { open: cards.length, late: cards.filter((card) => Date.parse(card.getAttribute("data-sluit") ?? "") <= now).length };
      }, Date.parse(cardMoment) + 1000);
      assert.equal(wrong.late, 0);
      assert.ok(wrong.open > 0, "no card is left open");
    });
  });
});
