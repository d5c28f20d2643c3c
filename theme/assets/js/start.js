/** Starts every behaviour of the frame, each in its own try: one that breaks leaves the others alive. */

import { startBewaren } from "./bewaarknop.js";
import { startFacetten } from "./facetten.js";
import { startKleurschema } from "./kleurschema.js";
import { startMenu } from "./menu.js";
import { startPeriodes } from "./periodes.js";
import { startPrint } from "./print.js";
import { startSluiten } from "./sluiten.js";
import { startUitklap } from "./uitklap.js";
import { startZoekvenster } from "./zoekvenster.js";

for (const start of [startKleurschema, startMenu, startSluiten, startBewaren, startPeriodes, startFacetten, startUitklap, startPrint, startZoekvenster]) {
  try {
    start(document);
  } catch (error) {
    console.error(error);
  }
}
