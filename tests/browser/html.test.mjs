import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { lines } from "./browser.mjs";
import { pages, source } from "./pages.mjs";

const validator = new HtmlValidate(new StaticConfigLoader({ root: true, extends: ["html-validate:recommended"], elements: ["html5"] }));

describe("the HTML is valid by all recommended rules of html-validate", () => {
  for (const where of pages) {
    it(where.kind, async () => {
      const report = await validator.validateString(source(where), `${where.path || "index"}.html`);
      const found = report.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, line, column, selector, message }) => `${line}:${column} ${ruleId} · ${selector ?? ""} · ${message}`),
      );
      assert.ok(found.length === 0, lines(found));
    });
  }
});
