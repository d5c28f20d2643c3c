/** What our dialogs do alike: they hold the page behind still, keep Escape to themselves, and close at a press beside them. */

/**
 * Opens a dialog; the page behind stands still, also where its scrollbar was.
 * @param {HTMLDialogElement} dialoog
 */
export function openStil(dialoog) {
  const { style, clientWidth } = document.documentElement;
  const [was, schuifbalk] = [style.paddingRight, innerWidth - clientWidth];
  if (schuifbalk > 0) {
    style.paddingRight = `${schuifbalk}px`;
    dialoog.addEventListener("close", () => (style.paddingRight = was), { once: true });
  }
  dialoog.showModal();
}

/**
 * Escape closes the dialog and nothing behind it.
 * @param {HTMLDialogElement} dialoog
 */
export function houdEscape(dialoog) {
  dialoog.addEventListener("keydown", (event) => event.key === "Escape" && event.stopPropagation());
}

/**
 * A press beside the dialog closes it: pressed and let go there, so that selecting text to the edge closes nothing.
 * @param {HTMLDialogElement} dialoog
 */
export function sluitErnaast(dialoog) {
  let buiten = false;
  dialoog.addEventListener("pointerdown", (event) => (buiten = event.target === dialoog));
  dialoog.addEventListener("click", (event) => buiten && event.target === dialoog && dialoog.close());
}
