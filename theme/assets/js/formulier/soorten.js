/** Shapes of the form: what the data file of the build holds, what is answered, and what is found wrong. No code. */

/** @typedef {{[naam: string]: any}} RuweGroep a group as it stands in a file; what is not answered is not there */
/** @typedef {string | RuweGroep | any[]} RuwDing text, group or list */

/**
 * @typedef {object} Grenzen
 * @property {number} [least]
 * @property {number} [most]
 * @property {number} [above]
 * @property {number} [shortest]
 * @property {number} [longest]
 * @property {string} [pattern]
 * @property {number} [fewest]
 * @property {number} [many]
 */
/**
 * @typedef {object} Veld
 * @property {string} naam
 * @property {string} label
 * @property {string} uitleg
 * @property {"regel" | "tekst" | "opmaak" | "geheel" | "getal" | "datum" | "ja_nee" | "keuze" | "keuzes" | "regels" | "getallen" | "groep" | "groepen"} sort
 * @property {boolean} verplicht
 * @property {string} hulp second half of a message
 * @property {string} [hulp_regel] the same for one entry of a list
 * @property {string} [voorbeeld]
 * @property {string} [standaard]
 * @property {Grenzen} [grenzen]
 * @property {[waarde: string, woord: string][]} [keuzes]
 * @property {Veld[]} [velden]
 */
/** @typedef {{pad: string[], register?: string, wanneer?: {pad: string[], waarden: string[]}}} Vraag */
/** @typedef {{id: string, titel: string, intro: string, vragen: Vraag[]}} Stap */
/** @typedef {{label: string, velden: string[], gegeven: Record<string, string>}} Weg */
/** @typedef {{id: string, naam: string, kort: string, plaats: string, domeinen: string[], regeling: string}} Organisatie */
/** @typedef {[id: string, naam: string, niveau: string, vakgebieden: string[]]} Opleiding */
/**
 * @typedef {object} Registers
 * @property {Organisatie[]} organisaties
 * @property {[id: string, naam: string][]} vakgebieden
 * @property {{kort: string, naam: string, opleidingen: Opleiding[]}[]} opleidingen
 * @property {[sleutel: string, titel: string, vakgebied: string][]} opdrachten
 */
/**
 * What the checks need.
 * @typedef {object} Maten
 * @property {Veld[]} velden in the order of a file
 * @property {Record<string, [code: string, bericht: string, uitweg: string, ernst: "fout" | "waarschuwing"]>} zinnen
 * @property {{prive: string[]}} persoon
 */
/**
 * @typedef {object} FormulierEigen
 * @property {{naam: string, label: string, uitleg: string}} thuis
 * @property {Stap[]} stappen
 * @property {Record<string, Weg[]>} wegen
 * @property {Registers} registers
 * @property {Record<string, [uitweg: string, plek: string]>} in_formulier by code: what to do in a form, and the question where people look
 * @property {string[][]} laatste_dagen after which nobody can react or come any more
 * @property {{nieuw: number, sluit: number}} drempels
 * @property {Leeshulp} lezen
 * @property {{naam: string, email: string, url: string}} bureau
 * @property {string} bewerk
 */
/** @typedef {Maten & FormulierEigen} Gegevens */
/**
 * The tables of generator/validate/reading_tables.py.
 * @typedef {object} Leeshulp
 * @property {Record<string, number>} grenzen
 * @property {string[]} velden
 * @property {Record<string, string>} woorden
 * @property {Record<string, string>} afkortingen
 * @property {string[]} hoofdletters
 * @property {string[]} lijdend
 * @property {string[]} geen_deelwoord
 * @property {{je: string[], u: string[], derde: string[]}} aanspreken
 * @property {Record<string, {veld: string, soorten: string[]}>} mist
 * @property {Record<string, string>} patronen
 * @property {Record<string, [bericht: string, uitweg: string]>} zinnen
 */

/** @typedef {(string | number)[]} Pad */
/**
 * @typedef {object} Bevinding
 * @property {Pad} pad
 * @property {string} code
 * @property {string} bericht
 * @property {string} uitweg
 * @property {"fout" | "waarschuwing"} ernst
 * @property {Voorstel} [voorstel] what would mend it
 */
/** @typedef {{pad: string[], waarde: RuwDing, tekst: string}} Voorstel `tekst`: of the button that applies it */

export {};
