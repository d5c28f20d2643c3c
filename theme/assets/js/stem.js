/** A voice for screen readers that waits for quiet: somebody who types is not interrupted. */

import { maak } from "./maak.js";

/** Milliseconds without a new sentence before one is said. */
const RUST = 700;

/**
 * @param {HTMLElement} [element] the region that is read aloud; a new one, to be put into the page, by default
 */
export function maakStem(element = maak("p", { class: "sp-vh", role: "status" })) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let wekker;

  /** Takes away what was said, and what was about to be. */
  function zwijg() {
    clearTimeout(wekker);
    element.textContent = "";
  }

  return {
    element,
    zwijg,
    /** @param {string | (() => string)} zin in place of what was about to be said; a function is asked when it is said */
    zeg(zin) {
      zwijg();
      wekker = setTimeout(() => (element.textContent = typeof zin === "string" ? zin : zin()), RUST);
    },
  };
}

/**
 * Says something in a region that has just come: it must stand there before its text, or a screen reader stays silent.
 * @param {Element} element
 * @param {string} zin
 */
export const zegStraks = (element, zin) => void setTimeout(() => (element.textContent = zin), 60);
