import { useState } from "preact/hooks";
import { put } from "../../state/change.ts";
import { edit } from "../../state/document.ts";
import { isObject, type Json, listOf, textOf } from "../../state/json.ts";
import { Button, IconButton } from "../../ui/Button.tsx";
import { TextInput } from "../../ui/controls.tsx";
import { Field, FieldGroup, IssueList } from "../../ui/Field.tsx";
import { removeAloud } from "../../ui/removeAloud.ts";
import { ZoneInput } from "../../ui/ZoneInput.tsx";
import { WEEKDAYS } from "../conditions/weekday.tsx";
import { objectOf, type Part, partAt, setIn } from "../part.ts";
import { HoursInput } from "./HoursInput.tsx";
import { Items, NameAndId, Section } from "./Section.tsx";
import { settingsTexts } from "./texts.ts";

/** The opening hours. `part` is the document. */
export function Calendars({ part }: { part: Part }) {
  const text = settingsTexts();
  const own = partAt(part, "calendars");
  return (
    <Section
      name="calendars"
      title={text.calendars}
      note={String(listOf(own.value).length)}
      issues={own.issues.length}
    >
      <Items
        part={own}
        shown={["name", "id", "timeZone", "weekly", "exceptions"]}
        Item={Calendar}
        addLabel={text.addCalendar}
        removeLabel={text.removeCalendar}
        base="horario"
        fresh={() => ({ name: text.newCalendar, timeZone: "America/Santiago", weekly: {} })}
      />
    </Section>
  );
}

function Calendar({ part }: { part: Part }) {
  const text = settingsTexts();
  const weekly = partAt(part, "weekly");
  return (
    <>
      <NameAndId part={part} />
      <Field label={text.zone} hint={text.zoneHintCalendar} issues={partAt(part, "timeZone").issues}>
        <ZoneInput
          value={textOf(objectOf(part).timeZone)}
          onInput={(typed) => setIn(part, "timeZone", typed)}
        />
      </Field>
      <FieldGroup
        label={text.calendar}
        hint={text.hoursHint}
        issues={weekly.issues.filter(({ path: [day] }) => !WEEKDAYS.some((known) => known === day))}
      >
        <div class="week">
          {WEEKDAYS.map((day) => {
            const hours = partAt(weekly, day);
            return (
              <Field key={day} label={text.days[day]} issues={hours.issues}>
                <HoursInput
                  value={hours.value}
                  onChange={(value) =>
                    setIn(weekly, day, Array.isArray(value) && value.length === 0 ? undefined : value)
                  }
                />
              </Field>
            );
          })}
        </div>
      </FieldGroup>
      <Exceptions part={partAt(part, "exceptions")} />
    </>
  );
}

function Exceptions({ part }: { part: Part }) {
  const text = settingsTexts();
  const entries = Object.entries(objectOf(part));
  // Two of the same date would be one: such a date is not taken over, and stands where it was typed with a word on why.
  const [refused, setRefused] = useState<{ place: number; date: string; typed: string }>();
  const isRefused = (place: number, date: string) => refused?.place === place && refused.date === date;
  const set = (next: readonly (readonly [string, Json | undefined])[]) =>
    edit(
      text.exceptions,
      (all) => put(all, part.path, next.length === 0 ? undefined : Object.fromEntries(next)),
      `exceptions ${part.path.join(" ")}`,
    );
  const own = part.issues.filter(({ path: [date] }) => !entries.some(([known]) => known === date));
  return (
    <FieldGroup label={text.exceptions} hint={text.exceptionsHint} issues={own}>
      {(part.value === undefined || isObject(part.value)) && (
        <ul class="items">
          {entries.map(([date, hours], place) => (
            // A date is edited letter by letter: its place is what it keeps.
            <li key={place} class="exception">
              <Field
                label={text.date}
                labelHidden
                problem={isRefused(place, date) ? text.sameDate(date) : undefined}
              >
                <TextInput
                  mono
                  value={isRefused(place, date) ? (refused?.typed ?? date) : date}
                  onInput={(typed) => {
                    const isTaken = entries.some(([other], at) => at !== place && other === typed);
                    setRefused(isTaken ? { place, date, typed } : undefined);
                    if (!isTaken) set(entries.with(place, [typed, hours]));
                  }}
                />
              </Field>
              <Field label={text.hours(date)} labelHidden>
                <HoursInput
                  value={hours}
                  placeholder={text.closed}
                  onChange={(value) => set(entries.with(place, [date, value]))}
                />
              </Field>
              <IconButton
                icon="trash"
                label={`${text.removeException}: ${date}`}
                onClick={() =>
                  removeAloud(`${text.removeException}: ${date}`, () => set(entries.toSpliced(place, 1)))
                }
              />
              <IssueList issues={partAt(part, date).issues} />
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button icon="plus" onClick={() => set([...entries, [freshDate(entries), []]])}>
          {text.addException}
        </Button>
      </div>
    </FieldGroup>
  );
}

/** The first day of the year that has no exception yet: dates order themselves. */
function freshDate(entries: readonly (readonly [string, unknown])[]): string {
  const taken = new Set(entries.map(([date]) => date));
  for (let day = 1; day <= 31; day += 1) {
    const date = `01-${String(day).padStart(2, "0")}`;
    if (!taken.has(date)) return date;
  }
  return "";
}
