import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it, mock } from "node:test";

/** @typedef {import("../../theme/assets/js/bewaarvorm.js").Bewaard} Bewaard */

/** A storage and a window, before the module looks for them. @type {Map<string, string>} */
const store = new Map();
const page = new EventTarget();
Object.assign(globalThis, {
  localStorage: {
    getItem: (/** @type {string} */ key) => store.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ text) => void store.set(key, text),
    removeItem: (/** @type {string} */ key) => void store.delete(key),
  },
  addEventListener: page.addEventListener.bind(page),
});
const { leesBewaard, leesPeriode, luister, opslagWerkt, zetBewaard, zetPeriode } = await import("../../theme/assets/js/opslag.js");

const PERIOD = { opleiding: "", naam: "Eigen datums", slots: [{ naam: "Eigen datums", start: "2027-02-01", eind: "2027-06-25", dagen: 4, lesdagen: ["di"] }] };
/** @param {number} n @returns {Bewaard} */
const saved = (n) => ({ sleutel: `breda/stage-${n}`, titel: "T", wie: "W", sluit: "", op: "2026-11-01", notitie: `n${n}`, dagboek: [] });
/** @param {number} count */
const list = (count) => Array.from({ length: count }, (_, n) => saved(n));

/** @type {string[]} */
let called = [];
luister(() => called.push("periode"), "periode");
luister(() => called.push("bewaard"), "bewaard");
luister(() => called.push("alles"));

/** Another tab writes; its event comes with it, unless this page sleeps. @param {string} key @param {unknown} value */
function elsewhere(key, value) {
  if (value === null) store.delete(key);
  else store.set(key, JSON.stringify(value));
}
/** @param {string | null} key */
const heard = (key) => page.dispatchEvent(Object.assign(new Event("storage"), { key }));
/** @param {boolean} persisted */
const shown = (persisted) => page.dispatchEvent(Object.assign(new Event("pageshow"), { persisted }));

beforeEach(() => {
  zetPeriode(null);
  zetBewaard([]);
  called = [];
});

describe("luister: who is called", () => {
  it("a write calls those whom it concerns, and nobody else", () => {
    zetBewaard(list(1));
    assert.deepEqual(called, ["bewaard", "alles"]);
    called = [];
    zetPeriode(PERIOD);
    assert.deepEqual(called, ["periode", "alles"]);
  });

  it("writing what stands there already calls nobody", () => {
    zetBewaard(list(2));
    called = [];
    assert.equal(zetBewaard(list(2)), "");
    assert.deepEqual(called, []);
  });

  it("another tab is heard by its key; a key that is not ours, or that nobody waits for, calls nobody", () => {
    elsewhere("stageportaal.bewaard", list(1));
    heard("stageportaal.bewaard");
    assert.deepEqual(called, ["bewaard", "alles"]);
    called = [];
    for (const key of ["stageportaal.schema", "stageportaal.sneltoets", "stageportaal.proef", "stageportaal.concept", "ander"]) heard(key);
    assert.deepEqual(called, []);
    store.clear();
    heard(null);
    assert.deepEqual(called, ["bewaard", "alles"], "a storage that was cleared: the period was not there");
  });

  it("a page that comes back from the back/forward cache hears what changed meanwhile, and only that", () => {
    elsewhere("stageportaal.periode", PERIOD);
    shown(false);
    assert.deepEqual(called, []);
    shown(true);
    assert.deepEqual(called, ["periode", "alles"]);
    called = [];
    shown(true);
    assert.deepEqual(called, []);
  });

  it("one that breaks leaves the others alive, and the writer too", () => {
    const told = mock.method(console, "error", () => undefined);
    let broken = true;
    luister(() => {
      if (broken) throw new Error("broken");
    }, "bewaard");
    luister(() => called.push("after"), "bewaard");
    assert.equal(zetBewaard(list(1)), "");
    assert.ok(called.includes("after"));
    assert.equal(told.mock.callCount(), 1);
    broken = false;
    told.mock.restore();
  });
});

describe("zetBewaard: the list has an end", () => {
  afterEach(() => store.clear());

  it("two hundred fit; one more is refused and changes nothing, also not the note of the oldest", () => {
    assert.equal(zetBewaard(list(200)), "");
    called = [];
    assert.equal(zetBewaard([saved(999), ...list(200)]), "vol");
    assert.deepEqual(leesBewaard(), list(200));
    assert.deepEqual(called, []);
  });

  it("a list that is longer already can still be written to, and made shorter", () => {
    elsewhere("stageportaal.bewaard", list(205));
    assert.equal(leesBewaard().length, 205);
    assert.equal(zetBewaard(list(205).map((een) => ({ ...een, notitie: "nieuw" }))), "");
    assert.equal(zetBewaard(list(204)), "");
    assert.equal(zetBewaard(list(205)), "vol");
  });
});

describe("what is read", () => {
  it("a broken text is nothing, and trying whether the storage works leaves nothing behind", () => {
    for (const text of ["", "{", "null", "[1]", '{"slots":[{"start":"x"}]}']) {
      store.set("stageportaal.periode", text);
      assert.equal(leesPeriode(), null);
    }
    assert.equal(opslagWerkt(), true);
    assert.deepEqual([...store.keys()], ["stageportaal.periode"]);
  });
});
