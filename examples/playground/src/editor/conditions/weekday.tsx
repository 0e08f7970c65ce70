import type { Weekday } from "ticket-rules";
import { textOf } from "../../state/json.ts";
import { Checklist } from "../../ui/controls.tsx";
import { type Part, partAt, setIn } from "../part.ts";
import { oneOrMany, valuesOf } from "./choices.ts";
import type { ConditionForm } from "./define.ts";
import { conditionTexts } from "./texts.ts";

/** Days of the week, in their order. */
export const WEEKDAYS = [
  "mon",
  "tue",
  "wed",
  "thu",
  "fri",
  "sat",
  "sun",
] as const satisfies readonly Weekday[];

/** One or several days of the week. */
export const weekday: ConditionForm = { keys: ["is"], fresh: () => ({ is: [] }), Form: WeekdayForm };

function WeekdayForm({ part }: { part: Part }) {
  const text = conditionTexts();
  const { value, issues } = partAt(part, "is");
  return (
    <Checklist
      label={text.weekdays}
      choices={WEEKDAYS.map((day) => ({ value: day, label: text.days[day] }))}
      values={valuesOf(value).map(textOf)}
      issues={issues}
      onChange={(values) => setIn(part, "is", oneOrMany(values))}
    />
  );
}
