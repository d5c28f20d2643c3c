/** Copies a text; where the browser has no clipboard, or says no, the text is selected to be copied by hand. */

/**
 * @param {string} tekst
 * @param {HTMLElement} element where the text stands: it can take the focus
 * @returns {Promise<boolean>} false when it was selected
 */
export async function kopieer(tekst, element) {
  try {
    await navigator.clipboard.writeText(tekst);
    return true;
  } catch {
    element.closest("details")?.setAttribute("open", "");
    element.focus();
    if (element instanceof HTMLTextAreaElement) element.select();
    else getSelection()?.selectAllChildren(element);
    return false;
  }
}
