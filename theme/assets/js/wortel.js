/** Where the site begins: pages lie at several depths, and the site may live below a folder. */

const WORTEL = new URL("../../", import.meta.url);

/**
 * The full address of a place on the site.
 * @param {string} adres from the root: "vacatures/breda/x/"
 * @returns {string}
 */
export function naar(adres) {
  return new URL(adres, WORTEL).href;
}
