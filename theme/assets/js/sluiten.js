/**
 * Closes what passed its closing moment although no build ran since. A card or a vacancy page carries the moment
 * in data-sluit; the server's text stays readable, only the ways to react go.
 */

/**
 * Whether a closing moment lies behind us.
 * @param {string} iso moment with its offset, the first one that is too late: "2026-11-25T00:00:00+01:00"
 * @param {Date} nu
 * @returns {boolean} false when the moment cannot be read
 */
export function isVoorbij(iso, nu) {
  const moment = Date.parse(iso);
  return !Number.isNaN(moment) && nu.getTime() >= moment;
}

const STATUS = ".sp-badge--sluit, .sp-badge--nieuw, .sp-badge--gesprek";

/**
 * Marks one card or page as closed; doing it twice changes nothing.
 * @param {Element} element
 */
function sluit(element) {
  element.removeAttribute("data-sluit");
  element.classList.add("sp-kaart--dicht");
  for (const badge of [...element.querySelectorAll(STATUS)].filter((b) => eigen(b, element))) {
    badge.className = "sp-badge sp-badge--gesloten";
    badge.textContent = "Gesloten";
  }
  for (const moment of element.querySelectorAll("[data-moment]")) moment.textContent = "Gesloten";
  const zin = element.querySelector("[data-gesloten]");
  zin?.removeAttribute("hidden");
  for (const weg of element.querySelectorAll("[data-reageer]")) {
    const hadFocus = weg.contains(document.activeElement);
    weg.remove();
    if (hadFocus && zin instanceof HTMLElement) {
      zin.tabIndex = -1;
      zin.focus();
    }
  }
}

/**
 * Whether a badge belongs to this element and not to a card inside it.
 * @param {Element} badge
 * @param {Element} element
 */
function eigen(badge, element) {
  return (badge.closest("[data-sleutel]") ?? element) === element;
}

/** The longest that a timer of the browser can wait, in milliseconds. */
const LANGSTE_WACHT = 2 ** 31 - 1;

/**
 * How long to wait for the first of some closing moments, in milliseconds; null when there is none to come.
 * @param {string[]} momenten
 * @param {Date} nu
 * @returns {number | null}
 */
function wachttijd(momenten, nu) {
  const komend = momenten.map((iso) => Date.parse(iso) - nu.getTime()).filter((over) => over > 0);
  return komend.length ? Math.min(...komend, LANGSTE_WACHT) : null;
}

/**
 * Checks now, at the next closing moment, and whenever the page comes into view: a tab may stay open for days.
 * @param {Document} document
 */
export function startSluiten(document) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let wekker;

  function kijk() {
    const nu = new Date();
    for (const element of document.querySelectorAll("[data-sluit]")) {
      if (isVoorbij(element.getAttribute("data-sluit") ?? "", nu)) sluit(element);
    }
    clearTimeout(wekker);
    const over = [...document.querySelectorAll("[data-sluit]")].map((element) => element.getAttribute("data-sluit") ?? "");
    const wacht = wachttijd(over, nu);
    if (wacht !== null) wekker = setTimeout(kijk, wacht);
  }
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") kijk();
  });
  kijk();
}
