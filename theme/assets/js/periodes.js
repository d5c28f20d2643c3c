/**
 * The period overview: choose levels, drawn or table, school year. Everything stands in the page already; this
 * module only hides and shows, and says how many periods are left.
 */

/**
 * Whether a row belongs to one of the chosen levels. A row without levels belongs to all.
 * @param {string} niveaus level ids, space separated
 * @param {ReadonlySet<string>} gekozen
 * @returns {boolean}
 */
export function hoortBij(niveaus, gekozen) {
  const ids = niveaus.split(" ").filter(Boolean);
  return ids.length === 0 || ids.some((id) => gekozen.has(id));
}

/**
 * The announcement after a choice.
 * @param {number} aantal
 * @returns {string}
 */
export function telzin(aantal) {
  if (aantal === 0) return "Geen stageperiodes op deze niveaus.";
  return aantal === 1 ? "1 stageperiode." : `${aantal} stageperiodes.`;
}

/**
 * @param {Document} document
 */
export function startPeriodes(document) {
  const wortel = document.querySelector("[data-periodes]");
  const keuze = wortel?.querySelector("[data-keuze]");
  if (!wortel || !keuze) return;
  const blok = wortel;

  const chips = [...keuze.querySelectorAll("button[data-niveau]")];
  const vormen = [...keuze.querySelectorAll("button[data-vorm]")];
  const jaren = [...wortel.querySelectorAll("[data-jaar]")];
  const jaarkeuze = keuze.querySelector("select[data-jaarkeuze]");
  const status = wortel.querySelector("[data-tel]");

  /** @param {boolean} spreek */
  function toon(spreek) {
    const jaar = jaarkeuze instanceof HTMLSelectElement ? jaarkeuze.value : null;
    const gekozen = new Set(chips.filter(ingedrukt).map((chip) => chip.getAttribute("data-niveau") ?? ""));
    let aantal = 0;
    for (const deel of jaren) {
      const zichtbaar = jaar === null || deel.getAttribute("data-jaar") === jaar;
      deel.toggleAttribute("hidden", !zichtbaar);
      for (const rij of deel.querySelectorAll("[data-niveaus]")) {
        const past = hoortBij(rij.getAttribute("data-niveaus") ?? "", gekozen);
        rij.classList.toggle("sp-weg", !past);
      }
      for (const school of deel.querySelectorAll("[data-school]")) {
        const over = school.querySelectorAll("tbody tr:not(.sp-weg)").length;
        school.classList.toggle("sp-weg", over === 0);
        if (zichtbaar) aantal += over;
      }
    }
    if (spreek && status) status.textContent = telzin(aantal);
  }

  /** @param {Element} knop */
  function ingedrukt(knop) {
    return knop.getAttribute("aria-pressed") === "true";
  }

  /** @param {string} vorm "tijdlijn" or "tabel" */
  function kiesVorm(vorm) {
    for (const knop of vormen) knop.setAttribute("aria-pressed", String(knop.getAttribute("data-vorm") === vorm));
    blok.classList.toggle("sp-toon-tijdlijn", vorm === "tijdlijn");
  }

  for (const chip of chips) {
    chip.addEventListener("click", () => {
      chip.setAttribute("aria-pressed", String(!ingedrukt(chip)));
      toon(true);
    });
  }
  for (const knop of vormen) knop.addEventListener("click", () => kiesVorm(knop.getAttribute("data-vorm") ?? "tabel"));
  jaarkeuze?.addEventListener("change", () => toon(true));

  keuze.removeAttribute("hidden");
  kiesVorm(wortel.querySelector(".sp-tijdlijn") ? "tijdlijn" : "tabel");
  toon(false);
}
