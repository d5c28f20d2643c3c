import assert from "node:assert/strict";
import { test } from "node:test";
import { missing, pages } from "./pages.mjs";

test("the built site shows every kind of page, so that no test below passes for want of one", () => {
  assert.deepEqual(missing, []);
});

test("every kind is tested on a page of its own", () => {
  const paths = pages.map(({ path }) => path);
  assert.deepEqual(paths.filter((path, index) => paths.indexOf(path) !== index), []);
});
