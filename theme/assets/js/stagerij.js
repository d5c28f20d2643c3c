/**
 * One saved vacancy on the page of the list: what it is, the own note and diary, and the way to take it away. What is
 * kept and what is known today may change under it; what somebody is doing in it goes on.
 */

import { past } from "./bewaardnieuws.js";
import { maakDagboek, regel } from "./dagboek.js";
import { icoonknop, verborgen } from "./knoppen.js";
import { maak, teken } from "./maak.js";
import { stand } from "./stagelijst.js";
import { naar } from "./wortel.js";

/** @typedef {import("./bewaarvorm.js").Bewaard} Bewaard */
/** @typedef {import("./zoek/soorten.js").Item} Item */
/**
 * What a row asks of its page.
 * @typedef {object} Werk
 * @property {(een: Bewaard) => Bewaard} nu as it is kept now
 * @property {(een: Bewaard, deel: Partial<Bewaard>) => void} wijzig keeps a change
 * @property {(rij: Rij) => void} kies the box to compare was pressed
 * @property {(rij: Rij) => void} haalWeg
 */
/** @typedef {ReturnType<typeof maakRij>} Rij */

/**
 * What a vacancy is: title, organisation, moment, and with today's data also badges, facts and fit.
 * @param {Bewaard} een
 * @param {Item | null} [item]
 * @returns {Node[]}
 */
export function over(een, item) {
  const { badge, zin } = stand(een, item, new Date());
  const open = badge ? null : item;
  const badges = badge ? [["gesloten", badge]] : (item?.badges ?? []);
  return [
    open && teken("weefsel.svg", open.vakgebied.id, "sp-weefsel"),
    badges.length > 0 && maak("p", { class: "sp-badges" }, ...badges.map(([soort, tekst]) => maak("span", { class: `sp-badge sp-badge--${soort}` }, tekst))),
    maak("h3", {}, maak("a", { href: naar(item?.adres ?? `vacatures/${een.sleutel}/`) }, een.titel || een.sleutel)),
    maak("p", { class: "sp-wie" }, een.wie),
    open && maak("ul", { class: "sp-tags" }, ...open.tags.map(([soort, tekst]) => maak("li", { class: `sp-i-${soort}` }, tekst))),
    maak("p", { class: "sp-stage__moment" }, zin),
    open?.past && past(open),
  ].filter((deel) => deel instanceof Node);
}

/**
 * Puts a text into a field in which somebody may be typing: the cursor stays in its words.
 * @param {HTMLTextAreaElement} veld
 * @param {string} tekst
 */
function zetWoorden(veld, tekst) {
  const { value: was, selectionStart: van, selectionEnd: tot } = veld;
  if (was === tekst) return;
  const schuif = Math.max(0, tekst.indexOf(was));
  veld.value = tekst;
  if (veld === document.activeElement) veld.setSelectionRange(van + schuif, tot + schuif);
}

/**
 * @param {Bewaard} begin
 * @param {Werk} werk
 */
export function maakRij(begin, werk) {
  let een = begin;
  /** What is known today, undefined as long as nothing is. @type {Item | null | undefined} */
  let item;

  const titel = () => maak("span", { "data-titel": true }, een.titel);
  const bij = () => verborgen(" bij ", titel());
  const vinkje = maak("input", { type: "checkbox", change: () => werk.kies(rij) });
  const vink = maak("label", { class: "sp-vergelijk__vink" }, vinkje, maak("span", {}, "Vergelijk", verborgen(" ", titel())));
  const veld = maak("textarea", { class: "sp-invoer", rows: 2, maxlength: 2000, input: () => wijzig({ notitie: veld.value }) });
  const label = maak("label", {}, "Mijn notitie", bij());
  const logboek = maakDagboek(bij, () => werk.nu(een).dagboek, (stappen) => wijzig({ dagboek: stappen }));
  const vak = maak("div", { class: "sp-stage__over" });
  // Fields print badly: on paper this stands in their place.
  const papier = maak("div", { class: "sp-stage__papier" });
  const element = maak(
    "li",
    { class: "sp-vel sp-stage" },
    vak,
    maak("div", { class: "sp-stage__eigen" }, label, veld, logboek.element, papier),
    maak("div", { class: "sp-stage__voet" }, vink, icoonknop("kruis", "Haal weg", () => werk.haalWeg(rij), " ", titel())),
  );

  /** @param {Partial<Bewaard>} deel */
  function wijzig(deel) {
    werk.wijzig(een, deel);
    een = werk.nu(een);
    tekenPapier();
  }

  function tekenPapier() {
    papier.replaceChildren(maak("p", {}, een.notitie), maak("ul", {}, ...een.dagboek.map((stap) => maak("li", {}, regel(stap)))));
  }

  /** The link may have the focus; the new one then gets it. */
  function tekenOver() {
    const hadFocus = vak.contains(document.activeElement);
    vak.replaceChildren(...over(een, item));
    if (hadFocus) naarLink();
  }
  const naarLink = () => vak.querySelector("a")?.focus({ preventScroll: true });

  /** What is closed is compared no more. */
  function dooft() {
    const hadFocus = vink.contains(document.activeElement);
    vink.remove();
    if (vinkje.checked) {
      vinkje.checked = false;
      werk.kies(rij);
    }
    if (hadFocus) naarLink();
  }

  const rij = {
    element,
    vinkje,
    naarLink,
    sleutel: () => een.sleutel,

    /**
     * @param {Bewaard} nieuw as it is kept now
     * @param {Item | null} [vandaag] what is known today, by default what was known
     */
    toon(nieuw, vandaag = item) {
      const [was, eerst] = [een, !element.dataset.stage];
      if (!eerst && vandaag === item && JSON.stringify(nieuw) === JSON.stringify(was)) return;
      [een, item] = [nieuw, vandaag];
      element.dataset.stage = een.sleutel;
      label.htmlFor = veld.id = `notitie-${een.sleutel}`;
      for (const plek of element.querySelectorAll("[data-titel]")) plek.textContent = een.titel;
      zetWoorden(veld, een.notitie);
      if (eerst || JSON.stringify(een.dagboek) !== JSON.stringify(was.dagboek)) logboek.teken(een.dagboek);
      tekenOver();
      tekenPapier();
      if (item !== undefined && stand(een, item, new Date()).badge) dooft();
    },
  };
  rij.toon(begin);
  return rij;
}
