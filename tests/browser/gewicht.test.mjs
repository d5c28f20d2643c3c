import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { describe, it } from "node:test";
import { gzipSync } from "node:zlib";
import { hall, lines } from "./browser.mjs";
import { page as ofKind, pages, source, vacancies } from "./pages.mjs";
import { SITE, ownBase } from "./server.mjs";

const KB = 1024;
/** What a static host sends compressed; fonts and pictures are compressed already. */
const TEXT = /^(text\/|application\/(json|xml)|image\/svg)/;

const { visit, address } = hall();

/**
 * The modules that a module loads, itself first; dynamic imports count too.
 * @param {string} path inside the site
 * @param {Set<string>} seen
 * @returns {Set<string>}
 */
function modules(path, seen = new Set()) {
  if (seen.has(path)) return seen;
  seen.add(path);
  const code = readFileSync(join(SITE, path), "utf8").replace(/\/\*[^]*?\*\//g, "");
  for (const [, target] of code.matchAll(/(?:from\s*|import\s*\(?\s*)["'](\.[^"']+)["']/g)) modules(posix.join(posix.dirname(path), target), seen);
  return seen;
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
    it(`${where.kind}: own JavaScript is at most 40 KB gzip`, () => {
      const html = source(where);
      const base = new URL(where.path, `http://site${ownBase()}`);
      let size = 0;
      for (const [, attributes, inline] of html.matchAll(/<script\b([^>]*)>([^]*?)<\/script>/g)) {
        const src = /\bsrc="([^"]+)"/.exec(attributes)?.[1];
        if (!src) {
          size += gzipSync(inline).length;
          continue;
        }
        for (const path of modules(new URL(src, base).pathname.slice(ownBase().length))) size += gzipSync(readFileSync(join(SITE, path))).length;
      }
      assert.ok(size > 0, "the page has a script");
      assert.ok(size <= 40 * KB, `${(size / KB).toFixed(1)} KB`);
    });
  }

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
