/**
 * Days as whole numbers since 1 January 1970: no hours, no summer time, plain sums.
 */

const DAG = 86_400_000;
const MAANDEN = [
  "januari",
  "februari",
  "maart",
  "april",
  "mei",
  "juni",
  "juli",
  "augustus",
  "september",
  "oktober",
  "november",
  "december",
];
const klok = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Amsterdam",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/**
 * @param {string} iso "2026-11-24"
 * @returns {number} NaN when it is no day
 */
export function dagVan(iso) {
  return /^\d{4}-\d\d-\d\d$/.test(iso) ? Date.parse(`${iso}T00:00:00Z`) / DAG : NaN;
}

/** @param {number} dag @returns {string} "2026-11-24" */
export function isoVan(dag) {
  return new Date(dag * DAG).toISOString().slice(0, 10);
}

/**
 * The day it is in the Netherlands, whatever the clock of the device is set to.
 * @param {Date} [nu]
 * @returns {number}
 */
export function vandaag(nu = new Date()) {
  const deel = Object.fromEntries(klok.formatToParts(nu).map(({ type, value }) => [type, value]));
  return dagVan(`${deel.year}-${deel.month}-${deel.day}`);
}

/** @param {number} dag @returns {string} "24 november" */
export function datum(dag) {
  const dan = new Date(dag * DAG);
  return `${dan.getUTCDate()} ${MAANDEN[dan.getUTCMonth()]}`;
}

/** @param {number} dag @returns {string} "24 november 2026" */
export function datumVol(dag) {
  return `${datum(dag)} ${new Date(dag * DAG).getUTCFullYear()}`;
}
