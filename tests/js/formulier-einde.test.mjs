import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";

import { leesConcept, record } from "../../theme/assets/js/formulier/antwoorden.js";
import { bewaarplaats, mailAdres, nieuwBestand } from "../../theme/assets/js/formulier/insturen.js";
import { leestips } from "../../theme/assets/js/formulier/leeshulp.js";
import { SITE } from "../browser/server.mjs";

/** @type {import("../../theme/assets/js/formulier/soorten.js").Gegevens} */
const gegevens = JSON.parse(readFileSync(`${SITE}/assets/formulier/vacature.json`, "utf8"));

describe("the ways out of the form", () => {
  it("the repository comes from its own address, or else from where files are edited", () => {
    const bewerk = "https://github.com/wie/wat/edit/main/";
    assert.deepEqual(bewaarplaats("", bewerk), { repo: "https://github.com/wie/wat", tak: "main" });
    assert.deepEqual(bewaarplaats("https://github.com/ander/ding/", bewerk), { repo: "https://github.com/ander/ding", tak: "main" });
    assert.equal(bewaarplaats("", ""), null);
    assert.equal(bewaarplaats("https://elders.example/x", "https://elders.example/edit/"), null);
  });

  it("a new file is filled in by its address as long as that has at most 6,000 characters", () => {
    const plaats = { repo: "https://github.com/wie/wat", tak: "main" };
    const { adres, plakken } = nieuwBestand(plaats, "vacancies/breda", "x.yml", 'titel: "a & b #1"\n');
    assert.equal(plakken, false);
    assert.equal(new URL(adres).searchParams.get("value"), 'titel: "a & b #1"\n');
    assert.equal(new URL(adres).searchParams.get("filename"), "x.yml");
    const lang = nieuwBestand(plaats, "vacancies/breda", "x.yml", "é".repeat(1500));
    assert.deepEqual(lang, { adres: "https://github.com/wie/wat/new/main/vacancies/breda?filename=x.yml", plakken: true });
  });

  it("a mail holds the text, or asks to paste it when it is long", () => {
    const kort = mailAdres("b@c.example", "A & B", "x.yml", "titel: A\n");
    assert.ok(kort.adres.startsWith("mailto:b@c.example?subject=Nieuwe%20stage%3A%20A%20%26%20B&body="));
    assert.ok(kort.adres.includes(encodeURIComponent("titel: A\n")));
    assert.equal(mailAdres("b@c.example", "A", "x.yml", "x".repeat(3000)).plakken, true);
  });
});

describe("answers", () => {
  it("what is hidden is not written, what is usual neither, and a comma in a number is taken", () => {
    const concept = leesConcept(gegevens, {
      thuis: "breda",
      wegen: { periode: 1, vergoeding: 1 },
      antwoorden: {
        "periode.start": "2027-02-01", niveaus: ["hbo"], "sbb.status": "erkend", leerweg: "bol", geheimhouding: "false", weekendwerk: "true",
        "vergoeding.bedrag": "450,5", "vergoeding.geen": "Omdat het zo is.", afdeling: "  Groen\u202e\n ", "begeleiding.uren_per_week": "2,5",
      },
    });
    assert.deepEqual(record(gegevens, concept), {
      niveaus: ["hbo"], periode: { doorlopend: "true" }, weekendwerk: "true", afdeling: "Groen", solliciteren: {},
      vergoeding: { bedrag: "450.5" }, begeleiding: { uren_per_week: "2.5" },
    });
  });

  it("a draft with ids that are gone, other shapes or other types is read without them", () => {
    const { thuis, antwoorden, wegen } = leesConcept(gegevens, { thuis: "atlantis", wegen: { vergoeding: 9 }, antwoorden: { vakgebied: "toverkunst", opleidingen: ["avans/communicatie", "x/y", 3], titel: 5, vreemd: "x" } });
    assert.deepEqual({ thuis, antwoorden, wegen }, { thuis: "", antwoorden: { opleidingen: ["avans/communicatie"] }, wegen: { periode: 0 } });
    for (const ruw of [null, 3, "x", [], { antwoorden: 4, wegen: null }]) assert.deepEqual(leesConcept(gegevens, ruw).antwoorden, {});
  });
});

describe("the reading aid", () => {
  it("names long sentences, hard words and what students miss, each hard word once", () => {
    const lang = `Je ${"loopt mee en ".repeat(9)}kijkt.`;
    const tips = leestips(gegevens.lezen, { opdracht: `${lang} Teneinde te leren. Teneinde te leren, o.a. veel.`, resultaat: "Een plan" });
    const berichten = tips.map(({ veld, bericht }) => `${veld}: ${bericht}`).join("\n");
    for (const deel of ["vergoeding: ", "reiskosten: ", "begeleiding: ", "opdracht: Deze zin heeft", "teneinde", "o.a."]) assert.ok(berichten.includes(deel), `${deel}\n${berichten}`);
    assert.equal(berichten.split("teneinde").length, 2);
    assert.ok(!berichten.includes("resultaat"));
  });

  it("says nothing of a plain text with everything in it", () => {
    const goed = { opdracht: "Je helpt mee in het park.", vergoeding: { volgens: "organisatie" }, reiskosten: "Je krijgt ze terug.", begeleiding: { uren_per_week: "2" }, resultaat: "Een plan." };
    assert.deepEqual(leestips(gegevens.lezen, goed), []);
  });
});
