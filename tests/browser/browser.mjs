/** One browser and one server for a test file; a page of its own for every visit. */

import { after, before } from "node:test";
import { chromium } from "playwright-core";
import { buildDay } from "./pages.mjs";
import { ownBase, serve } from "./server.mjs";

/** @typedef {import("playwright-core").Page} BrowserPage */
/** @typedef {import("playwright-core").BrowserContext} Context */
/**
 * What Playwright takes for a context; `at` is where the clock stands; `running` lets it run from there, under the
 * test's hand; `before` runs before the page is opened; `fresh` asks for a context of its own, with nothing stored
 * and nothing cached.
 * @typedef {import("playwright-core").BrowserContextOptions & {at?: Date, running?: boolean, before?: (page: BrowserPage) => unknown, fresh?: boolean}} Options
 */

export const WIDE = { width: 1280, height: 800 };
export const PHONE = { width: 360, height: 740 };

/** No name is looked up: what is not this machine does not exist. */
const ARGS = ["--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1", "--force-color-profile=srgb"];

export function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ARGS });
}

/**
 * Starts browser and server before the tests of a file and stops them after.
 * @param {string} [base] path of the site, its own by default
 */
export function hall(base = ownBase()) {
  /** @type {import("playwright-core").Browser} */
  let browser;
  /** @type {Awaited<ReturnType<typeof serve>>} */
  let server;
  before(async () => {
    [browser, server] = await Promise.all([launch(), serve(base)]);
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  /** @type {Map<string, Promise<Context>>} */
  const contexts = new Map();

  /** @param {{path: string}} page */
  const address = ({ path }) => `${server.origin}${server.base}${path}`;

  /** @param {Options} options */
  async function context({ at = new Date(`${buildDay}T12:00:00Z`), running, before: _, fresh: __, ...rest }) {
    const made = await browser.newContext({
      viewport: WIDE,
      locale: "nl-NL",
      timezoneId: "Europe/Amsterdam",
      reducedMotion: "reduce",
      ...rest,
    });
    made.setDefaultTimeout(10_000);
    await (running ? made.clock.install({ time: at }) : made.clock.setFixedTime(at));
    return made;
  }

  /** @param {Options} options */
  function shared(options) {
    const key = JSON.stringify(options);
    const known = contexts.get(key) ?? context(options);
    contexts.set(key, known);
    return known;
  }

  return {
    address,

    /**
     * Opens a page and hands it over; the browser's clock stands at noon of the build's day, or at options.at.
     * @param {{path: string}} where
     * @param {Options} options
     * @param {(page: BrowserPage) => unknown} use
     */
    async visit(where, options, use) {
      const own = Boolean(options.fresh || options.before);
      const home = own ? await context(options) : await shared(options);
      const page = await home.newPage();
      try {
        await options.before?.(page);
        await page.goto(address(where), { waitUntil: "load" });
        await page.evaluate(() => document.fonts.ready.then(() => true));
        if (options.javaScriptEnabled !== false) {
          // The finder takes over the page of the build; what comes before that is another page.
          await page.waitForSelector("html:not(:has([data-vinden])), [data-vinden]:not([aria-busy]) .sp-filters__form, .sp-vinden--stil", { state: "attached" });
          // So does the form, where the other ways stood.
          await page.waitForSelector('html:not(:has([data-formulier=""]))', { state: "attached" });
        }
        await use(page);
      } finally {
        await (own ? home : page).close();
      }
    },
  };
}

/**
 * Folds out everything that can be folded, so that it is looked at too.
 * @param {BrowserPage} page
 */
export async function openDetails(page) {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
}

/**
 * A list of findings as the text of a failed assertion: one a line, at most twenty.
 * @param {readonly string[]} findings
 */
export function lines(findings) {
  const more = findings.length > 20 ? [`… and ${findings.length - 20} more`] : [];
  return ["", ...findings.slice(0, 20), ...more].join("\n  ");
}
