/** On the page of a vacancy: how it lies in the visitor's own period, or the way to choose that period. */

import { tekstknop } from "./knoppen.js";
import { maak } from "./maak.js";
import { leesPeriode, luister } from "./opslag.js";
import { openPeriode } from "./stageperiode.js";

/**
 * @param {Element} vacature
 */
export function startPastpaneel(vacature) {
  const stapel = vacature.querySelector(".sp-stapel");
  const sleutel = vacature.getAttribute("data-sleutel") ?? "";
  if (!stapel) return;
  const paneel = maak("div", { class: "sp-paspaneel" });
  let beurt = 0;

  const naarAntwoord = () => /** @type {HTMLElement | null} */ (paneel.querySelector("h2, button"))?.focus();

  /** The button that opens the chooser. @param {string} tekst */
  function kiesknop(tekst) {
    const knop = tekstknop(tekst, () => void kies(knop).catch(console.error));
    return knop;
  }
  /** Who chose hears the answer, also when it came in the place of the button while the dialog was open. @param {HTMLElement} opener */
  async function kies(opener) {
    await openPeriode(opener);
    if (!opener.isConnected) naarAntwoord();
  }

  /** @param {string} fit @param {...Node} delen */
  function zet(fit, ...delen) {
    const had = paneel.contains(document.activeElement);
    paneel.className = `sp-paspaneel${fit && ` sp-paspaneel--${fit}`}`;
    paneel.replaceChildren(...delen);
    // Nobody else is moved.
    if (had) naarAntwoord();
  }

  async function toon() {
    const mijn = ++beurt;
    const periode = leesPeriode();
    if (!periode) return zet("", kiesknop("Past dit bij jouw periode? Kies je opleiding"));
    const anders = kiesknop("Andere opleiding of eigen datums");
    try {
      const { maakPaneel } = await import("./pastvol.js");
      const { fit, delen } = await maakPaneel(sleutel, periode, document);
      if (mijn === beurt) zet(fit, ...delen, anders);
    } catch (fout) {
      console.error(fout);
      const zin = maak("p", {}, "Of deze stage in je periode past, kunnen we nu niet uitrekenen.");
      if (mijn === beurt) zet("fout", zin, tekstknop("Probeer opnieuw", () => void toon()), anders);
    }
  }
  stapel.prepend(paneel);
  luister(() => void toon(), "periode");
  void toon();
}
