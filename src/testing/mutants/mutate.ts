import type { Path } from "../../conditions/tree.ts";
import type { Workspace } from "../../workspace.ts";
import { type Change, changesOf } from "./changes.ts";
import { type MutantKind, type Texts, wordsOf } from "./kinds.ts";

/** A workspace with one small mistake in one rule. */
export interface Mutant {
  /** The same as long as the rule and the mistake are, whatever becomes of other rules. No two are equal. */
  id: string;
  /** The id of the rule. */
  rule: string;
  /** From the rule to what was changed. */
  path: Path;
  kind: MutantKind;
  /** What was changed, in words. */
  description: Texts;
  workspace: Workspace;
}

/**
 * The workspace with one small mistake after another: a condition negated or dropped, another operator, trigger, value
 * or word, a bound shifted by a minute or a day, an action dropped, two rules swapped … Lazy, in a fixed order. Each
 * mutant of a valid workspace is valid, differs from it in more than form, and no two are equal. Rules that are not
 * valid, or whose integration is switched off, have none.
 */
export function* mutate(workspace: Workspace): Generator<Mutant> {
  for (const change of changesOf(workspace)) {
    yield { ...descriptionOf(change), workspace: changed(workspace, change) };
  }
}

/** What a mutant is, without the workspace. */
export function descriptionOf({ id, rule, path, kind, from, to }: Change): Omit<Mutant, "workspace"> {
  return { id, rule, path: [...path], kind, description: wordsOf(kind, { from, to }) };
}

function changed(workspace: Workspace, { rules }: Change): Workspace {
  const list = [...workspace.rules];
  for (const { index, rule } of rules) list[index] = rule;
  return { ...workspace, rules: list };
}
