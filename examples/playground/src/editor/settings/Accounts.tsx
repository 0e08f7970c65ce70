import { listOf, textOf } from "../../state/json.ts";
import { Select } from "../../ui/controls.tsx";
import { Field } from "../../ui/Field.tsx";
import { choicesOf } from "../conditions/choices.ts";
import { objectOf, type Part, partAt, setIn } from "../part.ts";
import { Items, NameAndId, Section } from "./Section.tsx";
import { settingsTexts } from "./texts.ts";

/** The accounts. `part` is the document. */
export function Accounts({ part }: { part: Part }) {
  const text = settingsTexts();
  const own = partAt(part, "accounts");
  return (
    <Section
      name="accounts"
      title={text.accounts}
      note={String(listOf(own.value).length)}
      issues={own.issues.length}
    >
      <Items
        part={own}
        shown={["name", "id", "calendar"]}
        Item={Account}
        addLabel={text.addAccount}
        removeLabel={text.removeAccount}
        base="cuenta"
        fresh={() => ({ name: text.newAccount })}
      />
    </Section>
  );
}

/** Stands for the absent key: no id is empty. */
const NONE = "";

function Account({ part }: { part: Part }) {
  const text = settingsTexts();
  return (
    <>
      <NameAndId part={part} />
      <Field label={text.calendar} issues={partAt(part, "calendar").issues}>
        <Select
          value={textOf(objectOf(part).calendar)}
          choices={[{ value: NONE, label: text.noCalendar }, ...choicesOf("calendars")]}
          onChange={(chosen) => setIn(part, "calendar", chosen === NONE ? undefined : chosen)}
        />
      </Field>
    </>
  );
}
