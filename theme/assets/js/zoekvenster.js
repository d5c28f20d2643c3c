/**
 * The ways to the search dialog, on every page and therefore small: a press, "/", Ctrl+K. The dialog itself comes when
 * somebody reaches for it.
 */

import { bijRust } from "./rust.js";

/** Where a visitor who dictates, and whose words would press "/", has switched that key off. */
export const TOETS = "stageportaal.sneltoets";

/** @returns {boolean} */
export function sneltoetsAan() {
  try {
    return localStorage.getItem(TOETS) !== "uit";
  } catch {
    return true;
  }
}

/**
 * Whether a key belongs to what has the focus.
 * @param {EventTarget | null} doel
 * @returns {boolean}
 */
const schrijft = (doel) =>
  doel instanceof HTMLElement && (doel.isContentEditable || doel.matches("textarea, select, input:not([type=checkbox], [type=radio])"));

/**
 * Whether a key asks for the search. The event of a browser that fills in a field has no key.
 * @param {KeyboardEvent} event
 * @returns {boolean}
 */
function vraagtOmZoeken({ key, ctrlKey, metaKey, altKey, shiftKey, target }) {
  if (key === "/") return !ctrlKey && !metaKey && !altKey && !schrijft(target) && sneltoetsAan();
  return key?.toLowerCase() === "k" && ctrlKey !== metaKey && !altKey && !shiftKey;
}

/**
 * Fetches the code of the search (not its data) when the page is ready and rests, so that a press finds it there.
 * Who saves on data waits for the press.
 * @param {() => Promise<unknown>} haal
 */
function warmOp(haal) {
  const { connection } = /** @type {{connection?: {saveData?: boolean}}} */ (navigator);
  if (connection?.saveData) return;
  const straks = () => bijRust(() => void haal().catch(() => undefined));
  if (document.readyState === "complete") straks();
  else addEventListener("load", straks, { once: true });
}

/**
 * @param {Document} document
 */
export function startZoekvenster(document) {
  const knop = document.querySelector("a.sp-i-zoek");
  if (!(knop instanceof HTMLAnchorElement)) return;

  const haal = () => import("./zoekdialoog.js");
  warmOp(() => Promise.all([haal(), import("./zoek/loket.js").then(({ maakLoket }) => maakLoket())]));
  /** @param {Element | null} opener */
  const open = (opener) => void haal().then(({ openDialoog }) => openDialoog(opener)).catch(() => location.assign(knop.href));

  knop.setAttribute("aria-haspopup", "dialog");
  knop.toggleAttribute("data-stil", !sneltoetsAan());
  for (const soort of ["pointerenter", "focus"]) knop.addEventListener(soort, () => void haal().catch(() => undefined), { once: true });
  knop.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open(knop);
  });
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || !vraagtOmZoeken(event)) return;
    if (document.querySelector("dialog:modal:not(.sp-zoek)")) return;
    event.preventDefault();
    open(document.activeElement);
  });
}
