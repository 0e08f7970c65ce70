/** Parts of rules in words, each as if it stood alone. */
import {
  type Condition,
  describeTokens,
  type Locale,
  type Path,
  type Rule,
  type Workspace,
} from "ticket-rules";

/** A condition in words as if it stood alone: under a `not` it is told as it is written, not denied. */
export function conditionText(
  condition: Condition,
  rule: Rule,
  options: { locale: Locale; workspace: Workspace },
): string {
  const alone: Rule = { ...rule, operator: "and", conditions: [condition] };
  return textAt(alone, ["conditions", 0], options);
}

/** The trigger in words. */
export function triggerText(rule: Rule, options: { locale: Locale; workspace: Workspace }): string {
  // An `or` rule weaves its trigger into its alternatives; standing alone it is plain.
  return textAt({ ...rule, operator: "and", conditions: [] }, ["trigger"], options).replace(/,$/, "");
}

/** An action in words. */
export function actionText(
  action: Rule["actions"][number],
  rule: Rule,
  options: { locale: Locale; workspace: Workspace },
): string {
  // The action is one of the rule's own kind, which the union of all rules does not know.
  const alone = { ...rule, operator: "and", conditions: [], actions: [action] } as Rule;
  return textAt(alone, ["actions", 0], options);
}

function textAt(rule: Rule, path: Path, options: { locale: Locale; workspace: Workspace }): string {
  const tokens = describeTokens(rule, options);
  const isBelow = (token: (typeof tokens)[number]) => path.every((key, at) => token.path?.[at] === key);
  const first = tokens.findIndex(isBelow);
  return tokens
    .slice(first, tokens.findLastIndex(isBelow) + 1)
    .map(({ text }) => text)
    .join("")
    .trim();
}
