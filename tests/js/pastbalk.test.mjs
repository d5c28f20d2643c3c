import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { dagVan } from "../../theme/assets/js/dagen.js";
import { komende, alleOpleidingen, controleer, zoekOpleiding } from "../../theme/assets/js/opleidingen.js";
import { leesPeriode, luister, zetPeriode } from "../../theme/assets/js/opslag.js";
import { meet } from "../../theme/assets/js/pastbalk.js";
import { vergelijk } from "../../theme/assets/js/pastvol.js";
import { duur, reeks } from "../../theme/assets/js/reeks.js";

const dag = dagVan;
const VAN = dag("2027-02-08");
const TOT = dag("2027-06-25");
/** @param {number} start @param {number} eind */
const inPeriode = (start, eind, namen = 4) => meet(VAN, TOT, start, eind, namen);
/** @param {number} a @param {number} b */
const bijna = (a, b) => Math.abs(a - b) < 0.001;

describe("meet: where everything lies in the bar", () => {
  it("shows a month before and after the period, and names every so many months", () => {
    const { maanden, jij } = inPeriode(VAN, TOT);
    assert.deepEqual(maanden.map(({ naam }) => naam), ["jan", "mrt", "mei", "jul"]);
    assert.deepEqual(inPeriode(VAN, TOT, 8).maanden.map(({ naam }) => naam), ["jan", "feb", "mrt", "apr", "mei", "jun", "jul"]);
    assert.equal(maanden[0]?.x, 0);
    const dagen = dag("2027-08-01") - dag("2027-01-01");
    assert.ok(bijna(jij.x, ((VAN - dag("2027-01-01")) / dagen) * 100));
    assert.ok(bijna(jij.b, ((TOT + 1 - VAN) / dagen) * 100), "the last day counts");
  });

  it("the green piece is what both have, whichever begins first", () => {
    for (const [start, eind] of [["2027-02-01", "2027-05-28"], ["2027-03-01", "2027-07-30"], ["2027-03-01", "2027-04-02"]]) {
      const { jij, stage, samen } = inPeriode(dag(start), dag(eind));
      assert.ok(stage && samen);
      assert.ok(bijna(samen.x, Math.max(jij.x, stage.x)));
      assert.ok(bijna(samen.x + samen.b, Math.min(jij.x + jij.b, stage.x + stage.b)));
    }
  });

  it("a vacancy outside the window leaves an arrow on its side and no bar", () => {
    const later = inPeriode(dag("2027-08-30"), dag("2028-01-28"));
    assert.deepEqual([later.stage, later.samen, later.links, later.rechts], [null, null, false, true]);
    const eerder = inPeriode(dag("2026-08-31"), dag("2026-12-31"));
    assert.deepEqual([eerder.stage, eerder.samen, eerder.links, eerder.rechts], [null, null, true, false]);
  });

  it("a vacancy that reaches past the window is cut off there, with an arrow", () => {
    const { stage, links, rechts } = inPeriode(dag("2027-04-01"), dag("2027-09-30"));
    assert.ok(stage && bijna(stage.x + stage.b, 100));
    assert.deepEqual([links, rechts], [false, true]);
  });

  it("one that ends on the last day of the window has no arrow, one a day later has", () => {
    assert.equal(inPeriode(VAN, dag("2027-07-31")).rechts, false);
    assert.equal(inPeriode(VAN, dag("2027-08-01")).rechts, true);
  });

  it("all year round fills the window, with an arrow on both sides and the whole period green", () => {
    const { stage, samen, jij, links, rechts } = inPeriode(-1, -1);
    assert.deepEqual([stage, links, rechts], [{ x: 0, b: 100 }, true, true]);
    assert.deepEqual(samen, jij);
  });

  it("one day is still wide enough to see, and stays inside", () => {
    const { stage } = inPeriode(dag("2027-07-31"), dag("2027-07-31"));
    assert.ok(stage && stage.b >= 1.5 && stage.x + stage.b <= 100.0001);
  });

  it("nothing ever leaves the window, whatever the dates are", () => {
    for (let start = VAN - 400; start < TOT + 400; start += 17) {
      for (const lang of [0, 3, 40, 140, 700]) {
        const { jij, stage, samen } = inPeriode(start, start + lang);
        for (const stuk of [jij, stage, samen]) assert.ok(!stuk || (stuk.x >= 0 && stuk.b > 0 && stuk.x + stuk.b <= 100.0001), `${start} ${lang}`);
      }
    }
  });
});

describe("reeks and duur: a span in words", () => {
  it("names the first year only when it differs", () => {
    assert.equal(reeks(VAN, TOT), "8 februari t/m 25 juni 2027");
    assert.equal(reeks(dag("2026-08-31"), dag("2027-01-29")), "31 augustus 2026 t/m 29 januari 2027");
  });
  it("counts whole weeks, and one as one", () => {
    assert.equal(duur(VAN, TOT), "20 weken");
    assert.equal(duur(VAN, VAN + 2), "1 week");
  });
});

/** @param {string} id @param {string} naam @param {string} niveau @param {string} [woorden] */
const opleiding = (id, naam, niveau, woorden = "") => ({ id, naam, niveau, woorden, vakgebieden: ["communicatie"], periodes: [] });
const SCHOLEN = [
  { id: "avans", naam: "Avans Hogeschool", kort: "Avans", woorden: "avens avans breda", opleidingen: [opleiding("avans/ivk", "Integrale Veiligheidskunde", "hbo", "IVK 39268"), opleiding("avans/communicatie", "Communicatie", "hbo"), opleiding("avans/ad", "Ad Communicatie", "ad")] },
  { id: "curio", naam: "Curio", kort: "Curio", woorden: "", opleidingen: [opleiding("curio/boa", "Handhaver toezicht en veiligheid", "mbo, niveau 3", "boa"), opleiding("curio/creche", "Pedagogisch medewerker crèche", "mbo, niveau 4")] },
];
/** @param {string} getypt */
const vind = (getypt) => zoekOpleiding(alleOpleidingen(SCHOLEN), getypt).map(({ opleiding: { id } }) => id);

describe("zoekOpleiding: what a student types", () => {
  /** @type {[string, string, string[]][]} */
  const gevallen = [
    ["the beginning of the name first, then inside it", "comm", ["avans/communicatie", "avans/ad"]],
    ["an abbreviation", "ivk", ["avans/ivk"]],
    ["a code", "39268", ["avans/ivk"]],
    ["school and programme together", "avans communicatie", ["avans/communicatie", "avans/ad"]],
    ["a known misspelling of the school", "avens ivk", ["avans/ivk"]],
    ["a level in words", "niveau 3", ["curio/boa"]],
    ["a level in one word", "mbo4", ["curio/creche"]],
    ["without the accent", "creche", ["curio/creche"]],
    ["a part of a long word", "veiligheid", ["curio/boa", "avans/ivk"]],
    ["a word too many keeps what answers to most", "communicatie jaar", ["avans/communicatie", "avans/ad"]],
    ["nothing that exists", "tandarts", []],
    ["quotes and brackets", '"ivk" <b>', ["avans/ivk"]],
  ];
  for (const [naam, getypt, verwacht] of gevallen) {
    it(naam, () => assert.deepEqual(vind(getypt).sort(), [...verwacht].sort()));
  }
  it("puts the beginning of the name before other places", () => assert.equal(vind("comm")[0], "avans/communicatie"));
  it("nothing typed: all of them", () => assert.equal(vind("  ").length, 5));
});

describe("komende: the periods that can still be chosen", () => {
  it("leaves out what is over and keeps what ends today, first one first", () => {
    const slot = (/** @type {string} */ start, /** @type {string} */ eind) => ({ naam: "x", start, eind, dagen: 4, lesdagen: [] });
    const slots = [slot("2027-02-08", "2027-06-25"), slot("2026-08-31", "2026-11-20"), slot("2026-08-31", "2026-11-21")];
    assert.deepEqual(komende(slots, dag("2026-11-21")).map(({ eind }) => eind), ["2026-11-21", "2027-06-25"]);
  });
});

describe("controleer: own dates, every error with its remedy", () => {
  const goed = { start: "2027-02-01", eind: "2027-06-25", dagen: 4, lesdagen: ["di"] };
  /** @param {Partial<typeof goed>} anders */
  const fouten = (anders) => controleer({ ...goed, ...anders }, "2026-11-21").map(({ veld, zin, waarde }) => [veld, zin, waarde]);

  it("says nothing about what is right", () => assert.deepEqual(fouten({}), []));
  it("an end before the start: the same day in the first year that can be", () => {
    assert.deepEqual(fouten({ eind: "2026-06-25" }), [["eind", "De einddatum ligt vóór de startdatum. Bedoel je 25-6-2027?", "2027-06-25"]]);
    assert.deepEqual(fouten({ start: "2027-09-01", eind: "2027-01-29" })[0]?.[2], "2028-01-29");
  });
  it("a leap day has a remedy that exists", () => assert.equal(fouten({ start: "2028-03-01", eind: "2028-02-29" })[0]?.[2], "2029-02-28"));
  it("a year typed in two digits", () => assert.equal(fouten({ start: "0027-02-01" })[0]?.[2], "2027-02-01"));
  it("longer than two years", () => assert.equal(fouten({ eind: "2037-06-25" })[0]?.[2], "2027-06-25"));
  it("a period that is over", () => assert.deepEqual(fouten({ start: "2026-02-02", eind: "2026-06-26" }), [["eind", "Deze periode is al voorbij. Vul een periode in die nog komt.", ""]]));
  it("empty dates say what to fill in", () => assert.deepEqual(fouten({ start: "", eind: "" }).map(([veld]) => veld), ["start", "eind"]));
  it("more days than the lessons leave", () => assert.deepEqual(fouten({ dagen: 5 }), [["dagen", "Met 1 lesdag houd je 4 dagen per week over. Bedoel je 4 dagen?", "4"]]));
  it("lessons on every day", () => assert.equal(fouten({ lesdagen: ["ma", "di", "wo", "do", "vr"] })[0]?.[1], "Je hebt op elke werkdag les. Haal bij je lesdagen een dag weg."));
  it("never says ongeldig or helaas", () => {
    const alles = [{ eind: "2026-06-25" }, { start: "", eind: "" }, { dagen: 5 }, { start: "0027-02-01" }].flatMap(fouten).map(([, zin]) => zin).join(" ");
    assert.doesNotMatch(alles, /ongeldig|helaas|!/i);
  });
});

describe("vergelijk: what agrees and what clashes, without a score", () => {
  const slot = { naam: "Afstuderen", start: "2027-02-08", eind: "2027-06-25", dagen: 4, lesdagen: ["di"] };
  /** @param {Record<string, string>} feiten */
  const item = (feiten) => /** @type {import("../../theme/assets/js/zoek/soorten.js").Item} */ (/** @type {unknown} */ ({ feiten: Object.entries(feiten), vakgebied: { id: "communicatie", naam: "Communicatie en participatie" } }));
  const hbo = opleiding("avans/communicatie", "Communicatie", "hbo");
  /** @param {Record<string, string>} feiten */
  const wat = (feiten, school = hbo, genoemd = false) => vergelijk(item(feiten), slot, school, genoemd).map(({ goed, naam, zin }) => `${goed ? "+" : "-"} ${naam}: ${zin}`);

  it("all agree", () => {
    assert.deepEqual(wat({ Niveau: "hbo, wo", "Uren en dagen": "32 uur, ma, wo, do, vr" }), [
      "+ Niveau: jij doet hbo, en daar is deze stage voor.",
      "+ Opleiding: Communicatie en participatie hoort bij jouw opleiding.",
      "+ Dagen: de stage vraagt 4 dagen per week, en je lesdagen blijven vrij.",
      "+ Uren: 32 uur per week past in jouw 4 dagen.",
    ]);
  });
  it("all clash", () => {
    const ander = { ...opleiding("curio/x", "X", "mbo, niveau 4"), vakgebieden: ["ict"] };
    assert.deepEqual(wat({ Niveau: "hbo, wo", "Uren en dagen": "36 uur, elke werkdag" }, ander), [
      "- Niveau: deze stage is voor hbo en wo, jij doet mbo-4.",
      "- Opleiding: Communicatie en participatie ligt buiten je opleiding. Vraag je school of het mag.",
      "- Dagen: dinsdag is jouw lesdag. Vraag of het een andere dag mag zijn.",
      "- Uren: de stage vraagt 36 uur per week, in jouw 4 dagen passen er ongeveer 32.",
    ]);
  });
  it("mbo levels are the same in both spellings", () => assert.match(wat({ Niveau: "mbo-3, mbo-4" }, opleiding("c/x", "X", "mbo, niveau 4"))[0] ?? "", /^\+ Niveau/));
  it("a programme that the vacancy names needs no field", () => assert.match(wat({}, { ...hbo, vakgebieden: [] }, true)[0] ?? "", /^\+ Opleiding: de organisatie noemt/));
  it("what nobody knows has no line", () => assert.deepEqual(vergelijk(item({}), slot, undefined, false), []));
});

describe("opslag: a closed storage keeps a choice for as long as the page is open", () => {
  it("says false, gives it back, tells who listens, and forgets it when asked", () => {
    const periode = { opleiding: "", naam: "Eigen datums", slots: [{ naam: "Eigen datums", start: "2027-02-01", eind: "2027-06-25", dagen: 4, lesdagen: ["di"] }] };
    let geroepen = 0;
    luister(() => (geroepen += 1));
    assert.equal(zetPeriode(periode), false);
    assert.deepEqual(leesPeriode(), periode);
    assert.equal(zetPeriode(null), false);
    assert.equal(leesPeriode(), null);
    assert.equal(geroepen, 2);
  });
});
