/** What is chosen in the period overview, as it stands in the address. Touches no page. */

/**
 * @typedef {object} Keuze
 * @property {string[]} niveaus
 * @property {string} school id, "" for all
 * @property {string} jaar
 * @property {string} q
 * @property {string} vorm "tijdlijn" or "tabel"
 */

/**
 * What the address asks for; what nobody knows is left out.
 * @param {string} zoek "?niveau=hbo&school=avans"
 * @param {Keuze} standaard everything that can be chosen, and what is chosen at first
 * @param {{scholen: string[], jaren: string[]}} bekend
 * @returns {Keuze}
 */
export function leesKeuze(zoek, standaard, bekend) {
  const vragen = new URLSearchParams(zoek);
  const een = (/** @type {string} */ naam, /** @type {string[]} */ mag, /** @type {string} */ anders) => {
    const waarde = vragen.get(naam) ?? "";
    return mag.includes(waarde) ? waarde : anders;
  };
  const niveau = vragen.get("niveau");
  const gekozen = standaard.niveaus.filter((id) => niveau?.split(",").includes(id));
  return {
    niveaus: niveau === null || (niveau !== "geen" && gekozen.length === 0) ? standaard.niveaus : gekozen,
    school: een("school", bekend.scholen, ""),
    jaar: een("jaar", bekend.jaren, standaard.jaar),
    q: (vragen.get("q") ?? "").slice(0, 100),
    vorm: een("toon", ["tijdlijn", "tabel"], standaard.vorm),
  };
}

/**
 * The address of a choice: only what differs from the first view.
 * @param {Keuze} keuze
 * @param {Keuze} standaard
 * @returns {string} "" or "?…"
 */
export function adresVan(keuze, standaard) {
  const vragen = new URLSearchParams();
  if (keuze.niveaus.length < standaard.niveaus.length) vragen.set("niveau", keuze.niveaus.join(",") || "geen");
  if (keuze.school) vragen.set("school", keuze.school);
  if (keuze.jaar !== standaard.jaar) vragen.set("jaar", keuze.jaar);
  if (keuze.q) vragen.set("q", keuze.q);
  if (keuze.vorm !== standaard.vorm) vragen.set("toon", keuze.vorm);
  const tekst = vragen.toString().replaceAll("%2C", ",");
  return tekst && `?${tekst}`;
}
