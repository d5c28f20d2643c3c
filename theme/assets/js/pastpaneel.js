/** On the page of a vacancy: how it lies in the visitor's own period, or the way to choose that period. */

import { maak } from "./maak.js";
import { leesPeriode, luister } from "./opslag.js";
import { openPeriode } from "./stageperiode.js";

/**
 * @param {Document} document
 */
export function startPastpaneel(document) {
  const vacature = document.querySelector("main > article[data-sluit][data-sleutel]");
  const stapel = vacature?.querySelector(".sp-stapel");
  const sleutel = vacature?.getAttribute("data-sleutel");
  if (!stapel || !sleutel) return;
  const adres = sleutel;
  const paneel = maak("div", { class: "sp-paspaneel" });
  let beurt = 0;

  /** @param {string} tekst @param {(knop: HTMLElement) => unknown} doe */
  function knop(tekst, doe) {
    const element = maak("button", { type: "button", class: "sp-tekstknop", click: () => doe(element) }, tekst);
    return element;
  }
  const kies = (/** @type {HTMLElement} */ opener) => openPeriode(opener).catch(console.error);

  /** @param {string} fit @param {...Node} delen */
  function zet(fit, ...delen) {
    const had = paneel.contains(document.activeElement);
    paneel.className = `sp-paspaneel${fit && ` sp-paspaneel--${fit}`}`;
    paneel.replaceChildren(...delen);
    // Who just chose hears the answer; nobody else is moved.
    if (had) /** @type {HTMLElement | null} */ (paneel.querySelector("h2, button"))?.focus();
  }

  async function toon() {
    const mijn = ++beurt;
    const periode = leesPeriode();
    document.documentElement.classList.toggle("sp-met-periode", periode !== null);
    if (!periode) return zet("", knop("Past dit bij jouw periode? Kies je opleiding", kies));
    const anders = knop("Andere opleiding of eigen datums", kies);
    try {
      const { maakPaneel } = await import("./pastvol.js");
      const { fit, delen } = await maakPaneel(adres, periode, document);
      if (mijn === beurt) zet(fit, ...delen, anders);
    } catch (fout) {
      console.error(fout);
      const zin = maak("p", {}, "Of deze stage in je periode past, kunnen we nu niet uitrekenen.");
      if (mijn === beurt) zet("fout", zin, knop("Probeer opnieuw", () => toon()), anders);
    }
  }
  stapel.prepend(paneel);
  luister(() => void toon());
  void toon();
}
