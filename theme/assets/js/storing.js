/** What the list says when the search does not load: the list of the build stays, with the day it was made. */

import { icoon, maak } from "./maak.js";

/**
 * Says that the search does not load.
 * @param {HTMLElement} blok
 * @param {unknown} fout
 * @param {() => void} opnieuw
 */
export function meldStuk(blok, fout, opnieuw) {
  console.error(fout);
  blok.classList.add("sp-vinden--stil");
  const was = blok.querySelector(".sp-vinden__fout");
  const hadFocus = was?.contains(document.activeElement);
  was?.remove();
  const dag = document.querySelector("footer time")?.textContent;
  const knop = maak("button", { type: "button", class: "sp-knop", click: probeer }, "Probeer opnieuw");
  const melding = maak(
    "div",
    { class: "sp-melding sp-melding--fout sp-vinden__fout", role: "alert" },
    maak("p", { class: "sp-melding__kop" }, icoon("letop"), "De zoeker laadt niet."),
    maak("p", {}, dag ? `De lijst hieronder is van ${dag}.` : "De lijst hieronder werkt wel."),
    maak("p", {}, knop),
  );
  blok.querySelector("[data-lijst]")?.prepend(melding);
  if (hadFocus) knop.focus();

  function probeer() {
    // A second press while the first is under way would start everything twice; the focus stays on the button.
    if (knop.getAttribute("aria-disabled")) return;
    knop.setAttribute("aria-disabled", "true");
    opnieuw();
  }
}

/** Takes the message away, when the search loads after all. @param {HTMLElement} blok */
export function meldHeel(blok) {
  blok.classList.remove("sp-vinden--stil");
  const melding = blok.querySelector(".sp-vinden__fout");
  const hadFocus = melding?.contains(document.activeElement);
  melding?.remove();
  if (hadFocus) document.getElementById("uitslag")?.focus();
}
