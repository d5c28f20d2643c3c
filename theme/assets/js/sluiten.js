/**
 * Closes what passed its closing moment although no build ran since. A card or a vacancy page carries the moment
 * in data-sluit; the server's text stays readable, only the ways to react go.
 */

/**
 * Whether a closing moment lies behind us.
 * @param {string} iso moment with its offset, "2026-11-24T23:59:59+01:00"
 * @param {Date} nu
 * @returns {boolean} false when the moment cannot be read
 */
export function isVoorbij(iso, nu) {
  const moment = Date.parse(iso);
  return !Number.isNaN(moment) && nu.getTime() > moment;
}

const STATUS = ".sp-badge--sluit, .sp-badge--nieuw, .sp-badge--gesprek";

/**
 * Marks one card or page as closed; doing it twice changes nothing.
 * @param {Element} element
 */
export function sluit(element) {
  element.removeAttribute("data-sluit");
  element.classList.add("sp-kaart--dicht");
  for (const badge of [...element.querySelectorAll(STATUS)].filter((b) => eigen(b, element))) {
    badge.className = "sp-badge sp-badge--gesloten";
    badge.textContent = "Gesloten";
  }
  for (const moment of element.querySelectorAll("[data-moment]")) moment.textContent = "Gesloten";
  for (const weg of element.querySelectorAll("[data-reageer]")) weg.remove();
  for (const zin of element.querySelectorAll("[data-gesloten]")) zin.removeAttribute("hidden");
}

/**
 * Whether a badge belongs to this element and not to a card inside it.
 * @param {Element} badge
 * @param {Element} element
 */
function eigen(badge, element) {
  return (badge.closest("[data-sleutel]") ?? element) === element;
}

/**
 * Checks now, and again whenever the page comes into view: a tab may stay open for days.
 * @param {Document} document
 */
export function startSluiten(document) {
  function kijk() {
    const nu = new Date();
    for (const element of document.querySelectorAll("[data-sluit]")) {
      if (isVoorbij(element.getAttribute("data-sluit") ?? "", nu)) sluit(element);
    }
  }
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") kijk();
  });
  kijk();
}
