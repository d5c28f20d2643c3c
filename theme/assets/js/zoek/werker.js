/** The worker: takes questions, gives answers, and keeps the page free to move. */

import { maakBalie } from "./balie.js";

/** @typedef {import("./soorten.js").Vraag} Vraag */

/** After the first list the page is being drawn: practice waits so many milliseconds. */
const NA = 400;
/** A browser compiles what it ran a few times. */
const KEREN = 6;

const beantwoord = maakBalie(new URL("../../zoek/", import.meta.url).href);
const pauze = (/** @type {number} */ ms) => new Promise((verder) => setTimeout(verder, ms));
let geoefend = false;

/**
 * Answers some lists for nobody, so that the first choices of a visitor do not wait for cold code. Each is a task of its
 * own: a real question goes first.
 * @param {Extract<Vraag, {soort: "lijst"}>} vraag
 */
async function oefen(vraag) {
  await pauze(NA);
  for (let keer = 0; keer < KEREN; keer++) {
    await beantwoord({ ...vraag, keuzes: keer % 2 ? { niveau: ["hbo"] } : {} }, () => undefined);
    await pauze(0);
  }
}

self.addEventListener("message", ({ data: { nummer, vraag } }) => {
  beantwoord(vraag, (antwoord) => self.postMessage({ nummer, antwoord })).then(
    () => {
      self.postMessage({ nummer, klaar: true });
      if (vraag.soort !== "lijst" || geoefend) return;
      geoefend = true;
      oefen(vraag).catch(() => undefined);
    },
    (fout) => self.postMessage({ nummer, fout: String(fout) }),
  );
});
