/** Print buttons: they stand hidden in the page, because without script they could do nothing. */

/**
 * @param {Document} document
 */
export function startPrint(document) {
  for (const rij of document.querySelectorAll("[data-print-rij]")) rij.removeAttribute("hidden");
  for (const knop of document.querySelectorAll("button[data-print]")) {
    knop.addEventListener("click", () => window.print());
  }
}
