/** The green window: what the rule asks for. */

import type { Allowed } from "../state/allowed.ts";
import { insert, moveItem, put, removeItem } from "../state/change.ts";
import { edit } from "../state/document.ts";
import { keyOf } from "../state/identity.ts";
import { listOf, pathKey, textOf } from "../state/json.ts";
import { Button, IconButton } from "../ui/Button.tsx";
import { Select } from "../ui/controls.tsx";
import { Field, IssueList } from "../ui/Field.tsx";
import { removeAloud } from "../ui/removeAloud.ts";
import { actionFormOf, freshAction } from "./actions/index.ts";
import { Handle } from "./Handle.tsx";
import { isLit, light } from "./light.ts";
import { issuesBeside, objectOf, type Part, partAt } from "./part.ts";
import type { Reorder } from "./reorder.ts";
import { editorTexts } from "./texts.ts";

/** The actions of a rule. */
export function ActionList({ part, rule, allowed }: { part: Part; rule: string; allowed: Allowed }) {
  const text = editorTexts();
  const actions = listOf(part.value);
  const { path } = part;
  const [first = ""] = allowed.actions;
  return (
    <>
      <ol class="stack tight">
        {actions.map((action, place) => (
          <ActionRow
            key={keyOf(action)}
            part={partAt(part, place)}
            rule={rule}
            allowed={allowed}
            reorder={{
              place,
              count: actions.length,
              move: (from, to) => edit(text.actions, (document) => moveItem(document, path, from, to)),
            }}
            onRemove={() =>
              removeAloud(text.removeAction, () =>
                edit(text.removeAction, (document) => removeItem(document, path, place)),
              )
            }
          />
        ))}
      </ol>
      <IssueList issues={part.issues.filter(({ path: within }) => within.length === 0)} />
      {(allowed.manyActions || actions.length === 0) && (
        <div class="row">
          <Button
            icon="plus"
            onClick={() =>
              edit(text.addAction, (document) => insert(document, path, actions.length, freshAction(first)))
            }
          >
            {text.addAction}
          </Button>
        </div>
      )}
    </>
  );
}

interface ActionRowProps {
  readonly part: Part;
  readonly rule: string;
  readonly allowed: Allowed;
  readonly reorder: Reorder;
  readonly onRemove: () => void;
}

function ActionRow({ part, rule, allowed, reorder, onRemove }: ActionRowProps) {
  const text = editorTexts();
  const type = textOf(objectOf(part).type);
  const form = actionFormOf(type);
  const own = part.path.slice(2);
  const name = text.action(reorder.place + 1);
  return (
    <li data-place={reorder.place}>
      <fieldset
        class={`condition action ${isLit(rule, own) ? "lit" : ""}`}
        data-path={pathKey(part.path)}
        onPointerEnter={() => light(rule, own)}
        onPointerLeave={() => light(rule, undefined)}
        onFocusIn={() => light(rule, own)}
        onFocusOut={() => light(rule, undefined)}
      >
        <legend class="visually-hidden">{name}</legend>
        <div class="condition-head">
          {reorder.count > 1 && <Handle own={keyOf(part.value)} name={name} {...reorder} />}
          <div class="kind">
            <Field label={text.kind} labelHidden issues={partAt(part, "type").issues}>
              <Select
                value={type}
                choices={allowed.actions.map((value) => ({ value, label: text.actionKinds[value] ?? value }))}
                placeholder={text.choose}
                onChange={(kind) =>
                  edit(part.label, (document) => put(document, part.path, freshAction(kind)))
                }
              />
            </Field>
          </div>
          {(allowed.manyActions || reorder.count > 1) && (
            <IconButton icon="trash" label={`${text.removeAction}: ${name}`} onClick={onRemove} />
          )}
        </div>
        {form?.Form !== undefined && <form.Form part={part} />}
        <IssueList issues={issuesBeside(part, ["type", ...(form?.keys ?? [])])} />
      </fieldset>
    </li>
  );
}
