import type { Horizon } from "./answer.ts";
import { type Comparison, compareSubjects, differenceOf } from "./comparison.ts";
import { planChanges } from "./planChanges.ts";
import type { EffectChange } from "./planView.ts";
import type { Prover } from "./prover.ts";
import { sideOf, touchedIn } from "./sides.ts";
import type { World } from "./world.ts";

/** What became of a rule, by its id. Not valid or switched off, by itself or with its integration, counts as not there. */
export interface RuleChange {
  rule: string;
  change: "added" | "removed" | "changed";
  /** Of changed rules: whether its own text is another. Else accounts, calendars, fields or the time zone are. */
  edited?: boolean;
  /** Of changed rules: before and after compared. Equivalent: only actions or wording are others. */
  comparison?: Comparison;
}

/** How two workspaces differ in what their rules do. */
export interface Changes {
  /** The rules that fire on other events, or are written otherwise. */
  rules: RuleChange[];
  /** Effects that only one of them plans: an event for each rule, action and direction. */
  effects: EffectChange[];
  /** Ids of rules of which it is not known whether they make a difference. */
  unknown: string[];
  /** What it rests on that nothing else is told. */
  horizon: Horizon;
  assumptions: readonly string[];
}

/** Compares two workspaces. The prover's worlds are these two, in this order. */
export function changesBetween(
  prover: Prover,
  [first, second]: readonly [World, World],
): Pick<Changes, "rules" | "effects" | "unknown"> {
  const before = sideOf(first, prover, 0);
  const after = sideOf(second, prover, 1);
  const touched = touchedIn(prover, before, after, elsewhere(first) === elsewhere(second));
  const rules: RuleChange[] = [];
  const unknown = new Set<string>();
  for (const [rule, one] of before.running) {
    const other = after.running.get(rule);
    const touch = touched.get(rule);
    if (other === undefined) rules.push({ rule, change: "removed" });
    if (other === undefined || touch === undefined) continue;
    const difference =
      touch.isEdited || !touch.isOtherwise ? "no" : differenceOf(prover, one.subject, other.subject);
    if (difference === "unknown") unknown.add(rule);
    // Written alike, and alike on all events: the rule is as it was.
    if (difference === "no" && !touch.isElse) touched.delete(rule);
    if (difference !== "yes" && !touch.isEdited) continue;
    const comparison = compareSubjects(prover, one.subject, other.subject);
    if (comparison.relation === "unknown") unknown.add(rule);
    rules.push({ rule, change: "changed", edited: touch.isEdited, comparison });
  }
  for (const rule of after.running.keys()) {
    if (!before.running.has(rule)) rules.push({ rule, change: "added" });
  }
  const ids = new Set([...touched.keys(), ...rules.map(({ rule }) => rule)]);
  const { effects, doubts } = planChanges(prover, before, after, ids);
  for (const rule of doubts) unknown.add(rule);
  return { rules, effects, unknown: [...unknown] };
}

/** All of a workspace but its rules, as text. */
function elsewhere({ workspace: { rules: _, ...rest } }: World): string {
  return JSON.stringify(rest);
}
