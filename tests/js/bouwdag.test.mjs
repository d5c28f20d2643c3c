import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isVerouderd, startBouwdag } from "../../theme/assets/js/bouwdag.js";

describe("isVerouderd: whether a night without a build has passed", () => {
  /** @type {[string, string, string, boolean][]} */
  const cases = [
    ["built today", "2026-11-21", "2026-11-21T12:00:00Z", false],
    ["built yesterday", "2026-11-20", "2026-11-21T12:00:00Z", false],
    ["built the day before yesterday", "2026-11-19", "2026-11-21T12:00:00Z", true],
    ["the last minute of the day after the build, in Amsterdam", "2026-11-20", "2026-11-21T22:59:00Z", false],
    ["a minute later the day after is over, in Amsterdam", "2026-11-20", "2026-11-21T23:00:00Z", true],
    ["the same in summer, when midnight comes an hour sooner", "2027-07-01", "2027-07-02T22:00:00Z", true],
    ["over the change to summer time", "2027-03-27", "2027-03-28T21:59:00Z", false],
    ["over the turn of the year", "2026-12-31", "2027-01-01T12:00:00Z", false],
    ["a clock that is behind", "2026-11-21", "2020-01-01T12:00:00Z", false],
    ["a day that cannot be read", "21 november", "2027-01-01T12:00:00Z", false],
    ["no day", "", "2027-01-01T12:00:00Z", false],
  ];
  for (const [name, built, now, expected] of cases) {
    it(name, () => assert.equal(isVerouderd(built, new Date(now)), expected));
  }
});

/** The little of a document that the footer needs. */
class Piece {
  /** @type {(Piece | string)[]} */
  children = [];
  /** @type {Piece[]} */
  placed = [];
  className = "";
  href = "";
  textContent = "";
  /** @param {(Piece | string)[]} pieces */
  append(...pieces) {
    this.children.push(...pieces);
  }
  /** @param {Piece} piece */
  before(piece) {
    this.placed.push(piece);
  }
  /** @returns {string} */
  text() {
    return this.textContent + this.children.map((child) => (typeof child === "string" ? child : child.text())).join("");
  }
}

/**
 * A document with a footer of this build day.
 * @param {string} day
 */
function footer(day) {
  const last = Object.assign(new Piece(), { className: "sp-rij sp-voet__slot" });
  const document = {
    /** @param {string} selector */
    querySelector: (selector) => (selector === "footer time" ? { getAttribute: () => day } : last),
    createElement: () => new Piece(),
  };
  return { last, document: /** @type {Document} */ (/** @type {unknown} */ (document)) };
}

describe("startBouwdag: the sentence in the footer", () => {
  it("says on which day the site was built, and where to look", () => {
    const { last, document } = footer("2026-11-18");
    startBouwdag(document, new Date("2026-11-21T12:00:00Z"));
    assert.equal(last.placed.length, 1);
    assert.equal(
      last.placed[0].text(),
      "Deze site is voor het laatst gebouwd op 18 november 2026; beheerder, kijk bij de stand van het portaal.",
    );
  });

  it("says nothing of a fresh site", () => {
    const { last, document } = footer("2026-11-20");
    startBouwdag(document, new Date("2026-11-21T12:00:00Z"));
    assert.equal(last.placed.length, 0);
  });
});
