/** What more than one script reads from a page. */

/**
 * The text of an element without the soft hyphens that the build puts into long words.
 * @param {Element | null | undefined} element
 */
export const tekstVan = (element) => (element?.textContent ?? "").replaceAll("\u00ad", "").replace(/\s+/g, " ").trim();

/** The vacancy that the page is about, as long as it is open. */
export const VACATURE = "main > article[data-sluit][data-sleutel]";
