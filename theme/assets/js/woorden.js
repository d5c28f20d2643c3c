/** Words that return everywhere: the answers of the fit, the days of the week, counts and lists. For pages and the worker. */

/** @type {Record<import("./zoek/soorten.js").Fit, string>} best first */
export const WOORD = { past: "Past", bijna: "Past bijna", niet: "Past niet" };

/** @type {Record<string, string>} in the order of the week */
export const DAGNAAM = { ma: "maandag", di: "dinsdag", wo: "woensdag", do: "donderdag", vr: "vrijdag", za: "zaterdag", zo: "zondag" };

/** What is quoted to the visitor is no longer than this. */
const LANGSTE = 40;

/**
 * "dag" for one, "dagen" for any other number
 * @param {number} aantal
 * @param {string} een
 * @param {string} meer
 */
export const meervoud = (aantal, een, meer) => (aantal === 1 ? een : meer);

/**
 * "1 dag", "4 dagen"
 * @param {number} aantal
 * @param {string} een
 * @param {string} meer
 */
export const geteld = (aantal, een, meer) => `${aantal} ${meervoud(aantal, een, meer)}`;

/** @param {number} aantal */
export const inDagen = (aantal) => geteld(aantal, "dag", "dagen");

/** @param {number} aantal */
export const inWeken = (aantal) => geteld(aantal, "week", "weken");

/** @param {number} aantal */
export const inStages = (aantal) => geteld(aantal, "stage", "stages");

/** "1.014" @param {number} aantal */
export const metPunten = (aantal) => String(aantal).replace(/\B(?=(?:\d{3})+$)/g, ".");

/**
 * "maandag, dinsdag en vrijdag"
 * @param {string[]} namen
 */
export const opsomming = (namen) => namen.join(", ").replace(/, ([^,]*)$/, " en $1");

/** What somebody typed, in quotation marks. @param {string} q */
export const aangehaald = (q) => `“${q.length > LANGSTE ? `${q.slice(0, LANGSTE - 1)}…` : q}”`;

/** Of a field for a date with something in it that is no day. */
export const HALVE_DAG = "Deze dag bestaat niet of is nog niet af. Vul dag, maand en jaar in.";
