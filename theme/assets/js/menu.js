/**
 * The phone menu: a button that opens and closes the list of links. Without script the links stand open.
 * On a wide screen, where the button is hidden, the links stand behind the logo, also for the Tab key.
 */

/** As in kop.css: from here on the links have a place in the row. */
const BREED = "(min-width: 1240px)";

/**
 * Moves the links to where the eye finds them, and keeps the focus when it was on one of them.
 * @param {HTMLElement} links
 * @param {Element | null | undefined} buur what stands before them
 */
function zetAchter(links, buur) {
  const actief = links.ownerDocument.activeElement;
  if (links.previousElementSibling === buur) return;
  buur?.after(links);
  if (actief instanceof HTMLElement && links.contains(actief)) actief.focus();
}

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

  const breed = matchMedia(BREED);
  const schik = () => zetAchter(paneel, breed.matches ? knop.parentElement?.firstElementChild : knop);
  breed.addEventListener("change", schik);
  schik();
}
