/**
 * The shapes of search data, questions and answers: what the build writes, what the worker takes and gives.
 * Only types; days are counted from 1 January 1970, weeks have seven of them.
 */

/**
 * The one file with a fixed name, assets/zoek/inhoud.json: where today's files are, as names in the same folder.
 * @typedef {object} Inhoud
 * @property {string} taal
 * @property {string} vacatures
 * @property {string} woorden further words of the vacancies, then of the assignments
 * @property {string[]} zinnen summaries of the vacancies, `zinnen_per` in each, to show and not to search
 * @property {number} zinnen_per
 * @property {string} opdrachten with their summaries inside
 * @property {string} verder handbook, pages, organisations, programmes
 * @property {string} scholen
 */

/**
 * A facet with a column: `kolom` points for every record into `rijtjes`, each a list of positions in `waarden`.
 * @typedef {object} Facet
 * @property {string} id
 * @property {string} naam
 * @property {[id: string, naam: string][]} waarden in the order of the site
 * @property {number[][]} rijtjes
 * @property {number[]} kolom
 * @property {true} [verborgen] searched, and never shown or counted
 */

/**
 * The vacancies that stand in lists, closing soonest first, as uitpakken.js makes them from the file. Every column has one entry a vacancy; texts that return
 * are numbers into `teksten`, where 0 is "". Days are counted from `nul`.
 * @typedef {object} Vacatures
 * @property {number} nul
 * @property {{nieuw: number, sluit: number, lang: number}} drempels days, days, weeks
 * @property {Organisatie[]} organisaties
 * @property {string[]} teksten
 * @property {Facet[]} facetten vakgebied niveau soort organisatie periode uren werkvorm vergoeding voertaal; then hidden ones: opleiding (same field and level), genoemd (programmes it names), school, route, maand, seizoen, doorlopend
 * @property {string[]} titel
 * @property {string[]} naam the last step of the address; `organisatie id/naam` is the id of the vacancy
 * @property {number[]} org into `organisaties`
 * @property {number[]} afdeling text
 * @property {number[]} plaats text, "Breda, hybride"
 * @property {number[]} beloning text, "€ 450 per maand"
 * @property {number[]} bedrag euro a month at 36 hours, 0 when there is none or nobody knows
 * @property {number[]} begeleiding text
 * @property {number[]} uren
 * @property {number[]} start -1 when it runs all year
 * @property {number[]} eind -1 when it runs all year
 * @property {number[]} flex 1 when begin and end may move
 * @property {number[]} kort 1 when it is not meant to fill a period (shadowing, project)
 * @property {number[]} dagen sum of 1 for Monday, 2 for Tuesday, 4 … 64
 * @property {number[]} open first day
 * @property {number[]} sluit last day
 * @property {number[]} stand 0 open, 1 in gesprek
 * @property {number[]} voorbeeld
 * @property {number[]} vog
 * @property {Record<string, string>} momenten closing day -> first moment that is too late, with its offset
 * @property {Record<string, number>} voorheen former id -> place in the columns
 */

/**
 * @typedef {object} Organisatie
 * @property {string} id
 * @property {string} naam "Gemeente Breda"
 * @property {string} kort "Breda"
 * @property {string} kaart "Bre", "" when it is not on the map
 * @property {[kolom: number, rij: number] | null} plek
 * @property {[breedte: number, lengte: number] | null} ligging
 */

/**
 * The example assignments, in the order of the site.
 * @typedef {object} Opdrachten
 * @property {string[]} teksten
 * @property {Facet[]} facetten vakgebied niveau soort duur resultaat bijzonder
 * @property {string[]} titel
 * @property {string[]} sleutel
 * @property {string[]} zin summary
 * @property {number[]} duur text
 * @property {number[]} begeleiding text
 * @property {number[]} voorbeeld
 * @property {string[]} woorden further words, folded, a space between
 */

/**
 * Further words of the vacancies, then of the assignments: numbers into `woorden`, each as the step from the one before.
 * @typedef {object} Woorden
 * @property {string[]} woorden folded
 * @property {number[][]} rijen
 */

/**
 * What is not a vacancy or an assignment.
 * @typedef {[soort: "handboek" | "pagina" | "organisatie" | "opleiding" | "school", titel: string, adres: string, bij: string, woorden: string]} Verder
 */

/**
 * What words mean; a record that answers to more targets of a phrase stands higher. A target is "facet:value" ("niveau:hbo"), "*" for words that every record answers to ("stage"),
 * "=word" for another word, or "!id" for one of `wenken`.
 * @typedef {object} Taal
 * @property {[frase: string, doelen: string[]][]} begrippen phrases folded
 * @property {Record<string, string[]>} delen folded compound -> its folded parts
 * @property {string[]} vulling words that ask for nothing
 * @property {Record<string, [tekst: string, adres: string]>} wenken what is no internship, with a page that helps
 */

/**
 * @typedef {object} School
 * @property {string} id
 * @property {string} naam
 * @property {string} kort
 * @property {string} woorden
 * @property {Opleiding[]} opleidingen
 */
/**
 * @typedef {object} Opleiding
 * @property {string} id reference "avans/communicatie"
 * @property {string} naam
 * @property {string} niveau label
 * @property {string} woorden what people type for it, and its code
 * @property {string[]} vakgebieden
 * @property {Slot[]} periodes
 */

/**
 * What a student has. Dates are ISO days.
 * @typedef {object} Slot
 * @property {string} naam
 * @property {string} start
 * @property {string} eind
 * @property {number} dagen days a week at the workplace
 * @property {string[]} lesdagen "ma" … "zo"
 * @property {boolean} [voorbeeld] not confirmed by the school
 */

/**
 * What a vacancy asks: days from 1970, -1 when it runs all year.
 * @typedef {{start: number, eind: number, flex: boolean, kort: boolean, dagen: string[]}} Vraagt
 */
/** @typedef {"past" | "bijna" | "niet"} Fit */
/**
 * @typedef {object} Uitkomst
 * @property {Fit} fit
 * @property {number} weken in which both run
 * @property {number} van_weken
 * @property {number} verschuiving weeks by which the vacancy starts later (positive) or earlier
 * @property {string[]} botst school days on which the vacancy asks the student
 * @property {number} dagen_tekort
 */

/**
 * @typedef {"best" | "sluit" | "nieuw" | "start" | "vergoeding" | "dichtbij"} Sortering
 */

/**
 * A question for a list; what it names and nobody knows is ignored.
 * @typedef {object} Lijstvraag
 * @property {"lijst"} soort
 * @property {"vacatures" | "opdrachten"} bron
 * @property {string} q
 * @property {Record<string, string[]>} keuzes facet -> values
 * @property {Sortering} sorteer
 * @property {string} vanaf organisation from which "dichtbij" counts
 * @property {Slot[]} periodes none: no fit
 * @property {number} vandaag day
 * @property {number} aantal how many items to give
 */
/**
 * @typedef {object} Lijst
 * @property {"lijst"} soort
 * @property {number} aantal
 * @property {Record<string, Record<string, number>>} telling facet -> value -> count, each with all filters but its own
 * @property {Item[]} items
 * @property {string} verbeterd what was searched instead of what was typed, "" when nothing was corrected
 * @property {[tekst: string, adres: string] | null} wenk
 * @property {Uitweg[]} uitwegen when nothing was found: what to take away, most results first
 */
/**
 * @typedef {object} Uitweg
 * @property {string} facet "q" for the text, "*" for everything
 * @property {string} waarde "" for the whole facet
 * @property {string} naam
 * @property {number} aantal
 */

/** @typedef {{soort: "venster", q: string, periodes: Slot[], vandaag: number}} Venstervraag */
/**
 * @typedef {object} Venster
 * @property {"venster"} soort
 * @property {Groep[]} groepen without empty ones
 * @property {number} aantal how many vacancies answer
 * @property {string} verbeterd
 * @property {[tekst: string, adres: string] | null} wenk
 */
/** @typedef {{id: "vacatures" | "opdrachten" | "handboek" | "organisaties" | "paginas", naam: string, items: Treffer[]}} Groep */
/**
 * @typedef {object} Treffer
 * @property {string} titel
 * @property {string} adres from the root of the site
 * @property {string} bij second line
 * @property {string} vakgebied id for the swatch, "" when it has none
 * @property {string} icoon symbol when there is no swatch
 * @property {Fit | ""} fit
 * @property {[van: number, tot: number][]} raak parts of the title to mark
 */

/** @typedef {{soort: "sleutels", sleutels: string[], periodes: Slot[], vandaag: number}} Sleutelvraag */
/** @typedef {{soort: "sleutels", items: (Item | null)[]}} Sleutels null for an id that is in no list any more */
/** @typedef {{soort: "facetten", bron: "vacatures" | "opdrachten"}} Facetvraag */
/** @typedef {{soort: "facetten", facetten: {id: string, naam: string, waarden: [string, string][]}[], organisaties: Organisatie[]}} Facetten */
/** @typedef {{soort: "scholen"}} Scholenvraag */
/** @typedef {{soort: "scholen", scholen: School[]}} Scholen */

/** @typedef {Lijstvraag | Venstervraag | Sleutelvraag | Facetvraag | Scholenvraag} Vraag */
/** @typedef {Lijst | Venster | Sleutels | Facetten | Scholen} Antwoord */

/**
 * A vacancy or an assignment, ready to be drawn: nothing is worked out from it but places on the screen.
 * @typedef {object} Item
 * @property {"vacature" | "opdracht"} soort
 * @property {string} sleutel
 * @property {string} adres
 * @property {string} titel
 * @property {[van: number, tot: number][]} raak
 * @property {string} wie
 * @property {{id: string, naam: string}} vakgebied
 * @property {string | null} zin summary; null while it is on its way
 * @property {[soort: string, tekst: string][]} badges
 * @property {[icoon: string, tekst: string][]} tags
 * @property {string} moment
 * @property {string} sluit first moment that is too late; "" for an assignment
 * @property {{fit: Fit, zin: string, periode: number} | null} past `periode`: place of the slot that fits best
 * @property {number} start day from 1970, -1 when it runs all year
 * @property {number} eind
 * @property {[naam: string, tekst: string][]} feiten rows to compare, in answers by key only: Sluit, Soort stage, Niveau, Uren en dagen, Vergoeding, Begeleiding, Werkvorm, VOG
 */

export {};
