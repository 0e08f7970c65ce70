/** Calendars with nights, exceptions and hours of their own, in zones with odd clock changes. */
import fc from "fast-check";
import { Calendar } from "../../src/index.ts";

const DAY = 86_400_000;

export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

const time = fc.integer({ min: 0, max: 95 }).map((quarter) => {
  const minutes = quarter * 15;
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
});
const interval = fc.tuple(time, fc.oneof(time, fc.constant("24:00"))).filter(([start, end]) => start !== end);
const hours = fc.array(interval, { maxLength: 3 });
const date = fc.oneof(
  fc.integer({ min: 20_550, max: 20_730 }).map((day) => new Date(day * DAY).toISOString().slice(0, 10)),
  fc.constantFrom("01-01", "02-29", "04-04", "09-06", "12-25", "12-31"),
);

export const calendar = fc
  .record({
    id: fc.constant("cal"),
    name: fc.constant("Cal"),
    timeZone: fc.constantFrom(
      "America/Santiago",
      "Australia/Lord_Howe",
      "Africa/Cairo",
      "America/St_Johns",
      "UTC",
    ),
    weekly: fc.record(Object.fromEntries(WEEKDAYS.map((day) => [day, hours])), { requiredKeys: [] }),
    exceptions: fc.dictionary(date, hours, { maxKeys: 4 }),
  })
  .map((each) => each as unknown as Calendar)
  // Overlaps are refused; what is left is what can be stored.
  .filter((each) => Calendar.safeParse(each).success);

/** 2026, with the clock changes of the zones. */
export const instant = fc.oneof(
  fc.integer({ min: Date.UTC(2026, 3, 3), max: Date.UTC(2026, 9, 1) }),
  fc.integer({ min: Date.UTC(2026, 3, 4), max: Date.UTC(2026, 3, 6) }),
  fc.integer({ min: Date.UTC(2026, 8, 5), max: Date.UTC(2026, 8, 7) }),
);
