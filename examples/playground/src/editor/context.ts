import type { Path } from "../state/json.ts";

/** What is the same for all conditions of a rule. */
export interface RuleContext {
  /** The rule's key, and its path in the document. */
  readonly rule: string;
  readonly rulePath: Path;
  /** The kinds its integration allows, groups among them. */
  readonly kinds: readonly string[];
}
