/** Starts the form on its page; when it cannot be had, the other ways stand there as the build wrote them. */

/** @param {Document} document */
export async function startFormulier(document) {
  const blok = document.querySelector("[data-formulier]");
  if (!(blok instanceof HTMLElement)) return;
  try {
    const { begin } = await import("./formulier.js");
    await begin(blok);
  } catch (fout) {
    console.error(fout);
    blok.replaceChildren();
    blok.setAttribute("data-formulier", "stil");
    (await import("./berichten.js")).zegStil(blok);
  }
}
