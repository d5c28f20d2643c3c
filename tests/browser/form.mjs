/** The form as a visitor fills it in, and where it is. */

import { page as ofKind } from "./pages.mjs";

/** @typedef {import("./browser.mjs").BrowserPage} BrowserPage */

export const FORM = ofKind("form");
/** Under which name the browser keeps the draft. */
export const DRAFT = "stageportaal.formulier";

/** @param {BrowserPage} page */
export const ready = (page) => page.locator('[data-formulier="klaar"] h1').waitFor();
/** @param {BrowserPage} page @param {string} id */
export const field = (page, id) => page.locator(`#f-${id}`);
/** @param {BrowserPage} page @param {string} id @param {string} text */
export const pick = (page, id, text) => page.locator(`#vak-f-${id}`).getByLabel(text, { exact: true }).check();
/** @param {BrowserPage} page */
export const onward = (page) => page.locator(".sp-formulier button[type=submit]").click();
/** @param {BrowserPage} page @param {string} title */
export const at = (page, title) => page.locator(".sp-formulier h1", { hasText: title }).waitFor();

/** @param {BrowserPage} page */
export async function fillWork(page) {
  await field(page, "organisatie").selectOption("breda");
  await field(page, "titel").fill("Onderzoek wie de stadskrant leest");
  await field(page, "soort").selectOption("onderzoek");
  await field(page, "vakgebied").selectOption("communicatie");
  await pick(page, "niveaus", "hbo");
  await field(page, "opleidingen").fill("communicatie avans");
  await page.locator('#vak-f-opleidingen input[value="avans/communicatie"]').check();
}

/** @param {BrowserPage} page @param {string} [story] */
async function fillContent(page, story = "Jij zoekt uit wie de krant leest. Je praat met inwoners.") {
  await field(page, "samenvatting").fill("Praat met lezers in vier wijken en laat zien wie de krant nu nog mist.");
  await field(page, "opdracht").fill(`${story}\n\nDaarna maak je **één** proefnummer, en dat test je bij dertig inwoners.`);
  await page.locator("#f-taken-0").fill("Je maakt een plan.");
  await page.locator("#f-taken-0").press("Enter");
  await page.locator("#f-taken-1").fill("Je praat met inwoners: op straat en thuis.");
  await page.locator("#vak-f-taken").getByRole("button", { name: "Nog een regel" }).click();
  await page.locator("#f-taken-2").fill("Je legt je advies uit.");
  await page.locator("#f-leerdoelen-0").fill("Een onderzoek opzetten.");
  await field(page, "resultaat").fill("Een adviesrapport");
  await page.locator("#f-profiel-0").fill("Je stapt op mensen af.");
}

/** @param {BrowserPage} page */
export async function fillTime(page) {
  await field(page, "periode-start").fill("2027-02-01");
  await field(page, "periode-eind").fill("2027-06-25");
  await field(page, "uren_per_week").fill("32");
  for (const day of ["maandag", "woensdag", "donderdag", "vrijdag"]) await pick(page, "dagen", day);
  await pick(page, "werkvorm", "Hybride");
}

/** @param {BrowserPage} page */
async function fillRest(page) {
  await pick(page, "vergoeding", "Een bedrag");
  await field(page, "vergoeding-bedrag").fill("450,50");
  await pick(page, "vergoeding-per", "per maand");
  await field(page, "vergoeding-bij_uren").fill("36");
  await field(page, "begeleiding-inhoudelijk").fill("adviseur communicatie");
  await field(page, "begeleiding-uren_per_week").fill("2,5");
  await pick(page, "begeleiding-werkplek", "Ja");
  await onward(page);
  await at(page, "Voorwaarden");
  await pick(page, "vog", "Nee");
  await onward(page);
  await at(page, "Reageren en plaatsen");
  await pick(page, "solliciteren-via", "Regionaal Stagebureau");
  await field(page, "solliciteren-reactie_binnen_werkdagen").fill("5");
  await field(page, "sluit_op").fill("2026-12-18");
  await onward(page);
  await at(page, "Klaar om te versturen");
}

/** @param {BrowserPage} page @param {string} [story] */
export async function fillAll(page, story) {
  await fillWork(page);
  await onward(page);
  await at(page, "De inhoud");
  await fillContent(page, story);
  await onward(page);
  await at(page, "Tijd en plek");
  await fillTime(page);
  await onward(page);
  await at(page, "Wat de student krijgt");
  await fillRest(page);
}

/** @param {BrowserPage} page */
export const fileText = (page) => page.locator("textarea.sp-bestand").inputValue();
