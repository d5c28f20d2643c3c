/** Where one is in the form: the step in words, a meter of strips, and all steps as a list to go to. */

import { maak } from "../maak.js";

/**
 * @param {string[]} titels of the steps with questions
 * @param {(stap: number) => void} ga
 */
export function maakStapwijzer(titels, ga) {
  const waar = maak("p", { class: "sp-formulier__waar" });
  const strepen = titels.map(() => maak("span"));
  const lijst = maak("ol");
  const stappen = maak("details", { class: "sp-stappen" }, maak("summary", {}, "Alle stappen"), maak("nav", { "aria-label": "Stappen" }, lijst));
  const breed = matchMedia("(min-width: 1100px)");
  const klap = () => (stappen.open = breed.matches);
  breed.addEventListener("change", klap);
  klap();

  /** @param {number} nu */
  function toon(nu) {
    waar.textContent = `Vacature aanbieden · ${nu < titels.length ? `stap ${nu + 1} van ${titels.length}` : "nakijken en versturen"}`;
    for (const [plek, streep] of strepen.entries()) streep.className = plek < nu ? "is-klaar" : plek === nu ? "is-nu" : "";
    lijst.replaceChildren(
      ...[...titels, "Nakijken en versturen"].map((titel, plek) =>
        maak("li", {}, maak("button", { type: "button", click: () => ga(plek), "aria-current": plek === nu && "step" }, titel)),
      ),
    );
  }

  return { waar, delen: [waar, maak("div", { class: "sp-meter", "aria-hidden": true }, ...strepen), stappen], toon };
}
