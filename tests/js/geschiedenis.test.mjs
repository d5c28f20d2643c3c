import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it, mock } from "node:test";
import { duw, vervang } from "../../theme/assets/js/geschiedenis.js";

/** What was written. @type {[how: string, state: unknown, address: string][]} */
let written = [];
/** What the browser does with a step: takes it, leaves it, or refuses. @type {"takes" | "leaves" | "refuses"} */
let mood = "takes";

/** @param {string} how */
const write = (how) => (/** @type {unknown} */ state, /** @type {string} */ _, /** @type {string} */ address) => {
  if (mood === "refuses") throw new DOMException("Attempt to use history too often", "SecurityError");
  if (mood === "leaves") return;
  written.push([how, state, address]);
  Object.assign(location, { href: new URL(address, location.href).href });
  Object.assign(history, { state });
};

beforeEach(() => {
  written = [];
  mood = "takes";
  Object.assign(globalThis, {
    location: { href: "https://x.nl/map/lijst/?q=a" },
    history: { state: { y: 3 }, pushState: write("push"), replaceState: write("replace") },
  });
});

describe("duw and vervang: the address of a page", () => {
  it("a step of its own has no state, a change keeps the state; both say that the address is there", () => {
    assert.equal(vervang("?q=b"), true);
    assert.equal(duw("/map/lijst/"), true);
    assert.deepEqual(written, [["replace", { y: 3 }, "?q=b"], ["push", null, "/map/lijst/"]]);
  });

  it("without an address it stays, with the state that was given", () => {
    assert.equal(duw(undefined, { vel: true }), true);
    assert.equal(vervang(undefined, null), true);
    assert.deepEqual(written.map(([, state, address]) => [state, address]), [[{ vel: true }, "https://x.nl/map/lijst/?q=a"], [null, "https://x.nl/map/lijst/?q=a"]]);
  });

  describe("a browser that has had enough", () => {
    const told = mock.method(console, "warn", () => undefined);
    afterEach(() => told.mock.resetCalls());

    it("and throws (Safari: a hundred in thirty seconds) breaks nothing, and is told of", () => {
      mood = "refuses";
      assert.equal(vervang("?q=b"), false);
      assert.equal(duw("?q=c"), false);
      assert.equal(told.mock.callCount(), 2);
    });

    it("and says nothing (Chromium) is noticed by the address", () => {
      mood = "leaves";
      assert.equal(vervang("?q=b"), false);
      assert.equal(vervang("?q=a"), true);
    });
  });
});
