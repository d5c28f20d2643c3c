/** Work that can wait: until the browser rests, until it has painted, or until somebody comes near. */

/** So many at a time, with room for a key or a press in between. */
const PER_KEER = 8;
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
 * What is in sight or near it at once, the rest when the browser rests, or when it is scrolled into sight before that.
 * @param {Iterable<Element>} elementen
 * @param {(deel: Element[]) => void} doe
 */
export function nabijEerst(elementen, doe) {
  let rest = [...elementen];
  const klaar = new AbortController();

  /** @param {Element[]} deel */
  function neem(deel) {
    rest = rest.filter((een) => !deel.includes(een));
    doe(deel);
    if (!rest.length) klaar.abort();
  }
  /** Looks at all before anything is changed: in between, every look would lay the page out again. */
  function neemNabij() {
    neem(
      rest.filter((een) => {
        const { top, bottom, height } = een.getBoundingClientRect();
        return height && bottom > -innerHeight / 2 && top < innerHeight * 1.5;
      }),
    );
  }
  function neemDeel() {
    neem(rest.slice(0, PER_KEER));
    if (rest.length) bijRust(neemDeel, { timeout: UITERLIJK });
  }

  neemNabij();
  if (!rest.length) return;
  for (const soort of ["scroll", "resize"]) addEventListener(soort, neemNabij, { signal: klaar.signal, passive: true });
  bijRust(neemDeel, { timeout: UITERLIJK });
}
