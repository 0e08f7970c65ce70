/** The week, which is a slider of the event's time, and below it the day of the event in large. */
import { useId } from "preact/hooks";
import { locale } from "../state/preferences.ts";
import { blockAt, hoursOf, type Lane } from "./lanes.ts";
import { HEAD, Strip } from "./Strip.tsx";
import { tryTexts } from "./texts.ts";
import { clock, days, instant, moveTo, week } from "./tried.ts";
import { type Day, exceptionOn } from "./week.ts";
import { clockText, dateAfter, instantOf, MINUTE, wallTime } from "./zoneTime.ts";

/** Seven days, however many hours they have. */
export function WeekStrip({ lanes }: { lanes: readonly Lane[] }) {
  const text = tryTexts();
  const help = useId();
  const now = instant.value;
  const { from, to } = week.value;
  const changes = days.value.flatMap((day) => day.changes);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = movedBy(event, instant.peek());
    if (next === undefined) return;
    event.preventDefault();
    moveTo(next);
  };
  return (
    <div>
      <div
        role="slider"
        tabIndex={0}
        class="week-slider"
        aria-label={text.slider}
        aria-valuemin={0}
        aria-valuemax={(to - from) / MINUTE - 1}
        aria-valuenow={Math.floor((now - from) / MINUTE)}
        aria-valuetext={momentText(lanes)}
        aria-describedby={help}
        onKeyDown={onKeyDown}
      >
        <Strip
          span={week.value}
          lanes={lanes}
          instant={now}
          changes={changes}
          lines={days.value.slice(1).map((day) => day.from)}
          snap={15}
          onPoint={moveTo}
          head={(x, width) =>
            days.value.map((day) => <DayHead key={day.date} day={day} x={x} isNarrow={width < 560} />)
          }
        />
      </div>
      <p id={help} class="hint slider-help">
        {text.sliderHelp}
      </p>
    </div>
  );
}

/** The day of the event, hour by hour. */
export function DayStrip({ lanes }: { lanes: readonly Lane[] }) {
  const text = tryTexts();
  const now = instant.value;
  const day = days.value.find(({ from, to }) => from <= now && now < to);
  if (day === undefined) return null;
  const hours = hoursOf(clock.value.zone, day);
  const exception = exceptionOn(clock.value.calendar, day.date);
  return (
    <figure class="day-figure">
      <figcaption class="day-caption">
        <strong class="day-date">{longDate(day.date)}</strong>
        <span class="day-time">{stateText(lanes)}</span>
        {day.hours !== 24 && <span class="tag tag-change">{text.dayOfHours(hoursText(day.hours))}</span>}
        {day.changes.map(({ at, jump }) => (
          <span key={at} class="tag tag-change">
            {jump > 0 ? text.skipped(text.minutes(jump)) : text.repeated(text.minutes(-jump))}
          </span>
        ))}
        {exception !== undefined && (
          <span class="tag">{exception === "closed" ? text.holiday : text.otherHours}</span>
        )}
      </figcaption>
      <Strip
        span={day}
        lanes={lanes}
        instant={now}
        changes={day.changes.filter(({ at }) => at > day.from)}
        lines={hours.filter((_, place) => place % 6 === 0).map(({ at }) => at)}
        snap={5}
        onPoint={moveTo}
        head={(x, width) =>
          hours
            .filter((_, place) => place % (width > 620 ? 1 : width > 400 ? 2 : 3) === 0)
            .map(({ at, label }) => (
              <text key={at} x={x(at)} y={HEAD - 20} class="strip-hour" text-anchor="middle">
                {label}
              </text>
            ))
        }
      />
    </figure>
  );
}

function DayHead({ day, x, isNarrow }: { day: Day; x: (at: number) => number; isNarrow: boolean }) {
  const text = tryTexts();
  const { date, from, to, hours } = day;
  const middle = (x(from) + x(to)) / 2;
  const exception = exceptionOn(clock.value.calendar, date);
  const isToday = from <= instant.value && instant.value < to;
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale.value, { timeZone: "UTC", ...options }).format(Date.parse(date));
  return (
    <g class={isToday ? "day-head day-today" : "day-head"}>
      <text x={middle} y={13} text-anchor="middle" class="strip-weekday">
        {format({ weekday: isNarrow ? "narrow" : "short" })} {format({ day: "numeric" })}
      </text>
      {hours !== 24 && (
        <text x={middle} y={27} text-anchor="middle" class="strip-odd">
          {text.hoursOfDay(hoursText(hours))}
        </text>
      )}
      {exception !== undefined && hours === 24 && (
        <path d={`M${middle} 19l4 4-4 4-4-4z`} class={`strip-exception strip-${exception}`} />
      )}
    </g>
  );
}

/** Where a key moves the event to. Arrows move by elapsed time, so that a repeated hour is passed twice. */
function movedBy(
  { key, shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent,
  now: number,
): number | undefined {
  if (ctrlKey || altKey || metaKey) return undefined;
  const step = (shiftKey ? 1 : 15) * MINUTE;
  const { from, to } = week.peek();
  const moves: { readonly [name: string]: () => number } = {
    ArrowRight: () => now + step,
    ArrowUp: () => now + step,
    ArrowLeft: () => now - step,
    ArrowDown: () => now - step,
    PageUp: () => daysLater(now, 1),
    PageDown: () => daysLater(now, -1),
    Home: () => from,
    End: () => to - MINUTE,
  };
  return Object.hasOwn(moves, key) ? moves[key]?.() : undefined;
}

function daysLater(now: number, count: number): number {
  const { zone } = clock.peek();
  const { date, minuteOfDay } = wallTime(zone, now);
  return instantOf(zone, { date: dateAfter(date, count), minuteOfDay });
}

/** "Monday, 23 November 2026, 10:15, open" */
function momentText(lanes: readonly Lane[]): string {
  return `${longDate(wallTime(clock.value.zone, instant.value).date)}, ${stateText(lanes)}`;
}

/** "10:15, open", after the calendar of the account. */
function stateText(lanes: readonly Lane[]): string {
  const text = tryTexts();
  const now = instant.value;
  const { zone, calendar } = clock.value;
  const time = clockText(wallTime(zone, now).minuteOfDay);
  const own = lanes.find(({ key }) => calendar !== undefined && key === `calendar ${calendar.id}`);
  if (own === undefined) return time;
  return `${time}, ${blockAt(own, now) === undefined ? text.closed : text.open}`;
}

function longDate(date: string): string {
  return new Intl.DateTimeFormat(locale.value, {
    timeZone: "UTC",
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
  }).format(Date.parse(date));
}

function hoursText(hours: number): string {
  return hours.toLocaleString(locale.value);
}
