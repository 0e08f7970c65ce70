/** The controls that stand in a field. */
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import type { Issue } from "ticket-rules";
import { FieldGroup, useWiring } from "./Field.tsx";

interface TextInputProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly placeholder?: string;
  readonly type?: "text" | "date" | "time" | "datetime-local" | "password" | "url" | "search";
  readonly mono?: boolean;
}

/** A line of text. */
export function TextInput({ value, onInput, type = "text", mono = false, ...rest }: TextInputProps) {
  return (
    <input
      {...useWiring()}
      {...rest}
      class={`input ${mono ? "mono" : ""}`}
      // Preact's types want each type of input by itself.
      type={type as "text"}
      value={value}
      dir={type === "text" && !mono ? "auto" : undefined}
      autocomplete="off"
      spellcheck={false}
      onInput={({ currentTarget }) => onInput(currentTarget.value)}
    />
  );
}

/** Several lines of text. */
export function TextArea({
  value,
  onInput,
  rows = 3,
  mono = false,
}: {
  value: string;
  onInput: (value: string) => void;
  rows?: number;
  mono?: boolean;
}) {
  return (
    <textarea
      {...useWiring()}
      class={`input ${mono ? "mono" : ""}`}
      rows={rows}
      dir={mono ? undefined : "auto"}
      spellcheck={false}
      value={value}
      onInput={({ currentTarget }) => onInput(currentTarget.value)}
    />
  );
}

/** A number. What is no number is handed on as `undefined`. */
export function NumberInput({
  value,
  onInput,
  min,
  step = 1,
}: {
  value: number | undefined;
  onInput: (value: number | undefined) => void;
  min?: number;
  step?: number | "any";
}) {
  return (
    <input
      {...useWiring()}
      class="input number"
      type="number"
      inputMode="numeric"
      min={min}
      step={step}
      value={value ?? ""}
      onInput={({ currentTarget }) => {
        const { valueAsNumber } = currentTarget;
        onInput(Number.isFinite(valueAsNumber) ? valueAsNumber : undefined);
      }}
    />
  );
}

/** One of the choices of a list. */
export interface Choice<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
}

/** One of several choices. A value that is none of them is shown as it is, and marked. */
export function Select<Value extends string>({
  value,
  choices,
  onChange,
  placeholder,
}: {
  value: string;
  choices: readonly Choice<Value>[];
  onChange: (value: Value) => void;
  /** What is shown when nothing is chosen. */
  placeholder?: string;
}) {
  const isKnown = choices.some((choice) => choice.value === value);
  return (
    <select
      {...useWiring()}
      class="input"
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value as Value)}
    >
      {!isKnown && (
        <option value={value} disabled>
          {value === "" ? (placeholder ?? "") : `${value} ?`}
        </option>
      )}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}

/** A switch with its text. */
export function Switch({
  checked,
  onChange,
  label,
  labelHidden = false,
}: {
  checked: boolean;
  onChange: (checked: boolean) => void;
  label: string;
  labelHidden?: boolean;
}) {
  return (
    <label class="switch-label">
      <input
        type="checkbox"
        class="switch"
        checked={checked}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      <span class={labelHidden ? "visually-hidden" : undefined}>{label}</span>
    </label>
  );
}

interface ChoicesProps {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly hint?: ComponentChildren | undefined;
  readonly issues?: readonly Issue[] | undefined;
}

/** A choice of a few, all in sight. Has a label of its own: not for within a `Field`. */
export function Segments<Value extends string>({
  value,
  choices,
  onChange,
  ...field
}: ChoicesProps & {
  value: string;
  choices: readonly Choice<Value>[];
  onChange: (value: Value) => void;
}) {
  const name = useId();
  return (
    <FieldGroup {...field}>
      <div class="segments">
        {choices.map((choice) => (
          <label key={choice.value} class="segment">
            <input
              type="radio"
              class="visually-hidden"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

/**
 * Some of several choices. Values that are none of them are kept, shown as they are, and can be taken away.
 * Has a label of its own: not for within a `Field`.
 */
export function Checklist({
  values,
  choices,
  onChange,
  ...field
}: ChoicesProps & {
  values: readonly string[];
  choices: readonly Choice[];
  onChange: (values: string[]) => void;
}) {
  const known = new Set(choices.map(({ value }) => value));
  const strangers = values.filter((value) => !known.has(value));
  const all = [...choices, ...strangers.map((value) => ({ value, label: `${value} ?` }))];
  const toggle = (value: string, on: boolean) => {
    const chosen = new Set(on ? [...values, value] : values.filter((each) => each !== value));
    onChange(all.flatMap((choice) => (chosen.has(choice.value) ? [choice.value] : [])));
  };
  return (
    <FieldGroup {...field}>
      <div class="checklist">
        {all.map(({ value, label: text }) => (
          <label key={value} class="chip">
            <input
              type="checkbox"
              checked={values.includes(value)}
              onChange={({ currentTarget }) => toggle(value, currentTarget.checked)}
            />
            <span class="user-text">{text}</span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
