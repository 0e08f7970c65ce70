import { textOf } from "../../state/json.ts";
import { ManyPicker } from "../../ui/ManyPicker.tsx";
import { type Part, partAt, setIn } from "../part.ts";
import { choicesOf, oneOrMany, valuesOf } from "./choices.ts";
import type { ConditionForm } from "./define.ts";
import { conditionTexts } from "./texts.ts";

/** One or several accounts. */
export const account: ConditionForm = { keys: ["is"], fresh: () => ({ is: [] }), Form: AccountForm };

function AccountForm({ part }: { part: Part }) {
  const text = conditionTexts();
  const { value, issues } = partAt(part, "is");
  return (
    <ManyPicker
      label={text.accounts}
      choices={choicesOf("accounts")}
      values={valuesOf(value).map(textOf)}
      issues={issues}
      emptyText={text.noAccounts}
      onChange={(values) => setIn(part, "is", oneOrMany(values))}
    />
  );
}
