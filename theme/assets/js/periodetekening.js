/** The drawing of the periods of a school year: closes it up when lanes go, and marks a lane as the visitor's own. */

/** The measures of generator/render/charts.py: a lane, the heading of a school, the room after one. */
const RIJ = 46;
const KOP = 50;
const NA = 8;

/** @param {string} naam @param {Record<string, string | number>} eigen */
function vorm(naam, eigen) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", naam);
  for (const [wat, waarde] of Object.entries(eigen)) element.setAttribute(wat, String(waarde));
  return element;
}

/**
 * Tints a lane and says below its title whose it is; or takes that away.
 * @param {Element} baan
 * @param {boolean} jouw
 */
export function tint(baan, jouw) {
  for (const oud of baan.querySelectorAll("[data-jouw]")) oud.remove();
  if (!jouw) return;
  const titel = baan.querySelector(".t-titel");
  const woord = vorm("tspan", { class: "t-jouw-woord", "data-jouw": "" });
  woord.textContent = " · jouw periode";
  baan.prepend(vorm("rect", { class: "t-jouw-vlak", x: 0, width: "100%", y: Number(titel?.getAttribute("y")) - 17, height: RIJ - 2, "data-jouw": "" }));
  baan.querySelector(".t-sub")?.append(woord);
}

/**
 * Sets the lanes that stay under each other, and makes the drawing as high as they need.
 * @param {Element} svg
 */
export function schuifAan(svg) {
  let [y, oud] = [0, 0];
  for (const deel of svg.querySelectorAll(".t-groep, .t-rij")) {
    const kop = deel.classList.contains("t-groep");
    const blijft = !deel.classList.contains("sp-weg");
    if (kop && oud) oud += NA;
    if (kop && y && blijft) y += NA;
    deel.setAttribute("transform", `translate(0 ${y - oud})`);
    const hoog = kop ? KOP : RIJ;
    oud += hoog;
    if (blijft) y += hoog;
  }
  const vak = svg.getAttribute("data-vak") ?? svg.getAttribute("viewBox") ?? "";
  svg.setAttribute("data-vak", vak);
  svg.setAttribute("viewBox", vak.replace(/\d+$/, (hoog) => String(Number(hoog) - oud + y)));
  for (const nu of svg.querySelectorAll(".t-nu :not(path)")) nu.setAttribute("transform", `translate(0 ${y - oud})`);
}
