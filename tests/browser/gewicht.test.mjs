import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { gzipSync } from "node:zlib";
import { hall, lines } from "./browser.mjs";
import { page as ofKind, pages, vacancies } from "./pages.mjs";
import { SITE, ownBase } from "./server.mjs";

const KB = 1024;
/** What a static host sends compressed; fonts and pictures are compressed already. */
const TEXT = /^(text\/|application\/(json|xml)|image\/svg)/;

const { visit, address } = hall();

/** What runs in the worker, and what others wrote, is measured with the search data. */
const OWN_SCRIPT = /\/assets\/js\/(?!vendor\/|zoek\/(?!loket))[^?]*\.js$/;

/**
 * Uses everything on a page that fetches scripts when it is first used: the search, and the choice of a period.
 * @param {import("playwright-core").Page} page
 */
async function useEverything(page) {
  await page.waitForLoadState("networkidle");
  await page.keyboard.press("/");
  await page.locator("dialog[open] [role=combobox]").waitFor();
  await page.keyboard.type("com");
  await page.locator("dialog[open] [role=option]").first().waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  const choose = page.locator("[data-kies-periode]:visible").first();
  if (await choose.count()) {
    await choose.click();
    await page.locator("dialog[open]").first().waitFor();
  }
  await page.waitForLoadState("networkidle");
}

/** @param {string} path inside the site */
const packed = (path) => gzipSync(readFileSync(join(SITE, path)), { level: 9 }).length;

describe("weight", () => {
  it("the HTML of every vacancy page is at most 15 KB", () => {
    const heavy = vacancies
      .map(({ path, html }) => ({ path, size: Buffer.byteLength(html) }))
      .filter(({ size }) => size > 15 * KB)
      .sort((a, b) => b.size - a.size)
      .map(({ path, size }) => `${(size / KB).toFixed(1)} KB ${path}`);
    assert.ok(vacancies.length > 0);
    assert.ok(heavy.length === 0, `${heavy.length} of ${vacancies.length} are heavier${lines(heavy)}`);
  });

  for (const where of pages) {
    it(`${where.kind}: own JavaScript is at most 40 KB gzip, with all that is fetched when it is used`, async () => {
      /** @type {Set<string>} */
      const asked = new Set();
      const note = (/** @type {import("playwright-core").Request} */ request) => void asked.add(new URL(request.url()).pathname);
      await visit(where, { before: (page) => page.context().on("request", note) }, useEverything);
      const sizes = [...asked].filter((path) => OWN_SCRIPT.test(path)).map((path) => ({ path, size: packed(path.slice(ownBase().length)) }));
      const total = sizes.reduce((sum, { size }) => sum + size, 0);
      assert.ok(sizes.some(({ path }) => path.endsWith("/zoekdialoog.js")), "what is fetched later is counted too");
      const table = sizes.sort((a, b) => b.size - a.size).map(({ path, size }) => `${(size / KB).toFixed(1)} KB ${path}`);
      assert.ok(total <= 40 * KB, `${(total / KB).toFixed(1)} KB${lines(table)}`);
    });
  }

  it("all that a search can ask for is at most 300 KB gzip, the code of the worker with it", () => {
    const names = readdirSync(join(SITE, "assets/zoek")).filter((name) => !name.startsWith("zinnen-"));
    const code = readdirSync(join(SITE, "assets/js/zoek")).filter((name) => name.endsWith(".js"));
    const files = [...names.map((name) => `assets/zoek/${name}`), ...code.map((name) => `assets/js/zoek/${name}`), "assets/js/vendor/searchable-map.js"];
    const total = files.reduce((sum, file) => sum + packed(file), 0);
    assert.ok(names.length >= 6 && code.includes("zoeker.js"));
    assert.ok(total <= 300 * KB, `${(total / KB).toFixed(1)} KB`);
  });

  for (const kind of ["vacancy, open", "vacancy, mbo", "vacancy, closed"]) {
    it(`${kind}: a first visit moves at most 150 KB, with gzip as a static host sends it`, async () => {
      /** @type {Promise<{url: string, size: number}>[]} */
      const sizes = [];
      await visit(
        ofKind(kind),
        {
          before: (page) =>
            page.on("response", (response) => {
              if (!response.url().startsWith("http")) return;
              sizes.push(
                response.body().then((body) => ({
                  url: response.url(),
                  size: TEXT.test(response.headers()["content-type"] ?? "") ? gzipSync(body).length : body.length,
                })),
              );
            }),
        },
        async (page) => {
          await page.waitForLoadState("networkidle");
          const all = await Promise.all(sizes);
          const total = all.reduce((sum, { size }) => sum + size, 0);
          assert.ok(all.some(({ url }) => url === address(ofKind(kind))));
          const table = all.sort((a, b) => b.size - a.size).map(({ url, size }) => `${(size / KB).toFixed(1)} KB ${new URL(url).pathname}`);
          assert.ok(total <= 150 * KB, `${(total / KB).toFixed(1)} KB${lines(table)}`);
        },
      );
    });
  }
});
