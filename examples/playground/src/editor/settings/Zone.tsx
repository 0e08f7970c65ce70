import { pathKey, textOf } from "../../state/json.ts";
import { Field } from "../../ui/Field.tsx";
import { ZoneInput } from "../../ui/ZoneInput.tsx";
import { type Part, partAt, setIn } from "../part.ts";
import { Section } from "./Section.tsx";
import { settingsTexts } from "./texts.ts";

/** The time zone of accounts without business hours. `part` is the document. */
export function Zone({ part }: { part: Part }) {
  const text = settingsTexts();
  const own = partAt(part, "timeZone");
  return (
    <Section name="timeZone" title={text.zone} note={textOf(own.value)} issues={own.issues.length}>
      <div data-path={pathKey(own.path)}>
        <Field label={text.zone} hint={text.zoneHint} issues={own.issues}>
          <ZoneInput value={textOf(own.value)} onInput={(typed) => setIn(part, "timeZone", typed)} />
        </Field>
      </div>
    </Section>
  );
}
