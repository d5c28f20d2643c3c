/** Draws the cards of a list in the mould that the page brings: the card of the build with its places left open. */

import { gemarkeerd, maak } from "./maak.js";
import { naar } from "./wortel.js";

/** @typedef {import("./zoek/soorten.js").Item} Item */

/**
 * Repeats the first child of a list for everything that comes in its place; takes the list away when that is nothing.
 * @param {Element | null} lijst
 * @param {[soort: string, tekst: string][]} dingen
 * @param {string} klasse before the kind
 */
function vul(lijst, dingen, klasse) {
  const mal = lijst?.firstElementChild;
  const vol = dingen.filter(([, tekst]) => tekst);
  if (!lijst || !mal || !vol.length) return lijst?.remove();
  lijst.replaceChildren(
    ...vol.map(([soort, tekst]) => {
      const een = /** @type {Element} */ (mal.cloneNode());
      een.className = klasse + soort;
      een.textContent = tekst;
      return een;
    }),
  );
}

/**
 * @param {Element} kaart
 * @param {Item} item
 * @param {Element | null} past
 */
function vulVoet(kaart, { moment, vakgebied }, past) {
  const voet = kaart.querySelector("footer");
  const wanneer = voet?.querySelector("[data-moment]");
  if (!voet || !wanneer) return;
  if (!moment) return voet.remove();
  if (voet.firstElementChild) voet.firstElementChild.textContent = vakgebied.naam;
  wanneer.textContent = moment;
  if (!past) return;
  kaart.classList.add("sp-kaart--past");
  voet.firstElementChild?.after(past);
}

/**
 * @param {HTMLTemplateElement} mal
 * @param {Item} item
 * @param {Element | null} past how it lies in the visitor's period
 * @returns {HTMLLIElement}
 */
export function maakKaart(mal, item, past) {
  const li = maak("li", {}, mal.content.cloneNode(true));
  const kaart = li.querySelector("article");
  const link = kaart?.querySelector("h3 a");
  const wie = kaart?.querySelector(".sp-wie");
  if (!kaart || !link || !wie) return li;
  if (item.sluit) kaart.setAttribute("data-sluit", item.sluit);
  else kaart.removeAttribute("data-sluit");
  kaart.removeAttribute("data-sleutel");
  kaart.setAttribute("data-sleutel", item.sleutel);
  kaart.querySelector(".sp-weefsel use")?.setAttribute("href", `${naar("assets/weefsel.svg")}#${item.vakgebied.id}`);
  vul(kaart.querySelector(".sp-badges"), item.badges, "sp-badge sp-badge--");
  link.setAttribute("href", naar(item.adres));
  link.replaceChildren(...gemarkeerd(item.titel, item.raak));
  wie.textContent = item.wie;
  if (wie.nextElementSibling) wie.nextElementSibling.textContent = item.zin ?? "";
  vul(kaart.querySelector(".sp-tags"), item.tags, "sp-i-");
  vulVoet(kaart, item, past);
  return li;
}

/** What every card in sight shows, to draw again only what changed. @type {WeakMap<Element, string>} */
const getoond = new WeakMap();
/** Stands for the sentence of a card of the build, which has it while ours is still on its way. */
const GEBOUWD = "*";

/** @param {Item} item @param {string} periode */
const beeld = ({ sleutel, titel, raak, zin, badges, moment, past }, periode) =>
  JSON.stringify([sleutel, titel, raak, zin, badges, moment, past, past && periode]);

/**
 * Takes over the cards of the build, when they are the ones that should stand there.
 * @param {Element} lijst
 * @param {Item[]} items
 * @returns {boolean}
 */
export function neemOver(lijst, items) {
  const kaarten = items.map((_, plek) => lijst.children[plek]);
  const zelfde = items.every(({ sleutel }, plek) => kaarten[plek]?.querySelector("[data-sleutel]")?.getAttribute("data-sleutel") === sleutel);
  for (const [plek, kaart] of kaarten.entries()) {
    const item = items[plek];
    if (zelfde && kaart && item) getoond.set(kaart, beeld({ ...item, zin: GEBOUWD }, ""));
  }
  return zelfde;
}

/**
 * Only the sentence of a card came: the card stays, and the focus that may be on it.
 * @param {Element} li
 * @param {string | null} zin
 */
function zetZin(li, zin) {
  const plek = li.querySelector(".sp-wie + p");
  if (plek) plek.textContent = zin;
}

/** Before anybody looked where the window ends. */
const EERST = 4;

/**
 * Keeps count of the cards down to the foot of the window: looked at when the page or its scrolling rests, because
 * asking in the midst of a change would lay the page out twice.
 * @param {Element} lijst
 * @returns {{tel: () => void, aantal: () => number}} `aantal`: how many cards must stand there at once, one more than
 *   are in sight for what moves among them
 */
export function volgZicht(lijst) {
  let zicht = EERST;
  const tel = () => {
    const kaarten = [...lijst.children];
    const buiten = kaarten.findIndex((li) => li.getBoundingClientRect().top > innerHeight);
    zicht = (buiten < 0 ? Math.max(EERST, kaarten.length) : buiten) + 1;
  };
  addEventListener("scrollend", tel);
  addEventListener("resize", tel);
  return { tel, aantal: () => zicht };
}

/**
 * Puts cards of `items` in the list; what stands there already stays as it is.
 * @param {Element} lijst
 * @param {Item[]} items
 * @param {string} periode what the fit was judged by
 * @param {(item: Item) => Element} teken
 * @param {{van?: number, tot?: number}} [deel] only these: what stands before them is right, what stands below them
 *   stays for now
 * @returns {Element[]} those that are new
 */
export function toonKaarten(lijst, items, periode, teken, { van = 0, tot = items.length } = {}) {
  const was = new Map([...lijst.children].slice(van).map((li) => [getoond.get(li), li]));
  /** @type {Element[]} */
  const nieuw = [];
  for (let plek = van; plek < Math.min(tot, items.length); plek++) {
    const item = /** @type {Item} */ (items[plek]);
    const wat = beeld(item, periode);
    let li = was.get(wat) ?? was.get(beeld({ ...item, zin: GEBOUWD }, periode));
    const zonderZin = li ? undefined : was.get(beeld({ ...item, zin: null }, periode));
    if (zonderZin) zetZin((li = zonderZin), item.zin);
    if (!li) nieuw.push((li = teken(item)));
    if (zonderZin || !getoond.has(li)) getoond.set(li, wat);
    if (lijst.children[plek] !== li) lijst.insertBefore(li, lijst.children[plek] ?? null);
  }
  if (tot >= items.length) while (lijst.children.length > items.length) lijst.lastElementChild?.remove();
  return nieuw;
}
