/** What a number or an amount can mean that somebody typed: `dutch_numbers` of generator/model/vocabulary.py once more. */

import { opEenRegel } from "./tekst.js";

/** As a file has it. */
export const GETAL = /^-?(0|[1-9]\d{0,8})(\.\d{1,8})?$/;
/** With the signs of money around it: € 450,- and 450 euro. */
const GELD = /^(?:€|eur(?:o|\.)?)? ?([\d., ]*\d)(?:[.,](?:-{1,2}|–|—|=))? ?(?:€|euro?)?$/i;
const DUIZENDEN = /^([1-9]\d{0,2}(?:([. ])\d{3})(?:\2\d{3})*)(?:,(\d{1,8}))?$/;
const MET_KOMMA = /^(0|[1-9]\d*),(\d{1,8})$/;
const ONZEKER = /^([1-9]\d{0,2}),(\d{3})$/;

/**
 * One meaning is sure, two are to be asked back, none is no number.
 * @param {string} tekst
 * @returns {string[]} as a file has them
 */
export function getallen(tekst) {
  const regel = opEenRegel(tekst);
  const kaal = GELD.exec(regel)?.[1] ?? regel;
  const [, voor, na] = ONZEKER.exec(kaal) ?? [];
  if (voor && na) return [voor + na, String(Number(`${voor}.${na}`))];
  const [, heel = "", , deel] = DUIZENDEN.exec(kaal) ?? [];
  const zonder = heel ? heel.replace(/\D/g, "") + (deel ? `.${deel}` : "") : kaal;
  const goed = zonder.replace(MET_KOMMA, "$1.$2");
  return GETAL.test(goed) ? [goed] : [];
}
