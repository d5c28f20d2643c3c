/**
 * Text as the search compares it: lower case, without diacritics or apostrophes, cut into words. The build folds the
 * same way (generator/render/search/folding.py); one table of cases holds the two together.
 */

/** Plain English letters and signs, as nearly every title has: these need no look at the whole of Unicode. */
const GEWOON = /^[\x20-\x7e]*$/;

/**
 * @param {string} tekst
 * @returns {string} folded, with what is no letter or digit left in
 */
function vlak(tekst) {
  if (GEWOON.test(tekst)) return tekst.toLowerCase().replace(/['`]/g, "");
  return tekst.toLowerCase().normalize("NFD").replace(/['’‘`´\u00ad\p{M}]/gu, "");
}

/**
 * The words of a text. Letters of other scripts stay: what nobody wrote is found nowhere, and is not nothing.
 * @param {string} tekst
 * @returns {string[]}
 */
export function vouw(tekst) {
  const plat = vlak(tekst);
  return plat.match(GEWOON.test(plat) ? /[a-z0-9]+/g : /[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * The words of a text to be found by: "mbo-4" also as "mbo4".
 * @param {string} tekst
 * @returns {string[]}
 */
export function vouwRuim(tekst) {
  const woorden = vouw(tekst);
  if (!tekst.includes("-")) return woorden;
  const samen = vlak(tekst).match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu) ?? [];
  return [...woorden, ...samen.map((woord) => woord.replaceAll("-", ""))];
}

/**
 * A rough stem, the same for "krant" and "kranten", "brief" and "brieven", "boom" and "bomen", "huis" and "huizen":
 * endings go until there are none, and no word gets shorter than three letters.
 * @param {string} woord folded
 * @returns {string}
 */
export function stam(woord) {
  if (woord.length < 4 || /\d/.test(woord)) return woord;
  let kort = woord.replace(/heden$/, "heid").replace(/(....)ing(en)?$/, "$1");
  for (let was = ""; kort !== was; ) {
    was = kort;
    kort = kort.replace(/(...)([sz]|en?)$/, "$1").replace(/(.)([bdfgklmnprst])\2$/, "$1$2");
  }
  return kort.replace(/v$/, "f").replace(/([aeou])\1([^aeiou]+)$/, "$1$2");
}

/**
 * The parts of a title that words point at: where one begins with such a word, or holds a longer one.
 * @param {string} titel
 * @param {string[]} woorden folded
 * @returns {[van: number, tot: number][]} in order, apart from each other
 */
export function raak(titel, woorden) {
  let plat = "";
  /** @type {number[]} */
  const plek = [];
  let hier = 0;
  for (const teken of titel) {
    for (const letter of vlak(teken)) {
      plat += letter;
      plek.push(hier);
    }
    hier += teken.length;
  }
  plek.push(titel.length);
  const aan = new Uint8Array(titel.length);
  for (const woord of woorden) {
    if (!woord) continue;
    for (let van = plat.indexOf(woord); van >= 0; van = plat.indexOf(woord, van + 1)) {
      const begin = van === 0 || !/[\p{L}\p{N}]/u.test(plat[van - 1] ?? "");
      if (begin || woord.length > 3) aan.fill(1, plek[van], zonderStaart(titel, plek[van + woord.length]));
    }
  }
  return stukken(aan);
}

/**
 * The end of a part without the apostrophes after it: of "boa's" only "boa" was meant.
 * @param {string} titel
 * @param {number} [tot]
 */
const zonderStaart = (titel, tot) => titel.slice(0, tot).replace(/['’‘`´]+$/, "").length;

/**
 * @param {Uint8Array} aan
 * @returns {[van: number, tot: number][]}
 */
function stukken(aan) {
  /** @type {[number, number][]} */
  const uit = [];
  for (let tot = 0, van = aan.indexOf(1); van >= 0; van = aan.indexOf(1, tot)) {
    tot = aan.indexOf(0, van);
    if (tot < 0) tot = aan.length;
    uit.push([van, tot]);
  }
  return uit;
}
