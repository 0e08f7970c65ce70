import { parseWords } from "ticket-rules";
import { listOf, textOf } from "../../state/json.ts";
import { Select } from "../../ui/controls.tsx";
import { Field } from "../../ui/Field.tsx";
import { ListInput } from "../../ui/ListInput.tsx";
import { objectOf, type Part, partAt, setIn } from "../part.ts";
import type { ConditionForm } from "./define.ts";
import { conditionTexts } from "./texts.ts";

/** Words or phrases in the message. */
export const messageContains: ConditionForm = {
  keys: ["words", "mode", "match"],
  fresh: () => ({ words: [] }),
  Form: WordsForm,
};

function WordsForm({ part }: { part: Part }) {
  const text = conditionTexts();
  const { mode, match } = objectOf(part);
  const words = partAt(part, "words");
  return (
    <div class="operands">
      <div class="wide">
        <Field label={text.words} hint={text.wordsHint} issues={words.issues}>
          <ListInput
            values={listOf(words.value).map(textOf)}
            parse={parseWords}
            onChange={(typed) => setIn(part, "words", typed)}
          />
        </Field>
      </div>
      <Field label={text.match} issues={partAt(part, "match").issues}>
        <Select
          value={match === undefined ? "any" : textOf(match)}
          choices={choices(text.matches)}
          onChange={(chosen) => setIn(part, "match", chosen === "any" ? undefined : chosen)}
        />
      </Field>
      <Field label={text.mode} issues={partAt(part, "mode").issues}>
        <Select
          value={mode === undefined ? "word" : textOf(mode)}
          choices={choices(text.modes)}
          onChange={(chosen) => setIn(part, "mode", chosen === "word" ? undefined : chosen)}
        />
      </Field>
    </div>
  );
}

function choices(labels: { readonly [value: string]: string }) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}
