import assert from "node:assert/strict";
import { beforeEach, describe, it, mock } from "node:test";
import { maakStem, zegStraks } from "../../theme/assets/js/stem.js";

const region = /** @type {HTMLElement} */ (/** @type {unknown} */ ({ textContent: "" }));
mock.timers.enable({ apis: ["setTimeout"] });
const stem = maakStem(region);
beforeEach(() => stem.zwijg());

describe("maakStem: a voice that waits for quiet", () => {
  it("says only the last sentence, when it has been quiet for a while", () => {
    for (const zin of ["drie", "twee", "een"]) {
      stem.zeg(zin);
      mock.timers.tick(400);
      assert.equal(region.textContent, "");
    }
    mock.timers.tick(400);
    assert.equal(region.textContent, "een");
  });

  it("a new sentence takes away the one before, so that the same words are heard again", () => {
    stem.zeg("een");
    mock.timers.tick(700);
    stem.zeg("een");
    assert.equal(region.textContent, "");
    mock.timers.tick(700);
    assert.equal(region.textContent, "een");
  });

  it("silence takes away what was said and what was about to be", () => {
    stem.zeg("een");
    stem.zwijg();
    mock.timers.tick(2000);
    assert.equal(region.textContent, "");
  });

  it("a function is asked when it is said", () => {
    let count = 1;
    stem.zeg(() => `${count} stages`);
    count = 2;
    mock.timers.tick(700);
    assert.equal(region.textContent, "2 stages");
  });
});

describe("zegStraks: a region that has just come", () => {
  it("stands there empty before it speaks", () => {
    zegStraks(region, "vol");
    assert.equal(region.textContent, "");
    mock.timers.tick(100);
    assert.equal(region.textContent, "vol");
  });
});
