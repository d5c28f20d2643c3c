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

/** What others wrote is measured with the search data. */
const OWN_SCRIPT = /\/assets\/js\/(?!vendor\/)[^?]*\.js$/;

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
      await visit(
        where,
        { before: (page) => page.context().on("request", (request) => void (OWN_SCRIPT.test(request.url()) && asked.add(new URL(request.url()).pathname))) },
        useEverything,
      );
      const sizes = [...asked].map((path) => ({ path, size: gzipSync(readFileSync(join(SITE, path.slice(ownBase().length))), { level: 9 }).length }));
      const total = sizes.reduce((sum, { size }) => sum + size, 0);
      assert.ok(sizes.some(({ path }) => path.endsWith("/zoek/werker.js")), "the worker is counted too");
      assert.ok(sizes.some(({ path }) => path.endsWith("/zoek/zoeker.js")), "and what it loads");
      const table = sizes.sort((a, b) => b.size - a.size).map(({ path, size }) => `${(size / KB).toFixed(1)} KB ${path}`);
      assert.ok(total <= 40 * KB, `${(total / KB).toFixed(1)} KB${lines(table)}`);
    });
  }

  it("all that a search can ask for is at most 300 KB gzip, the library with it", () => {
    const folder = join(SITE, "assets/zoek");
    const names = readdirSync(folder).filter((name) => !name.startsWith("zinnen-"));
    const files = [...names.map((name) => join(folder, name)), join(SITE, "assets/js/vendor/searchable-map.js")];
    const total = files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);
    assert.ok(names.length >= 6);
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
