import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, it } from "node:test";
import { PHONE, hall, lines } from "./browser.mjs";
import { page as ofKind } from "./pages.mjs";

/** @typedef {import("./browser.mjs").BrowserPage} BrowserPage */
/** @typedef {import("../../theme/assets/js/zoek/soorten.js").Venster} Venster */

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** @type {Venster} */
const FOUND = {
  soort: "venster",
  aantal: 7,
  verbeterd: "",
  wenk: null,
  groepen: [
    {
      id: "vacatures",
      naam: "Vacatures",
      items: [
        { titel: "Op pad met de wijkboa’s", adres: "vacatures/roosendaal/boa/", bij: "Gemeente Roosendaal, mbo-3", vakgebied: "handhaving", icoon: "", fit: "past", raak: [[18, 23]] },
        { titel: "Rapport op straat: boa in opleiding, ook in het weekend", adres: "vacatures/waalwijk/boa/", bij: "Gemeente Waalwijk, mbo-3", vakgebied: "veiligheid", icoon: "", fit: "niet", raak: [[19, 22]] },
        { titel: "Help de boa met verhalen", adres: "vacatures/breda/boa/", bij: "Gemeente Breda, hbo", vakgebied: "communicatie", icoon: "", fit: "bijna", raak: [[8, 11]] },
      ],
    },
    { id: "handboek", naam: "Handboek", items: [{ titel: "<img src=x onerror=alert(1)>", adres: "handboek/", bij: "Hoofdstuk 1", vakgebied: "", icoon: "document", fit: "", raak: [] }] },
  ],
};
const NOTHING = { ...FOUND, aantal: 0, groepen: [] };

/**
 * A search that answers at once, in place of the worker: what it is asked stands in window.asked.
 * "stuk" fails until window.heel is set, "traag" waits for window.los().
 */
const STUB = `
const FOUND = ${JSON.stringify(FOUND)};
export function maakLoket() {
  return { async vraag({ q, periodes }) {
    (window.asked ??= []).push({ q, periodes: periodes.length });
    if (q === "stuk" && !window.heel) throw new Error("stuk");
    if (q === "traag") await new Promise((los) => (window.los = los));
    if (q === "niets") return ${JSON.stringify(NOTHING)};
    if (q === "bijbaan") return { ...${JSON.stringify(NOTHING)}, wenk: ["Hier vind je stages, geen bijbanen.", "studenten/"] };
    if (q === "comunicatie") return { ...FOUND, verbeterd: "communicatie", aantal: 1 };
    if (q === "handboek") return { ...FOUND, aantal: 0, groepen: FOUND.groepen.slice(1) };
    return FOUND;
  } };
}`;

const { visit, address } = hall();

/**
 * A page with the search that answers from this file.
 * @param {import("./browser.mjs").Options} options
 * @param {(page: BrowserPage) => unknown} use
 * @param {string} [kind]
 */
const stubbed = (options, use, kind = "vacancy, open") =>
  visit(ofKind(kind), { ...options, before: (page) => page.route("**/assets/js/zoek/loket.js", (route) => route.fulfill({ contentType: "text/javascript", body: STUB })) }, use);

/** @param {BrowserPage} page */
const button = (page) => page.locator("a.sp-i-zoek");
/** @param {BrowserPage} page */
const dialog = (page) => page.getByRole("dialog", { name: "Zoeken" });
/** @param {BrowserPage} page */
const field = (page) => page.getByRole("combobox");
/** @param {BrowserPage} page */
const options = (page) => dialog(page).getByRole("option");
/** @param {BrowserPage} page */
async function open(page) {
  await button(page).click();
  await field(page).waitFor();
}
/**
 * What the stub was asked.
 * @param {BrowserPage} page
 * @returns {Promise<{q: string, periodes: number}[]>}
 */
const asked = (page) => page.evaluate(() => /** @type {{asked?: {q: string, periodes: number}[]}} */ (/** @type {unknown} */ (window)).asked ?? []);
/** @param {BrowserPage} page @param {string} q */
async function search(page, q) {
  if (!(await dialog(page).isVisible())) await open(page);
  const before = await asked(page);
  await field(page).fill(q);
  // The stub answers in the same breath, so the result stands there when the question does.
  await page.waitForFunction((count) => (/** @type {{asked?: unknown[]}} */ (/** @type {unknown} */ (window)).asked?.length ?? 0) > count, before.length);
}
/**
 * The text of the chosen option as a screen reader finds it, "" for none.
 * @param {BrowserPage} page
 */
const chosen = (page) =>
  field(page).evaluate((input) => {
    const option = document.getElementById(input.getAttribute("aria-activedescendant") ?? "");
    const marked = document.querySelectorAll('[role="option"][aria-selected="true"]');
    return option && marked.length === 1 && marked[0] === option ? (option.textContent ?? "") : marked.length ? "two are marked" : "";
  });
/** @param {BrowserPage} page */
const focused = (page) => page.evaluate(() => document.activeElement?.id || document.activeElement?.className || document.activeElement?.localName);

/**
 * What axe finds, in light and in dark.
 * @param {BrowserPage} page
 * @param {string} state
 */
async function violations(page, state) {
  /** @type {string[]} */
  const found = [];
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    await page.emulateMedia({ colorScheme });
    const texts = await page.evaluate(async (tags) => {
      const { axe } = /** @type {{axe: typeof import("axe-core")}} */ (/** @type {unknown} */ (window));
      const { violations: all } = await axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
      return all.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} · ${target.join(" ")} · ${failureSummary}`));
    }, TAGS);
    found.push(...texts.map((text) => `${state}, ${colorScheme}: ${text}`));
  }
  return found;
}

describe("the ways to the search dialog", () => {
  it("a press opens it with the focus in the field; Escape closes it and gives the focus back to the link", async () => {
    await stubbed({}, async (page) => {
      assert.equal(await button(page).getAttribute("aria-haspopup"), "dialog");
      await button(page).focus();
      await page.keyboard.press("Enter");
      await field(page).waitFor();
      assert.equal(await focused(page), "zoek-veld");
      await page.keyboard.press("Escape");
      assert.equal(await dialog(page).isVisible(), false);
      assert.equal(await button(page).evaluate((link) => link === document.activeElement), true);
    });
  });

  it("/ opens it and puts no slash into its field; what had the focus gets it back", async () => {
    await stubbed({}, async (page) => {
      const link = page.locator("main a").first();
      await link.focus();
      await page.keyboard.press("/");
      await field(page).waitFor();
      assert.equal(await field(page).inputValue(), "");
      await page.getByRole("button", { name: "Sluit" }).click();
      assert.equal(await link.evaluate((element) => element === document.activeElement), true);
      await page.keyboard.press("/");
      await field(page).waitFor();
    });
  });

  it("/ in a text field types a slash; Ctrl+K opens the dialog from there too", async () => {
    await stubbed({}, async (page) => {
      const own = page.locator("#waar");
      await own.focus();
      await page.keyboard.type("a/b");
      assert.equal(await own.inputValue(), "a/b");
      assert.equal(await dialog(page).count(), 0);
      await page.keyboard.press("Control+k");
      await field(page).waitFor();
      await page.keyboard.type("x/y");
      assert.equal(await field(page).inputValue(), "x/y");
      await page.keyboard.press("Escape");
      assert.equal(await own.evaluate((element) => element === document.activeElement), true);
    }, "home");
  });

  it("a press with Ctrl keeps what a link does, and without script the link leads to all vacancies", async () => {
    await stubbed({}, async (page) => {
      const [other] = await Promise.all([page.context().waitForEvent("page"), button(page).click({ modifiers: ["Control"] })]);
      await other.waitForURL(address({ path: "vacatures/" }));
      assert.equal(await dialog(page).count(), 0);
    });
    await visit(ofKind("home"), { javaScriptEnabled: false }, async (page) => {
      await button(page).click();
      assert.equal(page.url(), address({ path: "vacatures/" }));
    });
  });

  it("a browser that fills in a field by itself sends a keydown without a key: nothing breaks", async () => {
    await visit(ofKind("home"), {}, async (page) => {
      /** @type {string[]} */
      const errors = [];
      page.on("pageerror", (error) => void errors.push(error.message));
      await page.locator("#waar").evaluate((field) => field.dispatchEvent(new Event("keydown", { bubbles: true })));
      await open(page);
      await field(page).evaluate((input) => input.dispatchEvent(new Event("keydown", { bubbles: true })));
      assert.deepEqual(errors, []);
    });
  });

  it("the key / can be switched off (WCAG 2.1.4), for good, and Ctrl+K stays", async () => {
    await stubbed({}, async (page) => {
      await button(page).click();
      await page.getByRole("button", { name: "Zet de toets / voor zoeken uit" }).click();
      await page.reload();
      await page.keyboard.press("/");
      await page.keyboard.press("Control+k");
      await field(page).waitFor();
      assert.equal(await page.getByRole("button", { name: "Zet de toets / voor zoeken aan" }).isVisible(), true);
      await page.keyboard.press("Escape");
      await page.keyboard.press("/");
      assert.equal(await dialog(page).isVisible(), false);
    });
  });

  it("a search that cannot be fetched leads to the page with all vacancies instead", async () => {
    await visit(ofKind("vacancy, open"), { before: (page) => page.route("**/zoekdialoog.js", (route) => route.abort()) }, async (page) => {
      await button(page).click();
      await page.waitForURL(address({ path: "vacatures/" }));
    });
  });
});

describe("searching in the dialog", () => {
  it("arrow keys walk round through all options, the text keys leave the list, and the field keeps the focus", async () => {
    await stubbed({}, async (page) => {
      await search(page, "boa");
      const texts = await options(page).allTextContents();
      assert.equal(texts.length, 5);
      assert.equal(await chosen(page), "");
      for (const text of [...texts, texts[0]]) {
        await page.keyboard.press("ArrowDown");
        assert.equal(await chosen(page), text);
      }
      await page.keyboard.press("ArrowUp");
      assert.equal(await chosen(page), texts[4]);
      for (const key of ["Home", "End", "ArrowLeft", "ArrowRight"]) {
        await page.keyboard.press("ArrowDown");
        assert.notEqual(await chosen(page), "");
        await page.keyboard.press(key);
        assert.equal(await chosen(page), "", key);
      }
      await page.keyboard.press("ArrowDown");
      await page.keyboard.type("s");
      assert.equal(await chosen(page), "", "other words, other results");
      assert.equal(await focused(page), "zoek-veld");
    });
  });

  it("Enter opens the chosen option; without a choice it goes to all results", async () => {
    for (const [keys, path] of /** @type {[string[], string][]} */ ([
      [["ArrowDown", "ArrowDown", "Enter"], "vacatures/waalwijk/boa/"],
      [["Enter"], "vacatures/?q=boa+%26+%22mb%C3%B6%22"],
      [["ArrowUp", "Enter"], "vacatures/?q=boa+%26+%22mb%C3%B6%22"],
    ])) {
      await stubbed({}, async (page) => {
        await search(page, ' boa & "mbö" ');
        for (const key of keys) await page.keyboard.press(key);
        await page.waitForURL(address({ path }));
      });
    }
  });

  it("an empty field and Enter lead to all vacancies", async () => {
    await stubbed({}, async (page) => {
      await open(page);
      await page.keyboard.press("Enter");
      await page.waitForURL(address({ path: "vacatures/" }));
    });
  });

  it("the semantics hold together: groups named by their heading, matches marked, fit in words, data as text", async () => {
    await stubbed({}, async (page) => {
      await open(page);
      assert.equal(await field(page).getAttribute("aria-expanded"), "false");
      await search(page, "boa");
      assert.equal(await field(page).getAttribute("aria-expanded"), "true");
      assert.equal(await field(page).getAttribute("aria-controls"), await dialog(page).getByRole("listbox").getAttribute("id"));
      const group = dialog(page).getByRole("group", { name: "Vacatures" });
      assert.equal(await group.getByRole("option").count(), 3);
      assert.equal(await group.getByRole("option", { name: /^Op pad met de wijkboa’s\s*Gemeente Roosendaal, mbo-3\s*Past$/ }).count(), 1);
      assert.deepEqual(await group.locator("mark").allTextContents(), ["boa’s", "boa", "boa"]);
      assert.equal(await dialog(page).getByRole("option", { name: "<img src=x onerror=alert(1)>" }).count(), 1);
      assert.equal(await options(page).last().innerText().then((text) => text.split("\n")[0]), "Alle 7 vacatures met “boa”");
      assert.equal(await options(page).last().getAttribute("href"), address({ path: "vacatures/?q=boa" }));
    });
  });

  it("the count is said once, after the typing", async () => {
    await stubbed({ running: true }, async (page) => {
      await open(page);
      const said = dialog(page).getByRole("status");
      for (const q of ["b", "bo", "boa"]) {
        await search(page, q);
        await page.clock.runFor(200);
        assert.equal(await said.textContent(), "", q);
      }
      await page.clock.runFor(1000);
      assert.equal(await said.textContent(), "7 vacatures gevonden. Ook gevonden: Handboek.");
    });
  });

  it("an answer that comes late does not replace a newer one, and waiting says so", async () => {
    await stubbed({}, async (page) => {
      await search(page, "traag");
      await dialog(page).getByText("Even zoeken…").waitFor();
      await search(page, "niets");
      await dialog(page).getByText("Niets gevonden").waitFor();
      await page.evaluate(() => /** @type {{los?: () => void}} */ (/** @type {unknown} */ (window)).los?.());
      await page.evaluate(() => new Promise((done) => setTimeout(done, 50)));
      assert.equal(await options(page).count(), 0);
    });
  });

  it("an empty field gives four examples, and a press on one searches for it", async () => {
    await stubbed({}, async (page) => {
      await open(page);
      assert.equal(await dialog(page).locator(".sp-chips .sp-chip").count(), 4);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      assert.equal(await field(page).inputValue(), "social media");
      await options(page).first().waitFor();
      assert.equal(await focused(page), "zoek-veld");
      await field(page).fill("");
      await dialog(page).locator(".sp-chips").waitFor();
      assert.equal(await options(page).count(), 0);
    });
  });

  it("nothing found, a correction and a hint each say what happened, with a way on", async () => {
    await stubbed({}, async (page) => {
      await search(page, "niets");
      const text = dialog(page).locator(".sp-zoek__tekst");
      await text.getByText("Niets gevonden met “niets”.").waitFor();
      assert.equal(await text.getByRole("link", { name: "Bekijk alle vacatures" }).getAttribute("href"), address({ path: "vacatures/" }));
      await search(page, "bijbaan");
      await text.getByText("Hier vind je stages, geen bijbanen.").waitFor();
      assert.equal(await text.getByRole("link", { name: "Lees meer" }).getAttribute("href"), address({ path: "studenten/" }));
      await search(page, "comunicatie");
      await text.getByText("We zochten op “communicatie”.").waitFor();
      assert.match((await options(page).last().textContent()) ?? "", /^1 vacature met “communicatie”/);
      await search(page, "handboek");
      await dialog(page).getByRole("option", { name: "Bekijk alle vacatures" }).waitFor();
    });
  });

  it("a search that fails says so, offers the list, and succeeds on a second try", async () => {
    await stubbed({}, async (page) => {
      await search(page, "stuk");
      await dialog(page).getByText("Zoeken lukt nu niet.").waitFor();
      assert.equal(await dialog(page).getByRole("link", { name: "Bekijk alle vacatures" }).isVisible(), true);
      await page.evaluate(() => Object.assign(window, { heel: true }));
      await dialog(page).getByRole("button", { name: "Probeer opnieuw" }).click();
      await options(page).first().waitFor();
      assert.equal(await focused(page), "zoek-veld");
    });
  });

  it("the own period goes along with the question", async () => {
    await stubbed({}, async (page) => {
      await page.evaluate(() => localStorage.setItem("stageportaal.periode", JSON.stringify({ opleiding: "", naam: "Eigen", slots: [{ naam: "", start: "2027-02-01", eind: "2027-06-25", dagen: 4, lesdagen: [] }] })));
      await search(page, "boa");
      assert.deepEqual((await asked(page)).at(-1), { q: "boa", periodes: 1 });
    });
  });

  it("queries of any kind change nothing but the result", async () => {
    await stubbed({}, async (page) => {
      /** @type {string[]} */
      const errors = [];
      page.on("pageerror", (error) => errors.push(error.message));
      for (const q of ["\"'`", "<script>alert(1)</script>", "👩🏽‍🎓\ud83d", "../../?q=#x", "x".repeat(10_000), "\u202e%00%"]) {
        await search(page, q);
        await options(page).last().waitFor();
        assert.ok(((await options(page).last().textContent()) ?? "").length < 100, "long words are shortened on the screen");
        assert.match((await options(page).last().getAttribute("href")) ?? "", /\/vacatures\/\?q=[^?#]+$/);
      }
      assert.deepEqual(errors, []);
    });
  });
});

describe("with the real search", () => {
  it("a word of the site is found and marked, every option leads to a page that is there", async () => {
    await visit(ofKind("home"), { fresh: true }, async (page) => {
      await open(page);
      await field(page).fill("communicatie");
      await dialog(page).locator("mark").first().waitFor();
      const addresses = await options(page).evaluateAll((all) => all.map((option) => /** @type {HTMLAnchorElement} */ (option).href));
      assert.ok(addresses.length > 3);
      const answers = await Promise.all(addresses.map(async (href) => `${(await fetch(href)).status} ${href}`));
      assert.deepEqual(answers.filter((answer) => !answer.startsWith("200 ")), []);
    });
  });

  it("data that cannot be fetched gives the failure with its way on, and a second try succeeds", async () => {
    const files = /\/assets\/zoek\/[^/]+\.json/;
    await visit(ofKind("home"), { before: (page) => page.context().route(files, (route) => route.abort()) }, async (page) => {
      await open(page);
      await field(page).fill("communicatie");
      await dialog(page).getByText("Zoeken lukt nu niet.").waitFor();
      await page.context().unroute(files);
      await dialog(page).getByRole("button", { name: "Probeer opnieuw" }).click();
      await options(page).first().waitFor();
    });
  });
});

describe("the dialog on the screen", () => {
  it("axe finds nothing: start, results with one chosen, nothing found, hint, failure; light and dark", async () => {
    await stubbed({}, async (page) => {
      await page.evaluate(AXE);
      await open(page);
      const found = await violations(page, "start");
      for (const q of ["boa", "niets", "bijbaan", "comunicatie", "stuk"]) {
        await search(page, q);
        await page.keyboard.press("ArrowDown");
        found.push(...(await violations(page, q)));
      }
      assert.ok(found.length === 0, lines(found));
    });
  });

  for (const width of [320, 360]) {
    it(`${width} px: it fills the window, nothing sticks out, every target is 44 px high, and a tap opens an option`, async () => {
      await stubbed({ viewport: { ...PHONE, width }, hasTouch: true, isMobile: true }, async (page) => {
        await page.evaluate(AXE);
        await button(page).tap();
        await field(page).waitFor();
        await search(page, "boa");
        assert.deepEqual(await dialog(page).boundingBox(), { x: 0, y: 0, width, height: PHONE.height });
        const { wide, low } = await dialog(page).evaluate((element) => ({
          wide: [...element.querySelectorAll("*")].filter((part) => part.getBoundingClientRect().right > innerWidth + 0.5 && !part.closest(".sp-vh")).map((part) => part.outerHTML.slice(0, 80)),
          low: [...element.querySelectorAll("a, button, input")].filter((part) => part.checkVisibility() && part.getBoundingClientRect().height < 43.9).map((part) => part.outerHTML.slice(0, 80)),
        }));
        assert.deepEqual({ wide, low }, { wide: [], low: [] });
        const found = await violations(page, `${width} px`);
        assert.ok(found.length === 0, lines(found));
        await options(page).first().tap();
        await page.waitForURL(address({ path: "vacatures/roosendaal/boa/" }));
      });
    });
  }

  it("the page behind keeps its width and its place while the dialog is open, and after it", async () => {
    await stubbed({}, async (page) => {
      // A headless browser lays its scrollbar over the page; this one has room of its own.
      await page.evaluate(() => Object.defineProperty(document.documentElement, "clientWidth", { get: () => innerWidth - (document.querySelector("dialog[open]") ? 0 : 15) }));
      const padding = () => page.evaluate(() => document.documentElement.style.paddingRight);
      await open(page);
      assert.equal(await padding(), "15px");
      await page.keyboard.press("Escape");
      // A dialog tells that it closed a moment after it is gone.
      await page.waitForFunction(() => document.documentElement.style.paddingRight === "");
    });
  });

  it("at most 640 px wide, a tenth of the window from the top; a press beside it closes it; the page behind stands still", async () => {
    await stubbed({}, async (page) => {
      await search(page, "boa");
      const box = await dialog(page).boundingBox();
      assert.ok(box && box.width <= 640 && box.width > 600 && Math.abs(box.y - 80) < 1, JSON.stringify(box));
      await page.mouse.move(20, 700);
      await page.mouse.wheel(0, 600);
      assert.equal(await page.evaluate(() => scrollY), 0);
      await page.mouse.click(20, 700);
      assert.equal(await dialog(page).isVisible(), false);
    });
  });

  it("200 % zoom (640 by 360 px): field, list and last row stay in the window, and so does the start", async () => {
    await stubbed({ viewport: { width: 640, height: 360 } }, async (page) => {
      await open(page);
      const examples = await dialog(page).locator(".sp-chips").boundingBox();
      assert.ok(examples && examples.y + examples.height <= 360, JSON.stringify(examples));
      await search(page, "bijbaan en boa");
      for (const part of [field(page), options(page).last()]) {
        const box = await part.boundingBox();
        assert.ok(box && box.y >= 0 && box.y + box.height <= 360 && box.x + box.width <= 640, JSON.stringify(box));
      }
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowDown");
      const second = await options(page).nth(1).boundingBox();
      const last = await options(page).last().boundingBox();
      assert.ok(second && last && second.y + second.height <= last.y + 1, "the chosen option is not covered by the last row");
    });
  });

  it("forced colours: the chosen option has a line of its own", async () => {
    await stubbed({ forcedColors: "active" }, async (page) => {
      await search(page, "boa");
      await page.keyboard.press("ArrowDown");
      const styles = await options(page).evaluateAll((all) => all.slice(0, 2).map((option) => getComputedStyle(option).outlineStyle));
      assert.deepEqual(styles, ["solid", "none"]);
    });
  });
});

describe("the header", () => {
  it("the saved list shows how many there are and says it in its name, also when another tab saves", async () => {
    await visit(ofKind("vacancy, open"), { fresh: true }, async (page) => {
      const saved = page.locator("a.sp-i-bewaar");
      assert.equal(await saved.getAttribute("aria-label"), "Bewaard 0 stages");
      const wide = (await saved.boundingBox())?.width;
      const other = await page.context().newPage();
      await other.goto(page.url());
      await other.evaluate(() => localStorage.setItem("stageportaal.bewaard", JSON.stringify([{ sleutel: "breda/x" }, { sleutel: "breda/y" }])));
      await page.getByRole("link", { name: "Bewaard 2 stages" }).waitFor();
      assert.equal(await saved.evaluate((link) => getComputedStyle(link, "::after").content), '"2"');
      assert.equal((await saved.boundingBox())?.width, wide, "nothing jumps when the count comes");
    });
    await visit(ofKind("vacancy, open"), { javaScriptEnabled: false }, async (page) => {
      assert.equal(await page.locator("a.sp-i-bewaar").isVisible(), false);
    });
  });

  for (const width of [360, 768, 1239, 1240, 1440]) {
    it(`${width} px: the Tab key goes through the header in the order of the screen, in one row`, async () => {
      await visit(ofKind("vacancies"), { viewport: { width, height: 800 } }, async (page) => {
        const stops = await page.evaluate(() =>
          [...document.querySelectorAll(".sp-kop__rij a, .sp-kop__rij button")].filter((stop) => stop.checkVisibility({ visibilityProperty: true })).map((stop) => stop.getBoundingClientRect()),
        );
        assert.ok(stops.length >= 4);
        for (const [place, { left, top }] of stops.entries()) {
          const before = stops[place - 1];
          assert.ok(!before || (left >= before.right - 1 && Math.abs(top + 22 - (before.top + 22)) < 30), `stop ${place} stands at ${left}, the one before ends at ${before?.right}`);
        }
      });
    });
  }

  it("the links of the menu follow its button, and stay with the focus when the window grows", async () => {
    await visit(ofKind("home"), { viewport: PHONE, fresh: true }, async (page) => {
      await page.locator("button[data-menu]").press("Enter");
      await page.keyboard.press("Tab");
      const first = page.locator("#menu a").first();
      assert.equal(await first.evaluate((link) => link === document.activeElement), true);
      await page.setViewportSize({ width: 1280, height: 800 });
      assert.equal(await first.evaluate((link) => link === document.activeElement), true);
      await page.keyboard.press("Shift+Tab");
      assert.equal(await page.locator(".sp-logo").evaluate((link) => link === document.activeElement), true);
    });
  });

  it("the search field of the front page is a plain form, with script and without", async () => {
    for (const javaScriptEnabled of [true, false]) {
      await visit(ofKind("home"), { javaScriptEnabled }, async (page) => {
        await page.locator("#waar").fill("social media");
        await page.getByRole("button", { name: "Zoek stages" }).click();
        await page.waitForURL((url) => url.search === "?q=social+media" && url.pathname.endsWith("/vacatures/"));
      });
    }
  });
});
