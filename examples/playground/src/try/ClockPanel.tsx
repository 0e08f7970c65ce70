/** The event's time: a field, the week and the day as strips, and where rules that look at the clock would fire. */
import { useSignalEffect } from "@preact/signals";
import { useState } from "preact/hooks";
import { workspace } from "../state/loaded.ts";
import { locale } from "../state/preferences.ts";
import { Button } from "../ui/Button.tsx";
import { TextInput } from "../ui/controls.tsx";
import { Field } from "../ui/Field.tsx";
import { calendarLanes, ruleLanes } from "./lanes.ts";
import { localField, readLocalField } from "./localField.ts";
import { DayStrip, WeekStrip } from "./Strips.tsx";
import { tryTexts } from "./texts.ts";
import { clock, hasBrokenCalendar, instant, moveTo, week } from "./tried.ts";
import { WeekInWords } from "./WeekInWords.tsx";
import { nextOpening, openHours } from "./week.ts";
import { askFirings, firings } from "./weekFirings.ts";
import { dateAfter, instantOf, nextClockChange, offsetAt, wallTime } from "./zoneTime.ts";

/** How many rules have a lane before one asks for more. */
const FEW = 8;

/** The panel. */
export function ClockPanel() {
  const text = tryTexts();
  const [all, setAll] = useState(false);
  useSignalEffect(askFirings);
  const { zone, calendar } = clock.value;
  const { lanes, quiet } = ruleLanes(workspace.value, firings.value);
  const shown = all ? lanes : lanes.slice(0, FEW);
  const everything = [...calendarLanes(workspace.value, clock.value, week.value), ...shown];
  return (
    <section class="card stack" aria-labelledby="try-clock">
      <h3 id="try-clock">{text.clockHeading}</h3>
      <div class="clock-controls">
        <Field
          label={text.when}
          hint={<span class="user-text">{text.inZone(zone, offsetText(zone, instant.value))}</span>}
        >
          <TextInput
            type="datetime-local"
            value={localField(zone, instant.value)}
            onInput={(value) => {
              const ms = readLocalField(zone, value);
              if (ms !== undefined) moveTo(ms);
            }}
          />
        </Field>
        <Jumps />
      </div>
      {calendar === undefined && (
        <p class="hint">{hasBrokenCalendar.value ? text.brokenCalendar : text.noCalendar}</p>
      )}
      <WeekStrip lanes={everything} />
      <DayStrip lanes={everything} />
      <Legend hasRules={lanes.length > 0} />
      <p class="hint">
        {lanes.length > 0 && `${text.timedRules}. `}
        {lanes.length === 0 && (quiet > 0 ? text.quietOnly : text.noTimedRules)}
        {lanes.length > 0 && quiet > 0 && text.quietRules(quiet)}
      </p>
      <WeekInWords lanes={everything} />
      {lanes.length > shown.length && (
        <div>
          <Button look="quiet" icon="chevron" onClick={() => setAll(true)}>
            {text.moreRules(lanes.length - shown.length)}
          </Button>
        </div>
      )}
    </section>
  );
}

/** To where something changes. */
function Jumps() {
  const text = tryTexts();
  const { zone, calendar } = clock.value;
  const now = instant.value;
  const turn = calendar === undefined ? undefined : nextOpening(calendar, now);
  const opens =
    calendar !== undefined &&
    turn !== undefined &&
    openHours(calendar, { from: turn, to: turn + 1 })[0]?.open === true;
  const change = nextClockChange(zone, now)?.at;
  /** The same time on the clock so many days later. */
  const sameTime = (shift: number) => {
    const { date, minuteOfDay } = wallTime(zone, now);
    return instantOf(zone, { date: dateAfter(date, shift), minuteOfDay });
  };
  return (
    <div class="row jumps">
      <Button onClick={() => moveTo(sameTime(-7))}>{text.earlierWeek}</Button>
      <Button onClick={() => moveTo(sameTime(7))}>{text.laterWeek}</Button>
      <Button disabled={turn === undefined} onClick={() => turn !== undefined && moveTo(turn)}>
        {text.nextTurn(opens)}
      </Button>
      <Button
        disabled={change === undefined}
        title={change === undefined ? text.noClockChange : new Date(change).toLocaleDateString(locale.value)}
        onClick={() => change !== undefined && moveTo(change)}
      >
        {text.nextClockChange}
      </Button>
    </div>
  );
}

function Legend({ hasRules }: { hasRules: boolean }) {
  const text = tryTexts();
  const items = [
    { look: "open", label: text.legendOpen },
    ...(hasRules
      ? [
          { look: "fires", label: text.legendFires },
          { look: "unknown", label: text.legendUnknown },
        ]
      : []),
    { look: "change", label: text.legendChange },
    { look: "now", label: text.legendNow },
  ];
  return (
    <ul class="legend">
      {items.map(({ look, label }) => (
        <li key={look}>
          <span class={`legend-sign legend-${look}`} aria-hidden="true" />
          {label}
        </li>
      ))}
    </ul>
  );
}

/** `UTC−03:00` */
function offsetText(zone: string, at: number): string {
  const minutes = Math.round(offsetAt(zone, at) / 60_000);
  const size = Math.abs(minutes);
  const two = (number: number) => String(number).padStart(2, "0");
  return `UTC${minutes < 0 ? "−" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
