import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { basename } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";

const ts = createRequire(new URL("../browser/package.json", import.meta.url))("typescript");
const FOLDER = fileURLToPath(new URL("../../theme/assets/js/", import.meta.url));
/** These begin by themselves: a page or a worker asks for them by name. */
const BEGIN = ["start.js", "voor-het-verven.js", "zoek/werker.js"];
const names = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".js") && !name.startsWith("vendor")).sort();
const texts = new Map(names.map((name) => [name, readFileSync(FOLDER + name, "utf8")]));
const tests = readdirSync(new URL(".", import.meta.url)).filter((name) => name.endsWith(".mjs")).map((name) => readFileSync(new URL(name, import.meta.url), "utf8"));

/**
 * Whether a text asks for a module and speaks of a name.
 * @param {string} text
 * @param {string} module
 * @param {string} name
 */
const takes = (text, module, name) => text.includes(`/${basename(module)}"`) && new RegExp(`\\b${name}\\b`).test(text);

describe("the modules", () => {
  it("each begins by saying what it is for", () => {
    for (const [name, text] of texts) assert.match(text, /^(\/\/ @ts-check\n)?\/\*\*? ?\n? ?\*? ?[A-Z"]/, name);
  });

  it("no text has several lines: the build takes comments and indentation out line by line", () => {
    for (const [name, text] of texts) {
      const visit = (/** @type {any} */ node) => {
        const literal = ts.isTemplateExpression(node) || ts.isNoSubstitutionTemplateLiteral(node);
        assert.ok(!literal || !node.getText().includes("\n"), `${name}: ${node.getText().slice(0, 60)}`);
        ts.forEachChild(node, visit);
      };
      visit(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS));
    }
  });

  it("nothing is exported that nobody takes", () => {
    /** @type {string[]} */
    const idle = [];
    for (const [module, text] of texts) {
      const others = [...[...texts].filter(([other]) => other !== module).map(([, other]) => other), ...tests];
      for (const [, name] of text.matchAll(/^export (?:async )?(?:function|const|let|class) (\w+)/gm)) {
        if (!others.some((other) => takes(other, module, name))) idle.push(`${module}: ${name}`);
      }
    }
    assert.deepEqual(idle, []);
  });

  it("none touches a page by being fetched: start.js starts them, each in its own try", async () => {
    const trap = new Proxy({}, { get: (_, what) => assert.fail(`document.${String(what)} was asked for`) });
    Object.assign(globalThis, { document: trap });
    for (const name of names.filter((one) => !BEGIN.includes(one))) await import(`../../theme/assets/js/${name}`);
  });
});
