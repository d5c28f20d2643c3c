import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, it } from "node:test";
import { PHONE, hall, lines } from "./browser.mjs";
import { buildDay, page as ofKind, source } from "./pages.mjs";

/** @typedef {import("./browser.mjs").BrowserPage} BrowserPage */
/** @typedef {import("./browser.mjs").Options} Options */
/** @typedef {{sleutel: string, titel: string, wie: string, sluit: string, op: string, notitie: string, dagboek: {op: string, wat: string}[]}} Saved */

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
const LIST = { path: "bewaard/" };
const PERIOD = { opleiding: "", naam: "Mijn periode", slots: [{ naam: "Stage", start: "2027-02-08", eind: "2027-06-25", dagen: 4, lesdagen: ["di"] }] };
const FAULTY = "Dit bestand is geen stagelijst, of het is beschadigd.";
const FULL = "Je lijst is vol: er passen 200 stages in. Haal er bij Bewaard eerst een weg.";
const SILENT = "Je browser bewaart niets in dit venster. Zoeken werkt wel, bewaren niet.";

const { visit, address } = hall();

/** Vacancies of one kind in the first list that are open for more than a month: in a comparison at least a row agrees. */
const open = [...source(ofKind("vacancies")).matchAll(/<article class="sp-kaart" data-sluit="([^"]+)" data-sleutel="([^"]+)">[^]*?<h3><a[^>]*>([^<]*)<[^]*?sp-i-soort">([^<]*)</g)]
  .map(([, sluit, sleutel, titel, soort]) => ({ sluit, sleutel, soort, titel: titel.replaceAll("\u00ad", "").replaceAll("&amp;", "&") }))
  .filter(({ sluit, soort }) => soort === "Meewerken" && Date.parse(sluit) > Date.parse(buildDay) + 31 * 86_400_000);
assert.ok(open.length > 5, "the first list has six vacancies of one kind that stay open");

/**
 * @param {number} count
 * @param {Partial<Saved>} [first] what the first one has more
 * @returns {Saved[]}
 */
const some = (count, first = {}) =>
  open.slice(0, count).map(({ sleutel, titel, sluit }, place) => ({
    sleutel,
    titel,
    wie: "Gemeente",
    sluit: new Date(Date.parse(sluit) - 43_200_000).toISOString().slice(0, 10),
    op: "2026-11-01",
    notitie: "",
    dagboek: [],
    ...(place ? {} : first),
  }));

/**
 * Stores a list before the page reads it, once: what the page writes afterwards stays.
 * @param {unknown} list
 * @param {boolean} [period]
 */
const stored = (list, period = false) => (/** @type {BrowserPage} */ page) =>
  page.addInitScript(
    ({ text, slots }) => {
      if (sessionStorage.getItem("seeded")) return;
      sessionStorage.setItem("seeded", "1");
      localStorage.setItem("stageportaal.bewaard", text);
      if (slots) localStorage.setItem("stageportaal.periode", slots);
    },
    { text: JSON.stringify(list), slots: period ? JSON.stringify(PERIOD) : "" },
  );

/** @param {BrowserPage} page */
const blocked = (page) =>
  page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("blocked", "SecurityError");
      },
    });
  });

/**
 * @param {BrowserPage} page
 * @returns {Promise<Saved[]>}
 */
const kept = (page) => page.evaluate(() => JSON.parse(localStorage.getItem("stageportaal.bewaard") ?? "[]"));

/** Two hundred of which the oldest has a note; none of them is in any list today. @returns {Saved[]} */
const full = () => Array.from({ length: 200 }, (_, n) => ({ ...some(1)[0], sleutel: `breda/stage-${n}`, titel: `Stage ${n}`, notitie: n === 199 ? "de oudste" : "" }));

/**
 * Another tab writes, and this one hears it.
 * @param {BrowserPage} page
 * @param {unknown} list
 */
const elsewhere = (page, list) =>
  page.evaluate((text) => {
    localStorage.setItem("stageportaal.bewaard", text);
    dispatchEvent(new StorageEvent("storage", { key: "stageportaal.bewaard" }));
  }, JSON.stringify(list));

/**
 * The search answers when window.los() is called: each id with the vacancy that it leads to today, or with null.
 * @param {BrowserPage} page
 * @param {Record<string, string>} [moved] former ids
 */
const late = (page, moved = {}) =>
  page.route("**/zoek/loket.js", (route) =>
    route.fulfill({
      contentType: "text/javascript",
      body: `const moved = ${JSON.stringify(moved)};
const item = (sleutel) => ({ sleutel, adres: "vacatures/" + sleutel + "/", titel: "Vandaag " + sleutel, wie: "W", vakgebied: { id: "ict", naam: "ICT" }, badges: [], tags: [["uren", "32 uur"]], moment: "Sluit 1 mei", sluit: "2027-05-02T00:00:00+02:00", past: null, feiten: [] });
const open = new Promise((los) => (window.los = los));
export const maakLoket = () => ({ vraag: async ({ sleutels }) => { await open; return { items: sleutels.map((sleutel) => item(moved[sleutel] ?? sleutel)) }; } });`,
    }),
  );
/** @param {BrowserPage} page */
const answer = (page) => page.evaluate(() => /** @type {{los: () => void}} */ (/** @type {unknown} */ (window)).los());

/** The rows with today's data in them. @param {BrowserPage} page */
const ready = (page) => page.locator(".sp-stage .sp-tags").first().waitFor();

/** @param {BrowserPage} page */
const focused = (page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");

describe("the save button", () => {
  it("on a list, with the keyboard: says what it does and to which one, and is pressed on every page after that", async () => {
    await visit(ofKind("list by vakgebied"), { fresh: true }, async (page) => {
      const button = page.locator(".sp-kaart .sp-bewaar").first();
      const title = ((await page.locator(".sp-kaart h3 a").first().textContent()) ?? "").replaceAll("\u00ad", "");
      const named = page.getByRole("button", { name: `Bewaar ${title}`, exact: true });
      await named.focus();
      await page.keyboard.press("Enter");
      assert.equal(await button.getAttribute("aria-pressed"), "true");
      assert.equal(await button.locator("[data-woord]").textContent(), "Bewaard");
      const [saved] = await kept(page);
      assert.equal(saved?.titel, title);
      assert.equal(saved.op, buildDay);
      assert.match(saved.sluit, /^\d{4}-\d\d-\d\d$/);
      const moment = await page.locator(".sp-kaart").first().getAttribute("data-sluit");
      assert.equal(Date.parse(saved.sluit) + 86_400_000, Date.parse((moment ?? "").slice(0, 10)), "the last day is the day before the moment");

      await page.goto(address({ path: `vacatures/${saved.sleutel}/` }));
      const large = page.locator(".sp-feitenvel__voet [data-bewaar]");
      assert.equal(await large.getAttribute("aria-pressed"), "true");
      await large.click();
      assert.equal(await large.getAttribute("aria-pressed"), "false");
      assert.deepEqual(await kept(page), []);
    });
  });

  it("a press lies above the link of the card, also on a small card, and does not follow it", async () => {
    await visit(ofKind("vacancy, open"), { fresh: true, viewport: PHONE }, async (page) => {
      const before = page.url();
      const button = page.locator(".sp-kaart--klein .sp-bewaar").first();
      const box = await button.boundingBox();
      assert.ok(box && box.height >= 44 && box.width >= 44, "44 px");
      await button.click();
      assert.equal(page.url(), before);
      assert.equal((await kept(page)).length, 1);
    });
  });

  it("letting go and saving again on one page gives note and diary back", async () => {
    const [first] = some(1, { notitie: "bellen", dagboek: [{ op: "2026-11-02", wat: "Gereageerd" }] });
    await visit({ path: `vacatures/${first.sleutel}/` }, { before: stored([first]) }, async (page) => {
      const button = page.locator(".sp-feitenvel__voet [data-bewaar]");
      await button.click();
      assert.deepEqual(await kept(page), []);
      await button.click();
      assert.equal((await kept(page))[0].notitie, "bellen");
    });
  });

  it("an assignment has none, neither on its page nor on its card", async () => {
    await visit(ofKind("assignments of a field"), {}, async (page) => {
      assert.ok((await page.locator(".sp-kaart").count()) > 0);
      assert.equal(await page.locator("[data-bewaar]").count(), 0);
    });
    await visit(ofKind("assignment"), {}, async (page) => assert.equal(await page.locator("[data-bewaar]:not(.sp-kaart [data-bewaar])").count(), 0));
  });

  it("nothing jumps when it comes: cards and facts have the same height without it, at 360, 768 and 1440 px", async () => {
    const heights = (/** @type {BrowserPage} */ page) => page.evaluate(() => [...document.querySelectorAll(".sp-kaart, .sp-feitenvel")].map((box) => Math.round(box.getBoundingClientRect().height)));
    for (const where of [ofKind("list by niveau"), ofKind("vacancy, open")]) {
      for (const width of [360, 768, 1440]) {
        /** @type {number[]} */
        let without = [];
        const stub = (/** @type {BrowserPage} */ page) =>
          page.route("**/bewaarknop.js", (route) =>
            route.fulfill({ contentType: "text/javascript", body: "export const startBewaren = () => {}, voegToe = () => {}, ZIN = {};" }),
          );
        await visit(where, { before: stub, viewport: { width, height: 800 } }, async (page) => {
          assert.equal(await page.locator("[data-bewaar]").count(), 0);
          without = await heights(page);
        });
        await visit(where, { viewport: { width, height: 800 } }, async (page) => {
          assert.ok((await page.locator("[data-bewaar]").count()) > 0);
          assert.deepEqual(await heights(page), without, `${where.path} at ${width} px`);
        });
      }
    }
  });

  it("a list that is full takes no more: a sentence beside the button, and nothing is lost", async () => {
    await visit(ofKind("list by vakgebied"), { before: stored(full()) }, async (page) => {
      const card = page.locator(".sp-kaart").first();
      await card.locator(".sp-bewaar").click();
      await card.getByRole("status").getByText(FULL).waitFor();
      assert.equal(await card.locator(".sp-bewaar").getAttribute("aria-pressed"), "false");
      assert.deepEqual(await kept(page), full());
      await elsewhere(page, full().slice(0, 199));
      await card.locator(".sp-bewaar").click();
      assert.equal(await card.locator(".sp-bewaar").getAttribute("aria-pressed"), "true");
      assert.equal(await card.getByText(FULL).count(), 0, "the sentence goes when it is no longer true");
    });
  });

  it("a page that comes back shows what was saved meanwhile: its buttons and the count in the header", async () => {
    await visit(ofKind("list by vakgebied"), { fresh: true }, async (page) => {
      const button = page.locator(".sp-kaart .sp-bewaar").first();
      const sleutel = (await button.getAttribute("data-bewaar")) ?? "";
      await page.evaluate((text) => {
        localStorage.setItem("stageportaal.bewaard", text);
        dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
      }, JSON.stringify([{ ...some(1)[0], sleutel }]));
      assert.equal(await button.getAttribute("aria-pressed"), "true");
      assert.equal(await page.locator("a.sp-i-bewaar").getAttribute("aria-label"), "Bewaard 1 stage");
    });
  });

  it("cards in sight have it first, the rest when the browser rests or when they are scrolled into sight", async () => {
    const never = (/** @type {BrowserPage} */ page) => page.addInitScript(() => Object.assign(window, { requestIdleCallback: (/** @type {() => void} */ doe) => void (/** @type {{wait?: (() => void)[]}} */ (window).wait ??= []).push(doe) }));
    await visit({ path: "vacatures/pagina/2/" }, { before: never }, async (page) => {
      /** @param {boolean} seen */
      const bare = (seen) =>
        page.evaluate((inSight) => {
          const feet = [...document.querySelectorAll(".sp-kaart[data-sluit] > footer")].filter((foot) => {
            const { top, bottom } = /** @type {Element} */ (foot.parentElement).getBoundingClientRect();
            return !inSight || (bottom > 0 && top < innerHeight);
          });
          return feet.filter((foot) => !foot.querySelector(".sp-bewaar")).length;
        }, seen);
      assert.equal(await bare(true), 0);
      assert.ok((await bare(false)) > 20, "most cards wait");
      await page.evaluate(() => new Promise((done) => {
        scrollTo(0, document.body.scrollHeight / 2);
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));
      }));
      assert.equal(await bare(true), 0, "as soon as the browser has drawn what was scrolled to");
      await page.waitForFunction(() => {
        const { wait = [] } = /** @type {{wait?: (() => void)[]}} */ (window);
        while (wait.length) wait.shift()?.();
        return [...document.querySelectorAll(".sp-kaart[data-sluit] > footer")].every((foot) => foot.querySelector(".sp-bewaar"));
      });
    });
  });

  it("a browser that keeps nothing gets a plain sentence beside the button, and no error", async () => {
    /** @type {string[]} */
    const errors = [];
    const watch = (/** @type {BrowserPage} */ page) => {
      page.on("pageerror", (error) => errors.push(error.message));
      return blocked(page);
    };
    await visit(ofKind("list by vakgebied"), { before: watch }, async (page) => {
      const card = page.locator(".sp-kaart").first();
      await card.locator(".sp-bewaar").click();
      await card.getByRole("status").getByText(SILENT).waitFor();
      assert.equal(await card.locator(".sp-bewaar").getAttribute("aria-pressed"), "true");
    });
    await visit(LIST, { before: watch }, async (page) => page.locator(".sp-bewaard").getByText(SILENT).waitFor());
    assert.deepEqual(errors, []);
  });
});

describe("the saved list", () => {
  it("empty: says how saving works and leads to the vacancies", async () => {
    await visit(LIST, { fresh: true }, async (page) => {
      await page.getByRole("heading", { name: "Nog niets bewaard" }).waitFor();
      await page.getByRole("link", { name: "Bekijk alle vacatures" }).click();
      assert.equal(page.url(), address({ path: "vacatures/" }));
    });
  });

  it("without JavaScript it says what the list is and that it needs it", async () => {
    let seen = false;
    await visit(LIST, { javaScriptEnabled: false }, async (page) => {
      assert.match(await page.locator("main").innerText(), /Voor deze lijst is JavaScript nodig\./);
      seen = await page.locator("main").getByRole("link", { name: "Bekijk alle vacatures" }).isVisible();
    });
    assert.equal(seen, true);
  });

  it("a note is kept as it is typed", async () => {
    await visit(LIST, { before: stored(some(2)) }, async (page) => {
      await ready(page);
      await page.getByLabel(/^Mijn notitie/).first().fill("Docent vragen\nof dit telt");
      assert.equal((await kept(page))[0].notitie, "Docent vragen\nof dit telt");
      await page.reload();
      assert.equal(await page.getByLabel(/^Mijn notitie/).first().inputValue(), "Docent vragen\nof dit telt");
    });
  });

  it("the diary takes quick words and own words in the order of their days, shows the last one, and lets them go", async () => {
    await visit(LIST, { before: stored(some(1)) }, async (page) => {
      await ready(page);
      const summary = page.locator(".sp-stage summary");
      await summary.focus();
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: "Gereageerd" }).press("Enter");
      await page.getByLabel("Dag", { exact: true }).fill("2026-11-02");
      await page.getByLabel("Wat gebeurde er?").fill("Gebeld met <b>HR</b>");
      await page.keyboard.press("Enter");
      assert.deepEqual((await kept(page))[0].dagboek, [{ op: "2026-11-02", wat: "Gebeld met <b>HR</b>" }, { op: buildDay, wat: "Gereageerd" }]);
      assert.match((await summary.textContent()) ?? "", /^Dagboek: 21 november, Gereageerd/);
      await page.getByRole("button", { name: /^Wis 2 november/ }).press("Enter");
      assert.deepEqual((await kept(page))[0].dagboek.map(({ wat }) => wat), ["Gereageerd"]);
      assert.match(await focused(page), /^Dagboek/);
    });
  });

  it("taking one away leaves a way back that stays, with note and place", async () => {
    const list = some(3, { notitie: "bewaar dit" });
    await visit(LIST, { before: stored(list) }, async (page) => {
      await ready(page);
      await page.getByRole("button", { name: `Haal weg ${list[0].titel}` }).press("Enter");
      assert.equal((await kept(page)).length, 2);
      await page.getByRole("heading", { name: "2 stages bewaard" }).waitFor();
      assert.match(await focused(page), /^Zet terug/);
      await page.keyboard.press("Enter");
      const now = await kept(page);
      assert.deepEqual(now.map(({ sleutel }) => sleutel), list.map(({ sleutel }) => sleutel));
      assert.equal(now[0].notitie, "bewaar dit");
      assert.equal(await page.getByLabel(/^Mijn notitie/).first().inputValue(), "bewaar dit");
    });
  });

  it("wiping asks first, and a no changes nothing", async () => {
    await visit(LIST, { before: stored(some(2)) }, async (page) => {
      await ready(page);
      await page.getByRole("button", { name: "Wis alles", exact: true }).press("Enter");
      await page.keyboard.press("Enter");
      assert.equal((await kept(page)).length, 2);
      assert.equal(await focused(page), "Wis alles");
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: "Ja, wis alles" }).click();
      await page.getByRole("heading", { name: "Nog niets bewaard" }).waitFor();
      assert.equal(await page.evaluate(() => localStorage.getItem("stageportaal.bewaard")), null);
    });
  });

  it("one that closed since it was saved says so, keeps what was written, and links to its page", async () => {
    const [first, second] = some(2, { notitie: "jammer" });
    const later = new Date(`${first.sluit}T12:00:00Z`);
    later.setUTCDate(later.getUTCDate() + 1);
    await visit(LIST, { before: stored([first]), at: later }, async (page) => {
      const row = page.locator(".sp-stage");
      await row.getByText(/^Gesloten sinds je hem bewaarde\./).waitFor();
      assert.equal(await row.locator(".sp-badge--gesloten").textContent(), "Gesloten");
      assert.equal(await page.getByLabel(/^Mijn notitie/).inputValue(), "jammer");
      assert.equal(await row.locator("h3 a").evaluate((link) => link instanceof HTMLAnchorElement && link.href), address({ path: `vacatures/${first.sleutel}/` }));
      await page.waitForFunction(() => !document.querySelector(".sp-stage .sp-vergelijk__vink"));
    });
    const gone = { ...second, sleutel: "breda/is-er-niet-meer", titel: "Verdwenen stage" };
    await visit(LIST, { before: stored([gone]) }, async (page) => {
      await page.getByText("Deze stage staat niet meer open.").waitFor();
      assert.equal((await kept(page))[0].titel, "Verdwenen stage");
    });
  });

  it("the title that has the focus keeps it when today's data come", async () => {
    const [first] = some(1);
    await visit(LIST, { before: async (page) => { await stored([first])(page); await late(page); } }, async (page) => {
      await page.getByRole("link", { name: first.titel }).focus();
      await answer(page);
      await page.locator(".sp-stage .sp-tags").waitFor();
      assert.equal(await focused(page), `Vandaag ${first.sleutel}`);
      await page.getByRole("button", { name: `Haal weg Vandaag ${first.sleutel}` }).waitFor();
    });
  });

  it("a former id becomes today's under somebody who types: the words, the cursor and an open diary stay", async () => {
    const list = some(2);
    const former = { ...list[0], sleutel: "breda/heette-anders" };
    const before = async (/** @type {BrowserPage} */ page) => {
      await stored([former, list[1]])(page);
      await late(page, { [former.sleutel]: list[0].sleutel });
    };
    await visit(LIST, { before }, async (page) => {
      await page.locator(".sp-stage summary").first().click();
      await page.getByLabel("Wat gebeurde er?").first().fill("nog niet af");
      const note = page.locator("textarea").first();
      await note.pressSequentially("half een");
      await page.keyboard.press("ArrowLeft");
      await answer(page);
      await page.locator(`[data-stage="${list[0].sleutel}"] .sp-tags`).waitFor();
      await page.keyboard.type("X");
      assert.equal(await note.inputValue(), "half eeXn");
      assert.equal(await note.getAttribute("id"), `notitie-${list[0].sleutel}`);
      assert.equal(await page.getByLabel("Wat gebeurde er?").first().inputValue(), "nog niet af");
      const now = await kept(page);
      assert.deepEqual(now.map(({ sleutel, notitie }) => [sleutel, notitie]), [[list[0].sleutel, "half eeXn"], [list[1].sleutel, ""]]);
    });
  });

  it("two that became one are one row, with both notes, also under somebody who types", async () => {
    const list = some(2, { notitie: "eerste" });
    const former = { ...list[1], sleutel: "breda/heette-anders", notitie: "tweede" };
    const before = async (/** @type {BrowserPage} */ page) => {
      await stored([list[0], former])(page);
      await late(page, { [former.sleutel]: list[0].sleutel });
    };
    await visit(LIST, { before }, async (page) => {
      await page.locator("textarea").nth(1).focus();
      await page.keyboard.press("End");
      await page.keyboard.type("!");
      await answer(page);
      await page.getByRole("heading", { name: "1 stage bewaard" }).waitFor();
      await page.keyboard.type("?");
      assert.equal(await page.locator(".sp-stage").count(), 1);
      assert.equal((await kept(page))[0].notitie, "eerste\ntweede!?");
    });
  });

  it("what closed meanwhile is compared no more: its box goes, and the bar with it", async () => {
    const [first] = some(1);
    const later = new Date(`${first.sluit}T12:00:00Z`);
    later.setUTCDate(later.getUTCDate() + 1);
    const before = async (/** @type {BrowserPage} */ page) => {
      await stored([first])(page);
      await page.route("**/zoek/loket.js", async (route) => {
        const text = await (await route.fetch()).text();
        await route.fulfill({ contentType: "text/javascript", body: `${text.replace("export function maakLoket", "function echt")}
const open = new Promise((los) => (window.los = los));
export const maakLoket = () => ({ vraag: async (vraag) => { await open; return echt().vraag(vraag); } });` });
      });
    };
    await visit(LIST, { before, at: later }, async (page) => {
      await page.getByRole("checkbox", { name: /^Vergelijk/ }).check();
      await page.getByText("Kies er nog een om te vergelijken.").waitFor();
      await answer(page);
      await page.waitForFunction(() => !document.querySelector(".sp-stage .sp-vergelijk__vink"));
      assert.equal(await page.getByText("Kies er nog een om te vergelijken.").isVisible(), false);
      assert.notEqual(await page.evaluate(() => document.activeElement?.localName), "body", "focus is lost");
    });
  });

  it("a former id becomes today's, with its note", async () => {
    const [was, now] = some(2, { notitie: "verhuisd", sleutel: "breda/heette-vroeger-anders" });
    const moved = async (/** @type {BrowserPage} */ page) => {
      await stored([was])(page);
      await page.route("**/zoek/loket.js", (route) =>
        route.fulfill({
          contentType: "text/javascript",
          body: `export const maakLoket = () => ({ vraag: async ({ sleutels }) => ({ items: sleutels.map(() => (${JSON.stringify({ sleutel: now.sleutel, adres: `vacatures/${now.sleutel}/`, titel: now.titel, wie: "W", vakgebied: { id: "ict", naam: "ICT" }, badges: [], tags: [["uren", "32 uur"]], moment: "Sluit 1 mei", sluit: "2027-05-02T00:00:00+02:00", past: null, feiten: [] })})) }) });`,
        }),
      );
    };
    await visit(LIST, { before: moved }, async (page) => {
      await page.locator(`[data-stage="${now.sleutel}"] .sp-tags`).waitFor();
      const [only, ...rest] = await kept(page);
      assert.deepEqual([only.sleutel, only.notitie, rest.length], [now.sleutel, "verhuisd", 0]);
      assert.equal(await page.getByLabel(/^Mijn notitie/).inputValue(), "verhuisd");
    });
  });

  it("when today's data do not come, what is kept stands there with a way to try again", async () => {
    const fail = async (/** @type {BrowserPage} */ page) => {
      await stored(some(2))(page);
      await page.route("**/zoek/loket.js", (route) => route.abort());
    };
    await visit(LIST, { before: fail }, async (page) => {
      await page.getByRole("button", { name: "Probeer opnieuw" }).waitFor();
      assert.equal(await page.locator(".sp-stage").count(), 2);
      assert.equal((await kept(page)).length, 2);
    });
  });

  it("another tab is heard", async () => {
    await visit(LIST, { before: stored(some(2)) }, async (page) => {
      await ready(page);
      const other = await page.context().newPage();
      await other.goto(address({ path: "privacy/" }));
      await other.evaluate(() => localStorage.removeItem("stageportaal.bewaard"));
      await page.getByRole("heading", { name: "Nog niets bewaard" }).waitFor();
    });
  });
});

describe("two tabs", () => {
  it("what another tab does is seen around somebody who types here: rows come and go, notes and diaries follow", async () => {
    const list = some(4);
    await visit(LIST, { before: stored(list.slice(0, 3)) }, async (page) => {
      await ready(page);
      await page.locator("textarea").first().pressSequentially("bezig");
      const [mine, second] = await kept(page);
      await elsewhere(page, [list[3], mine, { ...second, notitie: "elders", dagboek: [{ op: "2026-11-02", wat: "Gesprek" }] }]);
      await page.getByRole("heading", { name: "3 stages bewaard" }).waitFor();
      assert.deepEqual(await page.locator(".sp-stage").evaluateAll((rows) => rows.map((row) => row.getAttribute("data-stage"))), [3, 0, 1].map((n) => list[n].sleutel));
      assert.equal(await page.locator("textarea").nth(2).inputValue(), "elders");
      assert.match((await page.locator(".sp-stage summary").nth(2).textContent()) ?? "", /^Dagboek: 2 november, Gesprek/);
      await page.locator(`[data-stage="${list[3].sleutel}"] .sp-tags`).waitFor();
      await page.keyboard.type("!");
      assert.equal((await kept(page)).find(({ sleutel }) => sleutel === mine.sleutel)?.notitie, "bezig!");
    });
  });

  it("a note on what another tab let go is not lost: it comes back with it", async () => {
    const list = some(2);
    await visit(LIST, { before: stored(list) }, async (page) => {
      await ready(page);
      await page.locator("textarea").first().pressSequentially("ik typ");
      await elsewhere(page, list.slice(1));
      await page.keyboard.type(" nog");
      assert.equal((await kept(page)).find(({ sleutel }) => sleutel === list[0].sleutel)?.notitie, "ik typ nog");
      await page.getByRole("heading", { name: "2 stages bewaard" }).waitFor();
    });
  });

  it("a line of the diary that moved in another tab is still the one that goes", async () => {
    const [first] = some(1, { dagboek: [{ op: "2026-11-05", wat: "Gesprek" }] });
    await visit(LIST, { before: stored([first]) }, async (page) => {
      await ready(page);
      await page.locator(".sp-stage summary").click();
      await page.evaluate((text) => localStorage.setItem("stageportaal.bewaard", text), JSON.stringify([{ ...first, dagboek: [{ op: "2026-11-02", wat: "Gereageerd" }, ...first.dagboek] }]));
      await page.getByRole("button", { name: /^Wis 5 november/ }).click();
      assert.deepEqual((await kept(page))[0].dagboek, [{ op: "2026-11-02", wat: "Gereageerd" }]);
    });
  });

  it("the list comes back from the back/forward cache with what was saved meanwhile", async () => {
    await visit(LIST, { before: stored(some(1)) }, async (page) => {
      await ready(page);
      await page.evaluate((text) => {
        localStorage.setItem("stageportaal.bewaard", text);
        dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
      }, JSON.stringify(some(3)));
      await page.getByRole("heading", { name: "3 stages bewaard" }).waitFor();
      assert.equal(await page.locator(".sp-stage").count(), 3);
    });
  });
});

describe("comparing", () => {
  it("with the keyboard: choose, compare, only what differs, and back", async () => {
    await visit(LIST, { before: stored(some(5, { notitie: "mijn notitie" }), true) }, async (page) => {
      await ready(page);
      const boxes = page.getByRole("checkbox", { name: /^Vergelijk/ });
      await boxes.nth(0).press("Space");
      await page.getByText("Kies er nog een om te vergelijken.").waitFor();
      for (const place of [1, 2, 3, 4]) await boxes.nth(place).press("Space");
      assert.equal(await boxes.nth(4).isChecked(), false, "the fifth is refused");
      await page.getByText("Je vergelijkt er hoogstens vier.").waitFor();
      await boxes.nth(3).press("Space");
      await page.getByRole("button", { name: "Vergelijk 3 stages" }).press("Enter");
      await page.getByRole("heading", { level: 1, name: "Drie stages naast elkaar" }).waitFor();
      await page.waitForFunction(() => document.activeElement?.localName === "h1");
      assert.match(page.url(), /\?vergelijk=[^&]+,[^&]+,[^&]+$/);
      assert.match(await page.title(), /^Drie stages naast elkaar/);

      const table = page.getByRole("table");
      assert.equal(await table.getByRole("columnheader").count(), 3);
      const heads = await table.getByRole("rowheader").allInnerTexts();
      assert.match(heads[0], /^Jouw periode/);
      assert.match(heads.at(-1) ?? "", /^Mijn notitie/);
      await table.getByText("mijn notitie", { exact: true }).waitFor();
      assert.equal(await table.getByRole("link", { name: /^Bekijk en reageer/ }).count(), 3);
      assert.equal(await page.getByRole("region", { name: "Stages naast elkaar" }).getAttribute("tabindex"), "0");

      const rows = await table.evaluate((element) =>
        [...element.querySelectorAll("tbody tr")].slice(0, -2).map((row) => ({ same: new Set([...row.querySelectorAll("td")].map((cell) => cell.textContent)).size === 1, says: /verschilt/.test(row.querySelector("th")?.textContent ?? "") })),
      );
      assert.ok(rows.some(({ says }) => says) && rows.some(({ says }) => !says), "some rows differ and some do not");
      for (const { same, says } of rows.slice(1)) assert.equal(says, !same, "a row says that it differs when it does, and only then");
      await page.getByRole("checkbox", { name: "Toon alleen wat verschilt" }).press("Space");
      assert.equal(await table.locator("tbody tr").count(), rows.filter(({ says }) => says).length + 2);

      await page.goBack();
      await page.getByRole("heading", { name: "5 stages bewaard" }).waitFor();
      assert.equal((await kept(page)).length, 5);
    });
  });

  it("on a phone two stand beside each other, a list chooses which, and choosing the other side's makes them change places", async () => {
    const list = some(3);
    await visit({ path: `bewaard/?vergelijk=${list.map(({ sleutel }) => sleutel).join(",")}` }, { before: stored(list), viewport: PHONE }, async (page) => {
      const heads = page.locator("thead th a");
      await heads.first().waitFor();
      assert.deepEqual(await heads.allTextContents(), [list[0].titel, list[1].titel]);
      await page.getByLabel("Rechts").selectOption({ label: list[2].titel });
      assert.deepEqual(await heads.allTextContents(), [list[0].titel, list[2].titel]);
      await page.getByLabel("Links").selectOption({ label: list[2].titel });
      assert.deepEqual(await heads.allTextContents(), [list[2].titel, list[0].titel]);
      assert.equal(await page.getByLabel("Rechts").inputValue(), "0");
    });
  });

  it("comparing again and again leaves one table listening to the width of the window", async () => {
    const list = some(3);
    const count = (/** @type {BrowserPage} */ page) =>
      page.addInitScript(() => {
        const { addEventListener } = MediaQueryList.prototype;
        const ends = /** @type {{ends: (AbortSignal | undefined)[]}} */ (Object.assign(window, { ends: [] })).ends;
        MediaQueryList.prototype.addEventListener = function (/** @type {string} */ type, /** @type {any} */ call, /** @type {any} */ how) {
          if (this.media.includes("699.98px")) ends.push(how?.signal);
          addEventListener.call(this, type, call, how);
        };
      });
    const before = async (/** @type {BrowserPage} */ page) => { await stored(list)(page); await count(page); };
    await visit({ path: `bewaard/?vergelijk=${list.map(({ sleutel }) => sleutel).join(",")}` }, { before }, async (page) => {
      await page.getByRole("table").waitFor();
      await page.getByRole("link", { name: "Terug naar je lijst" }).click();
      await page.goBack();
      await page.getByRole("table").waitFor();
      const alive = await page.evaluate(() => /** @type {{ends: (AbortSignal | undefined)[]}} */ (/** @type {unknown} */ (window)).ends.filter((end) => !end?.aborted).length);
      assert.equal(alive, 1);
    });
  });

  it("Notitie maken leads to the note of that one", async () => {
    const list = some(2);
    await visit({ path: `bewaard/?vergelijk=${list.map(({ sleutel }) => sleutel).join(",")}` }, { before: stored(list) }, async (page) => {
      await page.getByRole("link", { name: /^Notitie maken/ }).nth(1).click();
      await page.waitForFunction((id) => document.activeElement?.id === id, `notitie-${list[1].sleutel}`);
    });
  });

  it("broken and unknown ids in the address are ignored and the rest is compared", async () => {
    const list = some(2);
    await visit({ path: `bewaard/?vergelijk=<b>,${list[0].sleutel},breda/bestaat-niet,,${list[1].sleutel},${list[0].sleutel}` }, { before: stored([]) }, async (page) => {
      await page.getByRole("heading", { level: 1, name: "Twee stages naast elkaar" }).waitFor();
      assert.deepEqual(await page.locator("thead th a").allTextContents(), list.map(({ titel }) => titel));
    });
    await visit({ path: "bewaard/?vergelijk=%F0%9F%98%80&lijst=%00,,<script>" }, { before: stored([]) }, async (page) => {
      await page.getByRole("heading", { name: "Nog niets bewaard" }).waitFor();
    });
  });
});

describe("taking along", () => {
  it("a link holds the ids and no notes; somebody else sees the list, and takes it over without losing anything", async () => {
    const list = some(3, { notitie: "geheim" });
    let link = "";
    await visit(LIST, { before: stored(list) }, async (page) => {
      await ready(page);
      await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
      await page.getByRole("button", { name: "Deel als link" }).click();
      await page.getByText("Kopieer de link uit dit veld. Je notities en je dagboek staan er niet in.").waitFor();
      const field = page.getByLabel("Link naar deze stages");
      link = await field.inputValue();
      assert.equal(await field.evaluate((element) => element instanceof HTMLInputElement && (element.selectionEnd ?? 0) - (element.selectionStart ?? 0)), link.length, "the link is selected");
      assert.doesNotMatch(link, /geheim/);
    });
    const own = { ...list[0], notitie: "van mij" };
    await visit({ path: `bewaard/${new URL(link).search}` }, { before: stored([own]) }, async (page) => {
      await page.getByRole("heading", { level: 1, name: "Een lijst van iemand anders" }).waitFor();
      await ready(page);
      assert.equal(await page.locator(".sp-stage").count(), 3);
      assert.equal((await kept(page)).length, 1, "opening a link changes nothing");
      await page.getByRole("button", { name: "Neem over in mijn lijst" }).press("Enter");
      await page.getByRole("heading", { name: "3 stages bewaard" }).waitFor();
      const now = await kept(page);
      assert.equal(now.length, 3);
      assert.equal(now.find(({ sleutel }) => sleutel === own.sleutel)?.notitie, "van mij");
      assert.doesNotMatch(page.url(), /lijst=/);
    });
  });

  it("what was saved as a file is read on another device, notes and diary included", async () => {
    const list = some(2, { notitie: "mee", dagboek: [{ op: "2026-11-02", wat: "Gesprek" }] });
    let text = "";
    await visit(LIST, { before: stored(list) }, async (page) => {
      await ready(page);
      const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Bewaar als bestand" }).click()]);
      assert.equal(file.suggestedFilename(), `stagelijst-${buildDay}.json`);
      text = readFileSync(await file.path(), "utf8");
    });
    await visit(LIST, { before: stored([{ ...list[1], notitie: "stond er al" }]) }, async (page) => {
      await ready(page);
      await page.locator('input[type="file"]').setInputFiles({ name: "stagelijst.json", mimeType: "application/json", buffer: Buffer.from(text) });
      await page.getByText("1 stage erbij. 1 stage had je al: wat je zelf schreef, is gebleven.").waitFor();
      const now = await kept(page);
      assert.equal(now.length, 2);
      assert.equal(now.find(({ sleutel }) => sleutel === list[1].sleutel)?.notitie, "stond er al");
      assert.deepEqual(now.find(({ sleutel }) => sleutel === list[0].sleutel)?.dagboek, list[0].dagboek);
    });
  });

  it("a file or a shared list that does not fit is refused as a whole, with the reason; nothing is lost", async () => {
    await visit(LIST, { before: stored(full()) }, async (page) => {
      const text = JSON.stringify({ stages: some(3) });
      await page.locator('input[type="file"]').setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from(text) });
      await page.getByText("Er passen 200 stages in je lijst. Met deze erbij worden het er 203, dus er is niets toegevoegd.").waitFor();
      assert.equal((await kept(page)).at(-1)?.notitie, "de oudste");
      assert.equal((await kept(page)).length, 200);
      await page.locator('input[type="file"]').setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify({ stages: full().slice(0, 2) })) });
      await page.getByText("0 stages erbij. 2 stages had je al").waitFor();
    });
    await visit({ path: `bewaard/?lijst=${some(3).map(({ sleutel }) => sleutel).join(",")}` }, { before: stored(full()) }, async (page) => {
      await page.getByRole("button", { name: "Neem over in mijn lijst" }).click();
      await page.getByText("Met deze erbij worden het er 203").waitFor();
      assert.equal((await kept(page)).length, 200);
    });
  });

  it("reading a file in keeps the focus on its button and says what came, also into an empty list", async () => {
    await visit(LIST, { fresh: true }, async (page) => {
      const button = page.getByRole("button", { name: "Lees een bestand in" });
      await button.focus();
      await page.locator('input[type="file"]').setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify({ stages: some(2) })) });
      await page.getByText("2 stages erbij.").waitFor();
      assert.equal(await page.locator(".sp-stage").count(), 2);
      assert.equal(await focused(page), "Lees een bestand in");
    });
  });

  it("a file that cannot be read says so, and no error goes astray", async () => {
    /** @type {string[]} */
    const errors = [];
    const gone = async (/** @type {BrowserPage} */ page) => {
      page.on("pageerror", (error) => errors.push(error.message));
      await stored(some(1))(page);
      await page.addInitScript(() => (Blob.prototype.text = () => Promise.reject(new DOMException("gone", "NotReadableError"))));
    };
    await visit(LIST, { before: gone }, async (page) => {
      await ready(page);
      await page.locator('input[type="file"]').setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from("{}") });
      await page.getByText("Dit bestand kan je browser niet lezen.").waitFor();
      assert.equal((await kept(page)).length, 1);
    });
    assert.deepEqual(errors, []);
  });

  it("a broken or huge file changes nothing and says what to do", async () => {
    await visit(LIST, { before: stored(some(1)) }, async (page) => {
      await ready(page);
      const input = page.locator('input[type="file"]');
      await input.setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from("{kapot") });
      await page.getByText(FAULTY).waitFor();
      await input.setInputFiles({ name: "groot.json", mimeType: "application/json", buffer: Buffer.alloc(1024 * 1024 + 2, 32) });
      await page.getByText("Dit bestand is te groot voor een stagelijst.").waitFor();
      assert.equal((await kept(page)).length, 1);
    });
  });

  it("paper has the list with notes and diary and no controls, and the comparison lies across", async () => {
    const list = some(4, { notitie: "op papier", dagboek: [{ op: "2026-11-02", wat: "Gesprek" }] });
    await visit(LIST, { before: stored(list) }, async (page) => {
      await ready(page);
      await page.emulateMedia({ media: "print" });
      const text = await page.locator("main").innerText();
      assert.match(text, /op papier/);
      assert.match(text, /2 november, Gesprek/);
      assert.equal(await page.locator("main :is(button, input, textarea, select, summary):visible").count(), 0);
    });
    await visit({ path: `bewaard/?vergelijk=${list.map(({ sleutel }) => sleutel).join(",")}` }, { before: stored(list) }, async (page) => {
      await page.getByRole("table").waitFor();
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
      const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf) ?? [];
      assert.ok(Number(width) > Number(height), `${width} by ${height}`);
      await page.setViewportSize({ width: 1001, height: 658 });
      await page.emulateMedia({ media: "print" });
      assert.equal(await page.locator("thead th:visible").count(), 4);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    });
  });
});

describe("every state", () => {
  const list = some(4, { notitie: "Docent vragen", dagboek: [{ op: "2026-11-02", wat: "Gesprek" }] });
  const closed = { ...list[3], sleutel: "breda/al-gesloten", titel: "Een stage die dicht is", sluit: "2026-11-01" };
  const keys = list.map(({ sleutel }) => sleutel).join(",");
  /** @type {Record<string, {path: string, saved: Saved[], act?: (page: BrowserPage) => unknown}>} */
  const states = {
    empty: { path: "bewaard/", saved: [] },
    list: {
      path: "bewaard/",
      saved: [...list, closed],
      act: async (page) => {
        await ready(page);
        await page.locator("summary").first().click();
        await page.getByRole("checkbox", { name: /^Vergelijk/ }).first().check();
        await page.getByRole("button", { name: "Deel als link" }).click();
        await page.getByRole("button", { name: "Wis alles", exact: true }).click();
        await page.getByRole("button", { name: /^Haal weg/ }).nth(2).click();
      },
    },
    compare: { path: `bewaard/?vergelijk=${keys}`, saved: list, act: (page) => page.getByRole("table").waitFor() },
    "somebody's list": { path: `bewaard/?lijst=${keys},breda/is-er-niet`, saved: [], act: ready },
  };
  for (const [name, { path, saved, act }] of Object.entries(states)) {
    it(`${name}: axe finds nothing in light and dark, and nothing scrolls sideways from 320 to 1920 px`, async () => {
      await visit({ path }, { before: stored(saved, true) }, async (page) => {
        await act?.(page);
        await page.evaluate(AXE);
        /** @type {string[]} */
        const found = [];
        for (const width of [320, 360, 768, 1440, 1920]) {
          await page.setViewportSize({ width, height: 800 });
          const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          if (over > 0) found.push(`${width} px: ${over} too wide`);
          if (width !== 360 && width !== 1440) continue;
          for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
            await page.emulateMedia({ colorScheme });
            found.push(
              ...(await page.evaluate(async (tags) => {
                const { axe } = /** @type {{axe: typeof import("axe-core")}} */ (/** @type {unknown} */ (window));
                const { violations } = await axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
                return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} · ${target.join(" ")} · ${failureSummary?.replace(/\s+/g, " ")}`));
              }, TAGS)).map((text) => `${width} px, ${colorScheme}: ${text}`),
            );
          }
        }
        assert.ok(found.length === 0, lines(found));
      });
    });
  }
});
