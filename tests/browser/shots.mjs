/** Pictures of every kind of page for reviewers: `node shots.mjs FOLDER [KIND…]`. Not a test. */

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { launch } from "./browser.mjs";
import { buildDay, pages } from "./pages.mjs";
import { ownBase, serve } from "./server.mjs";

const [folder, ...kinds] = process.argv.slice(2);
if (!folder) {
  console.error("Usage: node shots.mjs FOLDER [KIND…]");
  process.exit(2);
}
mkdirSync(folder, { recursive: true });

const [browser, server] = await Promise.all([launch(), serve(ownBase())]);
try {
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    const context = await browser.newContext({ colorScheme, locale: "nl-NL", timezoneId: "Europe/Amsterdam", reducedMotion: "reduce" });
    await context.clock.setFixedTime(new Date(`${buildDay}T12:00:00Z`));
    for (const { kind, path } of pages.filter((page) => kinds.length === 0 || kinds.includes(page.kind))) {
      const page = await context.newPage();
      await page.goto(`${server.origin}${server.base}${path}`, { waitUntil: "load" });
      await page.evaluate(() => document.fonts.ready.then(() => true));
      for (const width of [360, 768, 1440]) {
        await page.setViewportSize({ width, height: width === 360 ? 740 : 900 });
        const name = kind.replace(/[^a-z0-9]+/g, "-").replace(/-$/, "");
        await page.screenshot({ path: join(folder, `${name}-${width}${colorScheme === "dark" ? "-dark" : ""}.png`), fullPage: true });
      }
      await page.close();
    }
    await context.close();
  }
} finally {
  await browser.close();
  await server.close();
}
