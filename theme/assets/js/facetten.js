/**
 * Opens the first two facet groups where they stand in a column of their own; on a phone they stay pills. Not where
 * the finder is about to put its form in their place.
 */

/**
 * @param {Document} document
 */
export function startFacetten(document) {
  const groepen = [...document.querySelectorAll(":not([data-filters]) > nav > details[data-facet]")];
  if (!matchMedia("(min-width: 1100px)").matches || groepen.some((groep) => groep.hasAttribute("open"))) return;
  for (const groep of groepen.slice(0, 2)) groep.setAttribute("open", "");
}
