/** The worker: takes questions, gives answers, and keeps the page free to move. */

import { maakBalie } from "./balie.js";

const beantwoord = maakBalie(new URL("../../zoek/", import.meta.url).href);

self.addEventListener("message", ({ data: { nummer, vraag } }) => {
  beantwoord(vraag, (antwoord) => self.postMessage({ nummer, antwoord })).then(
    () => self.postMessage({ nummer, klaar: true }),
    (fout) => self.postMessage({ nummer, fout: String(fout) }),
  );
});
