/** How many are saved, at the saved list in the header of every page. */

import { leesBewaard, luister } from "./opslag.js";
import { inStages } from "./woorden.js";

/** @param {Document} document */
export function startBewaartel(document) {
  const link = document.querySelector("a.sp-i-bewaar");
  if (!(link instanceof HTMLElement)) return;
  const plek = link;
  function tel() {
    const { length } = leesBewaard();
    plek.dataset.aantal = String(length);
    plek.setAttribute("aria-label", `Bewaard ${inStages(length)}`);
  }
  luister(tel, "bewaard");
  tel();
}
