/** What several checks look at, worked out on the first question. */
import { type Class, classesOf } from "./cover.ts";
import { type Idle, idleConditions } from "./idle.ts";
import type { RuleScene, Scene } from "./scene.ts";

/** Questions about a scene. */
export interface Study {
  /** Rules by what they fire on. */
  readonly classes: () => readonly Class[];
  /** The conditions that decide nothing, rule by rule. */
  readonly idle: () => readonly { readonly each: RuleScene; readonly conditions: readonly Idle[] }[];
}

/** The questions about this scene. */
export function studyOf(scene: Scene): Study {
  return {
    classes: once(() => classesOf(scene)),
    idle: once(() => scene.rules.map((each) => ({ each, conditions: idleConditions(each, scene) }))),
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
