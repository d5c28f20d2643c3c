/** Facets: OR inside one, AND between them, and every value counted with all filters but those of its own facet. */

/**
 * @typedef {object} Telbaar
 * @property {ArrayLike<number>} kolom for every record a row
 * @property {ArrayLike<number>[]} rijtjes the values of each row
 * @property {number} waarden how many values there are
 * @property {Set<number>} gekozen places of the chosen values; none lets everything through
 */

/**
 * @param {number} aantal records
 * @param {(plek: number) => boolean} doet whether a record takes part at all
 * @param {Telbaar[]} facetten
 * @returns {{over: number[], tellingen: Int32Array[]}} what passes every facet, in order, and a count for every value
 */
export function telFacetten(aantal, doet, facetten) {
  const door = facetten.map(({ rijtjes, gekozen }) =>
    Uint8Array.from(rijtjes, (rij) => (gekozen.size === 0 || Array.from(rij).some((waarde) => gekozen.has(waarde)) ? 1 : 0)),
  );
  const perRij = facetten.map(({ rijtjes }) => new Int32Array(rijtjes.length));
  /** @type {number[]} */
  const over = [];
  for (let plek = 0; plek < aantal; plek++) {
    if (!doet(plek)) continue;
    let mist = -1;
    let missers = 0;
    for (let f = 0; f < facetten.length && missers < 2; f++) {
      if (door[f]?.[facetten[f]?.kolom[plek] ?? 0]) continue;
      mist = f;
      missers++;
    }
    if (missers > 1) continue;
    if (missers === 1) tel(perRij[mist], facetten[mist], plek);
    else {
      over.push(plek);
      for (let f = 0; f < facetten.length; f++) tel(perRij[f], facetten[f], plek);
    }
  }
  return { over, tellingen: facetten.map((facet, f) => perWaarde(facet, perRij[f] ?? new Int32Array(0))) };
}

/**
 * @param {Int32Array | undefined} rijen
 * @param {Telbaar | undefined} facet
 * @param {number} plek
 */
function tel(rijen, facet, plek) {
  const rij = facet?.kolom[plek];
  if (rijen && rij !== undefined) rijen[rij] = (rijen[rij] ?? 0) + 1;
}

/**
 * @param {Telbaar} facet
 * @param {Int32Array} perRij
 * @returns {Int32Array}
 */
function perWaarde({ rijtjes, waarden }, perRij) {
  const uit = new Int32Array(waarden);
  for (const [rij, hoeveel] of perRij.entries()) {
    for (const waarde of Array.from(rijtjes[rij] ?? [])) uit[waarde] = (uit[waarde] ?? 0) + hoeveel;
  }
  return uit;
}
