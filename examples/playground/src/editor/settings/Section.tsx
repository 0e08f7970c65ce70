/** What the sections of the settings have in common. */

import type { ComponentChildren } from "preact";
import { insert, removeItem } from "../../state/change.ts";
import { edit } from "../../state/document.ts";
import { keyOf } from "../../state/identity.ts";
import { type JsonObject, listOf, member, pathKey, textOf } from "../../state/json.ts";
import { Button, IconButton } from "../../ui/Button.tsx";
import { TextInput } from "../../ui/controls.tsx";
import { Field, IssueList } from "../../ui/Field.tsx";
import { Fold } from "../../ui/Fold.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { removeAloud } from "../../ui/removeAloud.ts";
import { issuesBeside, objectOf, type Part, partAt, setIn } from "../part.ts";
import { freshId } from "../rules.ts";
import { editorTexts } from "../texts.ts";
import { openSections, setSection } from "./sections.ts";
import { settingsTexts } from "./texts.ts";

/** A section that folds, with how much is in it and whether something is wrong. */
export function Section({
  name,
  title,
  note,
  issues,
  children,
}: {
  name: string;
  title: string;
  note?: string;
  issues: number;
  children: ComponentChildren;
}) {
  return (
    <Fold
      open={openSections.value.has(name)}
      onToggle={(open) => setSection(name, open)}
      title={
        <span class="section-title">
          <span class="user-text">{title}</span>
          {note !== undefined && <span class="soft small">{note}</span>}
          {issues > 0 && (
            <span class="badge error">
              <Icon name="error" size={14} />
              {editorTexts().issueCount(issues)}
            </span>
          )}
        </span>
      }
    >
      {children}
    </Fold>
  );
}

interface ItemsProps {
  /** The list. */
  readonly part: Part;
  /** The keys that `Item` shows; issues of others are shown below it. */
  readonly shown: readonly string[];
  readonly Item: (props: { part: Part }) => ComponentChildren;
  readonly addLabel: string;
  readonly removeLabel: string;
  /** The beginning of new ids, and the rest of a new item. */
  readonly base: string;
  readonly fresh: () => JsonObject;
}

/** A list of things with ids. */
export function Items({ part, shown, Item, addLabel, removeLabel, base, fresh }: ItemsProps) {
  const items = listOf(part.value);
  const { path } = part;
  const add = () => {
    const ids = items.map((item) => textOf(member(item, "id")));
    edit(addLabel, (all) => insert(all, path, items.length, { id: freshId(base, ids), ...fresh() }));
  };
  return (
    <div class="stack tight">
      <IssueList issues={part.issues.filter((issue) => issue.path.length === 0)} />
      {items.length === 0 && <p class="hint">{settingsTexts().nothing}</p>}
      <ul class="items">
        {items.map((item, place) => {
          const own = partAt(part, place);
          const name = textOf(member(item, "name")) || String(place + 1);
          return (
            <li key={keyOf(item)} class="item" data-path={pathKey(own.path)}>
              <div class="item-fields">
                <Item part={own} />
                <IssueList issues={issuesBeside(own, shown)} />
              </div>
              <div class="remove">
                <IconButton
                  icon="trash"
                  label={`${removeLabel}: ${name}`}
                  onClick={() =>
                    removeAloud(`${removeLabel}: ${name}`, () =>
                      edit(removeLabel, (all) => removeItem(all, path, place)),
                    )
                  }
                />
              </div>
            </li>
          );
        })}
      </ul>
      <div>
        <Button icon="plus" onClick={add}>
          {addLabel}
        </Button>
      </div>
    </div>
  );
}

/** Name and id, as almost everything has them. */
export function NameAndId({ part, idLabel }: { part: Part; idLabel?: string }) {
  const text = settingsTexts();
  const { name, id } = objectOf(part);
  return (
    <div class="operands pair">
      <Field label={text.name} issues={partAt(part, "name").issues}>
        <TextInput value={textOf(name)} onInput={(typed) => setIn(part, "name", typed)} />
      </Field>
      <Field label={idLabel ?? text.id} issues={partAt(part, "id").issues}>
        <TextInput mono value={textOf(id)} onInput={(typed) => setIn(part, "id", typed)} />
      </Field>
    </div>
  );
}
