/** The page's side of the search: one worker for all that ask, or the same answers from the page itself without one. */

/** @typedef {import("./soorten.js").Vraag} Vraag */
/** @typedef {import("./soorten.js").Antwoord} Antwoord */
/**
 * @template {Vraag} V
 * @typedef {Extract<Antwoord, {soort: V["soort"]}>} AntwoordOp
 */
/** @typedef {{meld: (antwoord: any) => void, fout: (fout: Error) => void}} Wachter */
/** @typedef {(vraag: Vraag, wachter: Wachter) => void} Weg */

/** @type {Weg | null} */
let weg = null;

/** @returns {Weg} the worker; without workers the page itself */
function kiesWeg() {
  try {
    return viaWerker();
  } catch {
    return viaPagina();
  }
}

/** @returns {Weg} */
function viaWerker() {
  const werker = new Worker(new URL("./werker.js", import.meta.url), { type: "module" });
  /** @type {Map<number, {vraag: Vraag, wachter: Wachter}>} */
  const open = new Map();
  let nummer = 0;
  werker.addEventListener("message", ({ data }) => {
    const { wachter } = open.get(data.nummer) ?? {};
    if (data.antwoord) return wachter?.meld(data.antwoord);
    // No more answers: all were told, or they could not be had.
    open.delete(data.nummer);
    if (data.fout) wachter?.fout(new Error(data.fout));
  });
  // A worker that does not start (blocked, too old a browser) leaves its questions to the page.
  werker.addEventListener("error", () => {
    werker.terminate();
    const zelf = viaPagina();
    weg = zelf;
    for (const { vraag, wachter } of open.values()) zelf(vraag, wachter);
    open.clear();
  });
  return (vraag, wachter) => {
    open.set(++nummer, { vraag, wachter });
    werker.postMessage({ nummer, vraag });
  };
}

/** @returns {Weg} */
function viaPagina() {
  const balie = import("./balie.js").then(({ maakBalie }) => maakBalie(new URL("../../zoek/", import.meta.url).href));
  // A browser may remember that a module did not come: the next question tries a worker, which fetches its own.
  balie.catch(() => (weg = null));
  return (vraag, { meld, fout }) => {
    balie.then((beantwoord) => beantwoord(vraag, meld)).catch(fout);
  };
}

/**
 * @returns {{vraag: <V extends Vraag>(vraag: V, vernieuwd?: (antwoord: AntwoordOp<V>) => void) => Promise<AntwoordOp<V>>}}
 *   `vraag` gives the first answer and calls `vernieuwd` when a fuller one comes; it rejects when the data cannot be
 *   had, and asking again tries again. Who asks quickly must drop answers to older questions.
 */
export function maakLoket() {
  weg ??= kiesWeg();
  return {
    vraag: (vraag, vernieuwd) =>
      new Promise((goed, fout) => {
        let eerste = true;
        const meld = (/** @type {any} */ antwoord) => {
          if (eerste) goed(antwoord);
          else vernieuwd?.(antwoord);
          eerste = false;
        };
        (weg ??= kiesWeg())(vraag, { meld, fout });
      }),
  };
}
