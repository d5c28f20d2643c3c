/** Starts the finder on the two pages that have one, and says so when it cannot be had. */

import { meldStuk } from "./storing.js";

/** What a visitor does who does not wait for the finder. */
export function volgBezoeker() {
  let [typte, bewoog] = [false, false];
  document.querySelector("form[data-vindveld] input")?.addEventListener("input", () => (typte = true), { once: true });
  for (const soort of ["wheel", "touchmove", "pointerdown", "keydown"]) addEventListener(soort, () => (bewoog = true), { once: true, passive: true });
  return { typte: () => typte, bewoog: () => bewoog };
}

/**
 * @param {Document} document
 */
export function startVinden(document) {
  const blok = document.querySelector("[data-vinden]");
  if (!(blok instanceof HTMLElement)) return;
  const bezoeker = volgBezoeker();
  // Asked for while the finder itself is on its way: the two then come together.
  const loket = import("./zoek/loket.js");
  loket.catch(() => undefined);
  import("./vinder.js")
    .then(async ({ vind }) => vind(blok, (await loket).maakLoket(), bezoeker))
    // A browser may remember that a module did not come; the page as a whole it fetches again.
    .catch((fout) => meldStuk(blok, fout, () => location.reload()));
}
