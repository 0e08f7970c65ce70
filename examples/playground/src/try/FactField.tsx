/** Facts of the event as fields: unknown, known to be empty, or a value. */
import type { ComponentChildren } from "preact";
import { event } from "../state/event.ts";
import { at, type Json, type Path, textOf } from "../state/json.ts";
import { type Choice, Select } from "../ui/controls.tsx";
import { Field } from "../ui/Field.tsx";
import { tryTexts } from "./texts.ts";
import { setFact } from "./tried.ts";

/** What the value of a select stands for that is no value of the fact. */
export const UNKNOWN = "?";
export const EMPTY = "∅";

/** A field whose look tells when the fact is unknown. */
export function Fact({ label, path, children }: { label: string; path: Path; children: ComponentChildren }) {
  return (
    <div class={`fact ${at(event.value, path) === undefined ? "fact-unknown" : ""}`}>
      <Field label={label}>{children}</Field>
    </div>
  );
}

/** A fact of the ticket with a closed list of values. */
export function ChoiceFact({
  label,
  path,
  choices,
  none,
  read = textOf,
  write = (chosen) => chosen,
}: {
  label: string;
  path: Path;
  choices: readonly Choice[];
  /** What null is called, where it may be. */
  none?: string;
  read?: (value: Json | undefined) => string;
  write?: (chosen: string) => Json;
}) {
  const text = tryTexts();
  const value = at(event.value, path);
  const shown = value === undefined ? UNKNOWN : value === null ? EMPTY : read(value);
  const stray = [UNKNOWN, EMPTY, ...choices.map((choice) => choice.value)].includes(shown)
    ? []
    : [{ value: shown, label: text.missingReference(shown) }];
  return (
    <Fact label={label} path={path}>
      <Select
        value={shown}
        choices={[
          { value: UNKNOWN, label: text.unknown },
          ...(none === undefined ? [] : [{ value: EMPTY, label: none }]),
          ...choices,
          ...stray,
        ]}
        onChange={(chosen) =>
          setFact(path, chosen === UNKNOWN ? undefined : chosen === EMPTY ? null : write(chosen))
        }
      />
    </Fact>
  );
}

/** Labels by value as the choices of a select. */
export function choicesOf(labels: { readonly [value: string]: string }): Choice[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}
