/** The chooser of the own internship period: the periods of a programme, or dates that the visitor types. */

import { vandaag } from "./dagen.js";
import { houdEscape, openStil } from "./dialoog.js";
import { maakDatums } from "./kiesdatums.js";
import { maakPeriodes, maakZoeker } from "./kiesopleiding.js";
import { rij, zetFout } from "./kiezervelden.js";
import { melding, tekstknop } from "./knoppen.js";
import { maak } from "./maak.js";
import { EIGEN, alleOpleidingen, komende, naamVan } from "./opleidingen.js";
import { leesPeriode, opslagWerkt, zetPeriode } from "./opslag.js";
import { maakLoket } from "./zoek/loket.js";

/** @typedef {import("./opleidingen.js").Keus} Keus */
/** @typedef {import("./bewaarvorm.js").Periode} Periode */

const STIL = "Je browser bewaart niets in dit venster. Je periode geldt zolang je op deze pagina blijft.";

/**
 * Opens the chooser and waits until it is closed.
 * @param {HTMLElement} [opener] gets the focus back
 * @returns {Promise<void>}
 */
export async function kies(opener) {
  if (document.querySelector("dialog.sp-kiezer")) return;
  const nu = leesPeriode();
  let stil = !opslagWerkt();
  const eigenSlot = nu?.slots.find(({ naam }) => naam === EIGEN);
  /** @type {ReturnType<typeof maakPeriodes> | null} */
  let periodes = null;

  const zoeker = maakZoeker(bijKeuze);
  const datums = maakDatums(eigenSlot);
  const erbij = maak("p", { class: "sp-kiezer__erbij", role: "status" });
  const kop = maak("h2", { id: "kiezer-kop", tabindex: -1 }, "Jouw stageperiode");
  const radio = (/** @type {string} */ waarde, /** @type {string} */ naam, /** @type {boolean} */ aan) =>
    rij({ type: "radio", name: "weg", value: waarde, change: toonWeg, ...(aan ? { checked: true } : {}) }, naam);
  const viaOpleiding = radio("opleiding", "Mijn opleiding", !eigenSlot);
  const viaDatums = radio("datums", EIGEN, Boolean(eigenSlot));
  const plekPeriodes = maak("div");
  const deelOpleiding = maak("div", {}, zoeker.element, plekPeriodes);
  const deelDatums = maak("div", {}, erbij, ...datums.velden);
  const binnen = maak(
    "div",
    { class: "sp-kiezer__in" },
    stil ? melding("letop", STIL, { role: "status" }) : null,
    maak("fieldset", { class: "sp-kiezer__weg" }, maak("legend", { class: "sp-vh" }, "Waarmee vergelijken we?"), viaOpleiding.element, viaDatums.element),
    deelOpleiding,
    deelDatums,
  );
  const wis = nu ? tekstknop("Wis mijn periode", () => bewaar(null)) : null;
  const dialoog = maak(
    "dialog",
    { class: "sp-kiezer", "aria-labelledby": kop.id },
    maak(
      "form",
      { novalidate: true, submit: gebruik },
      maak("header", {}, maak("div", {}, kop, maak("p", {}, "Dan zie je bij elke stage of hij past, en waarom. Dit blijft op dit apparaat.")), maak("button", { type: "button", class: "sp-chip", click: () => dialoog.close() }, "Sluit")),
      binnen,
      maak("footer", {}, maak("button", { class: "sp-knop" }, "Gebruik deze periode"), wis),
    ),
  );

  function toonWeg() {
    const eigen = viaDatums.veld.checked;
    deelOpleiding.hidden = eigen;
    deelDatums.hidden = !eigen;
    const keus = zoeker.gekozen();
    const weet = keus && komende(keus.opleiding.periodes, vandaag()).length > 0;
    const naam = keus ? naamVan(keus) : "";
    erbij.textContent = !keus ? "" : weet ? `Je opleiding blijft erbij: ${naam}.` : `Van ${naam} kennen we de stageperiodes nog niet. Vul hieronder je eigen datums in, je opleiding blijft erbij.`;
    erbij.hidden = !keus;
  }

  function naarDatums() {
    viaDatums.veld.checked = true;
    toonWeg();
    datums.begin.focus();
  }

  /** @param {Keus | null} keus */
  function bijKeuze(keus) {
    const weet = keus && komende(keus.opleiding.periodes, vandaag()).length > 0;
    periodes = weet ? maakPeriodes(keus, nu?.opleiding === keus.opleiding.id ? nu.slots : []) : null;
    plekPeriodes.replaceChildren(...(periodes ? [periodes.vak] : []));
    if (keus && !weet && !viaDatums.veld.checked) naarDatums();
    else toonWeg();
  }

  /**
   * @param {Periode | null} periode
   * @returns {void}
   */
  function bewaar(periode) {
    if (zetPeriode(periode) || stil) return dialoog.close();
    // The choice counts already; who has read this closes the dialog.
    stil = true;
    binnen.prepend(melding("letop", STIL, { role: "status" }));
    binnen.scrollTop = 0;
  }

  /**
   * @param {Event} event
   * @returns {void}
   */
  function gebruik(event) {
    event.preventDefault();
    const keus = zoeker.gekozen();
    const bij = { opleiding: keus?.opleiding.id ?? "", naam: keus ? naamVan(keus) : EIGEN };
    if (viaDatums.veld.checked) {
      const fout = datums.fout();
      return fout ? fout.focus() : bewaar({ ...bij, slots: [datums.slot()] });
    }
    if (!periodes) {
      zetFout(zoeker.element, zoeker.veld, "Kies je opleiding uit de lijst. Staat hij er niet bij? Vul dan eigen datums in.", tekstknop("Vul eigen datums in", naarDatums));
      return zoeker.veld.focus();
    }
    const fout = periodes.fout();
    return fout ? fout.focus() : bewaar({ ...bij, slots: periodes.lees() });
  }

  async function haal() {
    try {
      const { scholen } = await maakLoket().vraag({ soort: "scholen" });
      zoeker.leer(alleOpleidingen(scholen), nu?.opleiding ?? "");
    } catch (fout) {
      console.error(fout);
      const opnieuw = tekstknop("Probeer opnieuw", () => {
        bericht.remove();
        zoeker.veld.focus();
        void haal();
      });
      const bericht = melding("letop", "De opleidingen laden nu niet. Vul eigen datums in, of probeer het opnieuw.", { role: "status" });
      bericht.append(maak("p", {}, opnieuw));
      deelOpleiding.prepend(bericht);
    }
  }

  toonWeg();
  houdEscape(dialoog);
  document.body.append(dialoog);
  openStil(dialoog);
  if (!matchMedia("(pointer: fine)").matches) kop.focus();
  else if (eigenSlot) datums.begin.focus();
  else zoeker.veld.focus();
  void haal();
  await new Promise((klaar) => dialoog.addEventListener("close", klaar, { once: true }));
  dialoog.remove();
  if (opener?.isConnected) opener.focus();
}
