/** Starts every behaviour of the frame, each in its own try: one that breaks leaves the others alive. */

import { startBewaren } from "./bewaarknop.js";
import { startBouwdag } from "./bouwdag.js";
import { startFacetten } from "./facetten.js";
import { startFormulier } from "./formulier/begin.js";
import { startKleurschema } from "./kleurschema.js";
import { startMenu } from "./menu.js";
import { startPrint } from "./print.js";
import { startSluiten } from "./sluiten.js";
import { startStageperiode } from "./stageperiode.js";
import { startUitklap } from "./uitklap.js";
import { startVinden } from "./vinden.js";
import { startZoekvenster } from "./zoekvenster.js";

/** @param {Document} document */
async function startPaspaneel(document) {
  if (document.querySelector("main > article[data-sluit][data-sleutel]")) (await import("./pastpaneel.js")).startPastpaneel(document);
}

/** @type {((document: Document) => unknown)[]} */
const alles = [
  startKleurschema,
  startMenu,
  startSluiten,
  startBewaren,
  startVinden,
  startStageperiode,
  startPaspaneel,
  startFacetten,
  startFormulier,
  startUitklap,
  startPrint,
  startBouwdag,
  startZoekvenster,
];
for (const start of alles) {
  new Promise((klaar) => klaar(start(document))).catch((fout) => console.error(fout));
}
