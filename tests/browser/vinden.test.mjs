import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, it } from "node:test";
import { PHONE, WIDE, hall, lines } from "./browser.mjs";
import { page as ofKind } from "./pages.mjs";

/** @typedef {import("./browser.mjs").BrowserPage} BrowserPage */
/** @typedef {import("./browser.mjs").Options} Options */

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
const PERIOD = {
  opleiding: "",
  naam: "Avans · Communicatie",
  slots: [{ naam: "", start: "2027-02-08", eind: "2027-06-25", dagen: 4, lesdagen: ["di"], voorbeeld: true }],
};
const CARDS = "[data-kaarten] > li, [data-lijst] > .sp-kaarten > li";
const TOUCH = { viewport: PHONE, hasTouch: true, isMobile: true };

const { visit, address } = hall();

/** The finder has taken the page over, and shows all that it was asked for. */
const READY = "[data-vinden]:not([aria-busy]) .sp-filters__form";

/** @param {BrowserPage} page */
const withPeriod = (page) => page.addInitScript((period) => localStorage.setItem("stageportaal.periode", JSON.stringify(period)), PERIOD);

/**
 * Opens a list with the finder ready.
 * @param {string} question what follows the address of the page
 * @param {Options} options
 * @param {(page: BrowserPage) => unknown} use
 * @param {string} kind
 */
function find(question, options, use, kind = "vacancies") {
  const { path } = ofKind(kind);
  return visit({ path: path + question }, { fresh: true, ...options }, async (page) => {
    await page.waitForSelector(READY, { state: "attached" });
    await use(page);
  });
}

/** A promise and the way to keep it. */
function deferred() {
  /** @type {(value: unknown) => void} */
  let resolve = () => undefined;
  const promise = new Promise((done) => (resolve = done));
  return { promise, resolve };
}

/** @param {BrowserPage} page */
const heading = (page) => page.locator("#uitslag").innerText();
/** @param {BrowserPage} page */
const question = (page) => decodeURIComponent(new URL(page.url()).search);
/** @param {BrowserPage} page */
const shown = (page) => page.locator(CARDS).count();
/** @param {BrowserPage} page @returns {Promise<string[]>} */
const keys = (page) => page.locator(`${CARDS} >> .sp-kaart`).evaluateAll((cards) => cards.map((card) => card.getAttribute("data-sleutel") ?? ""));
/**
 * Until an answer stands there, whole.
 * @param {BrowserPage} page
 * @param {string} text
 */
const waitFor = (page, text) =>
  page.waitForFunction((wanted) => document.getElementById("uitslag")?.textContent === wanted && !document.querySelector("[data-vinden][aria-busy]"), text);
/** @param {BrowserPage} page @param {string} question_ */
const waitForQuestion = (page, question_) => page.waitForFunction((wanted) => decodeURIComponent(location.search) === wanted, question_);
/** @param {BrowserPage} page @param {string} facet @param {string} value */
const box = (page, facet, value) => page.locator(`.sp-filters__form input[name="${facet}"][value="${value}"]`);
/** @param {BrowserPage} page */
const chips = (page) => page.locator(".sp-vinden__chips .sp-chip").allTextContents();
/** @param {BrowserPage} page */
const focused = (page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");

/**
 * The count that stands beside a value.
 * @param {BrowserPage} page
 * @param {string} facet
 * @param {string} value
 */
const count = async (page, facet, value) => Number(await box(page, facet, value).locator("xpath=..").getAttribute("data-tel"));

/** @param {BrowserPage} page @param {string} state */
async function violations(page, state) {
  await page.evaluate(AXE);
  const found = await page.evaluate(async (tags) => {
    const { axe } = /** @type {{axe: typeof import("axe-core")}} */ (/** @type {unknown} */ (window));
    const { violations: all } = await axe.run(document, { runOnly: { type: "tag", values: tags } });
    return all.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} · ${target.join(" ")} · ${failureSummary?.replace(/\s+/g, " ")}`));
  }, TAGS);
  return found.map((text) => `${state}: ${text}`);
}

describe("the finder", () => {
  it("takes over the page of the build without moving anything: the same cards, the same heading, no shift", async () => {
    /** @param {BrowserPage} page */
    const before = (page) =>
      page.addInitScript(() => {
        const shifts = /** @type {{shifts: number}} */ (/** @type {unknown} */ (window));
        shifts.shifts = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) shifts.shifts += /** @type {{value: number}} */ (/** @type {unknown} */ (entry)).value;
        }).observe({ type: "layout-shift", buffered: true });
        document.addEventListener("DOMContentLoaded", () => document.querySelector("[data-kaarten] > li")?.setAttribute("data-first", ""));
      });
    for (const viewport of [WIDE, PHONE]) {
      await find("", { viewport, before }, async (page) => {
        const built = /<h2 id="uitslag"[^>]*>([^<]*)/.exec(await (await page.request.get(page.url())).text())?.[1];
        assert.equal(await shown(page), 20);
        assert.equal(await heading(page), built);
        assert.equal(await page.locator("[data-kaarten] > li").first().getAttribute("data-first"), "");
        assert.equal(await page.getByRole("button", { name: "Toon de volgende 20" }).count(), 1);
        const shift = await page.evaluate(() => /** @type {{shifts: number}} */ (/** @type {unknown} */ (window)).shifts);
        assert.ok(shift < 0.01, `${viewport.width}: ${shift}`);
      });
    }
  });

  it("draws a card as the build makes it, down to the last element", async () => {
    await find("", {}, async (page) => {
      const card = "[data-kaarten] > li:first-child .sp-kaart";
      /** @returns {Promise<string>} */
      const form = () =>
        page.locator(card).evaluate((element) => {
          const copy = /** @type {Element} */ (element.cloneNode(true));
          for (const button of copy.querySelectorAll("[data-bewaar]")) button.remove();
          for (const link of copy.querySelectorAll("[href]")) link.setAttribute("href", new URL(link.getAttribute("href") ?? "", document.baseURI).href);
          return copy.outerHTML.replaceAll("\u00ad", "").replace(/>\s+</g, "><").replace(/<(\w+) ([^>]*)>/g, (_, name, rest) => `<${name} ${rest.match(/[\w-]+(="[^"]*")?/g).sort().join(" ")}>`);
        });
      const built = await form();
      const [key] = await keys(page);
      await page.selectOption("[data-sorteer]", "nieuw");
      await waitForQuestion(page, "?sorteer=nieuw");
      await page.waitForFunction((was) => document.querySelector("[data-kaarten] .sp-kaart")?.getAttribute("data-sleutel") !== was, key);
      await page.selectOption("[data-sorteer]", "sluit");
      await page.waitForFunction((was) => document.querySelector("[data-kaarten] .sp-kaart")?.getAttribute("data-sleutel") === was, key);
      await page.waitForFunction(() => document.querySelector("[data-kaarten] .sp-wie + p")?.textContent);
      assert.equal(await form(), built);
    });
  });

  it("a choice gives as many results as the count beside it said, stands in the address and as a chip, and back takes it away", async () => {
    await find("", {}, async (page) => {
      const many = await count(page, "niveau", "hbo");
      await box(page, "niveau", "hbo").check();
      await waitFor(page, `${many} stages`);
      assert.equal(question(page), "?niveau=hbo");
      const few = await count(page, "organisatie", "breda");
      assert.ok(few > 1 && few < many, `${few} of ${many}`);
      await box(page, "organisatie", "breda").check();
      await waitFor(page, `${few} stages`);
      assert.equal(question(page), "?niveau=hbo&organisatie=breda");
      assert.equal(await shown(page), few);
      assert.deepEqual(await chips(page), ["hbo verwijderen", "Breda verwijderen"]);
      await page.goBack();
      await waitFor(page, `${many} stages`);
      assert.equal(await box(page, "organisatie", "breda").isChecked(), false);
      assert.equal(await box(page, "niveau", "hbo").isChecked(), true);
      await page.goForward();
      await waitFor(page, `${few} stages`);
      await page.goBack();
      await page.goBack();
      await page.waitForFunction(() => document.querySelectorAll(".sp-vinden__chips .sp-chip").length === 0);
      assert.notEqual(await heading(page), `${many} stages`);
    });
  });

  it("the address alone brings everything back: words, choices, order and how many", async () => {
    await find("?q=inwoners&niveau=hbo&niveau=wo&sorteer=sluit&toon=40", {}, async (page) => {
      assert.equal(await page.inputValue("#vind"), "inwoners");
      assert.ok((await box(page, "niveau", "wo").isChecked()) && (await box(page, "niveau", "hbo").isChecked()));
      assert.equal(await page.inputValue("[data-sorteer]"), "sluit");
      assert.equal(await page.locator(".sp-vinden__chips .sp-chip").count(), 3);
      const many = Number.parseInt(await heading(page));
      assert.equal(await shown(page), Math.min(many, 40));
    });
  });

  it("unknown ids and broken values are ignored, and the rest of the address counts", async () => {
    await find("?niveau=hbo&niveau=phd&kleur=rood&vakgebied=%3Cb%3E&sorteer=duurst&vanaf=parijs&toon=abc", {}, async (page) => {
      assert.deepEqual(await chips(page), ["hbo verwijderen"]);
      assert.equal(await heading(page), `${await count(page, "niveau", "hbo")} stages`);
      assert.equal(await page.inputValue("[data-sorteer]"), "sluit");
    });
  });

  it("odd words change nothing but the result", async () => {
    for (const odd of ['"', "<img src=x onerror=alert(1)>", "😀", "x".repeat(10_000), "constructor", "%"]) {
      await find(`?q=${encodeURIComponent(odd)}`, { before: (page) => page.on("pageerror", (error) => assert.fail(error)) }, async (page) => {
        assert.match(await heading(page), /stages?$/);
        assert.equal(await page.locator("img").count(), 0);
      });
    }
  });

  it("typing searches after a pause, marks what was found, puts a typo right and says so; one step back undoes the word", async () => {
    await find("", {}, async (page) => {
      await page.locator("#vind").pressSequentially("comunicatie", { delay: 20 });
      // On a slow machine a pause can fall inside the word; what counts is what stands there in the end.
      await page.locator(".sp-vinden__noten").getByText("Gezocht op communicatie in plaats van comunicatie.", { exact: true }).waitFor();
      assert.equal(question(page), "?q=comunicatie");
      assert.equal(await page.inputValue("[data-sorteer]"), "best");
      await page.goBack();
      await waitForQuestion(page, "");
      await page.waitForFunction(() => !document.querySelector(".sp-vinden__noten p"));
      assert.equal(await page.inputValue("#vind"), "");
      await page.fill("#vind", "wijkkrant");
      await page.press("#vind", "Enter");
      await page.waitForSelector("[data-kaarten] mark");
      assert.match((await page.locator("[data-kaarten] mark").first().innerText()).toLowerCase(), /wijkkrant|krant/);
      assert.equal(await page.locator("[role=status]").first().count(), 1);
    });
  });

  it("the count is said to screen readers once it is quiet", async () => {
    await find("", {}, async (page) => {
      await box(page, "niveau", "wo").check();
      await page.waitForFunction(() => /^\d+ stages?$/.test(document.querySelector("[data-lijst] > [role=status]")?.textContent ?? ""));
      assert.equal(await page.locator("[data-lijst] > [role=status]").textContent(), await heading(page));
    });
  });

  it("focus goes from a removed chip to the next one, and after the last to the heading", async () => {
    await find("?niveau=hbo&niveau=wo&vakgebied=ict", {}, async (page) => {
      await page.locator(".sp-chip--weg").nth(1).focus();
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.querySelectorAll(".sp-vinden__chips .sp-chip").length === 2);
      assert.match(await focused(page), /^ICT/);
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.querySelectorAll(".sp-vinden__chips .sp-chip").length === 1);
      assert.equal(await page.evaluate(() => document.activeElement?.id), "uitslag");
      await page.getByRole("button", { name: "Alles wissen" }).first().focus();
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.activeElement?.id === "uitslag" && !location.search);
    });
  });

  it("the next twenty come below, with focus on the first of them, and the address remembers", async () => {
    await find("", {}, async (page) => {
      const first = await keys(page);
      await page.getByRole("button", { name: /^Toon de volgende/ }).click();
      await page.waitForFunction(() => document.querySelectorAll("[data-kaarten] > li").length === 40);
      const now = await keys(page);
      assert.deepEqual(now.slice(0, 20), first);
      assert.equal(new Set(now).size, 40);
      assert.equal(await page.evaluate(() => document.activeElement?.closest(".sp-kaart")?.getAttribute("data-sleutel")), now[20]);
      assert.equal(question(page), "?toon=40");
    });
  });

  it("the map and the list are the same boxes: full names, north to south, and what was chosen stays chosen", async () => {
    await find("", {}, async (page) => {
      const group = page.locator("[data-groep=organisatie]");
      const tiles = group.locator(".sp-regio input");
      const total = await group.locator("input").count();
      const onMap = await tiles.count();
      assert.ok(onMap >= 20 && total > onMap, `${onMap} of ${total}`);
      const tops = await tiles.evaluateAll((all) => all.map((tile) => Math.round(tile.getBoundingClientRect().top)));
      assert.deepEqual(tops, [...tops].sort((a, b) => a - b));
      const breda = page.getByRole("checkbox", { name: /^Breda/ });
      await breda.focus();
      await page.keyboard.press("Space");
      await waitForQuestion(page, "?organisatie=breda");
      await group.getByRole("button", { name: "Kies uit een lijst" }).click();
      assert.equal(await tiles.count(), 0);
      assert.equal(await group.locator("input").count(), total);
      assert.ok(await breda.isChecked());
      await group.getByRole("button", { name: "Kies op de kaart" }).click();
      assert.equal(await tiles.count(), onMap);
    });
  });

  it("a long list of values begins with eight, and keeps a chosen one in sight", async () => {
    await find("?vakgebied=economie-cultuur-evenementen", {}, async (page) => {
      const group = page.locator("[data-groep=vakgebied]");
      assert.equal(await group.locator("li:visible").count(), 9);
      await group.getByRole("button", { name: "Toon alle 18" }).click();
      assert.equal(await group.locator("li:visible").count(), 18);
      assert.equal(await group.getByRole("button", { name: "Toon de eerste 8" }).getAttribute("aria-expanded"), "true");
    });
  });

  it("nearest first asks from where, and the chosen place comes first", async () => {
    await find("", {}, async (page) => {
      await page.selectOption("[data-sorteer]", "dichtbij");
      await page.getByLabel("Vanaf").selectOption("zundert");
      await waitForQuestion(page, "?sorteer=dichtbij&vanaf=zundert");
      await page.waitForFunction(() => /Zundert/.test(document.querySelector("[data-kaarten] .sp-wie")?.textContent ?? ""));
    });
  });

  it("nothing found: every way back says what it gives, and gives it", async () => {
    await find("?q=communicatie&niveau=mbo-1", {}, async (page) => {
      assert.equal(await heading(page), "Geen stages");
      const panel = page.locator(".sp-leeg");
      await panel.waitFor();
      assert.match(await panel.innerText(), /open sollicitatie[^]*voorbeeldopdrachten[^]*stageperiodes/);
      const row = panel.locator("li").first();
      const gives = /(\d+) stages?$/.exec(await row.innerText())?.[1];
      await row.getByRole("button").click();
      await waitFor(page, `${gives} ${gives === "1" ? "stage" : "stages"}`);
      assert.equal(await page.evaluate(() => document.activeElement?.id), "uitslag");
    });
  });

  it("with a period: the box says it in words, cards say whether it fits and why, and the answer is a facet", async () => {
    await find("", { before: withPeriod }, async (page) => {
      const mine = page.locator(".sp-mijnperiode");
      assert.match(await mine.innerText(), /Avans · Communicatie[^]*8 februari t\/m 25 juni 2027[^]*20 weken, niet op dinsdag[^]*Voorbeeldgegevens/);
      assert.equal(await page.locator(".sp-kaart--past .sp-fit__zin").count(), 20);
      assert.ok(await page.locator(".sp-vinden__legenda").isVisible());
      const bijna = await count(page, "past", "bijna");
      await mine.getByRole("checkbox", { name: /^Past bijna/ }).check();
      await waitFor(page, `${bijna} stages`);
      assert.deepEqual([...new Set(await page.locator(".sp-kaart .sp-fit__wat").allTextContents())], ["Past bijna"]);
      assert.equal(question(page), "?past=bijna");
      await page.evaluate(() => {
        localStorage.removeItem("stageportaal.periode");
        dispatchEvent(new StorageEvent("storage", { key: "stageportaal.periode" }));
      });
      await mine.getByRole("button", { name: "Kies je opleiding of eigen datums" }).waitFor();
      await page.waitForFunction(() => !document.querySelector(".sp-kaart--past"));
      assert.equal(question(page), "");
    });
  });

  it("a period chosen from the box is there at once, and the focus comes back to its button", async () => {
    await find("", {}, async (page) => {
      const button = page.locator(".sp-mijnperiode > button");
      await button.focus();
      await page.keyboard.press("Enter");
      await page.waitForSelector("dialog:modal");
      await page.evaluate((period) => {
        localStorage.setItem("stageportaal.periode", JSON.stringify(period));
        dispatchEvent(new StorageEvent("storage", { key: "stageportaal.periode" }));
      }, PERIOD);
      await page.waitForSelector(".sp-kaart--past");
      await page.keyboard.press("Escape");
      await page.waitForFunction(() => document.activeElement?.closest(".sp-mijnperiode"));
      assert.equal(await button.innerText(), "Andere opleiding of eigen datums");
    });
  });

  it("search data that do not load leave the list of the build and say so; trying again works", async () => {
    let broken = true;
    const before = (/** @type {BrowserPage} */ page) => page.context().route("**/assets/zoek/**", (route) => (broken ? route.abort() : route.fallback()));
    await visit(ofKind("vacancies"), { fresh: true, before, viewport: PHONE }, async (page) => {
      const alert = page.getByRole("alert");
      await alert.waitFor();
      assert.match(await alert.innerText(), /De zoeker laadt niet\.\s+De lijst hieronder is van \d+ \w+ \d{4}\./);
      assert.ok((await page.locator("[data-kaarten] > li").count()) > 20);
      assert.ok(await page.locator(".sp-facetten").isVisible());
      assert.ok(await page.locator(".sp-blader").isVisible());
      broken = false;
      await page.getByRole("button", { name: "Probeer opnieuw" }).click();
      await page.waitForSelector(READY, { state: "attached" });
      assert.equal(await alert.count(), 0);
      assert.equal(await shown(page), 20);
    });
  });

  it("pressing twice for another try starts one finder", async () => {
    let broken = true;
    const before = (/** @type {BrowserPage} */ page) => page.context().route("**/assets/zoek/**", (route) => (broken ? route.abort() : route.fallback()));
    await visit(ofKind("vacancies"), { fresh: true, before }, async (page) => {
      const again = page.getByRole("button", { name: "Probeer opnieuw" });
      await again.click();
      await page.waitForSelector(".sp-vinden__fout button:not([aria-disabled])");
      assert.equal(await focused(page), "Probeer opnieuw", "the focus goes to the new button");
      broken = false;
      await again.dblclick();
      await page.waitForSelector(READY, { state: "attached" });
      await box(page, "niveau", "hbo").check();
      await page.waitForSelector("[data-vinden]:not([aria-busy])");
      assert.equal(await page.locator(".sp-filters__form").count(), 1);
      assert.equal(await page.locator(".sp-vinden__chips .sp-chip").count(), 1);
    });
  });

  it("a finder that does not load says so, and keeps what needs it out of the way", async () => {
    let broken = true;
    const before = (/** @type {BrowserPage} */ page) => page.context().route("**/js/vinder.js", (route) => (broken ? route.abort() : route.fallback()));
    await visit(ofKind("vacancies"), { fresh: true, before }, async (page) => {
      assert.match(await page.getByRole("alert").innerText(), /De zoeker laadt niet/);
      assert.equal(await page.locator("[data-sorteer]").isVisible(), false);
      assert.ok((await page.locator("[data-kaarten] > li:visible").count()) > 20);
      broken = false;
      await page.getByRole("button", { name: "Probeer opnieuw" }).click();
      await page.waitForSelector(READY, { state: "attached" });
    });
  });

  it("what is typed before the data are there is kept, and searched", async () => {
    const typed = deferred();
    const before = async (/** @type {BrowserPage} */ page) => {
      await page.context().route("**/assets/zoek/**", async (route) => {
        await typed.promise;
        await route.fallback();
      });
      page.once("load", async () => {
        await page.locator("#vind").fill("wijkkrant");
        typed.resolve(null);
      });
    };
    await visit(ofKind("vacancies"), { fresh: true, before }, async (page) => {
      await page.waitForSelector("[data-kaarten] mark");
      assert.equal(await page.inputValue("#vind"), "wijkkrant");
      assert.equal(question(page), "?q=wijkkrant");
    });
  });

  it("a question in the address does not show the list of the build first, and does when the answer fails", async () => {
    const { path } = ofKind("vacancies");
    for (const fate of ["answer", "fail"]) {
      const decided = deferred();
      const before = async (/** @type {BrowserPage} */ page) => {
        await page.context().route("**/assets/zoek/**", async (route) => {
          await decided.promise;
          await (fate === "answer" ? route.fallback() : route.abort());
        });
        // The finder is ready only when its data came; what comes before that is looked at here.
        page.once("domcontentloaded", async () => {
          assert.equal(await page.locator("[data-kaarten]").isVisible(), false);
          decided.resolve(fate);
        });
      };
      await visit({ path: `${path}?q=wijkkrant` }, { fresh: true, before }, async (page) => {
        await page.waitForFunction(() => !document.documentElement.classList.contains("sp-gevraagd") || document.querySelector(".sp-vinden--stil"));
        assert.ok(await page.locator("[data-kaarten]").isVisible());
        assert.equal(await page.locator("[data-kaarten] mark").count() > 0, fate === "answer");
      });
    }
  });

  it("without script the field and the order are not there, and the facets are links", async () => {
    for (const kind of ["vacancies", "assignments"]) {
      await visit(ofKind(kind), { javaScriptEnabled: false }, async (page) => {
        assert.equal(await page.locator("#vind").isVisible(), false);
        assert.equal(await page.locator("[data-sorteer], .sp-filters__form").locator("visible=true").count(), 0);
        assert.ok((await page.locator(".sp-kaart:visible").count()) > 20);
        if (kind === "vacancies") assert.ok(await page.locator(".sp-mijnperiode a").isVisible());
      });
    }
  });

  it("the assignments stand by field until something is asked, then in one list", async () => {
    await find("", {}, async (page) => {
      const sections = await page.locator(".sp-groep:visible").count();
      assert.ok(sections > 5);
      const hbo = await count(page, "niveau", "hbo");
      await box(page, "niveau", "hbo").check();
      await waitFor(page, `${hbo} voorbeeldopdrachten`);
      assert.equal(await page.locator(".sp-groep:visible").count(), 0);
      assert.equal(await page.locator("[data-lijst] > .sp-kaarten > li").count(), Math.min(hbo, 20));
      await page.getByRole("button", { name: "Alles wissen" }).click();
      await page.waitForFunction(() => document.activeElement?.id === "uitslag");
      assert.equal(await page.locator(".sp-groep:visible").count(), sections);
      assert.deepEqual(await page.locator(".sp-filter summary > span:first-child").allInnerTexts(), ["Vakgebied", "Niveau", "Soort stage", "Duur", "Resultaat", "Bijzonder"]);
    }, "assignments");
  });
});

describe("the sheet on a phone", () => {
  it("opens with the one form, leaves 68 px of the page, counts live, and closes with its button", async () => {
    await find("", TOUCH, async (page) => {
      await page.getByRole("button", { name: "Filters" }).tap();
      const sheet = page.getByRole("dialog", { name: "Filters" });
      assert.equal(Math.round((await sheet.boundingBox())?.y ?? 0), 68);
      assert.equal(await page.locator("form.sp-filters__form").count(), 1);
      const hbo = await count(page, "niveau", "hbo");
      await sheet.locator("summary", { hasText: "Niveau" }).tap();
      await box(page, "niveau", "hbo").tap();
      await sheet.getByRole("button", { name: `Toon ${hbo} stages` }).tap();
      await sheet.waitFor({ state: "hidden" });
      assert.equal(question(page), "?niveau=hbo");
      assert.equal(await page.getByRole("button", { name: "Filters (1)" }).count(), 1);
      await page.goBack();
      await page.waitForFunction(() => document.querySelectorAll(".sp-vinden__chips .sp-chip").length === 0);
      assert.equal(question(page), "");
    });
  });

  it("the back gesture and Escape close it and keep the choices; with nothing chosen no step is left behind", async () => {
    await find("?niveau=wo", TOUCH, async (page) => {
      const sheet = page.locator(".sp-filtervel");
      const steps = await page.evaluate(() => history.length);
      await page.getByRole("button", { name: "Filters (1)" }).tap();
      await box(page, "vakgebied", "ict").tap();
      await waitForQuestion(page, "?niveau=wo&vakgebied=ict");
      await page.evaluate(() => history.back());
      await sheet.waitFor({ state: "hidden" });
      await waitForQuestion(page, "?niveau=wo&vakgebied=ict");
      assert.ok(await box(page, "vakgebied", "ict").isChecked());
      await page.getByRole("button", { name: "Filters (2)" }).tap();
      await page.keyboard.press("Escape");
      await sheet.waitFor({ state: "hidden" });
      await page.waitForFunction(() => !history.state?.vel);
      assert.equal(question(page), "?niveau=wo&vakgebied=ict");
      await page.evaluate(() => history.back());
      await waitForQuestion(page, "?niveau=wo");
      assert.equal(await page.evaluate(() => history.length), steps + 2);
    });
  });

  it("the way to the map opens the sheet there, and Tab stays inside", async () => {
    await find("", TOUCH, async (page) => {
      await page.getByRole("button", { name: "Kaart", exact: true }).tap();
      const map = page.locator(".sp-filtervel .sp-regio");
      const [tile, sheet] = [await map.locator("li").first().boundingBox(), await page.locator(".sp-filtervel").boundingBox()];
      assert.ok(tile && sheet && tile.y > sheet.y && tile.y < sheet.y + sheet.height / 2);
      for (let i = 0; i < 6; i++) {
        await page.keyboard.press("Shift+Tab");
        const where = await page.evaluate(() => document.activeElement?.closest(".sp-filtervel, body")?.className);
        assert.equal(where, "sp-filtervel");
      }
    });
  });

  it("goes when the screen grows a column for the facets", async () => {
    await find("", { viewport: { width: 800, height: 900 } }, async (page) => {
      await page.getByRole("button", { name: "Filters" }).click();
      await page.setViewportSize(WIDE);
      await page.locator(".sp-filtervel").waitFor({ state: "hidden" });
      assert.ok(await page.locator(".sp-filters > .sp-filters__form").isVisible());
    });
  });

  it("rows, tiles and buttons are large enough for a finger, and nothing scrolls sideways at 320 px", async () => {
    await find("?niveau=hbo&vakgebied=communicatie&q=inwoners", { ...TOUCH, viewport: { width: 320, height: 640 }, before: withPeriod }, async (page) => {
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
      await page.getByRole("button", { name: /^Filters/ }).tap();
      const small = await page.locator(".sp-filtervel").evaluate((sheet) => {
        for (const details of sheet.querySelectorAll("details")) details.open = true;
        const low = [...sheet.querySelectorAll("button, summary, .sp-optie")].filter((row) => {
          const { height, width } = row.getBoundingClientRect();
          const least = row.closest(".sp-regio") ? 36 : 44;
          return height > 0 && (height < least || width < least);
        });
        return low.map((row) => `${row.className} ${row.textContent} ${row.getBoundingClientRect().height}`);
      });
      assert.ok(small.length === 0, lines(small));
      assert.equal(await page.locator(".sp-filtervel__midden").evaluate((middle) => middle.scrollWidth - middle.clientWidth), 0);
    });
  });
});

describe("axe finds nothing in any state of the finder", () => {
  /** @type {[string, string, Options, ((page: BrowserPage) => unknown)?][]} */
  const states = [
    ["facets open, with a period", "?q=comunicatie&niveau=hbo", { before: withPeriod }],
    ["facets open, as a list", "?niveau=hbo", {}, (page) => page.getByRole("button", { name: "Kies uit een lijst" }).click()],
    ["nothing found", "?q=communicatie&niveau=mbo-1", {}],
    ["a hint", "?q=bijbaan", {}],
    ["nearest first", "?sorteer=dichtbij", {}],
    ["sheet", "?niveau=hbo&organisatie=breda", { ...TOUCH, before: withPeriod }, (page) => page.getByRole("button", { name: /^Filters/ }).tap()],
  ];
  for (const [name, question_, options, act] of states) {
    for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
      it(`${name}, ${colorScheme}`, async () => {
        await find(question_, { ...options, colorScheme }, async (page) => {
          await page.waitForTimeout(150);
          await act?.(page);
          await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
          const found = await violations(page, name);
          assert.ok(found.length === 0, lines(found));
        });
      });
    }
  }

  it("the failure", async () => {
    await visit(ofKind("vacancies"), { fresh: true, before: (page) => page.context().route("**/assets/zoek/**", (route) => route.abort()) }, async (page) => {
      await page.getByRole("alert").waitFor();
      const found = await violations(page, "failure");
      assert.ok(found.length === 0, lines(found));
      assert.ok(address(ofKind("vacancies")).startsWith("http"));
    });
  });
});
