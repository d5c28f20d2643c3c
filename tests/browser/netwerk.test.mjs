import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { WIDE, hall, lines, openDetails } from "./browser.mjs";
import { page as ofKind, pages } from "./pages.mjs";

/** @typedef {import("./browser.mjs").BrowserPage} BrowserPage */

/**
 * Writes down everything that a quiet page does not do: other hosts, failed requests, errors, refused content.
 * @param {string} address of the page itself, which may be the one that is not found
 * @returns {{found: string[], listen: (page: BrowserPage) => Promise<void>}}
 */
function watch(address) {
  const { origin } = new URL(address);
  /** @type {string[]} */
  const found = [];
  return {
    found,
    async listen(page) {
      page.on("request", (request) => {
        const url = new URL(request.url());
        if (url.protocol !== "data:" && url.origin !== origin) found.push(`another host: ${request.url()}`);
      });
      page.on("response", (response) => {
        if (response.status() >= 400 && response.url() !== address) found.push(`${response.status()} ${response.url()}`);
      });
      page.on("requestfailed", (request) => {
        // What is still on its way when the page closes is cut off; what is missing answers 404.
        if (request.failure()?.errorText !== "net::ERR_ABORTED") found.push(`failed: ${request.url()} ${request.failure()?.errorText}`);
      });
      page.on("pageerror", (error) => found.push(`page error: ${error.message}`));
      page.on("console", (message) => {
        const own404 = message.location().url === address && message.text().includes("404");
        if (["error", "warning"].includes(message.type()) && !own404) found.push(`console ${message.type()}: ${message.text()}`);
      });
      await page.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", (event) => console.error(`refused by the policy: ${event.violatedDirective} ${event.blockedURI}`));
      });
    },
  };
}

/**
 * Scrolls through the page and presses every button, so that what loads late loads too.
 * @param {BrowserPage} page
 */
async function stir(page) {
  await openDetails(page);
  await page.evaluate(() => {
    window.print = () => undefined;
    scrollTo(0, document.body.scrollHeight);
    for (const button of document.querySelectorAll("button")) button.click();
  });
  await page.waitForLoadState("networkidle");
}

/**
 * The links that can be seen, as their address inside the site.
 * @param {BrowserPage} page
 */
const links = (page) =>
  page.evaluate(() => [...document.querySelectorAll("a[href]")].filter((link) => link.checkVisibility() && !link.closest(".sp-skip")).map((link) => link.getAttribute("href") ?? ""));

/** @param {BrowserPage} page */
const headings = (page) =>
  page.evaluate(() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((heading) => `${heading.localName} ${heading.textContent?.trim().replace(/\s+/g, " ")}`));

describe("a quiet page: no other host, no errors, nothing refused, nothing missing; and whole without JavaScript", () => {
  const { visit, address } = hall();
  for (const where of pages) {
    it(where.kind, async () => {
      const { found, listen } = watch(address(where));
      /** @type {string[]} */
      let withScript = [];
      /** @type {string[]} */
      let linksWithScript = [];
      let finder = false;
      await visit(where, { before: listen }, async (page) => {
        withScript = await headings(page);
        finder = (await page.locator("[data-vinden]").count()) > 0;
        linksWithScript = await links(page);
        await stir(page);
      });
      assert.ok(found.length === 0, lines(found));

      await visit(where, { javaScriptEnabled: false }, async (page) => {
        // The saved list is made by the script, from what this browser keeps; the form too, and its page shows other ways.
        if (where.path === "bewaard/" || where.path === "aanbieden/") return;
        const plain = await headings(page);
        // The finder shows the first twenty of what the build lists, and brings a sheet with a heading of its own.
        if (finder) assert.deepEqual(withScript.filter((heading) => !plain.includes(heading)), ["h2 Filters"]);
        else assert.deepEqual(plain, withScript);
        const broken = await page.evaluate(() => {
          /** @type {string[]} */
          const bad = [];
          for (const heading of document.querySelectorAll("h1, h2, h3")) {
            if (!heading.checkVisibility() && !heading.closest("details")) bad.push(`heading not shown: ${heading.textContent?.trim()}`);
          }
          for (const control of document.querySelectorAll("button, select, input:not([disabled])")) {
            if (control.checkVisibility() && !control.closest("form")) bad.push(`does nothing without script: ${control.outerHTML.slice(0, 100)}`);
          }
          return bad;
        });
        // A group of facets that the script folds out stays one press away.
        const folded = await page.evaluate(() => [...document.querySelectorAll("details a[href]")].map((link) => link.getAttribute("href") ?? ""));
        const there = new Set([...(await links(page)), ...folded]);
        broken.push(...linksWithScript.filter((href) => !there.has(href) && !/(^|\/)bewaard\/$/.test(href)).map((href) => `link only with script: ${href}`));
        assert.ok(broken.length === 0, lines(broken));
      });
    });
  }

  it("a page that is not there answers 404 with the house's own page", async () => {
    const response = await fetch(address(ofKind("404")));
    assert.equal(response.status, 404);
    assert.match(await response.text(), /<h1>Deze pagina is er niet<\/h1>/);
  });

  it("without JavaScript all periods of all years stand in tables", async () => {
    for (const viewport of [WIDE, { width: 360, height: 740 }]) {
      await visit(ofKind("periods"), { javaScriptEnabled: false, viewport }, async (page) => {
        const { rows, shown, years } = await page.evaluate(() => {
          const all = [...document.querySelectorAll("main tbody tr")];
          return { rows: all.length, shown: all.filter((row) => row.checkVisibility()).length, years: document.querySelectorAll("[data-jaar]").length };
        });
        assert.ok(rows > 20 && years > 1);
        assert.equal(shown, rows);
      });
    }
  });
});

for (const base of ["/", "/een/ander/pad/"]) {
  describe(`the same site under ${base}`, () => {
    const { visit, address } = hall(base);
    for (const kind of ["home", "vacancies", "list, second page", "vacancy, open", "assignment", "municipality", "periods", "school", "handbook chapter", "authored over/"]) {
      it(`${kind}: nothing is missing, every link stays inside`, async () => {
        const where = ofKind(kind);
        const { found, listen } = watch(address(where));
        await visit(where, { before: listen }, async (page) => {
          const outside = await page.evaluate(
            (root) => [...document.querySelectorAll("a[href]")].map((link) => /** @type {HTMLAnchorElement} */ (link).href).filter((href) => href.startsWith(location.origin) && !href.startsWith(root)),
            address({ path: "" }),
          );
          found.push(...outside.map((href) => `outside: ${href}`));
          assert.equal(await page.evaluate(() => document.fonts.check("700 20px 'Bricolage Grotesque'")), true);
          assert.ok(found.length === 0, lines(found));
        });
      });
    }
  });
}
