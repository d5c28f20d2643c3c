import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { describe, it } from "node:test";

import { dagVan } from "../../theme/assets/js/dagen.js";
import { maakBalie } from "../../theme/assets/js/zoek/balie.js";
import { LANGUAGE, TODAY, facet, made, question, searcher, vacancyFile } from "./zoekdata.mjs";

const browser = createRequire(new URL("../browser/package.json", import.meta.url));
const fc = /** @type {typeof import("../browser/node_modules/fast-check/lib/fast-check.js")} */ (browser("fast-check"));

/** @typedef {import("../../theme/assets/js/zoek/soorten.js").Sortering} Sortering */
/** @typedef {Partial<import("./zoekdata.mjs").Made>} Record */

/** @type {Record[]} */
const RECORDS = [
  { titel: "Maak de nieuwsbrief", org: "breda", vak: "communicatie", niveaus: ["hbo"], sluit: TODAY + 3 },
  { titel: "Onderzoek wie de wijkkrant leest", org: "tilburg", vak: "communicatie", niveaus: ["hbo", "wo"], soort: "afstudeer", uren: 36, sluit: TODAY + 10 },
  { titel: "Test de formulieren", org: "zundert", vak: "ict", niveaus: ["mbo-4"], uren: 24, sluit: TODAY + 12 },
  { titel: "Meet de bomen in de straten", org: "wvs", vak: "groen", niveaus: ["mbo-4"], start: -1, eind: -1, sluit: TODAY + 20 },
];
const search = searcher(RECORDS);

/** @param {Partial<import("../../theme/assets/js/zoek/soorten.js").Lijstvraag>} changes */
const answer = (changes, by = search) => by.lijstVan(question({ sorteer: "best", ...changes }));
/** @param {string} q the places of the records found, best first */
const found = (q, by = search) => answer({ q }, by).items.map(({ sleutel }) => Number(sleutel.split("-").at(-1)));

describe("what people type", () => {
  /** @type {[string, string, number[]][]} */
  const cases = [
    ["a word of the title", "formulieren", [2]],
    ["another form of a word", "boom", [3]],
    ["a part of a compound", "krant", [1]],
    ["the beginning of a word", "formu", [2]],
    ["a meaning", "ict", [2]],
    ["a level in two words", "mbo 4", [2, 3]],
    ["a level with a hyphen", "mbo-4", [2, 3]],
    ["a level in one word", "mbo4", [2, 3]],
    ["a phrase joined by a hyphen", "afstudeer-stage", [1]],
    ["two words together", "communicatie tilburg", [1]],
    ["a meaning glued to a word that asks for nothing", "ictstage", [2]],
    ["another word for it", "krantje", [0]],
    ["the organisation", "wvs", [3]],
    ["hours", "36 uur", [1]],
    ["words that ask for nothing beside one that does", "ik zoek een stage bij de gemeente Zundert", [2]],
  ];
  for (const [name, q, places] of cases) it(`${name} finds it: ${q}`, () => assert.deepEqual(found(q).sort(), places));

  it("only words that ask for nothing find everything", () => {
    for (const q of ["", "stage", "een stage bij de gemeente", "  ", "🎉", "\"'<>&"]) assert.equal(answer({ q }).aantal, RECORDS.length, q);
  });

  it("a typing error is put right and told, also when the word has a meaning and no record", () => {
    for (const [typed, meant] of /** @type {[string, string][]} */ ([["formuleren", "formulieren"], ["comunicatie", "communicatie"], ["zudnert", "zundert"]])) {
      const put = answer({ q: typed });
      assert.equal(put.verbeterd, meant);
      assert.deepEqual(put.items.map(({ sleutel }) => sleutel), answer({ q: meant }).items.map(({ sleutel }) => sleutel));
    }
    assert.equal(answer({ q: "formulieren" }).verbeterd, "");
  });

  it("what is no internship gets a hint", () => {
    assert.deepEqual(answer({ q: "bijbaan" }).wenk, LANGUAGE.wenken[0]);
    assert.equal(answer({ q: "formulieren" }).wenk, null);
  });

  it("a word of the title goes before a meaning, and a meaning before a further word", () => {
    const some = searcher([{ titel: "Iets anders", vak: "groen" }, { titel: "Iets", vak: "ict" }, { titel: "Help de ict", vak: "ict" }]);
    some.leerWoorden({ woorden: ["ict"], rijen: [[0], [], []] });
    assert.deepEqual(found("ict", some), [2, 1, 0]);
  });

  it("further words are found once they are there", () => {
    const some = searcher(RECORDS);
    assert.deepEqual(found("thermometer", some), []);
    some.leerWoorden({ woorden: ["meetlint", "thermometer"], rijen: [[], [0, 1], [], [0]] });
    assert.deepEqual(found("thermometer", some), [1]);
    assert.deepEqual(found("meetlint", some).sort(), [1, 3]);
  });

  it("marks only what the title holds", () => {
    const [first] = answer({ q: "krant onderzoek" }).items;
    assert.deepEqual(first?.raak.map(([from, to]) => first.titel.slice(from, to)), ["Onderzoek", "krant"]);
  });

  it("whatever it is, it changes nothing but the result: all counts stay sums of whole records", () => {
    const text = fc.oneof(fc.string({ unit: "binary", maxLength: 10_000 }), fc.string({ unit: "grapheme", maxLength: 300 }), fc.constantFrom("<img src=x onerror=alert(1)>", "a".repeat(10_000), "1 ".repeat(5_000), "constructor __proto__ toString", "!0 =stage *", "niveau:hbo"));
    fc.assert(
      fc.property(text, (q) => {
        const some = answer({ q });
        assert.equal(some.items.length, some.aantal);
        assert.ok(some.aantal <= RECORDS.length);
        assert.ok(search.venster({ soort: "venster", q, periodes: [], vandaag: TODAY }).groepen.every(({ items }) => items.length));
        assert.equal(answer({}).aantal, RECORDS.length);
      }),
      { numRuns: 300 },
    );
  });
});

describe("order", () => {
  /** @param {Sortering} sorteer @param {Record[]} records */
  const order = (sorteer, records, vanaf = "") =>
    searcher(records).lijstVan(question({ sorteer, vanaf })).items.map(({ sleutel }) => Number(sleutel.split("-").at(-1)));

  it("without a wish: closing soonest first, then what opens later, opening soonest; as the build writes them", () => {
    const records = [{ sluit: TODAY + 1 }, { sluit: TODAY + 9 }, { open: TODAY + 2, sluit: TODAY + 50 }, { open: TODAY + 5, sluit: TODAY + 20 }];
    for (const sorteer of /** @type {Sortering[]} */ (["sluit", "best"])) assert.deepEqual(order(sorteer, records), [0, 1, 2, 3]);
  });

  it("newest, by start, by allowance: planned ones last, ties closing soonest", () => {
    const day = dagVan("2027-02-01");
    const records = [
      { open: TODAY - 9, start: day + 7, bedrag: 0 },
      { open: TODAY - 1, start: -1, eind: -1, bedrag: 600 },
      { open: TODAY - 5, start: day, bedrag: 300 },
      { open: TODAY + 5, start: day - 20, bedrag: 900 },
    ];
    assert.deepEqual(order("nieuw", records), [1, 2, 0, 3]);
    assert.deepEqual(order("start", records), [2, 0, 1, 3]);
    assert.deepEqual(order("vergoeding", records), [1, 2, 0, 3]);
  });

  it("nearest to a town, what has no place on earth last; an unknown town changes nothing", () => {
    const records = [{ org: "wvs" }, { org: "tilburg" }, { org: "zundert" }, { org: "breda" }];
    assert.deepEqual(order("dichtbij", records, "zundert"), [2, 3, 1, 0]);
    assert.deepEqual(order("dichtbij", records, "atlantis"), [0, 1, 2, 3]);
  });

  it("a way to sort that nobody knows is that of the list", () => {
    assert.deepEqual(order(/** @type {Sortering} */ ("raar"), [{ sluit: TODAY + 1 }, { sluit: TODAY + 2 }]), [0, 1]);
  });
});

describe("the day", () => {
  it("drops what closed and keeps what closes today", () => {
    const some = searcher([{ sluit: TODAY }, { sluit: TODAY + 1 }]);
    assert.deepEqual([0, 1, 2].map((later) => some.lijstVan(question({ vandaag: TODAY + later })).aantal), [2, 1, 0]);
  });

  it("decides badges and moment as the build writes them", () => {
    /** @param {Record} record */
    const card = (record, today = TODAY) => {
      const [item] = searcher([record]).lijstVan(question({ vandaag: today })).items;
      return [item?.badges.map(([, text]) => text).join(" · "), item?.moment];
    };
    assert.deepEqual(card({}), ["", "Sluit 21 december"]);
    assert.deepEqual(card({ open: TODAY - 6 }), ["Nieuw", "Sluit 21 december"]);
    assert.deepEqual(card({ open: TODAY - 7 }), ["", "Sluit 21 december"]);
    assert.deepEqual(card({ sluit: TODAY }), ["Laatste dag", "Sluit 21 november"]);
    assert.deepEqual(card({ sluit: TODAY + 1 }), ["Nog 1 dag", "Sluit 22 november"]);
    assert.deepEqual(card({ sluit: TODAY + 7, open: TODAY }), ["Nieuw · Nog 7 dagen", "Sluit 28 november"]);
    assert.deepEqual(card({ gesprek: true, open: TODAY, sluit: TODAY + 1 }), ["In gesprek", "Sluit 22 november"]);
    assert.deepEqual(card({ open: TODAY + 1 }), ["Opent 22 november", "Opent 22 november"]);
    assert.deepEqual(card({ start: -1, eind: -1, sluit: TODAY + 180 }), ["", "Doorlopend, tot 20 mei 2027"]);
    assert.deepEqual(card({ sluit: TODAY + 179 }), ["", "Sluit 19 mei"]);
  });
});

describe("a card", () => {
  it("says everything that is drawn", () => {
    const [item] = searcher([{ afdeling: "Communicatie", org: "tilburg", niveaus: ["hbo", "wo"] }]).lijstVan(question()).items;
    assert.equal(item?.adres, "vacatures/tilburg/stage-0/");
    assert.equal(item?.wie, "Gemeente Tilburg · Communicatie");
    assert.deepEqual(item?.vakgebied, { id: "communicatie", naam: "Communicatie en participatie" });
    assert.deepEqual(item?.tags, [["niveau", "hbo, wo"], ["soort", "Meewerken"], ["uren", "32 uur"], ["vergoeding", "€ 400 per maand"], ["plaats", "Tilburg, hybride"]]);
    assert.equal(item?.sluit, `moment ${TODAY + 30}`);
    assert.equal(item?.past, null);
    assert.equal(item?.zin, null);
  });

  it("carries the fit with the period it belongs to", () => {
    const slots = [["2026-09-01", "2026-12-18"], ["2027-02-01", "2027-06-18"]].map(([start = "", eind = ""]) => ({ naam: "", start, eind, dagen: 4, lesdagen: [] }));
    const [item] = searcher([{}]).lijstVan(question({ periodes: slots })).items;
    assert.deepEqual(item?.past, { fit: "past", zin: "20 van je 20 weken. Precies jouw periode.", periode: 1 });
  });
});

describe("saved ids", () => {
  const file = vacancyFile([made(), made({ sluit: TODAY })]);
  file.voorheen = { "breda/oude-naam": 0 };
  const some = searcher([]);
  const { constructor } = some;
  const moved = new /** @type {typeof import("../../theme/assets/js/zoek/zoeker.js").Zoeker} */ (constructor)(LANGUAGE, file);

  it("give the vacancy, also under its former id, and null for what stands in no list any more", () => {
    const { items } = moved.sleutels({ soort: "sleutels", sleutels: ["breda/oude-naam", "breda/stage-1", "breda/nooit", "__proto__"], periodes: [], vandaag: TODAY + 1 });
    assert.deepEqual(items.map((item) => item?.sleutel ?? null), ["breda/stage-0", null, null, null]);
  });
});

describe("the dialog", () => {
  const some = searcher(RECORDS);
  some.leerVerder([
    ["handboek", "Een formulier invullen", "handboek/formulier/", "Begeleiden", "papier"],
    ["organisatie", "Gemeente Zundert", "organisaties/zundert/", "Gemeente", "achtmaal"],
    ["pagina", "Privacy", "privacy/", "", "formulier gegevens"],
  ]);
  const window = (/** @type {string} */ q) => some.venster({ soort: "venster", q, periodes: [], vandaag: TODAY });

  it("groups what it finds, without empty groups", () => {
    assert.deepEqual(window("formulier").groepen.map(({ id, items }) => [id, items.length]), [["vacatures", 1], ["handboek", 1], ["paginas", 1]]);
    assert.deepEqual(window("zundert").groepen.map(({ id }) => id), ["vacatures", "organisaties"]);
  });

  it("says how many vacancies answer, as many as the list gives", () => {
    for (const q of ["formulier", "mbo 4", "zundert", "stage"]) assert.equal(window(q).aantal, some.lijstVan(question({ q })).aantal, q);
  });

  it("gives nothing for nothing", () => assert.deepEqual(window("  ").groepen, []));
});

describe("fetching", () => {
  const FILES = /** @type {{[name: string]: unknown}} */ ({
    "inhoud.json": { taal: "taal", vacatures: "vacatures", woorden: "woorden", zinnen: ["zinnen-0", "zinnen-1"], zinnen_per: 2, opdrachten: "opdrachten", verder: "verder", scholen: "scholen" },
    taal: LANGUAGE,
    vacatures: vacancyFile(RECORDS.map(made)),
    woorden: { woorden: ["meetlint"], rijen: [[], [], [], [0], [0]] },
    "zinnen-0": ["nul", "een"],
    "zinnen-1": ["twee", "drie"],
    scholen: [],
    verder: [],
    opdrachten: {
      teksten: ["", "10 weken"],
      facetten: [facet("vakgebied", [["ict", "Ict"]], [["ict"]])],
      titel: ["Bouw een dashboard"],
      sleutel: ["ict/dashboard"],
      zin: ["Laat zien wat telt."],
      duur: [1],
      begeleiding: [0],
      voorbeeld: [1],
    },
  });

  /** @param {(name: string) => boolean} [works] */
  function desk(works = () => true) {
    /** @type {string[]} */
    const asked = [];
    const take = /** @type {typeof fetch} */ (
      async (address) => {
        const name = String(address).replace("/zoek/", "");
        asked.push(name);
        const ok = works(name) && name in FILES;
        return /** @type {Response} */ ({ ok, status: ok ? 200 : 503, json: async () => structuredClone(FILES[name]) });
      }
    );
    const reply = maakBalie("/zoek/", take);
    /** @param {import("../../theme/assets/js/zoek/soorten.js").Vraag} vraag @returns {Promise<any[]>} */
    const ask = async (vraag) => {
      /** @type {unknown[]} */
      const answers = [];
      await reply(vraag, (een) => answers.push(een));
      return answers;
    };
    return { ask, asked };
  }

  it("answers first without the summaries and once more with those of the shown ones only", async () => {
    const { ask, asked } = desk();
    const [first, second, ...more] = await ask(question({ aantal: 2 }));
    assert.deepEqual(first.items.map((/** @type {any} */ item) => item.zin), [null, null]);
    assert.deepEqual(second.items.map((/** @type {any} */ item) => item.zin), ["nul", "een"]);
    assert.deepEqual(more, []);
    assert.deepEqual(asked, ["inhoud.json", "taal", "vacatures", "zinnen-0"]);
    assert.equal((await ask(question({ aantal: 2 }))).length, 1);
  });

  it("searches titles at once and further words as soon as they are there", async () => {
    const { ask } = desk();
    const [first, second] = await ask(question({ q: "meetlint" }));
    assert.deepEqual([first.aantal, second.aantal], [0, 1]);
  });

  it("rejects when a file cannot be had, and fetches it again for the next question", async () => {
    for (const broken of ["inhoud.json", "taal", "vacatures"]) {
      let down = true;
      const { ask } = desk((name) => !(down && name === broken));
      await assert.rejects(ask(question()), new RegExp(`${broken}: 503`));
      down = false;
      assert.equal((await ask(question()))[0].aantal, RECORDS.length);
    }
  });

  it("keeps its answer when only summaries or further words cannot be had", async () => {
    const { ask } = desk((name) => !/^(zinnen|woorden)/.test(name));
    const answers = await ask(question({ q: "formulieren" }));
    assert.deepEqual(answers.map(({ aantal }) => aantal), answers.map(() => 1));
  });

  it("fetches assignments and schools when somebody asks", async () => {
    const { ask, asked } = desk();
    assert.deepEqual(await ask({ soort: "scholen" }), [{ soort: "scholen", scholen: [] }]);
    assert.deepEqual(asked, ["inhoud.json", "scholen"]);
    const [list] = await ask(question({ bron: "opdrachten", q: "meetlint" }));
    assert.deepEqual(list.items.map((/** @type {any} */ item) => [item.soort, item.adres, item.zin]), [["opdracht", "opdrachten/ict/dashboard/", "Laat zien wat telt."]]);
  });
});
