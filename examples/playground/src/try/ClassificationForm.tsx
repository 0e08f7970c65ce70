/** The classification of the ticket, field by field, and what it was before the event. */
import type { Field as FieldKind } from "ticket-rules";
import { event } from "../state/event.ts";
import { at, isObject, type Json, listOf, textOf } from "../state/json.ts";
import { workspace } from "../state/loaded.ts";
import { Checklist, type Choice, Select, TextInput } from "../ui/controls.tsx";
import { Field } from "../ui/Field.tsx";
import { type Before, beforeOf, fieldValue, withBefore } from "./eventFacts.ts";
import { EMPTY, Fact, UNKNOWN } from "./FactField.tsx";
import { tryTexts } from "./texts.ts";
import { setFact } from "./tried.ts";

const PATH = ["ticket", "classification"];

/** Whether the classification is known, and then its fields. */
export function Fields() {
  const text = tryTexts();
  const fields = workspace.value.fields ?? [];
  const classification = at(event.value, PATH);
  const isClassified = event.value.type === "ticket.classified";
  return (
    <>
      <h4 class="composer-heading">{text.classificationHeading}</h4>
      <Fact label={text.classification} path={PATH}>
        <Select
          value={isObject(classification) ? "known" : UNKNOWN}
          choices={[
            { value: UNKNOWN, label: text.unknown },
            { value: "known", label: text.classified },
          ]}
          onChange={(chosen) => setFact(PATH, chosen === "known" ? {} : undefined)}
        />
      </Fact>
      {isObject(classification) && (
        <div class="facts">
          {fields.map((field) => (
            <div key={field.id} class="stack field-facts">
              <FieldFact field={field} />
              {isClassified && <BeforeFact field={field} />}
            </div>
          ))}
        </div>
      )}
    </>
  );
}

function FieldFact({ field }: { field: FieldKind }) {
  const { id, name, type } = field;
  const value = fieldValue(event.value, id);
  const set = (next: Json) => setFact([...PATH, id], next === null ? undefined : next);
  if (type === "multi") {
    return (
      <Checklist
        label={name}
        values={listOf(value).map(textOf)}
        choices={optionsOf(field)}
        onChange={(values) => set(values.length === 0 ? null : values)}
      />
    );
  }
  return (
    <Field label={name}>
      {type === "select" || type === "boolean" ? (
        <Select
          value={written(value)}
          choices={valuesOf(field)}
          onChange={(chosen) => set(readAs(type, chosen))}
        />
      ) : (
        <TextInput
          type={type === "date" ? "date" : "text"}
          value={value === null ? "" : String(value)}
          onInput={(next) => set(next === "" ? null : readAs(type, next))}
        />
      )}
    </Field>
  );
}

/** Only on a classification: whether it touched the field, and what was there before. */
function BeforeFact({ field }: { field: FieldKind }) {
  const text = tryTexts();
  const { id, name, type } = field;
  const before = beforeOf(event.value, id);
  const shown =
    before.kind === "known" ? written(before.value) : before.kind === "unknown" ? UNKNOWN : UNTOUCHED;
  const choices = valuesOf(field);
  const stray = [UNKNOWN, UNTOUCHED, ...choices.map(({ value }) => value)].includes(shown)
    ? []
    : [{ value: shown, label: shown }];
  const read = (chosen: string): Before => {
    if (chosen === UNTOUCHED) return { kind: "untouched" };
    return chosen === UNKNOWN ? { kind: "unknown" } : { kind: "known", value: readAs(type, chosen) };
  };
  return (
    <div class={`fact ${before.kind === "unknown" ? "fact-unknown" : ""}`}>
      <Field label={`${name}, ${text.before}`}>
        <Select
          value={shown}
          choices={[
            { value: UNTOUCHED, label: text.untouched },
            { value: UNKNOWN, label: text.unknown },
            ...choices,
            ...stray,
          ]}
          onChange={(chosen) => {
            event.value = withBefore(event.peek(), id, read(chosen));
          }}
        />
      </Field>
    </div>
  );
}

const UNTOUCHED = "=";

function valuesOf(field: FieldKind): Choice[] {
  const text = tryTexts();
  const empty = { value: EMPTY, label: text.empty };
  if (field.type === "boolean") {
    return [empty, { value: "true", label: text.yes }, { value: "false", label: text.no }];
  }
  return [empty, ...optionsOf(field)];
}

function optionsOf({ options = [] }: FieldKind): Choice[] {
  return options.map(({ id, name }) => ({ value: id, label: name }));
}

function written(value: Json): string {
  return value === null ? EMPTY : String(value);
}

function readAs(type: FieldKind["type"], chosen: string): Json {
  if (chosen === EMPTY) return null;
  if (type === "boolean") return chosen === "true";
  if (type === "multi") return [chosen];
  const number = Number(chosen);
  return type === "number" && chosen.trim() !== "" && Number.isFinite(number) ? number : chosen;
}
