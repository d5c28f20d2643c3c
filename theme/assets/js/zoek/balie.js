/** Fetches the search files as they are needed and lets the searcher answer; the same in a worker and in a page. */

import { Zoeker } from "./zoeker.js";

/** A file of the build before: the site was made anew since the names of its files were read. */
class Verouderd extends Error {}

/**
 * Waits for what makes an answer fuller. What cannot be had leaves it as it is: the titles are there.
 * @param {Promise<unknown>[]} dieper
 */
async function metGeluk(dieper) {
  const afloop = await Promise.allSettled(dieper);
  const oud = afloop.find((een) => een.status === "rejected" && een.reason instanceof Verouderd);
  if (oud) throw /** @type {PromiseRejectedResult} */ (oud).reason;
}

/** @typedef {import("./soorten.js").Vraag} Vraag */
/** @typedef {import("./soorten.js").Antwoord} Antwoord */
/** @typedef {import("./soorten.js").Inhoud} Inhoud */

/**
 * @param {string} map address of the folder with the search files, with a slash at the end
 * @param {typeof fetch} [haalOp]
 * @returns {(vraag: Vraag, meld: (antwoord: Antwoord) => void) => Promise<void>} tells the answer, and once more when
 *   more of the data came in; rejects when the data cannot be had
 */
export function maakBalie(map, haalOp = fetch) {
  /** @type {Map<string, Promise<any>>} a load that failed is forgotten, so that a later question tries again */
  const onderweg = new Map();

  /** @param {string} naam @param {RequestInit} [opties] */
  async function haal(naam, opties) {
    const antwoord = await haalOp(map + naam, opties);
    if (antwoord.status === 404) throw new Verouderd(`${naam}: 404`);
    if (!antwoord.ok) throw new Error(`${naam}: ${antwoord.status}`);
    return antwoord.json();
  }

  /**
   * @template T
   * @param {string} wat
   * @param {() => Promise<T>} doe
   * @returns {Promise<T>}
   */
  function eens(wat, doe) {
    const bezig = onderweg.get(wat);
    if (bezig) return bezig;
    const nieuw = doe();
    onderweg.set(wat, nieuw);
    nieuw.catch(() => onderweg.delete(wat));
    return nieuw;
  }

  const inhoud = () => eens("inhoud", () => /** @type {Promise<Inhoud>} */ (haal("inhoud.json", { cache: "no-cache" })));
  const zoeker = () =>
    eens("zoeker", async () => {
      const { taal, vacatures, zinnen_per } = await inhoud();
      const nieuw = new Zoeker(...(await Promise.all([haal(taal), haal(vacatures)])));
      nieuw.zinnenPer = zinnen_per;
      return nieuw;
    });
  const woorden = () => eens("woorden", async () => haal((await inhoud()).woorden));
  const verdiep = () => eens("verdiept", async () => (await zoeker()).leerWoorden(await woorden()));
  const opdrachten = () =>
    eens("opdrachten", async () => {
      const [zoek, ruw, alle] = await Promise.all([zoeker(), haal((await inhoud()).opdrachten), woorden()]);
      zoek.leerOpdrachten(ruw, alle);
    });
  const verder = () => eens("verder", async () => (await zoeker()).leerVerder(await haal((await inhoud()).verder)));
  const scholen = () => eens("scholen", async () => haal((await inhoud()).scholen));

  /** @param {Zoeker} zoek @param {number} deel */
  const zinnen = (zoek, deel) =>
    eens(`zinnen-${deel}`, async () => {
      const naam = (await inhoud()).zinnen[deel];
      if (naam) zoek.zinnen.set(deel, await haal(naam));
    });

  /**
   * @param {Extract<Vraag, {soort: "lijst" | "sleutels"}>} vraag
   * @param {(antwoord: Antwoord) => void} meld
   */
  async function metItems(vraag, meld) {
    const zoek = await zoeker();
    if (vraag.soort === "lijst" && vraag.bron === "opdrachten") await opdrachten();
    const geef = () => (vraag.soort === "lijst" ? zoek.lijstVan(vraag) : zoek.sleutels(vraag));
    const antwoord = geef();
    meld(antwoord);
    const dieper = vraag.soort === "lijst" && vraag.q && !zoek.verderGelezen ? [verdiep()] : [];
    const items = antwoord.items.filter((item) => item !== null && item.soort === "vacature");
    const mist = zoek.mist(/** @type {import("./soorten.js").Item[]} */ (items));
    if (dieper.length + mist.length === 0) return;
    await metGeluk([...dieper, ...mist.map((deel) => zinnen(zoek, deel))]);
    meld(geef());
  }

  /** @param {Vraag} vraag @param {(antwoord: Antwoord) => void} meld */
  async function beantwoord(vraag, meld) {
    if (vraag.soort === "scholen") return meld({ soort: "scholen", scholen: await scholen() });
    if (vraag.soort === "lijst" || vraag.soort === "sleutels") return metItems(vraag, meld);
    const zoek = await zoeker();
    if (vraag.soort === "facetten") {
      if (vraag.bron === "opdrachten") await opdrachten();
      return meld(zoek.facetten(vraag.bron));
    }
    meld(zoek.venster(vraag));
    const compleet = zoek.verderGelezen && zoek.opdrachten && zoek.verder;
    if (compleet) return;
    await metGeluk([verdiep(), opdrachten(), verder()]);
    meld(zoek.venster(vraag));
  }

  // The names of the files are asked for at once: they are needed first, and are a few hundred bytes.
  inhoud().catch(() => undefined);
  return async function metNieuweNamen(vraag, meld) {
    try {
      await beantwoord(vraag, meld);
    } catch (fout) {
      if (!(fout instanceof Verouderd)) throw fout;
      // Everything anew: old rows and new words do not go together.
      onderweg.clear();
      await beantwoord(vraag, meld);
    }
  };
}
