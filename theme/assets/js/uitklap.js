/** Opens the folded part that the address points to, at the start and when the address changes. */

/** The id that the address points to, "" when it cannot be read. */
function doelId() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
}

/**
 * @param {Document} document
 */
export function startUitklap(document) {
  function open() {
    const doel = document.getElementById(doelId());
    if (!(doel instanceof HTMLDetailsElement) || doel.open) return;
    doel.open = true;
    doel.scrollIntoView();
  }
  window.addEventListener("hashchange", open);
  open();
}
