import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { dagVan, datum, datumVol, isoVan, vandaag } from "../../theme/assets/js/dagen.js";

const AMSTERDAM = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Amsterdam", year: "numeric", month: "2-digit", day: "2-digit" });
const HOUR = 3_600_000;

describe("the day in the Netherlands", () => {
  it("is that of the table of time zones, around every midnight from 2020 to 2045", () => {
    for (let hour = Date.UTC(2020, 0, 1); hour < Date.UTC(2046, 0, 1); hour += HOUR) {
      // Midnight falls on 22 or 23 hours UTC; the hours beside them are enough.
      const utc = new Date(hour).getUTCHours();
      if (utc < 21 && utc > 1) continue;
      for (const moment of [new Date(hour), new Date(hour + HOUR - 1)]) assert.equal(isoVan(vandaag(moment)), AMSTERDAM.format(moment), moment.toISOString());
    }
  });
  it("a day is a number and back, and what is no day is none", () => {
    assert.equal(isoVan(dagVan("2026-11-24")), "2026-11-24");
    assert.equal(dagVan("2026-11-25") - dagVan("2026-11-24"), 1);
    for (const odd of ["", "24-11-2026", "2026-11-24T00:00", "2026-13-01"]) assert.ok(Number.isNaN(dagVan(odd)), odd);
  });
  it("is said in Dutch, whatever the device speaks", () => {
    assert.equal(datum(dagVan("2026-03-01")), "1 maart");
    assert.equal(datumVol(dagVan("2028-02-29")), "29 februari 2028");
  });
});
