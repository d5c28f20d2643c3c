/** The frame of the form: where one is, messages, title, the place of the questions with its buttons, and what stands beside it. */

import { knop } from "../knoppen.js";
import { maak } from "../maak.js";
import { maakBerichten } from "./berichten.js";
import { maakStapwijzer } from "./stapwijzer.js";

/**
 * @param {HTMLElement} blok of the page
 * @param {string[]} titels of the steps with questions
 * @param {{ga: (stap: number) => void, terug: () => void, verder: () => void}} doe
 */
export function maakRaam(blok, titels, { ga, terug, verder }) {
  const naam = document.title.split(" · ").at(-1) ?? "";
  const wijzer = maakStapwijzer(titels, ga);
  const berichten = maakBerichten();
  const fouten = maak("div");
  const kop = maak("h1", { tabindex: -1 });
  const intro = maak("p", { class: "sp-formulier__intro" });
  const velden = maak("div", { class: "sp-formulier__velden" });
  const verderknop = maak("button", { type: "submit", class: "sp-knop" });
  const terugknop = knop("Terug", terug);
  // The form stays where it is: only its questions change with the step.
  const formulier = maak("form", { novalidate: true }, intro, velden, maak("div", { class: "sp-formulier__knoppen" }, verderknop, terugknop));
  const inhoud = maak("div");
  const zijde = maak("aside", { class: "sp-formulier__zij", "aria-label": "Zo ziet het eruit" });
  formulier.addEventListener("submit", (event) => {
    event.preventDefault();
    verder();
  });

  /** @param {HTMLElement | null} wat above the title */
  function zetFouten(wat) {
    fouten.replaceChildren(...(wat ? [wat] : []));
    document.title = `${wat ? "Fout: " : ""}${kop.textContent} · ${wijzer.waar.textContent} · ${naam}`;
  }

  return {
    berichten, intro, velden, verderknop, terugknop, formulier, inhoud, zijde, zetFouten,
    /** Takes the place of what stood on the page. */
    open() {
      const hoofd = maak("div", { class: "sp-formulier__hoofd" }, ...wijzer.delen, berichten.element, fouten, kop, formulier, inhoud);
      blok.replaceChildren(maak("div", { class: "sp-rij sp-formulier__raster" }, hoofd, zijde));
      blok.setAttribute("data-formulier", "klaar");
    },
    /** @param {number} stap @param {string} titel */
    zetStap(stap, titel) {
      wijzer.toon(stap);
      kop.textContent = titel;
      zetFouten(null);
    },
    /** Shows something above the title that asks for attention. @param {HTMLElement} wat */
    wijs(wat) {
      zetFouten(wat);
      wat.tabIndex = -1;
      wat.focus({ preventScroll: true });
      wat.scrollIntoView({ block: "start" });
    },
    naarKop() {
      kop.focus({ preventScroll: true });
      blok.scrollIntoView({ block: "start" });
    },
  };
}
