import { textOf } from "../../state/json.ts";
import { TextInput } from "../../ui/controls.tsx";
import { Field, FieldGroup } from "../../ui/Field.tsx";
import { objectOf, type Part, partAt, setIn } from "../part.ts";
import type { ConditionForm } from "./define.ts";
import { conditionTexts } from "./texts.ts";

/** From a date to a date. */
export const dateRange: ConditionForm = {
  keys: ["from", "to"],
  fresh: () => ({}),
  Form: ({ part }) => <RangeForm part={part} type="date" hint={conditionTexts().dateHint} />,
};

/** From a time of day to a time of day. Text, since `24:00` is the end of the day, which no clock shows. */
export const timeRange: ConditionForm = {
  keys: ["from", "to"],
  fresh: () => ({ from: "09:00", to: "18:00" }),
  Form: ({ part }) => <RangeForm part={part} type="text" hint={conditionTexts().timeHint} />,
};

function RangeForm({ part, type, hint }: { part: Part; type: "date" | "text"; hint: string }) {
  const text = conditionTexts();
  const end = (key: "from" | "to") => (
    <Field label={text[key]} issues={partAt(part, key).issues}>
      <TextInput
        type={type}
        value={textOf(objectOf(part)[key])}
        {...(type === "text" ? { mono: true, placeholder: "HH:MM" } : {})}
        onInput={(typed) => setIn(part, key, typed === "" && type === "date" ? undefined : typed)}
      />
    </Field>
  );
  return (
    <FieldGroup label={`${text.from} – ${text.to}`} labelHidden hint={hint}>
      <div class="operands narrow">
        {end("from")}
        {end("to")}
      </div>
    </FieldGroup>
  );
}
