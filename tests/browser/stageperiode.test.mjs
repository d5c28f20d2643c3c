import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, it } from "node:test";
import { PHONE, WIDE, hall, lines } from "./browser.mjs";
import { files, page as ofKind } from "./pages.mjs";

/** @typedef {import("./browser.mjs").BrowserPage} BrowserPage */

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
const { visit } = hall();

const vacancy = ofKind("vacancy, open");
const overview = ofKind("periods");
const OWN = {
  opleiding: "avans/communicatie",
  naam: "Avans · Communicatie",
  slots: [{ naam: "Afstuderen, voorjaar", start: "2027-02-08", eind: "2027-06-25", dagen: 4, lesdagen: ["di"], voorbeeld: true }],
};

/** @param {BrowserPage} page */
const stored = (page) => page.evaluate(() => JSON.parse(localStorage.getItem("stageportaal.periode") ?? "null"));
/** @param {unknown} periode */
const withPeriod = (periode) => (/** @type {BrowserPage} */ page) => page.addInitScript((value) => localStorage.setItem("stageportaal.periode", JSON.stringify(value)), periode);
/**
 * What another page did while this one lay in the back/forward cache, which Playwright has switched off.
 * @param {BrowserPage} page
 * @param {string} name
 * @param {unknown} value
 */
const backWith = (page, name, value) =>
  page.evaluate(
    ([key, text]) => {
      localStorage.setItem(key, text);
      dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    },
    [`stageportaal.${name}`, JSON.stringify(value)],
  );
/** @param {BrowserPage} page */
const focused = (page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
/** @param {BrowserPage} page */
const closedStorage = (page) =>
  page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage"]) {
      Object.defineProperty(window, name, { get: () => { throw new DOMException("closed", "SecurityError"); } });
    }
  });
/** @param {BrowserPage} page */
async function open(page) {
  await page.getByRole("button", { name: "Past dit bij jouw periode? Kies je opleiding" }).click();
  await page.getByRole("dialog", { name: "Jouw stageperiode" }).waitFor();
}
/**
 * @param {BrowserPage} page
 * @param {string} state
 */
async function violations(page, state) {
  await page.evaluate(AXE);
  const found = await page.evaluate(async (tags) => {
    const { axe } = /** @type {{axe: typeof import("axe-core")}} */ (/** @type {unknown} */ (window));
    const result = await axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
    return result.violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} · ${target.join(" ")} · ${failureSummary?.replace(/\s+/g, " ")}`));
  }, TAGS);
  return found.map((text) => `${state}: ${text}`);
}
/** @param {BrowserPage} page */
const sideways = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

describe("choosing the own period", () => {
  it("works with the keyboard alone: open, find, choose, leave one out, use; the answer gets the focus", async () => {
    await visit(vacancy, { fresh: true }, async (page) => {
      const button = page.getByRole("button", { name: "Past dit bij jouw periode? Kies je opleiding" });
      await button.focus();
      await page.keyboard.press("Enter");
      const field = page.getByRole("combobox", { name: "Je opleiding" });
      await field.waitFor();
      assert.equal(await field.evaluate((element) => element === document.activeElement), true, "the field has the focus");

      await page.keyboard.type("avans comm");
      await page.getByRole("option").first().waitFor();
      assert.equal(await field.getAttribute("aria-expanded"), "true");
      await page.keyboard.press("ArrowDown");
      const active = page.locator(`#${await field.getAttribute("aria-activedescendant")}`);
      assert.equal(await active.getAttribute("aria-selected"), "true");
      assert.match((await active.textContent()) ?? "", /^Communicatie Avans · hbo$/);
      await page.keyboard.press("Enter");
      assert.equal(await field.inputValue(), "Avans · Communicatie · hbo");
      assert.equal(await field.getAttribute("aria-expanded"), "false");

      const boxes = page.getByRole("group", { name: "Je periodes" }).getByRole("checkbox");
      const all = await boxes.count();
      assert.ok(all > 1);
      for (const box of await boxes.all()) assert.equal(await box.isChecked(), true, "all that are to come are chosen at first");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Space");
      assert.equal(await boxes.first().isChecked(), false);
      await page.keyboard.press("Enter");

      await page.getByRole("dialog").waitFor({ state: "detached" });
      const kept = await stored(page);
      assert.equal(kept.opleiding, "avans/communicatie");
      assert.equal(kept.naam, "Avans · Communicatie");
      assert.equal(kept.slots.length, all - 1);
      const heading = page.getByRole("heading", { name: /^Past( bijna| niet)? in jouw stageperiode$/ });
      await heading.waitFor();
      await page.waitForFunction(() => document.activeElement?.matches(".sp-paspaneel h2"));
    });
  });

  it("Escape closes first the list, then the dialog, keeps nothing and gives the focus back", async () => {
    await visit(vacancy, { fresh: true }, async (page) => {
      await open(page);
      await page.getByRole("combobox").fill("comm");
      await page.getByRole("option").first().waitFor();
      await page.keyboard.press("Escape");
      assert.equal(await page.getByRole("option").count(), 0, "the list is gone");
      assert.equal(await page.getByRole("dialog").count(), 1, "the dialog stays");
      await page.keyboard.press("Escape");
      assert.equal(await page.getByRole("dialog").count(), 0);
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Past dit bij jouw periode? Kies je opleiding");
      assert.equal(await stored(page), null);
    });
  });

  it("what is found is said when the typing rests; when that is nothing, the sentence of the field is said, and no older count", async () => {
    await visit(vacancy, { fresh: true, running: true }, async (page) => {
      await open(page);
      const field = page.getByRole("combobox", { name: "Je opleiding" });
      const said = page.locator("#vak-opleiding [role=status]");
      await field.fill("comm");
      await page.getByRole("option").first().waitFor();
      await page.clock.runFor(800);
      assert.match((await said.textContent()) ?? "", /^\d+ opleidingen?$/);
      await field.fill("commu");
      await field.fill("zzzz");
      const told = "Deze opleiding kennen we nog niet. Probeer de naam van je school, of vul eigen datums in.";
      assert.equal(await page.locator(".sp-veld__fout").textContent(), told);
      await page.clock.runFor(800);
      assert.equal(await said.textContent(), told);
      await field.fill("comm");
      await page.keyboard.press("Escape");
      await page.clock.runFor(800);
      assert.equal(await said.textContent(), "", "a list that was closed is not counted");
    });
  });

  it("own dates: an end before the start gets a sentence, a remedy that one button takes over, and is then kept", async () => {
    await visit(vacancy, { fresh: true }, async (page) => {
      await open(page);
      await page.getByRole("radio", { name: "Eigen datums" }).check();
      await page.getByLabel("Eerste dag").fill("2027-02-01");
      const end = page.getByLabel("Laatste dag");
      await end.fill("2026-06-25");
      await page.getByRole("checkbox", { name: "dinsdag" }).check();
      assert.equal(await page.getByLabel("Dagen per week").inputValue(), "4", "a day of lessons leaves four");
      await page.getByRole("button", { name: "Gebruik deze periode" }).click();

      assert.equal(await stored(page), null);
      assert.equal(await end.evaluate((element) => element === document.activeElement), true, "the field with the error has the focus");
      assert.equal(await end.getAttribute("aria-invalid"), "true");
      const told = await end.evaluate((element) => document.getElementById(element.getAttribute("aria-describedby") ?? "")?.textContent);
      assert.equal(told, "De einddatum ligt vóór de startdatum. Bedoel je 25-6-2027?");
      await page.getByRole("button", { name: "Neem 25-6-2027 over" }).click();
      assert.equal(await end.inputValue(), "2027-06-25");
      assert.equal(await end.getAttribute("aria-invalid"), null);
      await page.getByRole("button", { name: "Gebruik deze periode" }).click();
      await page.getByRole("dialog").waitFor({ state: "detached" });
      assert.deepEqual(await stored(page), {
        opleiding: "",
        naam: "Eigen datums",
        slots: [{ naam: "Eigen datums", start: "2027-02-01", eind: "2027-06-25", dagen: 4, lesdagen: ["di"] }],
      });
    });
  });

  it("nothing chosen: the field says what to do and offers own dates", async () => {
    await visit(vacancy, { fresh: true }, async (page) => {
      await open(page);
      await page.getByRole("button", { name: "Gebruik deze periode" }).click();
      const field = page.getByRole("combobox", { name: "Je opleiding" });
      assert.equal(await field.getAttribute("aria-invalid"), "true");
      await page.getByRole("button", { name: "Vul eigen datums in" }).click();
      assert.equal(await page.getByLabel("Eerste dag").evaluate((element) => element === document.activeElement), true);
    });
  });

  it("a programme without known periods says so and leads to own dates, with its name kept", async () => {
    const school = { id: "proef", naam: "Proefschool", kort: "Proef", woorden: "", opleidingen: [{ id: "proef/weven", naam: "Weven", niveau: "mbo, niveau 4", woorden: "", vakgebieden: [], periodes: [] }] };
    await visit(vacancy, { fresh: true, before: (page) => page.context().route("**/scholen-*.json", (route) => route.fulfill({ json: [school] })) }, async (page) => {
      await open(page);
      await page.getByRole("combobox").fill("weven");
      await page.getByRole("option", { name: /Weven/ }).click();
      assert.equal(await page.getByRole("radio", { name: "Eigen datums" }).isChecked(), true);
      assert.match(await page.getByRole("dialog").innerText(), /Van Proef · Weven kennen we de stageperiodes nog niet/);
      await page.getByLabel("Eerste dag").fill("2027-02-01");
      await page.getByLabel("Laatste dag").fill("2027-06-25");
      await page.getByRole("button", { name: "Gebruik deze periode" }).click();
      await page.getByRole("dialog").waitFor({ state: "detached" });
      const kept = await stored(page);
      assert.deepEqual([kept.opleiding, kept.naam, kept.slots.length], ["proef/weven", "Proef · Weven", 1]);
    });
  });

  it("opened again it shows what was chosen, and can take it away", async () => {
    await visit(vacancy, { before: withPeriod(OWN) }, async (page) => {
      await page.getByRole("button", { name: "Andere opleiding of eigen datums" }).click();
      const group = page.getByRole("group", { name: "Je periodes" });
      await group.waitFor();
      assert.equal(await page.getByRole("combobox").inputValue(), "Avans · Communicatie · hbo");
      const ticked = await group.locator("label:has(:checked)").allInnerTexts();
      assert.equal(ticked.length, 1);
      assert.match(ticked[0], /^Afstuderen, voorjaar/);
      await page.getByRole("button", { name: "Wis mijn periode" }).click();
      const question = "Past dit bij jouw periode? Kies je opleiding";
      await page.getByRole("button", { name: question }).waitFor();
      assert.equal(await stored(page), null);
      await page.waitForFunction((text) => document.activeElement?.textContent === text, question);
    });
  });

  it("own dates that were stored with more days than a working week has open with five", async () => {
    const seven = { opleiding: "", naam: "Eigen datums", slots: [{ naam: "Eigen datums", start: "2027-02-01", eind: "2027-06-25", dagen: 7, lesdagen: [] }] };
    await visit(vacancy, { before: withPeriod(seven) }, async (page) => {
      await page.getByRole("button", { name: "Andere opleiding of eigen datums" }).click();
      assert.equal(await page.getByLabel("Dagen per week").inputValue(), "5");
    });
  });

  it("the schools do not load: it says so, own dates work, and asking again helps", async () => {
    let broken = true;
    await visit(vacancy, { fresh: true, before: (page) => page.context().route("**/scholen-*.json", (route) => (broken ? route.abort() : route.continue())) }, async (page) => {
      await open(page);
      await page.getByText("De opleidingen laden nu niet.").waitFor();
      broken = false;
      await page.getByRole("button", { name: "Probeer opnieuw" }).click();
      await page.getByRole("combobox").fill("communicatie");
      await page.getByRole("option").first().waitFor();
      assert.equal(await page.getByText("De opleidingen laden nu niet.").count(), 0);
    });
  });

  it("a closed storage gets a plain notice, no error, and the choice holds for this page", async () => {
    /** @type {string[]} */
    const errors = [];
    await visit(vacancy, { before: (page) => { page.on("pageerror", (error) => void errors.push(error.message)); return closedStorage(page); } }, async (page) => {
      await open(page);
      assert.match(await page.getByRole("dialog").innerText(), /Je browser bewaart niets in dit venster\. Je periode geldt zolang je op deze pagina blijft\./);
      await page.getByRole("combobox").fill("avans communicatie");
      await page.getByRole("option").first().click();
      await page.getByRole("button", { name: "Gebruik deze periode" }).click();
      await page.getByRole("heading", { name: /in jouw stageperiode$/ }).waitFor();
      assert.deepEqual(errors, []);
    });
  });
});

describe("the answer on the page of a vacancy", () => {
  it("is the same as the server's for a programme that the vacancy names", async () => {
    const { path, html } = files.find((file) => /^vacatures\/[^/]+\/[^/]+\/$/.test(file.path) && file.html.includes("data-sluit") && file.html.includes("stageperiodes/avans/#communicatie")) ?? { path: "", html: "" };
    assert.ok(path, "there is a vacancy for Avans Communicatie");
    const server = /<p class="sp-past--(\w+)">(?:(?!<li>).)*?stageperiodes\/avans\/#communicatie/s.exec(html)?.[1];
    await visit({ path }, { fresh: true }, async (page) => {
      await open(page);
      await page.getByRole("combobox").fill("avans communicatie");
      await page.getByRole("option").first().click();
      await page.getByRole("button", { name: "Gebruik deze periode" }).click();
      await page.locator(".sp-paspaneel h2").waitFor();
      assert.match((await page.locator(".sp-paspaneel").getAttribute("class")) ?? "", new RegExp(`sp-paspaneel--${server}$`));
      assert.match(await page.locator(".sp-paspaneel").innerText(), /Jouw periode[\s\S]*Deze stage/);
      assert.match((await page.locator(".sp-paspaneel li").allTextContents()).join("\n"), /Opleiding: de organisatie noemt jouw opleiding\./);
    });
  });

  it("pressing Bewaar leaves the answer alone: what was folded out stays so", async () => {
    await visit(vacancy, { before: withPeriod(OWN) }, async (page) => {
      const why = page.locator(".sp-paspaneel details");
      await why.waitFor();
      await why.evaluate((element) => element.toggleAttribute("open"));
      const before = await why.evaluate((element) => Object.assign(element, { mine: true }).hasAttribute("open"));
      await page.locator(".sp-feitenvel__voet [data-bewaar]").click();
      await page.getByRole("link", { name: "Bewaard 1 stage", exact: true }).waitFor();
      assert.deepEqual(await why.evaluate((element) => [element.hasAttribute("open"), "mine" in element]), [before, true]);
    });
  });

  it("a page that comes back hears which period was chosen meanwhile, and a page where nothing changed stays as it is", async () => {
    await visit(vacancy, { fresh: true }, async (page) => {
      await page.getByRole("button", { name: "Past dit bij jouw periode? Kies je opleiding" }).waitFor();
      await backWith(page, "periode", OWN);
      await page.locator(".sp-paspaneel h2").waitFor();
      await page.locator(".sp-paspaneel h2").evaluate((element) => Object.assign(element, { mine: true }));
      await backWith(page, "periode", OWN);
      assert.equal(await page.locator(".sp-paspaneel h2").evaluate((element) => "mine" in element), true);
    });
    await visit(ofKind("home"), { fresh: true }, async (page) => {
      await backWith(page, "periode", OWN);
      await page.locator(".sp-kaart .sp-fit").first().waitFor();
    });
    await visit(ofKind("vacancies"), { fresh: true }, async (page) => {
      await backWith(page, "periode", OWN);
      await page.locator(".sp-kaart .sp-fit").first().waitFor();
    });
    await visit(overview, { fresh: true }, async (page) => {
      await backWith(page, "periode", OWN);
      await page.locator(".sp-jouw").first().waitFor({ state: "attached" });
    });
  });

  it("what is stored as a period and is none makes no room for an answer", async () => {
    await visit(ofKind("home"), { before: withPeriod({ slots: "x" }) }, async (page) => {
      assert.equal(await page.locator("html.sp-met-periode").count(), 0);
    });
  });

  it("nothing below it jumps, without a period and with one", async () => {
    for (const before of [() => undefined, withPeriod(OWN)]) {
      await visit(vacancy, { viewport: WIDE, before }, async (page) => {
        await page.waitForLoadState("networkidle");
        const shift = await page.evaluate(() => new Promise((done) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += /** @type {PerformanceEntry & {value: number}} */ (entry).value;
          }).observe({ type: "layout-shift", buffered: true });
          setTimeout(() => done(sum), 200);
        }));
        assert.ok(Number(shift) < 0.05, `layout shift ${shift}`);
      });
    }
  });

  it("a closed vacancy has neither answer nor question", async () => {
    await visit(ofKind("vacancy, closed"), { before: withPeriod(OWN) }, async (page) => assert.equal(await page.locator(".sp-paspaneel").count(), 0));
  });

  it("small cards on the front page say whether they fit, in words, and only with a period", async () => {
    await visit(ofKind("home"), { fresh: true }, async (page) => assert.equal(await page.locator(".sp-kaart .sp-fit").count(), 0));
    await visit(ofKind("home"), { before: withPeriod(OWN) }, async (page) => {
      await page.locator(".sp-kaart .sp-fit").first().waitFor();
      for (const text of await page.locator(".sp-kaart .sp-fit").allInnerTexts()) assert.match(text, /^Past( bijna| niet)?\s+\S+/);
    });
  });
});

describe("the period overview with choices", () => {
  it("words, school and level narrow it, the chips count, the address keeps it and the back button undoes it", async () => {
    await visit(overview, { fresh: true }, async (page) => {
      await page.locator('[data-vorm="tabel"]').click();
      const rows = page.locator("[data-jaar]:visible tbody tr:visible");
      await page.getByLabel("School", { exact: true }).selectOption("curio");
      const school = await rows.count();
      await page.getByLabel("Zoek je opleiding").fill("administratie");
      const found = await rows.count();
      assert.ok(found > 0 && found < school, `${found} of ${school}`);
      for (const text of await rows.allTextContents()) assert.match(text.replaceAll("\u00ad", ""), /administratie/i);
      await page.waitForURL(/school=curio.*q=administratie/);

      const chip = page.locator('[data-niveau="mbo-4"]');
      const promised = Number(/\d+$/.exec((await chip.innerText()).trim())?.[0]);
      for (const other of await page.locator("[data-niveau]:not([data-niveau=mbo-4])").all()) await other.click();
      assert.equal(await rows.count(), promised, "the chip counted truly");

      await page.reload();
      await page.waitForFunction(() => document.querySelector("[data-keuze]:not([hidden])"));
      assert.equal(await rows.count(), promised, "the address gives the same back");
      await page.goBack();
      await page.waitForFunction(() => document.querySelectorAll("[data-niveau][aria-pressed=true]").length === 2);
      assert.ok((await rows.count()) >= promised, "one step back: one level more");
    });
  });

  it("a word is written into the address when the typing rests, and a step after it leads back to the word", async () => {
    await visit(overview, { fresh: true }, async (page) => {
      await page.evaluate(() => {
        const { replaceState } = history;
        Object.assign(window, { writes: 0 });
        history.replaceState = function (...rest) {
          /** @type {{writes: number}} */ (/** @type {unknown} */ (window)).writes += 1;
          replaceState.apply(this, rest);
        };
      });
      const field = page.getByLabel("Zoek je opleiding");
      await field.pressSequentially("administratie");
      await page.waitForURL(/q=administratie$/);
      const writes = await page.evaluate(() => /** @type {{writes: number}} */ (/** @type {unknown} */ (window)).writes);
      assert.ok(writes < 5, `${writes} writes for thirteen letters`);
      await field.fill("administratie juridisch");
      await page.getByLabel("School", { exact: true }).selectOption("curio");
      assert.match(page.url(), /school=curio.*q=administratie/);
      await page.goBack();
      await page.waitForFunction(() => !location.search.includes("school"));
      assert.equal(await field.inputValue(), "administratie juridisch");
    });
  });

  it("a browser that refuses another step in the history still shows what was asked, and nothing breaks", async () => {
    /** @type {string[]} */
    const errors = [];
    const refuse = (/** @type {BrowserPage} */ page) => {
      page.on("pageerror", (error) => void errors.push(error.message));
      return page.addInitScript(() => {
        history.pushState = history.replaceState = () => {
          throw new DOMException("Attempt to use history too often", "SecurityError");
        };
      });
    };
    await visit(overview, { before: refuse }, async (page) => {
      const rows = page.locator("[data-jaar]:not([hidden]) tbody tr:not(.sp-weg)");
      const all = await rows.count();
      await page.getByLabel("Zoek je opleiding").fill("administratie");
      const found = await rows.count();
      assert.ok(found > 0 && found < all, `${found} of ${all}`);
      await page.getByLabel("School", { exact: true }).selectOption("curio");
      assert.ok((await rows.count()) < found);
      await page.locator("[data-tel]:not(:empty)").waitFor({ state: "attached" });
    });
    assert.deepEqual(errors, []);
  });

  it("an overview that breaks leaves the rest of the page alive", async () => {
    await visit(overview, { before: (page) => page.route("**/periodetekening.js", (route) => route.abort()) }, async (page) => {
      assert.ok(await page.locator("[data-jaar] table").first().isVisible());
      await page.keyboard.press("/");
      await page.getByRole("dialog", { name: "Zoeken" }).waitFor();
    });
  });

  it("nothing found says so and shows everything again with one press", async () => {
    await visit(overview, { fresh: true }, async (page) => {
      await page.getByLabel("Zoek je opleiding").fill("tandarts");
      const empty = page.locator("[data-leeg]");
      assert.match(await empty.innerText(), /^Geen stageperiodes met deze keuzes\. Kies een andere school of zoek met minder woorden\./);
      await empty.getByRole("button").click();
      assert.equal(await empty.isVisible(), false);
      assert.equal(await page.getByLabel("Zoek je opleiding").inputValue(), "");
      assert.ok((await page.locator("[data-jaar]:not([hidden]) tbody tr:not(.sp-weg)").count()) > 10);
    });
  });

  it("the own period stands out in the table and in the drawing, with a word and not only by colour", async () => {
    await visit(overview, { before: withPeriod(OWN) }, async (page) => {
      const lane = page.locator("[data-jaar]:visible .t-rij.sp-jouw");
      await lane.waitFor();
      assert.equal(await lane.count(), 1);
      assert.match((await lane.textContent()) ?? "", /jouw periode/);
      assert.equal(await lane.locator("rect.t-jouw").count(), 1);
      await page.locator('[data-vorm="tabel"]').click();
      const row = page.locator("[data-jaar]:visible tr.sp-jouw");
      assert.equal(await row.count(), 1);
      assert.match(await row.innerText(), /Communicatie[\s\S]*Afstuderen, voorjaar[\s\S]*Jouw periode[\s\S]*8 februari t\/m 25 juni 2027/);
    });
  });

  it("the drawing closes up when rows go: the lanes that stay stand below each other", async () => {
    await visit(overview, { fresh: true }, async (page) => {
      const drawing = page.locator("[data-jaar]:visible .sp-tijdlijn-svg");
      const tall = (await drawing.boundingBox())?.height ?? 0;
      await page.getByLabel("School", { exact: true }).selectOption("curio");
      const low = (await drawing.boundingBox())?.height ?? 0;
      assert.ok(low < tall / 2, `${low} of ${tall}`);
      const tops = await page.locator("[data-jaar]:visible .t-rij:visible").evaluateAll((lanes) => lanes.map((lane) => lane.getBoundingClientRect().top));
      const frame = (await drawing.boundingBox()) ?? { y: 0, height: 0 };
      assert.ok(tops.every((top, place) => top > (tops[place - 1] ?? frame.y) && top < frame.y + frame.height));
    });
  });
});

describe("a folded part that the address points to", () => {
  it("opens, and an address that cannot be read breaks nothing", async () => {
    const { path, html } = files.find((file) => /<details[^>]* id="[^"]+"[^>]*data-uitklap|<details[^>]*data-uitklap[^>]* id="/.test(file.html)) ?? assert.fail("a page has parts that fold");
    const id = /<details[^>]* id="([^"]+)"/.exec(html)?.[1] ?? "";
    /** @type {string[]} */
    const errors = [];
    await visit({ path: `${path}#%` }, { before: (page) => page.on("pageerror", (error) => void errors.push(error.message)) }, async (page) => {
      const state = () => page.evaluate((one) => /** @type {HTMLDetailsElement | null} */ (document.getElementById(one))?.open, id);
      await page.evaluate((hash) => void (location.hash = hash), id);
      await page.waitForFunction((one) => /** @type {HTMLDetailsElement | null} */ (document.getElementById(one))?.open, id);
      assert.equal(await state(), true);
      await page.evaluate(() => void (location.hash = "%E0%A4%A"));
      await page.evaluate(() => new Promise((done) => setTimeout(done, 50)));
    });
    assert.deepEqual(errors, []);
  });
});

describe("axe finds nothing, and nothing scrolls sideways", () => {
  /** @type {["light" | "dark", {width: number, height: number}][]} */
  const ways = [["light", WIDE], ["dark", WIDE], ["dark", PHONE], ["light", { width: 320, height: 640 }]];
  for (const [scheme, viewport] of ways) {
    it(`${scheme}, ${viewport.width} px: chooser with list, with periods, with errors; the answer; the overview`, async () => {
      /** @type {string[]} */
      const found = [];
      await visit(vacancy, { viewport, colorScheme: scheme, fresh: true }, async (page) => {
        await open(page);
        await page.getByRole("combobox").fill("avans comm");
        await page.getByRole("option").first().waitFor();
        await page.keyboard.press("ArrowDown");
        found.push(...(await violations(page, "list")));
        assert.ok((await sideways(page)) <= 0, "list");
        await page.keyboard.press("Enter");
        await page.getByRole("group", { name: "Je periodes" }).waitFor();
        for (const box of await page.getByRole("checkbox").all()) await box.uncheck();
        await page.getByRole("button", { name: "Gebruik deze periode" }).click();
        found.push(...(await violations(page, "periods, none chosen")));
        await page.getByRole("button", { name: /^Kies alle/ }).click();
        await page.getByRole("radio", { name: "Eigen datums" }).check();
        await page.getByLabel("Laatste dag").fill("2026-06-25");
        await page.getByRole("button", { name: "Gebruik deze periode" }).click();
        found.push(...(await violations(page, "own dates, errors")));
        const dialog = await page.getByRole("dialog").evaluate((element) => [element.scrollWidth - element.clientWidth, element.getBoundingClientRect().bottom - innerHeight]);
        assert.ok(dialog.every((over) => over <= 1), `the dialog stays inside: ${dialog}`);
        await page.getByRole("radio", { name: "Mijn opleiding" }).check();
        await page.getByRole("button", { name: "Gebruik deze periode" }).click();
        await page.locator(".sp-paspaneel h2").waitFor();
        await page.locator(".sp-paspaneel details").evaluate((element) => element.setAttribute("open", ""));
        found.push(...(await violations(page, "answer")));
        assert.ok((await sideways(page)) <= 0, "answer");
      });
      await visit(overview, { viewport, colorScheme: scheme, before: withPeriod(OWN) }, async (page) => {
        await page.locator(".sp-jouw").first().waitFor({ state: "attached" });
        found.push(...(await violations(page, "overview")));
        assert.ok((await sideways(page)) <= 0, "overview");
        await page.getByLabel("Zoek je opleiding").fill("tandarts");
        found.push(...(await violations(page, "overview, nothing found")));
      });
      assert.ok(found.length === 0, lines(found));
    });
  }

  it("on a phone the chooser is a sheet from below with rows of 44 px and its button in sight", async () => {
    await visit(vacancy, { viewport: PHONE, hasTouch: true, isMobile: true, fresh: true }, async (page) => {
      await page.getByRole("button", { name: /Kies je opleiding/ }).tap();
      const box = await page.getByRole("dialog").boundingBox();
      assert.ok(box && Math.round(box.width) === PHONE.width && Math.round(box.y + box.height) === PHONE.height && box.y >= 60, JSON.stringify(box));
      await page.getByRole("combobox").fill("comm");
      for (const option of (await page.getByRole("option").all()).slice(0, 3)) assert.ok(((await option.boundingBox())?.height ?? 0) >= 44);
      await page.getByRole("option").first().tap();
      for (const label of await page.locator(".sp-kiezer__rij:visible").all()) assert.ok(((await label.boundingBox())?.height ?? 0) >= 44);
      const use = await page.getByRole("button", { name: "Gebruik deze periode" }).boundingBox();
      assert.ok(use && use.height >= 44 && use.y + use.height <= PHONE.height);
    });
  });
});
