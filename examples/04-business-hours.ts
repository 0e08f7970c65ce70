/** Opening hours across the clock changes of Chile, on holidays, and past midnight. */
import assert from "node:assert/strict";
import { businessTime, type Calendar, type OpenInterval } from "ticket-rules";

const night: OpenInterval[] = [["22:00", "06:00"]];
const guard: Calendar = {
  id: "cal-guardia",
  name: "Guardia nocturna",
  timeZone: "America/Santiago",
  weekly: { mon: night, tue: night, wed: night, thu: night, fri: night, sat: night, sun: night },
};
const office: Calendar = {
  id: "cal-oficina",
  name: "Oficina",
  timeZone: "America/Santiago",
  weekly: { thu: [["09:00", "18:00"]], fri: [["09:00", "18:00"]], mon: [["09:00", "18:00"]] },
  exceptions: { "09-18": [], "2026-09-17": [["09:00", "12:00"]] },
};

// On 4 April 2026 the clocks go back at 24:00: 23:00 to 24:00 comes twice, and that night lasts nine hours.
const shift = businessTime(guard);
assert.equal(shift.isOpen("2026-04-04T23:30:00-03:00"), true);
assert.equal(shift.isOpen("2026-04-04T23:30:00-04:00"), true);
assert.equal(shift.openMinutes("2026-04-04T22:00:00-03:00", "2026-04-05T06:00:00-04:00"), 9 * 60);

// On 6 September 2026 the day begins at 01:00: seven hours.
assert.equal(shift.openMinutes("2026-09-05T22:00:00-04:00", "2026-09-06T06:00:00-03:00"), 7 * 60);

// Half-open: at 06:00:00.000 the shift is over.
assert.equal(shift.isOpen("2026-09-06T05:59:59.999-03:00"), true);
assert.equal(shift.isOpen("2026-09-06T06:00:00-03:00"), false);

// A promise of three working hours, made on Thursday 17 September at 11:00: that day closes at 12:00, Friday is a
// holiday, the weekend is closed.
const hours = businessTime(office);
const promised = hours.addOpenMinutes("2026-09-17T11:00:00-03:00", 180);
assert.equal(promised?.toISOString(), new Date("2026-09-21T11:00:00-03:00").toISOString());
assert.equal(
  hours.nextChange("2026-09-17T12:00:00-03:00")?.toISOString(),
  new Date("2026-09-21T09:00:00-03:00").toISOString(),
);

console.log("night of 4 April: 9 hours, night of 5 September: 7 hours");
console.log(`three working hours from Thursday 17 September, 11:00: ${promised?.toISOString()}`);
