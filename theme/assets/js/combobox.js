/** A field with a list below it (the combobox of ARIA): the field keeps the focus and names the option that is active. */

import { maak } from "./maak.js";

/**
 * @param {string} lijst id of the list
 * @param {Record<string, string | number | ((event: Event) => void)>} eigen of this field
 */
export const maakVeld = (lijst, eigen) =>
  maak("input", {
    type: "text",
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-controls": lijst,
    "aria-expanded": "false",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    ...eigen,
  });

/** Whether a key is for the list: no shortcut, and no letter that is being put together. @param {KeyboardEvent} event */
export const isToets = (event) => !(event.isComposing || event.altKey || event.ctrlKey || event.metaKey);

/**
 * @param {HTMLInputElement} veld
 * @param {() => Iterable<HTMLElement>} opties as they stand in the list now, each with an id
 */
export function maakAanwijzer(veld, opties) {
  /** @type {HTMLElement | undefined} */
  let actief;

  /** @param {HTMLElement} [optie] none: back in the field */
  function wijs(optie) {
    actief?.setAttribute("aria-selected", "false");
    actief = optie;
    optie?.setAttribute("aria-selected", "true");
    optie?.scrollIntoView({ block: "nearest" });
    if (optie) veld.setAttribute("aria-activedescendant", optie.id);
    else veld.removeAttribute("aria-activedescendant");
  }

  return {
    wijs,
    actief: () => actief,

    /**
     * The arrow keys walk round through the list.
     * @param {KeyboardEvent} event
     * @returns {boolean} whether it was one of them
     */
    loop(event) {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return false;
      const alle = [...opties()];
      const plaats = actief ? alle.indexOf(actief) : -1;
      event.preventDefault();
      wijs(event.key === "ArrowDown" ? alle[(plaats + 1) % alle.length] : alle.at(plaats < 1 ? -1 : plaats - 1));
      return true;
    },
  };
}
