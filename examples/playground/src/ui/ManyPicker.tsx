import { useState } from "preact/hooks";
import type { Issue } from "ticket-rules";
import { Checklist, type Choice, TextInput } from "./controls.tsx";
import { Field } from "./Field.tsx";
import { uiTexts } from "./texts.ts";

/** How many choices are in sight without looking for them. */
const IN_SIGHT = 12;

/** Some of however many choices: all in sight if they are few, else those chosen and those looked for. */
export function ManyPicker({
  label,
  choices,
  values,
  issues,
  emptyText,
  onChange,
}: {
  label: string;
  choices: readonly Choice[];
  values: readonly string[];
  issues?: readonly Issue[] | undefined;
  /** Said when there is nothing to choose from. */
  emptyText: string;
  onChange: (values: string[]) => void;
}) {
  const [wanted, setWanted] = useState("");
  const text = uiTexts();
  const isLong = choices.length > IN_SIGHT;
  const chosen = new Set(values);
  const fits = (choice: Choice) => plain(choice.label).includes(plain(wanted));
  const found = isLong ? choices.filter((choice) => !chosen.has(choice.value) && fits(choice)) : [];
  const inSight = isLong
    ? [...choices.filter(({ value }) => chosen.has(value)), ...found.slice(0, IN_SIGHT)]
    : choices;
  const hint =
    choices.length === 0
      ? emptyText
      : found.length > IN_SIGHT
        ? text.more(found.length - IN_SIGHT)
        : undefined;
  return (
    <div class="stack tight">
      {isLong && (
        <div data-own-undo>
          <Field label={text.search(label)}>
            <TextInput type="search" value={wanted} onInput={setWanted} />
          </Field>
        </div>
      )}
      <Checklist
        label={label}
        values={values}
        choices={inSight}
        issues={issues}
        hint={hint}
        onChange={onChange}
      />
    </div>
  );
}

/** Without case and accents, as people look for things. */
export function plain(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
