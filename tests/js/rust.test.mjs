import assert from "node:assert/strict";
import { beforeEach, describe, it, mock } from "node:test";
import { bijRust, nabijEerst, naVerf } from "../../theme/assets/js/rust.js";

/** What waits for the browser to rest. @type {(() => void)[]} */
let waiting = [];
const rest = () => waiting.shift()?.();
/** What was looked at and changed, in that order. @type {string[]} */
let log = [];
let scrolled = 0;
let page = new EventTarget();

/**
 * Elements of 100 px under each other, seen through a window of 300 px.
 * @param {number} count
 */
const column = (count) =>
  Array.from({ length: count }, (_, n) => /** @type {Element} */ (/** @type {unknown} */ ({
    n,
    getBoundingClientRect() {
      log.push("look");
      return { top: n * 100 - scrolled, bottom: n * 100 + 100 - scrolled, height: 100 };
    },
  })));
/** @param {Element[]} part */
const numbers = (part) => part.map((een) => /** @type {{n: number}} */ (/** @type {unknown} */ (een)).n);

beforeEach(() => {
  [waiting, log, scrolled, page] = [[], [], 0, new EventTarget()];
  Object.assign(globalThis, {
    innerHeight: 300,
    requestIdleCallback: (/** @type {() => void} */ doe) => waiting.push(doe),
    requestAnimationFrame: (/** @type {() => void} */ doe) => doe(),
    addEventListener: page.addEventListener.bind(page),
  });
});

describe("bijRust and naVerf: work that can wait", () => {
  it("waits until the browser rests", () => {
    let done = 0;
    bijRust(() => (done += 1));
    naVerf(() => (done += 1));
    assert.equal(done, 0);
    rest();
    rest();
    assert.equal(done, 2);
  });

  it("a browser that does not tell when it rests gets a turn of its own", () => {
    Reflect.deleteProperty(globalThis, "requestIdleCallback");
    mock.timers.enable({ apis: ["setTimeout"] });
    let done = 0;
    bijRust(() => (done += 1));
    assert.equal(done, 0);
    mock.timers.tick(1);
    assert.equal(done, 1);
    mock.timers.reset();
  });
});

describe("nabijEerst: first what is in sight", () => {
  /** @param {number} count */
  function begin(count) {
    /** @type {number[][]} */
    const done = [];
    nabijEerst(column(count), (part) => {
      log.push("change");
      done.push(numbers(part));
    });
    return done;
  }

  it("what is in the window or near it comes at once, and is looked at before anything changes", () => {
    const done = begin(50);
    assert.deepEqual(done, [[0, 1, 2, 3, 4]]);
    assert.deepEqual([log.lastIndexOf("look"), log.indexOf("change")], [49, 50]);
  });

  it("the rest comes in parts while the browser rests, each once", () => {
    const done = begin(50);
    for (let turn = 0; turn < 20; turn += 1) rest();
    assert.deepEqual(done.flat(), Array.from({ length: 50 }, (_, n) => n));
    assert.ok(done.every((part) => part.length <= 8));
    assert.equal(waiting.length, 0);
  });

  it("what is scrolled into sight before that comes at once, and when all is done nobody listens any more", () => {
    const done = begin(50);
    scrolled = 4500;
    page.dispatchEvent(new Event("scroll"));
    assert.ok([45, 46, 47].every((n) => done.flat().includes(n)));
    for (let turn = 0; turn < 20; turn += 1) rest();
    assert.equal(new Set(done.flat()).size, 50);
    assert.equal(done.flat().length, 50);
    log = [];
    page.dispatchEvent(new Event("scroll"));
    assert.deepEqual(log, []);
  });

  it("what has no size, because it is folded away, waits for the rest", () => {
    const folded = /** @type {Element[]} */ (/** @type {unknown[]} */ ([{ n: 1, getBoundingClientRect: () => ({ top: 0, bottom: 0, height: 0 }) }]));
    /** @type {number[]} */
    const done = [];
    nabijEerst(folded, (part) => done.push(...numbers(part)));
    assert.deepEqual(done, []);
    rest();
    assert.deepEqual(done, [1]);
  });
});
