/** Starts every behaviour of the frame, each in its own try: one that breaks leaves the others alive. */

import { startBewaren } from "./bewaarknop.js";
import { startBewaartel } from "./bewaartel.js";
import { startBouwdag } from "./bouwdag.js";
import { startFacetten } from "./facetten.js";
import { startFormulier } from "./formulier/begin.js";
import { startKleurschema } from "./kleurschema.js";
import { VACATURE } from "./leespagina.js";
import { startMenu } from "./menu.js";
import { startSluiten } from "./sluiten.js";
import { startStageperiode } from "./stageperiode.js";
import { startVinden } from "./vinden.js";
import { startZoekvenster } from "./zoekvenster.js";

/**
 * What only some pages have is fetched where it is.
 * @param {string} waar
 * @param {(element: Element) => Promise<unknown>} haal
 * @returns {(document: Document) => unknown}
 */
const soms = (waar, haal) => (document) => {
  const element = document.querySelector(waar);
  return element && haal(element);
};

/** @type {((document: Document) => unknown)[]} */
const alles = [
  startKleurschema,
  startMenu,
  startSluiten,
  startBewaren,
  startBewaartel,
  startVinden,
  startStageperiode,
  soms(VACATURE, async (vacature) => (await import("./pastpaneel.js")).startPastpaneel(vacature)),
  soms("[data-periodes]", async (overzicht) => (await import("./periodes.js")).startPeriodes(overzicht)),
  startFacetten,
  startFormulier,
  soms("details[data-uitklap]", async () => (await import("./uitklap.js")).startUitklap(document)),
  soms("[data-print]", async () => (await import("./print.js")).startPrint(document)),
  startBouwdag,
  startZoekvenster,
];
for (const start of alles) {
  new Promise((klaar) => klaar(start(document))).catch((fout) => console.error(fout));
}
