/** The order of a list of vacancies: as asked, and among equals by the day that comes next. */

/** @typedef {import("./soorten.js").Lijstvraag} Lijstvraag */
/** @typedef {import("./soorten.js").Vacatures} Vacatures */

/** Behind everything that has a day or a place. */
const ACHTERAAN = Number.MAX_SAFE_INTEGER;
/** So far away, in kilometres, is what has no place on earth. */
const NERGENS = 1e9;
/** Of the earth, in kilometres. */
const MIDDELLIJN = 12_742;

/**
 * What can be reacted to comes before what opens later, then as asked, then by day.
 * @param {Vacatures} v
 * @param {Lijstvraag} vraag
 * @param {Float32Array | null} punten how well every vacancy answers to the text, null without one
 * @returns {(a: number, b: number) => number} for places in the columns
 */
export function volgordeVan(v, vraag, punten) {
  const gepland = (/** @type {number} */ plek) => Number((v.open[plek] ?? 0) + v.nul > vraag.vandaag);
  const maat = maatVan(v, vraag, punten);
  // Among equals the next moment counts: what is open by its closing day, what is not yet by its opening day.
  const eerstvolgend = (/** @type {number} */ plek) => (gepland(plek) ? v.open : v.sluit)[plek] ?? 0;
  // For the best answer a place that is not open yet loses a point; in every other order it comes last.
  const rang = vraag.sorteer === "best" ? (/** @type {number} */ plek) => maat(plek) + gepland(plek) : maat;
  return (a, b) => {
    const eerst = vraag.sorteer === "best" ? 0 : gepland(a) - gepland(b);
    return eerst || rang(a) - rang(b) || gepland(a) - gepland(b) || eerstvolgend(a) - eerstvolgend(b) || a - b;
  };
}

/**
 * @param {Vacatures} v
 * @param {Lijstvraag} vraag
 * @param {Float32Array | null} punten
 * @returns {(plek: number) => number} smallest first
 */
function maatVan(v, { sorteer, vanaf }, punten) {
  switch (sorteer) {
    case "best":
      return punten ? (plek) => -(punten[plek] ?? 0) : () => 0;
    case "nieuw":
      return (plek) => -(v.open[plek] ?? 0);
    case "start":
      return (plek) => ((v.start[plek] ?? -1) < 0 ? ACHTERAAN : (v.start[plek] ?? 0));
    case "vergoeding":
      return (plek) => -(v.bedrag[plek] ?? 0);
    case "dichtbij": {
      const ver = afstanden(v, vanaf);
      return (plek) => ver[v.org[plek] ?? 0] ?? ACHTERAAN;
    }
  }
  return () => 0;
}

/**
 * From one organisation to all, in kilometres as the crow flies.
 * @param {Vacatures} v
 * @param {string} vanaf
 * @returns {number[]}
 */
function afstanden({ organisaties }, vanaf) {
  const hier = organisaties.find(({ id }) => id === vanaf)?.ligging;
  return organisaties.map(({ ligging }) => (hier && ligging ? afstand(hier, ligging) : NERGENS));
}

/**
 * @param {[number, number]} a
 * @param {[number, number]} b
 * @returns {number} kilometres
 */
function afstand([breedteA, lengteA], [breedteB, lengteB]) {
  const straal = Math.PI / 180;
  const dy = (breedteB - breedteA) * straal;
  const dx = (lengteB - lengteA) * straal;
  const boog = Math.sin(dy / 2) ** 2 + Math.cos(breedteA * straal) * Math.cos(breedteB * straal) * Math.sin(dx / 2) ** 2;
  return MIDDELLIJN * Math.asin(Math.sqrt(boog));
}
