/** The contract of a form for one kind of condition. */
import type { ComponentType } from "preact";
import type { JsonObject } from "../../state/json.ts";
import type { Part } from "../part.ts";

/** What stands in a condition of this kind, and what to begin with. */
export interface ConditionForm {
  /** The keys that the form shows, with their issues. Issues of others are shown below it. */
  readonly keys: readonly string[];
  /** The operands of a new condition. What only its author can know is left empty. */
  readonly fresh: () => JsonObject;
  /** Absent: there is nothing to fill in. */
  readonly Form?: ComponentType<{ readonly part: Part }>;
}
