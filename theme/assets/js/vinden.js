/** Starts the finder on the two pages that have one, and says so when it cannot be had. */

/**
 * @param {Document} document
 */
export function startVinden(document) {
  const blok = document.querySelector("[data-vinden]");
  if (!(blok instanceof HTMLElement)) return;
  // Asked for while the finder itself is on its way: the two then come together.
  const loket = import("./zoek/loket.js");
  loket.catch(() => undefined);
  import("./vinder.js")
    .then(async ({ vind }) => vind(blok, (await loket).maakLoket()))
    .catch((fout) => {
      console.error(fout);
      blok.classList.add("sp-vinden--stil");
    });
}
