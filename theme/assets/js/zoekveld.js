/**
 * The search field of the front page: finds the complete list that fits what was typed, and goes there.
 * The lists with their words come from wegen.json, fetched when somebody reaches for the field.
 */

/** @typedef {[label: string, address: string, ...words: string[]]} Weg */

/**
 * Text as it is compared: lower case, no accents, single spaces.
 * @param {string} tekst
 * @returns {string}
 */
export function kaal(tekst) {
  return tekst.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[^a-z0-9]+/g, " ").trim();
}

/**
 * How well a word that leads somewhere fits what was typed: 0 not at all, more is better.
 * @param {string} woord both as `kaal` gives them
 * @param {string} vraag
 * @returns {number}
 */
export function past(woord, vraag) {
  if (!woord || !vraag) return 0;
  if (woord === vraag) return 5;
  if (woord.startsWith(`${vraag} `)) return 4;
  if (` ${woord} `.includes(` ${vraag} `)) return 3;
  if (vraag.length > 2 && woord.startsWith(vraag)) return 2;
  if (woord.length > 2 && ` ${vraag} `.includes(` ${woord} `)) return 1.5;
  return vraag.length > 3 && woord.includes(vraag) ? 1 : 0;
}

/**
 * The list that fits best, or null. The label counts a little more than the other words; the first wins a tie.
 * @param {Weg[]} wegen
 * @param {string} getypt
 * @returns {Weg | null}
 */
export function beste(wegen, getypt) {
  const vraag = kaal(getypt);
  /** @type {Weg | null} */
  let gevonden = null;
  let hoogste = 0;
  for (const weg of wegen) {
    const [label, , ...woorden] = weg;
    const score = Math.max(past(kaal(label), vraag) * 1.1, ...woorden.map((woord) => past(kaal(woord), vraag)));
    if (score > hoogste) [gevonden, hoogste] = [weg, score];
  }
  return gevonden;
}

/**
 * @param {Document} document
 */
export function startZoekveld(document) {
  const formulier = document.querySelector("form[data-zoekveld]");
  if (!(formulier instanceof HTMLFormElement)) return;
  const veld = formulier.querySelector("input");
  const melding = formulier.querySelector("[role=status]");
  if (!veld || !melding) return;
  const { zoekveld = "", wortel = "" } = formulier.dataset;
  /** @type {Promise<Weg[]> | null} */
  let wegen = null;
  const haal = () => (wegen ??= fetch(zoekveld).then((antwoord) => (antwoord.ok ? antwoord.json() : [])));

  veld.addEventListener("focus", () => void haal().catch(() => (wegen = null)), { once: true });
  formulier.addEventListener("submit", (event) => {
    if (!veld.value.trim()) return;
    event.preventDefault();
    haal()
      .then((lijst) => {
        const weg = beste(lijst, veld.value);
        if (weg) location.assign(wortel + weg[1]);
        else melding.textContent = "Daar is nog geen lijst van. Probeer een vak, een niveau of een plaats.";
      })
      .catch(() => formulier.submit());
  });
}
