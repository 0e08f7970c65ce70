/** Local time in two ways: as most code has it, and as an expert makes it when it must be quick. */
import { formatInTimeZone } from "date-fns-tz/formatInTimeZone";

const DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Local date, weekday and minute by date-fns-tz: one conversion, some ten microseconds. */
export function libraryClock(timeZone) {
  return (ms) => {
    const [day, date, hour, minute] = formatInTimeZone(ms, timeZone, "i yyyyMMdd H m").split(" ").map(Number);
    return { weekday: DAYS[day % 7], date, minute: hour * 60 + minute };
  };
}

/** The same from a remembered offset, which holds until the zone's next change. */
export function cachedClock(timeZone) {
  const offsetAt = cachedOffset(timeZone);
  let [midnight, shown] = [Number.NaN, { weekday: "", date: 0 }];
  return (ms) => {
    const wall = ms + offsetAt(ms);
    const day = Math.floor(wall / DAY_MS) * DAY_MS;
    if (day !== midnight) {
      const date = new Date(day);
      const number = date.getUTCFullYear() * 10_000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
      [midnight, shown] = [day, { weekday: DAYS[date.getUTCDay()], date: number }];
    }
    return { weekday: shown.weekday, date: shown.date, minute: Math.floor((wall - day) / MINUTE_MS) };
  };
}

function cachedOffset(timeZone) {
  const format = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  const read = (ms) => {
    const [, sign, hours, minutes] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(format.format(ms));
    return (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * MINUTE_MS;
  };
  let [from, to, offset] = [0, 0, 0];
  return (ms) => {
    if (ms >= from && ms < to) return offset;
    offset = read(ms);
    // Wide steps first, then down to the minute: no zone changes twice within three days.
    [from, to] = [edgeFrom(ms, -1), edgeFrom(ms, 1)];
    return offset;

    function edgeFrom(start, direction) {
      let step = 3 * DAY_MS;
      let at = start;
      while (step >= MINUTE_MS) {
        if (Math.abs(at - start) < 30 * DAY_MS && read(at + direction * step) === offset)
          at += direction * step;
        else step = Math.floor(step / 2);
      }
      return at;
    }
  };
}

/** Whether a calendar is open at a local time. @returns a function of what a clock shows. */
export function hoursOf({ weekly, exceptions }) {
  const spansOf = (intervals = []) =>
    intervals.map(([start, end]) => {
      const [from, to] = [start, end].map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));
      return [from, to > from ? to : to + 1440];
    });
  const byWeekday = new Map(DAYS.map((day) => [day, spansOf(weekly[day])]));
  const byDate = new Map(
    Object.entries(exceptions).map(([date, spans]) => [Number(date.replaceAll("-", "")), spansOf(spans)]),
  );
  const on = (date, weekday) => byDate.get(date) ?? byDate.get(date % 10_000) ?? byWeekday.get(weekday);
  return ({ date, weekday, minute }) => {
    const yesterday = new Date(
      Date.UTC(Math.floor(date / 10_000), (Math.floor(date / 100) % 100) - 1, (date % 100) - 1),
    );
    const dateBefore =
      yesterday.getUTCFullYear() * 10_000 + (yesterday.getUTCMonth() + 1) * 100 + yesterday.getUTCDate();
    return (
      covers(on(date, weekday), minute) || covers(on(dateBefore, DAYS[yesterday.getUTCDay()]), minute + 1440)
    );
  };
}

function covers(spans, minute) {
  for (const [from, to] of spans) if (from <= minute && minute < to) return true;
  return false;
}

/** Opening hours with the answer remembered for its quarter of an hour: no boundary lies within one. */
export function cachedHours(calendar) {
  const clock = cachedClock(calendar.timeZone);
  const isOpen = hoursOf(calendar);
  const quarter = 15 * MINUTE_MS;
  let [from, open] = [Number.NaN, false];
  return (ms) => {
    if (!(ms >= from && ms < from + quarter)) {
      from = Math.floor(ms / quarter) * quarter;
      open = isOpen(clock(from));
    }
    return open;
  };
}
