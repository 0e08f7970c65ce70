/** The alternatives of an `or` rule: which of them can make it fire on an event other than its trigger. */
import { kindOf } from "../../conditions/node.ts";
import { touchedBy } from "../../conditions/root.ts";
import type { Condition } from "../../conditions/tree.ts";
import type { DocumentPath } from "../findings.ts";
import { decide, NOTHING } from "./decide.ts";
import { isGroup } from "./junction.ts";
import type { RuleScene, Scene } from "./scene.ts";

/** A direct condition of an `or` rule. */
export interface Alternative {
  readonly condition: Condition;
  readonly path: DocumentPath;
  /** Whether an event other than the trigger touches a fact that it reads. */
  readonly touches: boolean;
  /** Whether it can make the rule fire on such an event. */
  readonly adds: boolean;
}

/** The alternatives of a rule, none unless its operator is `or`. */
export function alternativesOf({ rule, path }: RuleScene, scene: Scene): Alternative[] {
  if (rule.operator !== "or") return [];
  return rule.conditions.map((condition, at) => {
    const touches = eventsTouching(condition).some((type) => type !== rule.trigger);
    const adds = touches && decide(condition, true, NOTHING, scene) !== false;
    return { condition, path: [...path, "conditions", at], touches, adds };
  });
}

function eventsTouching(condition: Condition): string[] {
  return isGroup(condition)
    ? condition.conditions.flatMap(eventsTouching)
    : touchedBy(kindOf(condition).reads(condition));
}
