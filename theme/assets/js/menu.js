/** The phone menu: a button that opens and closes the list of links. Without script the links stand open. */

/**
 * @param {Document} document
 */
export function startMenu(document) {
  const knop = document.querySelector("button[data-menu]");
  const paneel = knop && document.getElementById(knop.getAttribute("aria-controls") ?? "");
  if (!(knop instanceof HTMLButtonElement) || !paneel) return;

  /** @param {boolean} open */
  const zet = (open) => knop.setAttribute("aria-expanded", String(open));
  const isOpen = () => knop.getAttribute("aria-expanded") === "true";

  knop.addEventListener("click", () => zet(!isOpen()));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !isOpen()) return;
    zet(false);
    knop.focus();
  });
}
