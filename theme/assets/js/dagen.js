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
const UUR = 3_600_000;
const MAART = 2;
const OKTOBER = 9;

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
 * When the clock changes in the European Union: one o'clock UTC on the last Sunday (directive 2000/84/EC).
 * @param {number} jaar
 * @param {number} maand from 0; one of 31 days
 */
function wissel(jaar, maand) {
  const laatste = new Date(Date.UTC(jaar, maand, 31, 1));
  return laatste.getTime() - laatste.getUTCDay() * DAG;
}

/**
 * The day it is in the Netherlands, whatever the clock of the device is set to. Worked out here, because the browser's
 * own table of time zones takes a slow phone fifty milliseconds to open, on every page; a test holds the two together.
 * @param {Date} [nu]
 * @returns {number}
 */
export function vandaag(nu = new Date()) {
  const [jaar, moment] = [nu.getUTCFullYear(), nu.getTime()];
  const zomer = moment >= wissel(jaar, MAART) && moment < wissel(jaar, OKTOBER);
  return Math.floor((moment + (zomer ? 2 : 1) * UUR) / DAG);
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
