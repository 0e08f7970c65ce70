import { document } from "../../state/document.ts";
import { at, listOf, member, textOf } from "../../state/json.ts";
import { Select } from "../../ui/controls.tsx";
import { Field } from "../../ui/Field.tsx";
import { choicesIn } from "../conditions/choices.ts";
import type { ConditionForm } from "../conditions/define.ts";
import { objectOf, type Part, partAt, setIn } from "../part.ts";
import { editorTexts } from "../texts.ts";
import { actionTexts } from "./texts.ts";

/** A bot of BotCenter. */
export const activateBot: ConditionForm = { keys: ["bot"], fresh: () => ({ bot: "" }), Form: BotForm };

function BotForm({ part }: { part: Part }) {
  const text = actionTexts();
  const bots = listOf(at(document.value, ["integrations", "botcenter", "bots"]));
  const off = new Set(bots.filter((bot) => member(bot, "active") === false).map((bot) => member(bot, "id")));
  const choices = choicesIn(bots).map(({ value, label }) => ({
    value,
    label: off.has(value) ? text.botOff(label) : label,
  }));
  return (
    <Field
      label={text.bot}
      issues={partAt(part, "bot").issues}
      {...(choices.length === 0 ? { hint: text.noBots } : {})}
    >
      <Select
        value={textOf(objectOf(part).bot)}
        choices={choices}
        placeholder={editorTexts().choose}
        onChange={(bot) => setIn(part, "bot", bot)}
      />
    </Field>
  );
}
