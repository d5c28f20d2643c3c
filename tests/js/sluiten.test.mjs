import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isVoorbij } from "../../theme/assets/js/sluiten.js";

/** The last day is 26 March 2027, a winter day: the moment lies at 23:00 UTC. */
const WINTER = "2027-03-27T00:00:00+01:00";
/** The last day is 28 March 2027, on which summer time begins in Amsterdam. */
const SPRING = "2027-03-29T00:00:00+02:00";
/** The last day is 31 October 2027, on which summer time ends in Amsterdam. */
const AUTUMN = "2027-11-01T00:00:00+01:00";

describe("isVoorbij: whether a closing moment lies behind us", () => {
  /** @type {[string, string, string, boolean][]} */
  const cases = [
    ["a day before", WINTER, "2027-03-25T23:00:00Z", false],
    ["one second before", WINTER, "2027-03-26T22:59:59Z", false],
    ["the last millisecond of the closing day", WINTER, "2027-03-26T22:59:59.999Z", false],
    ["the first millisecond of the next day: the closing day is over", WINTER, "2027-03-26T23:00:00.000Z", true],
    ["one second after", WINTER, "2027-03-26T23:00:01Z", true],
    ["years after", WINTER, "2031-01-01T00:00:00Z", true],
    ["the day that summer time begins, its last second", SPRING, "2027-03-28T21:59:59Z", false],
    ["the day that summer time begins, over", SPRING, "2027-03-28T22:00:01Z", true],
    ["the day that summer time ends, its last second", AUTUMN, "2027-10-31T22:59:59Z", false],
    ["the day that summer time ends, over", AUTUMN, "2027-10-31T23:00:01Z", true],
    ["a moment that cannot be read closes nothing", "binnenkort", "2027-01-01T00:00:00Z", false],
    ["no moment closes nothing", "", "2027-01-01T00:00:00Z", false],
  ];
  for (const [name, moment, now, expected] of cases) {
    it(name, () => assert.equal(isVoorbij(moment, new Date(now)), expected));
  }
});
