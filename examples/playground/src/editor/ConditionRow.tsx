/** One condition: its kind, its operands, what is wrong with it and what is found in it. */
import type { ComponentChildren } from "preact";

import { operators } from "../state/allowed.ts";
import { put } from "../state/change.ts";
import { edit } from "../state/document.ts";
import { keyOf } from "../state/identity.ts";
import { type Path, pathKey, textOf } from "../state/json.ts";
import { IconButton } from "../ui/Button.tsx";
import { Segments, Select } from "../ui/controls.tsx";
import { Field, IssueList } from "../ui/Field.tsx";
import { Menu } from "../ui/Menu.tsx";
import { formOf, freshCondition } from "./conditions/index.ts";
import type { RuleContext } from "./context.ts";
import { FindingsAt } from "./Findings.tsx";
import { Handle } from "./Handle.tsx";
import { isLit, light } from "./light.ts";
import { issuesBeside, objectOf, type Part, partAt, setIn } from "./part.ts";
import type { Reorder } from "./reorder.ts";
import { editorTexts } from "./texts.ts";

interface ConditionRowProps {
  readonly part: Part;
  readonly context: RuleContext;
  /** The conditions of a group. */
  readonly children: ComponentChildren;
  /** The word between it and the one before. */
  readonly joint: string | undefined;
  readonly reorder: Reorder;
  readonly onRemove: () => void;
}

/** A condition, or a group of them. */
export function ConditionRow({ part, context, children, joint, reorder, onRemove }: ConditionRowProps) {
  const text = editorTexts();
  const type = textOf(objectOf(part).type);
  const isGroup = type === "group";
  const form = formOf(type);
  const own: Path = part.path.slice(context.rulePath.length);
  const { place, count, move } = reorder;
  const name = isGroup ? text.group(place + 1) : text.condition(place + 1);
  const kinds = context.kinds.filter((kind) => isGroup === (kind === "group"));
  const choose = (kind: string) =>
    edit(part.label, (document) => put(document, part.path, freshCondition(kind)));
  return (
    <li data-place={place}>
      {joint !== undefined && (
        <p class="joint" aria-hidden="true">
          {joint}
        </p>
      )}
      <fieldset
        class={`condition ${isGroup ? "group" : ""} ${isLit(context.rule, own) ? "lit" : ""}`}
        data-path={pathKey(part.path)}
        onPointerOver={(event) => {
          event.stopPropagation();
          light(context.rule, own);
        }}
        onPointerLeave={() => light(context.rule, undefined)}
        onFocusIn={(event) => {
          event.stopPropagation();
          light(context.rule, own);
        }}
        onFocusOut={() => light(context.rule, undefined)}
      >
        <legend class="visually-hidden">{name}</legend>
        <div class="condition-head">
          <Handle own={keyOf(part.value)} name={name} {...reorder} />
          {isGroup ? (
            <GroupOperator part={part} />
          ) : (
            <div class="kind">
              <Field label={text.kind} labelHidden issues={partAt(part, "type").issues}>
                <Select
                  value={type}
                  choices={kinds.map((kind) => ({ value: kind, label: kindLabel(kind) }))}
                  placeholder={text.choose}
                  onChange={choose}
                />
              </Field>
            </div>
          )}
          <Menu
            label={`${text.moveUp} / ${text.moveDown}: ${name}`}
            items={[
              {
                label: text.moveUp,
                icon: "up",
                disabled: place === 0,
                onSelect: () => move(place, place - 1),
              },
              {
                label: text.moveDown,
                icon: "down",
                disabled: place === count - 1,
                onSelect: () => move(place, place + 1),
              },
            ]}
          />
          <IconButton icon="trash" label={`${text.removeCondition}: ${name}`} onClick={onRemove} />
        </div>
        {form?.Form !== undefined && <form.Form part={part} />}
        {children}
        <IssueList
          issues={issuesBeside(part, isGroup ? ["operator", "conditions"] : ["type", ...(form?.keys ?? [])])}
        />
        <FindingsAt rule={context.rule} path={own} />
      </fieldset>
    </li>
  );
}

/** How the conditions of a group combine. */
function GroupOperator({ part }: { part: Part }) {
  const text = editorTexts();
  const operator = textOf(objectOf(part).operator);
  return (
    <div class="kind">
      <Segments
        label={text.groupOperator}
        labelHidden
        value={operator}
        choices={operators.map((value) => ({ value, label: text.operators[value] ?? value }))}
        hint={text.groupHints[operator]}
        issues={partAt(part, "operator").issues}
        onChange={(chosen) => setIn(part, "operator", chosen)}
      />
    </div>
  );
}

/** What people call a kind of condition. One that the page does not know yet is called by its name. */
export function kindLabel(kind: string): string {
  const { kinds } = editorTexts();
  return Object.hasOwn(kinds, kind) ? kinds[kind as keyof typeof kinds] : kind;
}
