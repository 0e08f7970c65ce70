import { parseWords } from "ticket-rules";
import { document } from "../../state/document.ts";
import { type Json, listOf, member, textOf } from "../../state/json.ts";
import { NumberInput, Segments, Select, TextInput } from "../../ui/controls.tsx";
import { Field } from "../../ui/Field.tsx";
import { ListInput } from "../../ui/ListInput.tsx";
import { ManyPicker } from "../../ui/ManyPicker.tsx";
import { objectOf, type Part, partAt, replace, setIn } from "../part.ts";
import { editorTexts } from "../texts.ts";
import { choicesIn, choicesOf, oneOrMany, valuesOf } from "./choices.ts";
import type { ConditionForm } from "./define.ts";
import { conditionTexts } from "./texts.ts";

/** A field of the ticket, and the values it may have. */
export const classification: ConditionForm = {
  keys: ["field", "is"],
  fresh: () => ({ field: "", is: [] }),
  Form: ClassificationForm,
};

function ClassificationForm({ part }: { part: Part }) {
  const text = conditionTexts();
  const fields = choicesOf("fields");
  const id = textOf(objectOf(part).field);
  const choose = (field: string) => {
    const to = typeOf(field);
    // The values of another field would be values of nothing.
    replace(part, { ...objectOf(part), field, is: to === "boolean" ? true : [] });
  };
  return (
    <div class="operands">
      <Field
        label={text.field}
        issues={partAt(part, "field").issues}
        {...(fields.length === 0 ? { hint: text.noFields } : {})}
      >
        <Select value={id} choices={fields} placeholder={editorTexts().choose} onChange={choose} />
      </Field>
      {id !== "" && <Values part={part} field={id} />}
    </div>
  );
}

function fieldOf(id: string): Json | undefined {
  return listOf(document.value.fields).find((field) => member(field, "id") === id);
}

function typeOf(id: string): string {
  return textOf(member(fieldOf(id), "type"));
}

/** What the field is compared with, by its type. */
function Values({ part, field }: { part: Part; field: string }) {
  const text = conditionTexts();
  const { value, issues } = partAt(part, "is");
  const values = valuesOf(value);
  const set = (next: Json | undefined) => setIn(part, "is", next);
  switch (typeOf(field)) {
    case "select":
    case "multi":
      return (
        <ManyPicker
          label={text.values}
          choices={choicesIn(member(fieldOf(field), "options"))}
          values={values.map(String)}
          issues={issues}
          emptyText={text.noOptions}
          onChange={(chosen) => set(oneOrMany(chosen))}
        />
      );
    case "boolean":
      return (
        <Segments
          label={text.value}
          value={String(values[0])}
          issues={issues}
          choices={[
            { value: "true", label: text.yes },
            { value: "false", label: text.no },
          ]}
          onChange={(chosen) => set(chosen === "true")}
        />
      );
    case "number":
      return (
        <Field label={text.value} issues={issues}>
          <NumberInput
            value={typeof values[0] === "number" ? values[0] : undefined}
            step="any"
            onInput={(number) => set(number ?? [])}
          />
        </Field>
      );
    case "date":
      return (
        <Field label={text.value} issues={issues}>
          <TextInput type="date" value={textOf(values[0])} onInput={(date) => set(date === "" ? [] : date)} />
        </Field>
      );
    default:
      return (
        <Field label={text.valuesTyped} issues={issues}>
          <ListInput
            values={values.map(String)}
            parse={parseWords}
            onChange={(typed) => set(oneOrMany(typed))}
          />
        </Field>
      );
  }
}
