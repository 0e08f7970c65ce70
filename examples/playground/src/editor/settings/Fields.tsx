import type { Field as FieldOf } from "ticket-rules";
import { listOf, textOf } from "../../state/json.ts";
import { Select } from "../../ui/controls.tsx";
import { Field } from "../../ui/Field.tsx";
import { objectOf, type Part, partAt, replace } from "../part.ts";
import { Items, NameAndId, Section } from "./Section.tsx";
import { settingsTexts } from "./texts.ts";

/** The fields by which tickets are classified. `part` is the document. */
export function Fields({ part }: { part: Part }) {
  const text = settingsTexts();
  const own = partAt(part, "fields");
  return (
    <Section
      name="fields"
      title={text.fields}
      note={String(listOf(own.value).length)}
      issues={own.issues.length}
    >
      <Items
        part={own}
        shown={["name", "id", "type", "options"]}
        Item={OneField}
        addLabel={text.addField}
        removeLabel={text.removeField}
        base="campo"
        fresh={() => ({ name: text.newField, type: "text" })}
      />
    </Section>
  );
}

function OneField({ part }: { part: Part }) {
  const text = settingsTexts();
  const type = textOf(objectOf(part).type);
  const types = Object.entries(text.types).map(([value, label]) => ({
    value: value as FieldOf["type"],
    label,
  }));
  const options = partAt(part, "options");
  const hasOptions = type === "select" || type === "multi" || options.value !== undefined;
  const choose = (chosen: FieldOf["type"]) => {
    const { options: kept, ...rest } = objectOf(part);
    const lists = chosen === "select" || chosen === "multi";
    replace(part, lists ? { ...rest, type: chosen, options: kept ?? [] } : { ...rest, type: chosen });
  };
  return (
    <>
      <NameAndId part={part} />
      <Field label={text.type} issues={partAt(part, "type").issues}>
        <Select value={type} choices={types} onChange={choose} />
      </Field>
      {hasOptions && (
        <div class="stack tight nested">
          <h4 class="field-label">{text.options}</h4>
          <Items
            part={options}
            shown={["name", "id"]}
            Item={NameAndId}
            addLabel={text.addOption}
            removeLabel={text.removeOption}
            base="opcion"
            fresh={() => ({ name: text.newOption })}
          />
        </div>
      )}
    </>
  );
}
