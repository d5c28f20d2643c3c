/** Opens the folded part that the address points to, at the start and when the address changes. */

/**
 * @param {Document} document
 */
export function startUitklap(document) {
  function open() {
    const doel = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!(doel instanceof HTMLDetailsElement) || doel.open) return;
    doel.open = true;
    doel.scrollIntoView();
  }
  if (!document.querySelector("details[data-uitklap]")) return;
  window.addEventListener("hashchange", open);
  open();
}
