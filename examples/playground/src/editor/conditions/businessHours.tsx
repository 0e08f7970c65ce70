import { textOf } from "../../state/json.ts";
import { Select } from "../../ui/controls.tsx";
import { Field } from "../../ui/Field.tsx";
import { objectOf, type Part, partAt, setIn } from "../part.ts";
import { choicesOf } from "./choices.ts";
import type { ConditionForm } from "./define.ts";
import { conditionTexts } from "./texts.ts";

/** The hours of a calendar: of both conditions on business hours. */
export const businessHours: ConditionForm = { keys: ["calendar"], fresh: () => ({}), Form: CalendarForm };

/** Stands for the absent key: no id is empty. */
const OF_ACCOUNT = "";

function CalendarForm({ part }: { part: Part }) {
  const text = conditionTexts();
  return (
    <Field label={text.calendar} issues={partAt(part, "calendar").issues}>
      <Select
        value={textOf(objectOf(part).calendar)}
        choices={[{ value: OF_ACCOUNT, label: text.accountCalendar }, ...choicesOf("calendars")]}
        onChange={(chosen) => setIn(part, "calendar", chosen === OF_ACCOUNT ? undefined : chosen)}
      />
    </Field>
  );
}
