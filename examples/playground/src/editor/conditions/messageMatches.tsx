import { patternPresets } from "ticket-rules";
import { textOf } from "../../state/json.ts";
import { TextInput } from "../../ui/controls.tsx";
import { Field } from "../../ui/Field.tsx";
import { Menu } from "../../ui/Menu.tsx";
import { objectOf, type Part, partAt, replace, setIn } from "../part.ts";
import type { ConditionForm } from "./define.ts";
import { conditionTexts } from "./texts.ts";

/** A regular expression. */
export const messageMatches: ConditionForm = {
  keys: ["pattern", "flags"],
  fresh: () => ({ pattern: "" }),
  Form: PatternForm,
};

const names = Object.keys(patternPresets) as (keyof typeof patternPresets)[];

function PatternForm({ part }: { part: Part }) {
  const text = conditionTexts();
  const { pattern, flags } = objectOf(part);
  return (
    <div class="operands">
      <div class="wide">
        <Field label={text.pattern} hint={text.patternHint} issues={partAt(part, "pattern").issues}>
          <TextInput mono value={textOf(pattern)} onInput={(typed) => setIn(part, "pattern", typed)} />
        </Field>
      </div>
      <Field label={text.flags} hint={text.flagsHint} issues={partAt(part, "flags").issues}>
        <TextInput
          mono
          value={textOf(flags)}
          placeholder="i"
          onInput={(typed) => setIn(part, "flags", typed === "" ? undefined : typed)}
        />
      </Field>
      <div class="beside-field">
        <Menu
          label={text.preset}
          text={text.preset}
          icon="wand"
          items={names.map((name) => ({
            label: text.presets[name],
            onSelect: () => {
              const preset = patternPresets[name];
              replace(part, { ...objectOf(part), pattern: preset.pattern, flags: preset.flags });
            },
          }))}
        />
      </div>
    </div>
  );
}
