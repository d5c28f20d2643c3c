/**
 * Measures finding in a real Chromium, slowed down four times and on a line of 1.6 Mbit/s with 150 ms of delay, and
 * prints the figures as JSON: SITE=<built site> node benchmarks/finding.mjs
 */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { launch } from "../tests/browser/browser.mjs";
import { buildDay, page as ofKind } from "../tests/browser/pages.mjs";
import { SITE, ownBase, serve } from "../tests/browser/server.mjs";

const SLOWER = 4;
const LINE = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
const QUERIES = ["communicatie", "boa tilburg", "mbo 4 juridisch", "datalyst", "20 weken", "verkeersveiligheid"];

/** @param {string} file */
const packed = (file) => gzipSync(readFileSync(file), { level: 9 }).length;

/**
 * @param {number[]} times
 * @param {number} share
 */
function quantile(times, share) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

/** @param {number[]} times */
const spread = (times) => ({
  aantal: times.length,
  mediaan: Math.round(quantile(times, 0.5)),
  p95: Math.round(quantile(times, 0.95)),
  hoogste: Math.round(Math.max(...times)),
});

function sizes() {
  const folder = join(SITE, "assets/zoek");
  const files = readdirSync(folder);
  const searched = files.filter((name) => !name.startsWith("zinnen-"));
  const vendor = join(SITE, "assets/js/vendor");
  const library = readdirSync(vendor).filter((name) => name.endsWith(".js"));
  return {
    zoekbestanden: searched.reduce((sum, name) => sum + packed(join(folder, name)), 0),
    bibliotheek: library.reduce((sum, name) => sum + packed(join(vendor, name)), 0),
    zinnen: files.filter((name) => name.startsWith("zinnen-")).reduce((sum, name) => sum + packed(join(folder, name)), 0),
  };
}

/**
 * Runs in the page before anything else: holds the day, notes long tasks, and when a change of the results was painted.
 * Only the day is held: the clock of Playwright would put timers in the place of animation frames.
 * @param {number} now
 */
function watch(now) {
  const Clock = Date;
  // @ts-expect-error a class stands for the function that Date is
  window.Date = class extends Clock {
    /** @param {...any} parts */
    constructor(...parts) {
      // @ts-expect-error any number of parts
      super(...(parts.length ? parts : [now]));
    }
    static now = () => now;
  };
  const noted = /** @type {any} */ (window);
  /** After the frame that is being made; a timer would wait behind those of the page. @param {() => void} tell */
  noted.naVerf = (tell) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => tell();
    requestAnimationFrame(() => port2.postMessage(null));
  };
  noted.lang = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) noted.lang.push({ van: entry.startTime, duur: entry.duration });
  }).observe({ type: "longtask", buffered: true });
  noted.verfd = (/** @type {string} */ waar, /** @type {() => void} */ doe) =>
    new Promise((klaar) => {
      const doel = document.querySelector(waar) ?? document.body;
      const van = performance.now();
      const kijker = new MutationObserver(() => {
        kijker.disconnect();
        noted.naVerf(() => klaar(performance.now() - van));
      });
      kijker.observe(doel, { childList: true, subtree: true, characterData: true, attributes: true });
      doe();
      setTimeout(() => klaar(null), 3000);
    });
}

/**
 * @param {import("playwright-core").Browser} browser
 * @param {boolean} slowLine
 */
async function slowPage(browser, slowLine) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "nl-NL", timezoneId: "Europe/Amsterdam" });
  await context.addInitScript(watch, Date.parse(`${buildDay}T12:00:00Z`));
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  if (slowLine) {
    await client.send("Network.enable");
    await client.send("Network.emulateNetworkConditions", LINE);
  }
  return { context, page };
}

/**
 * The longest task on the main thread since the page was ready.
 * @param {import("playwright-core").Page} page
 */
const longest = (page) => page.evaluate(() => Math.round(Math.max(0, ...(/** @type {any} */ (window)).lang.map((/** @type {any} */ een) => een.duur))));

/**
 * From the opening of the search on a vacancy page, nothing loaded yet, to the first result on the screen.
 * @param {import("playwright-core").Browser} browser
 * @param {string} root
 */
async function firstResult(browser, root) {
  const { context, page } = await slowPage(browser, true);
  await page.goto(root + ofKind("vacancy, open").path, { waitUntil: "networkidle" });
  await page.evaluate(() => {
    const noted = /** @type {any} */ (window);
    addEventListener("keydown", ({ timeStamp }) => (noted.begin ??= timeStamp), { capture: true });
    const watcher = new MutationObserver(() => {
      if (!/com/i.test(document.querySelector("[role=option]")?.textContent ?? "")) return;
      watcher.disconnect();
      noted.naVerf(() => (noted.einde = performance.now()));
    });
    watcher.observe(document.body, { childList: true, subtree: true });
  });
  await page.keyboard.press("/");
  await page.locator("dialog[open] [role=combobox]").waitFor();
  await page.keyboard.type("com");
  await page.waitForFunction(() => /** @type {any} */ (window).einde);
  const time = await page.evaluate(() => /** @type {any} */ (window).einde - /** @type {any} */ (window).begin);
  const task = await longest(page);
  await context.close();
  return { ms: Math.round(time), langste_taak: task };
}

/**
 * Every key of some queries in the dialog, from the key to the painted results.
 * @param {import("playwright-core").Browser} browser
 * @param {string} root
 */
async function keys(browser, root) {
  const { context, page } = await slowPage(browser, false);
  await page.goto(root, { waitUntil: "networkidle" });
  await page.waitForFunction(() => document.querySelector("a.sp-i-zoek")?.hasAttribute("aria-haspopup"));
  await page.keyboard.press("/");
  await page.locator("dialog[open] [role=combobox]").waitFor();
  await page.keyboard.type("com");
  await page.waitForTimeout(3000);
  await page.evaluate(() => void (/** @type {any} */ (window).lang = []));
  /** @type {number[]} */
  const times = [];
  for (const query of QUERIES) {
    await page.locator("[role=combobox]").fill("");
    await page.waitForTimeout(150);
    for (let at = 1; at <= query.length; at++) {
      const time = await page.evaluate(
        (text) =>
          /** @type {any} */ (window).verfd("dialog[open]", () => {
            const field = /** @type {HTMLInputElement} */ (document.querySelector("[role=combobox]"));
            field.value = text;
            field.dispatchEvent(new Event("input", { bubbles: true }));
          }),
        query.slice(0, at),
      );
      if (typeof time === "number" && at > 1) times.push(time);
      await page.waitForTimeout(60);
    }
  }
  const task = await longest(page);
  await context.close();
  return { ...spread(times), langste_taak: task };
}

/**
 * Clicks on facets of the list, from the click to the painted results: the chips change with every answer, and in the
 * same moment as the cards. The list itself may still be filling up with the answer before.
 * @param {import("playwright-core").Browser} browser
 * @param {string} root
 */
async function clicks(browser, root) {
  const { context, page } = await slowPage(browser, false);
  await page.goto(`${root}vacatures/`, { waitUntil: "networkidle" });
  const boxes = page.locator("form input[type=checkbox]");
  await boxes.first().waitFor({ state: "attached" });
  await page.waitForTimeout(3000);
  const start = await longest(page);
  await page.evaluate(() => void (/** @type {any} */ (window).lang = []));
  /** @type {number[]} */
  const times = [];
  const count = Math.min(await boxes.count(), 40);
  for (let round = 0; round < 2; round++) {
    for (let at = 0; at < count; at += 3) {
      const time = await page.evaluate(
        (number) =>
          /** @type {any} */ (window).verfd(".sp-vinden__chips", () =>
            /** @type {HTMLInputElement} */ (document.querySelectorAll("form input[type=checkbox]")[number]).click(),
          ),
        at,
      );
      if (typeof time === "number") times.push(time);
      await page.waitForTimeout(80);
    }
  }
  const task = await longest(page);
  await context.close();
  return { ...spread(times), langste_taak: task, langste_taak_bij_openen: start };
}

const server = await serve(ownBase(), true);
const browser = await launch();
try {
  const root = `${server.origin}${server.base}`;
  const found = {
    bytes: sizes(),
    eerste_resultaat: await firstResult(browser, root),
    toets: await keys(browser, root),
    facetklik: await clicks(browser, root),
    vertraging: SLOWER,
    lijn: "1,6 Mbit/s, 150 ms",
  };
  console.log(JSON.stringify(found, null, 1));
} finally {
  await browser.close();
  await server.close();
}
