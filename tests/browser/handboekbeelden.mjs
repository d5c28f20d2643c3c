/** Makes the pictures of the handbook chapter about contributing from the site: `node handboekbeelden.mjs FOLDER`. Not a test. */

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { launch } from "./browser.mjs";
import { buildDay, page as ofKind } from "./pages.mjs";
import { ownBase, serve } from "./server.mjs";

/** @typedef {import("playwright-core").Page} BrowserPage */

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error("Usage: node handboekbeelden.mjs FOLDER");
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const VOORBEELD = "aanbieden/?opdracht=communicatie/bereik-nieuwsbrief";

/**
 * @param {BrowserPage} page
 * @param {string} step
 */
async function goTo(page, step) {
  await page.locator("[data-formulier=klaar]").waitFor();
  await page.evaluate((id) => void (location.hash = `stap-${id}`), step);
  await page.waitForTimeout(800);
}

/** @type {{name: string, path: string, width: number, height: number, prepare: (page: BrowserPage) => Promise<unknown>}[]} */
const PICTURES = [
  { name: "formulier-telefoon", path: "aanbieden/", width: 360, height: 700, prepare: (page) => goTo(page, "werk") },
  { name: "formulier-versturen", path: VOORBEELD, width: 1200, height: 600, prepare: (page) => goTo(page, "versturen") },
  {
    name: "vacature-wijzigen",
    path: ofKind("vacancy, open").path,
    width: 900,
    height: 360,
    prepare: (page) => page.locator("a[href*='wijzig=']").first().evaluate((link) => link.scrollIntoView({ block: "center" })),
  },
];

const [browser, server] = await Promise.all([launch(), serve(ownBase())]);
try {
  for (const { name, path, width, height, prepare } of PICTURES) {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme: "light", locale: "nl-NL", timezoneId: "Europe/Amsterdam", reducedMotion: "reduce" });
    await context.clock.setFixedTime(new Date(`${buildDay}T12:00:00Z`));
    const page = await context.newPage();
    await page.goto(`${server.origin}${server.base}${path}`, { waitUntil: "networkidle" });
    await page.evaluate(() => document.fonts.ready.then(() => true));
    await prepare(page);
    await page.screenshot({ path: join(folder, `${name}.png`) });
    await context.close();
  }
} finally {
  await browser.close();
  await server.close();
}
