import assert from "node:assert/strict";
import { beforeEach, describe, it, mock } from "node:test";
import { bijRust, nabijEerst, naVerf } from "../../theme/assets/js/rust.js";

/** What waits for the browser to rest. @type {(() => void)[]} */
let waiting = [];
const rest = () => waiting.shift()?.();
/** Tells the one observer what is in sight. @type {(seen: number[]) => void} */
let see = () => undefined;
/** What the observer still looks at. @type {Set<Element>} */
let watched = new Set();

class Observer {
  /** @param {(seen: {target: Element, isIntersecting: boolean}[]) => void} tell */
  constructor(tell) {
    see = (seen) => tell([...watched].map((target) => ({ target, isIntersecting: seen.includes(numbers([target])[0] ?? -1) })));
  }
  /** @param {Element} element */
  observe = (element) => void watched.add(element);
  /** @param {Element} element */
  unobserve = (element) => void watched.delete(element);
}

/** Elements that may not be asked where they are. @param {number} count */
const column = (count) => Array.from({ length: count }, (_, n) => /** @type {Element} */ (/** @type {unknown} */ ({ n })));
/** @param {Element[]} part */
const numbers = (part) => part.map((een) => /** @type {{n: number}} */ (/** @type {unknown} */ (een)).n);

beforeEach(() => {
  [waiting, watched] = [[], new Set()];
  Object.assign(globalThis, {
    requestIdleCallback: (/** @type {() => void} */ doe) => waiting.push(doe),
    requestAnimationFrame: (/** @type {() => void} */ doe) => doe(),
    IntersectionObserver: Observer,
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
    nabijEerst(column(count), (part) => done.push(numbers(part)));
    return done;
  }

  it("what the browser sees in the window or near it comes before the rest", () => {
    const done = begin(50);
    assert.deepEqual(done, []);
    see([0, 1, 2, 3, 4]);
    assert.deepEqual(done, [[0, 1, 2, 3, 4]]);
  });

  it("the rest comes in parts while the browser rests, each once", () => {
    const done = begin(50);
    see([0, 1, 2]);
    for (let turn = 0; turn < 20; turn += 1) rest();
    assert.deepEqual(done.flat(), Array.from({ length: 50 }, (_, n) => n));
    assert.ok(done.every((part) => part.length <= 8));
    assert.equal(waiting.length, 0);
  });

  it("what is scrolled into sight before that comes at once, and when all is done nothing is looked at any more", () => {
    const done = begin(50);
    see([0]);
    see([45, 46, 47]);
    assert.deepEqual(done, [[0], [45, 46, 47]]);
    for (let turn = 0; turn < 20; turn += 1) rest();
    assert.equal(new Set(done.flat()).size, 50);
    assert.equal(done.flat().length, 50);
    assert.equal(watched.size, 0);
  });
});
