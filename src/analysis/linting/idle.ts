/** Conditions that decide nothing where they stand. */
import type { Condition } from "../../conditions/tree.ts";
import type { DocumentPath, Edit } from "../findings.ts";
import { contradicts, decide, decideJoint, follows, type Known, NOTHING, withLiterals } from "./decide.ts";
import { childSign, isGroup, type Joint, literalsOf, needsAll } from "./junction.ts";
import { conditionKey } from "./key.ts";
import type { Catalogue, RuleScene, Scene } from "./scene.ts";

/** A condition that decides nothing. */
export interface Idle {
  readonly path: DocumentPath;
  readonly condition: Condition;
  /** What it comes to where it stands, as it is written: `false` is never true. */
  readonly holds: boolean;
  /** Of itself, or because other conditions of the rule decide first. */
  readonly because: "itself" | "others";
  /** It comes to that where the opening hours are known; for accounts without a calendar it is neither true nor false. */
  readonly exceptWithoutHours?: true;
  /** Present when the rule fires on the same events without it. */
  readonly suggest?: readonly Edit[];
}

/** The conditions of a rule that decide nothing. None when the rule never fires: then none of them matters. */
export function idleConditions({ rule, path }: RuleScene, scene: Scene): Idle[] {
  if (rule.operator === "or") return idleAlternatives(rule.conditions, path, scene);
  if (decideJoint(rule, true, NOTHING, scene) === false) return [];
  return idleAmong(rule, true, path, { and: NOTHING, or: NOTHING }, scene);
}

/** What is taken to be true, and what would make the condition superfluous if it were true. */
interface Context {
  readonly and: Known;
  readonly or: Known;
}

function idleAmong(
  joint: Joint,
  sign: boolean,
  path: DocumentPath,
  context: Context,
  scene: Catalogue,
): Idle[] {
  const { operator, conditions } = joint;
  const inner = childSign(operator, sign);
  const all = needsAll(operator, sign);
  const keys = conditions.map(conditionKey);
  const kept = new Set(conditions.keys());
  const found: Idle[] = [];
  // From the last: of two that say the same, the later one is told.
  for (const [at, condition] of [...conditions.entries()].reverse()) {
    kept.delete(at);
    const others = conditions.filter((_, index) => kept.has(index));
    const here: Context = all
      ? { and: withLiterals(context.and, literalsOf(others, inner)), or: context.or }
      : { and: context.and, or: withLiterals(context.or, literalsOf(others, !inner)) };
    const place = [...path, "conditions", at];
    const repeated = [...kept].some((other) => keys[other] === keys[at]);
    const own = decide(condition, inner, NOTHING, scene);
    const among = own ?? decideHere(condition, inner, here, scene);
    const supposed = own ?? decide(condition, inner, NOTHING, { ...scene, supposesHours: true });
    const verdict = among ?? (all ? supposed : undefined);
    if (repeated || verdict === all) {
      const exact = repeated || !all || follows(condition, inner, here.and, scene);
      found.push({
        path: place,
        condition,
        // What is never known neither holds nor fails.
        holds: all === inner && decide(condition, true, NOTHING, scene) !== false,
        because: supposed === all ? "itself" : "others",
        ...(among === undefined && !repeated ? { exceptWithoutHours: true } : {}),
        ...(exact && kept.size > 0 ? { suggest: [{ op: "remove", path: place }] } : {}),
      });
      continue;
    }
    kept.add(at);
    if (verdict === undefined && isGroup(condition)) {
      found.push(...idleAmong(condition, inner, place, here, scene));
    }
  }
  return found;
}

function decideHere(
  condition: Condition,
  sign: boolean,
  { and, or }: Context,
  scene: Catalogue,
): boolean | undefined {
  const known = withLiterals(and, [...or.values()].flat());
  return contradicts(known, scene) ? undefined : decide(condition, sign, known, scene);
}

/**
 * Alternatives of an `or` rule fire on the edge of what they say, so that one that follows from another still matters:
 * only what is never true, and what is written twice, does not.
 */
function idleAlternatives(conditions: readonly Condition[], path: DocumentPath, scene: Catalogue): Idle[] {
  const keys = conditions.map(conditionKey);
  return conditions.flatMap((condition, at): Idle[] => {
    const place = [...path, "conditions", at];
    const because = decide(condition, true, NOTHING, scene) === false ? "itself" : "others";
    if (because === "itself" || keys.indexOf(keys[at] ?? "") < at) {
      return [{ path: place, condition, holds: false, because, suggest: [{ op: "remove", path: place }] }];
    }
    const nothing = { and: NOTHING, or: NOTHING };
    // Taking a part out of an alternative may change which events touch it.
    return isGroup(condition)
      ? idleAmong(condition, true, place, nothing, scene).map(({ suggest: _, ...idle }) => idle)
      : [];
  });
}
