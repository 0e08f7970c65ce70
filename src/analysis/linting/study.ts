/** What several checks look at, worked out on the first question: what shows at once, and what the analyzer proves. */
import type { Condition } from "../../conditions/tree.ts";
import { createAnalyzer, type FiringReport } from "../analyzer.ts";
import { type Class, classesOf } from "./cover.ts";
import { type Idle, idleConditions } from "./idle.ts";
import { needless } from "./needless.ts";
import { isNever } from "./never.ts";
import { type Pairs, pairsIn } from "./pairs.ts";
import type { RuleScene, Scene } from "./scene.ts";

/** Questions about a scene. Without proofs only what shows at once is answered. */
export interface Study {
  /** Whether it is certain that the rule never fires. */
  readonly never: (each: RuleScene) => boolean;
  /** Whether it is certain that the rule would never fire with these conditions. */
  readonly neverWith: (each: RuleScene, conditions: Condition[]) => boolean;
  /** Whether and when the rule fires, if that may be asked. */
  readonly firing: (each: RuleScene) => FiringReport | undefined;
  /** The conditions that decide nothing, rule by rule. */
  readonly idle: () => readonly { readonly each: RuleScene; readonly conditions: readonly Idle[] }[];
  /** Rules by what they fire on. */
  readonly classes: () => readonly Class[];
  /** What is proved of several rules together. Nothing without proofs. */
  readonly pairs: () => Pairs;
}

/** The questions about this scene. */
export function studyOf(scene: Scene, { proofs }: { readonly proofs: boolean }): Study {
  const analyzer = once(() => createAnalyzer(scene.workspace));
  const firing = oncePerRule((each) => (proofs ? analyzer().fires(each.rule) : undefined));
  const never = oncePerRule((each) => isNever(each.rule, scene) || firing(each)?.yes.kind === "no");
  return {
    never,
    neverWith: ({ rule }, conditions) => {
      const fewer = { ...rule, conditions };
      return isNever(fewer, scene) || (proofs && analyzer().fires(fewer).yes.kind === "no");
    },
    firing,
    idle: once(() =>
      scene.rules.map((each) => {
        const seen = idleConditions(each, scene);
        const isAsked = proofs && seen.length === 0 && !never(each);
        return { each, conditions: isAsked ? needless(each, analyzer()) : seen };
      }),
    ),
    classes: once(() => classesOf(scene, never)),
    pairs: once(() =>
      proofs ? pairsIn(scene) : { duplicates: [], stopped: [], outdone: [], clashes: [], loops: [] },
    ),
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function oncePerRule<Value>(make: (each: RuleScene) => Value): (each: RuleScene) => Value {
  const made = new Map<number, { value: Value }>();
  return (each) => {
    const known = made.get(each.at) ?? { value: make(each) };
    made.set(each.at, known);
    return known.value;
  };
}
