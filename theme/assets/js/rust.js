/** Work that can wait: until the browser rests, until it has painted, or until somebody comes near. */

/** So many at a time, with room for a key or a press in between. */
const PER_KEER = 8;
/** Half a window above and below what is in sight. */
const NABIJ = { rootMargin: "50% 0px" };
/** Milliseconds that what is asked for waits at most, also when the browser never rests. */
const UITERLIJK = 100;

/**
 * When the browser has nothing better to do.
 * @param {() => void} doe
 * @param {IdleRequestOptions} [hoe]
 */
export function bijRust(doe, hoe) {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(doe, hoe);
  else setTimeout(doe);
}

/**
 * When the browser has painted what stands there now, and soon after that has nothing better to do.
 * @param {() => void} doe
 */
export const naVerf = (doe) => void requestAnimationFrame(() => bijRust(doe, { timeout: UITERLIJK }));

/**
 * What is in sight or near it as soon as the browser has laid the page out, the rest when it rests. Nobody asks where an
 * element is: of a card whose drawing waits that would force the drawing.
 * @param {Iterable<Element>} elementen
 * @param {(deel: Element[]) => void} doe
 */
export function nabijEerst(elementen, doe) {
  const rest = new Set(elementen);
  const kijker = new IntersectionObserver((gezien) => neem(gezien.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target)), NABIJ);

  /** @param {Element[]} deel */
  function neem(deel) {
    const nog = deel.filter((een) => rest.delete(een));
    for (const een of nog) kijker.unobserve(een);
    if (nog.length) doe(nog);
  }
  function neemDeel() {
    neem([...rest].slice(0, PER_KEER));
    if (rest.size) naVerf(neemDeel);
  }

  for (const een of rest) kijker.observe(een);
  naVerf(neemDeel);
}
