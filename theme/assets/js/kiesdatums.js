/** In the chooser of the own period: dates that the visitor types, the days at the workplace and those at school. */

import { isoVan, vandaag } from "./dagen.js";
import { rij, zetFout } from "./kiezervelden.js";
import { tekstknop } from "./knoppen.js";
import { maak } from "./maak.js";
import { EIGEN, controleer, kort } from "./opleidingen.js";
import { DAGNAAM, HALVE_DAG, inDagen } from "./woorden.js";

/** @typedef {import("./zoek/soorten.js").Slot} Slot */

const WERKDAGEN = ["ma", "di", "wo", "do", "vr"];

/**
 * Own dates and days.
 * @param {Slot | undefined} was
 */
export function maakDatums(was) {
  /** @param {string} id @param {string} naam @param {string} waarde */
  const datumveld = (id, naam, waarde) => {
    const veld = maak("input", { class: "sp-invoer", type: "date", id, value: waarde, change: opnieuw });
    return { veld, vak: maak("div", { class: "sp-veld", id: `vak-${id}` }, maak("label", { for: id }, naam), veld) };
  };
  const start = datumveld("kies-start", "Eerste dag", was?.start ?? "");
  const eind = datumveld("kies-eind", "Laatste dag", was?.eind ?? "");
  const dagen = maak("select", { class: "sp-invoer", id: "kies-dagen", change: opnieuw });
  for (let getal = 1; getal <= 5; getal += 1) dagen.append(new Option(inDagen(getal), String(getal)));
  dagen.value = String(Math.min(was?.dagen ?? 5, 5));
  const dagenvak = maak("div", { class: "sp-veld", id: "vak-dagen" }, maak("label", { for: dagen.id }, "Dagen per week op je stageplek"), dagen);
  const les = WERKDAGEN.map((id) => ({ id, ...rij({ type: "checkbox", ...(was?.lesdagen.includes(id) ? { checked: true } : {}) }, DAGNAAM[id] ?? id) }));
  const lesvak = maak(
    "fieldset",
    { class: "sp-veld", change: pasAan },
    maak("legend", {}, "Vaste lesdagen"),
    maak("p", { class: "sp-veld__hint" }, "Laat leeg als je geen vaste lesdag hebt."),
    maak("div", { class: "sp-kiezer__dagen" }, ...les.map(({ element }) => element)),
  );
  /** @type {Record<string, {vak: HTMLElement, veld: HTMLInputElement | HTMLSelectElement}>} */
  const velden = { start, eind, dagen: { vak: dagenvak, veld: dagen } };
  let gekeken = false;
  let zelf = Boolean(was);
  dagen.addEventListener("change", () => (zelf = true));

  function opnieuw() {
    if (gekeken) toonFouten();
  }

  /** Who has lessons on two days has three left, unless told otherwise. */
  function pasAan() {
    if (!zelf) dagen.value = String(Math.max(1, 5 - lees().lesdagen.length));
    opnieuw();
  }

  const lees = () => ({
    start: start.veld.value,
    eind: eind.veld.value,
    dagen: Number(dagen.value),
    lesdagen: les.filter(({ veld }) => veld.checked).map(({ id }) => id),
  });

  function toonFouten() {
    const fouten = controleer(lees(), isoVan(vandaag()));
    for (const [naam, { vak, veld }] of Object.entries(velden)) {
      const fout = fouten.find((een) => een.veld === naam);
      const half = veld instanceof HTMLInputElement && veld.validity.badInput;
      const zin = half ? HALVE_DAG : (fout?.zin ?? "");
      const waarde = (!half && fout?.waarde) || "";
      const knop = tekstknop(`Neem ${naam === "dagen" ? inDagen(Number(waarde)) : kort(waarde)} over`, () => {
        veld.value = waarde;
        toonFouten();
        veld.focus();
      });
      zetFout(vak, veld, zin, waarde ? knop : undefined);
    }
    return fouten;
  }

  return {
    velden: [maak("div", { class: "sp-kiezer__twee" }, start.vak, eind.vak), dagenvak, lesvak],
    begin: start.veld,
    /** @returns {HTMLElement | null} what to go to when something is wrong */
    fout() {
      gekeken = true;
      const [eerste] = toonFouten();
      return eerste ? (velden[eerste.veld]?.veld ?? null) : null;
    },
    /** @returns {Slot} */
    slot: () => ({ naam: EIGEN, ...lees() }),
  };
}
