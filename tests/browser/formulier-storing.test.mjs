import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { PHONE, hall } from "./browser.mjs";
import { DRAFT, FORM, at, field, fillTime, fillWork, onward, pick, ready } from "./form.mjs";
import { page as ofKind } from "./pages.mjs";

/** @typedef {import("./browser.mjs").BrowserPage} BrowserPage */

const { visit, address } = hall();

/** Keeps files from coming. @param {BrowserPage} page @param {string} files */
const block = (page, files) => page.route(files, (route) => route.abort());
/** @param {BrowserPage} page @param {number} place */
const goToStep = (page, place) => page.locator(".sp-stappen button").nth(place).click();
/** @param {string} files @returns {import("./browser.mjs").Options} */
const without = (files) => ({ before: (page) => block(page, files) });
/** A storage that refuses. @param {BrowserPage} page */
const shut = (page) => page.addInitScript(() => Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("dicht", "SecurityError"); } }));

describe("a part of the form that does not come", () => {
  it("the last part: its questions go at once, and the page can be loaded anew at that step", async () => {
    await visit(FORM, without("**/formulier/einde.js"), async (page) => {
      await ready(page);
      await fillWork(page);
      await goToStep(page, 6);
      const told = page.getByRole("alert").filter({ hasText: "Het laatste deel is niet geladen." });
      await told.waitFor();
      assert.match(await told.innerText(), /Je concept staat nog op dit apparaat/);
      assert.equal(await page.locator(".sp-formulier form").isVisible(), false);
      await page.unroute("**/formulier/einde.js");
      await told.getByRole("button", { name: "Laad de pagina opnieuw" }).click();
      await page.getByRole("heading", { name: "Hoe wil je insturen?" }).waitFor();
      assert.match(await page.locator("textarea.sp-bestand").inputValue(), /^titel: Onderzoek wie de stadskrant leest$/m);
    });
  });

  it("the last part while it is on its way: no questions under its title, and back gives them again", async () => {
    await visit(FORM, { before: (page) => page.route("**/formulier/einde.js", () => undefined) }, async (page) => {
      await ready(page);
      await goToStep(page, 6);
      await at(page, "Klaar om te versturen");
      assert.equal(await page.locator(".sp-formulier form").isVisible(), false);
      await goToStep(page, 0);
      await at(page, "Het werk");
      assert.equal(await page.locator(".sp-formulier form").isVisible(), true);
    });
  });

  it("the last part, in a browser that keeps nothing: nobody is sent away from a draft that is only here", async () => {
    const both = async (/** @type {BrowserPage} */ page) => [await block(page, "**/formulier/einde.js"), await shut(page)];
    await visit(FORM, { before: both }, async (page) => {
      await ready(page);
      await goToStep(page, 6);
      const told = page.getByRole("alert").filter({ hasText: "Het laatste deel is niet geladen." });
      assert.match(await told.innerText(), /Laat deze pagina open/);
      assert.equal(await told.getByRole("button").count(), 0);
    });
  });

  it("the check: the step says so and stays", async () => {
    await visit(FORM, without("**/formulier/controle.js"), async (page) => {
      await ready(page);
      await fillWork(page);
      await onward(page);
      const told = page.getByRole("alert").filter({ hasText: "Het nakijken van je antwoorden is niet geladen." });
      await told.waitFor();
      await at(page, "Het werk");
      assert.ok(await told.evaluate((element) => element.contains(document.activeElement) && element.getBoundingClientRect().top >= 0));
      await page.unroute("**/formulier/controle.js");
      await told.getByRole("button", { name: "Laad de pagina opnieuw" }).click();
      await ready(page);
      await onward(page);
      await at(page, "De inhoud");
    });
  });

  it("what stands beside it: the form works, and the place says so without asking for attention", async () => {
    await visit(FORM, without("**/formulier/zijkant.js"), async (page) => {
      await ready(page);
      await page.getByText("Het voorbeeld is niet geladen. Het formulier werkt gewoon.").waitFor();
      await fillWork(page);
      await onward(page);
      await at(page, "De inhoud");
    });
  });

  it("one thing beside it: the others are there", async () => {
    const both = async (/** @type {BrowserPage} */ page) => [await block(page, "**/formulier/leeshulp.js"), await block(page, "**/passen.js")];
    await visit(FORM, { before: both }, async (page) => {
      await ready(page);
      await goToStep(page, 2);
      await fillTime(page);
      await page.getByText("Of je datums bij een stageperiode passen, kunnen we nu niet laten zien. Het formulier werkt gewoon.").waitFor();
      await goToStep(page, 1);
      await page.getByText("De leeshulp is niet geladen. Het formulier werkt gewoon.").waitFor();
      assert.equal(await page.locator(".sp-formulier__zij .sp-kaart").count(), 1);
    });
  });

  it("the data of the schools: said where the answer would stand, and asked again after another date", async () => {
    await visit(FORM, without("**/zoek/scholen*.json"), async (page) => {
      await ready(page);
      await goToStep(page, 2);
      await fillTime(page);
      await page.getByText("Of je datums bij een stageperiode passen, kunnen we nu niet laten zien.").waitFor();
      await page.unroute("**/zoek/scholen*.json");
      await field(page, "periode-eind").fill("2027-06-18");
      await page.locator(".sp-formulier__zij", { hasText: "Dit past" }).waitFor();
    });
  });

  it("the assignment it begins with: the form is there, empty, and says what is missing", async () => {
    const key = ofKind("assignment").path.replace(/^opdrachten\/|\/$/g, "");
    await visit({ path: `${FORM.path}?opdracht=${key}` }, without("**/formulier/opdrachten/**"), async (page) => {
      await ready(page);
      await page.getByText("De opdracht is niet geladen.").waitFor();
      assert.equal(await field(page, "titel").inputValue(), "");
      await page.unroute("**/formulier/opdrachten/**");
      await page.getByRole("button", { name: "Laad de pagina opnieuw" }).click();
      await page.getByText("Je begint met de opdracht").waitFor();
    });
  });

  for (const file of ["**/formulier/vacature.json", "**/formulier/vragen.js"]) {
    it(`all of it (${file}): the other ways stand there, and the form can be tried again`, async () => {
      await visit(FORM, { viewport: PHONE, ...without(file) }, async (page) => {
        await page.getByRole("heading", { name: "Mail je tekst naar het Stagebureau" }).waitFor();
        await page.getByText("Het formulier is niet geladen.", { exact: true }).waitFor();
        await page.unroute(file);
        await page.getByRole("button", { name: "Laad de pagina opnieuw" }).click();
        await ready(page);
        assert.equal(await page.getByRole("heading", { name: "Mail je tekst naar het Stagebureau" }).isVisible(), false);
      });
    });
  }

  it("the scripts of the page: the other ways stand there after a while", async () => {
    await visit({ path: "" }, without("**/formulier/begin.js"), async (page) => {
      await page.goto(address(FORM));
      const way = page.getByRole("heading", { name: "Mail je tekst naar het Stagebureau" });
      assert.equal(await way.isVisible(), false);
      await page.evaluate(() => { for (const animation of document.getAnimations()) animation.finish(); });
      await way.waitFor();
      const top = await page.locator(".sp-formulier__anders").evaluate((element) => element.getBoundingClientRect().top);
      assert.ok(top < 200, `the other ways begin at ${top}`);
    });
  });
});

describe("copying where the browser does not", () => {
  const refusals = {
    "has no clipboard": () => Object.defineProperty(navigator, "clipboard", { value: undefined }),
    "says no": () => Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new DOMException("nee", "NotAllowedError")) } }),
  };
  for (const [why, refuse] of Object.entries(refusals)) {
    it(`${why}: the line or the text is selected, and a sentence says so`, async () => {
      /** @type {string[]} */
      const errors = [];
      const before = async (/** @type {BrowserPage} */ page) => {
        page.on("pageerror", (error) => void errors.push(error.message));
        await page.addInitScript(refuse);
      };
      await visit({ path: `${FORM.path}?wijzig=breda/onderzoek-wijkkrant` }, { before }, async (page) => {
        const line = page.locator(".sp-kopieerregel", { hasText: "status: ingetrokken" });
        await line.getByRole("button", { name: "Kopieer" }).click();
        await line.getByRole("status").filter({ hasText: "De regel is geselecteerd" }).waitFor();
        assert.equal(await page.evaluate(() => String(getSelection())), "status: ingetrokken");
        assert.equal(await page.evaluate(() => document.activeElement?.textContent), "status: ingetrokken");
      });
      await visit({ path: `${FORM.path}#stap-versturen` }, { before }, async (page) => {
        await page.getByRole("button", { name: "Kopieer de tekst" }).click();
        await page.getByText("Kopieer de tekst uit het veld hieronder.").waitFor();
        const chosen = await page.locator("textarea.sp-bestand").evaluate((field) => field === document.activeElement && field instanceof HTMLTextAreaElement && field.selectionEnd === field.value.length);
        assert.ok(chosen);
      });
      assert.deepEqual(errors, []);
    });
  }

  it("a text that is too long for a mail and cannot be copied waits, with the way to the mail beside it", async () => {
    const long = { thuis: "breda", wegen: {}, antwoorden: { titel: "Onderzoek wie de krant leest", opdracht: "Je praat met inwoners. ".repeat(150) } };
    const before = async (/** @type {BrowserPage} */ page) => {
      await page.addInitScript(([key, draft]) => localStorage.setItem(key, draft), [DRAFT, JSON.stringify(long)]);
      await page.addInitScript(refusals["has no clipboard"]);
      await page.addInitScript(() => addEventListener("click", (event) => event.target instanceof HTMLAnchorElement && event.preventDefault(), true));
    };
    await visit({ path: `${FORM.path}#stap-versturen` }, { before }, async (page) => {
      await page.getByRole("button", { name: "Maak een mail" }).click();
      const stand = page.locator(".sp-formulier__stand");
      await stand.filter({ hasText: "Kopieer hem uit het veld hieronder" }).waitFor();
      const href = (await stand.getByRole("link", { name: "Naar je mail" }).getAttribute("href")) ?? "";
      assert.ok(decodeURIComponent(href).includes("(Plak hier de tekst uit het formulier.)"));
    });
  });
});

describe("the draft", () => {
  it("written in two tabs stays one: the other tab shows what was written, and loses nothing", async () => {
    await visit(FORM, { fresh: true }, async (page) => {
      await ready(page);
      await field(page, "titel").fill("Onderzoek wie de stadskrant leest");
      const other = await page.context().newPage();
      await other.goto(address(FORM));
      await ready(other);
      await field(other, "afdeling").fill("Communicatie");
      await page.getByText("Je concept is in een ander tabblad veranderd.").waitFor();
      assert.equal(await field(page, "afdeling").inputValue(), "Communicatie");
      await field(page, "titel").fill("Onderzoek wie de wijkkrant leest");
      await other.getByText("Je concept is in een ander tabblad veranderd.").waitFor();
      const kept = await page.evaluate((key) => JSON.parse(localStorage.getItem(key) ?? "{}").antwoorden, DRAFT);
      assert.deepEqual([kept.titel, kept.afdeling], ["Onderzoek wie de wijkkrant leest", "Communicatie"]);
    });
  });

  it("that another tab changes keeps the focus where it was", async () => {
    await visit(FORM, { fresh: true }, async (page) => {
      await ready(page);
      await field(page, "titel").focus();
      const other = await page.context().newPage();
      await other.goto(address(FORM));
      await ready(other);
      await field(other, "afdeling").fill("Groen");
      await page.getByText("Je concept is in een ander tabblad veranderd.").waitFor();
      assert.equal(await page.evaluate(() => document.activeElement?.id), "f-titel");
    });
  });

  it("that does not fit in the storage any more is told once, and the form goes on", async () => {
    await visit(FORM, { fresh: true }, async (page) => {
      await ready(page);
      await field(page, "titel").fill("Onderzoek wie de stadskrant leest");
      await page.evaluate((key) => {
        const write = Storage.prototype.setItem;
        Object.assign(window, { free: () => (Storage.prototype.setItem = write) });
        Storage.prototype.setItem = function (/** @type {string} */ name, /** @type {string} */ text) {
          if (name === key) throw new DOMException("vol", "QuotaExceededError");
          write.call(this, name, text);
        };
      }, DRAFT);
      await field(page, "afdeling").pressSequentially("Groen");
      const told = page.getByText("Je browser kan je laatste antwoorden niet bewaren.");
      await told.waitFor();
      assert.equal(await told.count(), 1);
      await page.evaluate(() => /** @type {{free: () => void}} */ (/** @type {unknown} */ (window)).free());
      await field(page, "afdeling").fill("Groen en water");
      await told.waitFor({ state: "detached" });
    });
  });

  it("from anywhere, of any shape, never keeps the form from opening", async () => {
    const odd = { thuis: ["breda"], wegen: { vergoeding: "map", periode: -1 }, antwoorden: { niveaus: "hbo", titel: ["x"], taken: "niet", dagen: { 0: "ma" } } };
    await visit(FORM, { before: (page) => page.addInitScript(([key, draft]) => localStorage.setItem(key, draft), [DRAFT, JSON.stringify(odd)]) }, async (page) => {
      await ready(page);
      await pick(page, "niveaus", "hbo");
      await goToStep(page, 6);
      await page.getByRole("heading", { name: "Hoe wil je insturen?" }).waitFor();
    });
  });
});
