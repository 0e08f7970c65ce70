/** A workspace as one of its rules sees it: events near its boundaries are near this rule's. */
import type { Condition } from "../../conditions/tree.ts";
import type { Rule } from "../../rule.ts";
import type { Workspace } from "../../workspace.ts";
import { leavesIn } from "./parts.ts";

/** The workspace with no other rule, the accounts that the rule names, and hours only if it asks for any. */
export function aimedAt(workspace: Workspace, rule: Rule): Workspace {
  const leaves = leavesIn({ rules: [rule] });
  const named = new Set(leaves.flatMap((leaf) => (leaf.type === "account" ? [leaf.is].flat() : [])));
  const accounts = (workspace.accounts ?? []).filter(({ id }) => named.has(id));
  const asksForHours = leaves.some(
    ({ type }) => type === "withinBusinessHours" || type === "outsideBusinessHours",
  );
  return {
    ...workspace,
    rules: [rule],
    ...(accounts.length === 0 ? {} : { accounts }),
    ...(asksForHours
      ? {}
      : { calendars: workspace.calendars?.map((calendar) => ({ ...calendar, weekly: {}, exceptions: {} })) }),
  };
}

/** The event types on which a rule can fire. */
export function typesOf({ trigger, operator, conditions }: Rule): string[] {
  if (operator !== "or") return [trigger];
  return [trigger, ...conditions.flatMap(touching)];
}

function touching(condition: Condition): string[] {
  if (condition.type === "group") return condition.conditions.flatMap(touching);
  if (condition.type === "classification") return ["ticket.classified"];
  return condition.type === "messageContains" || condition.type === "messageMatches"
    ? ["message.received"]
    : [];
}
