/** Steps in the history that never throw: a browser refuses or ignores them when a page makes many in a short time. */

/**
 * @param {"pushState" | "replaceState"} hoe
 * @param {string} adres
 * @param {unknown} staat
 */
function schrijf(hoe, adres, staat) {
  try {
    history[hoe](staat, "", adres);
  } catch (fout) {
    console.warn(fout);
  }
  return location.href === new URL(adres, location.href).href;
}

/**
 * Makes a step to come back to.
 * @param {string} [adres] where we are, by default
 * @param {unknown} [staat] none by default
 * @returns {boolean} whether the address is this one now
 */
export const duw = (adres = location.href, staat = null) => schrijf("pushState", adres, staat);

/**
 * Changes the step on which we are.
 * @param {string} [adres] where we are, by default
 * @param {unknown} [staat] as it was, by default
 * @returns {boolean} whether the address is this one now
 */
export const vervang = (adres = location.href, staat = history.state) => schrijf("replaceState", adres, staat);
