/** Conditions one under another, groups within groups, and the buttons that add to them. */

import { insert, moveItem, removeItem } from "../state/change.ts";
import { edit } from "../state/document.ts";
import { keyOf } from "../state/identity.ts";
import { type JsonObject, listOf, member, textOf } from "../state/json.ts";
import { Button } from "../ui/Button.tsx";
import { IssueList } from "../ui/Field.tsx";
import { removeAloud } from "../ui/removeAloud.ts";
import { ConditionRow } from "./ConditionRow.tsx";
import { freshCondition } from "./conditions/index.ts";
import type { RuleContext } from "./context.ts";
import { type Part, partAt } from "./part.ts";
import { editorTexts } from "./texts.ts";

/** How many groups may stand in one another. */
const MOST_LEVELS = 5;

interface ConditionListProps {
  /** The list. */
  readonly part: Part;
  readonly context: RuleContext;
  readonly operator: string;
  /** How many groups this list stands in. */
  readonly level: number;
}

/** A list of conditions. */
export function ConditionList({ part, context, operator, level }: ConditionListProps) {
  const text = editorTexts();
  const conditions = listOf(part.value);
  const { path } = part;
  const add = (condition: JsonObject) =>
    edit(text.addCondition, (document) => insert(document, path, conditions.length, condition));
  const move = (from: number, to: number) =>
    edit(text.moreConditions, (document) => moveItem(document, path, from, to));
  // A group is begun with its first condition, of the first kind, since an empty one is an error.
  const [firstKind = "account"] = context.kinds;
  const group = {
    type: "group",
    operator: operator === "or" ? "and" : "or",
    conditions: [freshCondition(firstKind)],
  };
  return (
    <div class="condition-list">
      <ol>
        {conditions.map((condition, place) => (
          <ConditionRow
            key={keyOf(condition)}
            part={partAt(part, place)}
            context={context}
            joint={place === 0 ? undefined : (text.joints[operator] ?? "")}
            reorder={{ place, count: conditions.length, move }}
            onRemove={() =>
              removeAloud(`${text.removeCondition}: ${text.condition(place + 1)}`, () =>
                edit(text.removeCondition, (document) => removeItem(document, path, place)),
              )
            }
          >
            {member(condition, "type") === "group" && (
              <ConditionList
                part={partAt(part, place, "conditions")}
                context={context}
                operator={textOf(member(condition, "operator"))}
                level={level + 1}
              />
            )}
          </ConditionRow>
        ))}
      </ol>
      <IssueList issues={part.issues.filter(({ path: within }) => within.length === 0)} />
      <div class="row">
        <Button icon="plus" onClick={() => add(freshCondition(firstKind))}>
          {text.addCondition}
        </Button>
        {level < MOST_LEVELS && (
          <Button icon="nest" onClick={() => add(group)}>
            {text.addGroup}
          </Button>
        )}
      </div>
    </div>
  );
}
