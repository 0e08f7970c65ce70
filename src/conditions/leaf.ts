/** A condition of a compiled rule, and what it tells of itself. */
import type { Facts } from "../facts.ts";
import type { Verdict } from "../verdict.ts";

/** What a condition reads of an event, as far as events can touch it (spec §5, `or`). */
export type Reading =
  /** Touched by `message.received`. */
  | { readonly fact: "message" }
  /** Touched by `ticket.classified` that names the field. */
  | { readonly fact: "field"; readonly field: string }
  /** Touched by nothing: it only holds or does not. */
  | { readonly fact: "account" | "assignee" | "attended" | "time" };

/** The keys that an event has. */
export type Keys = Iterable<unknown>;

/** Where the index looks rules up: a fact that conditions compare with a closed list of keys. */
export interface Source {
  /** Equal for equal sources of one rule set. */
  readonly name: string;
  /** The keys that the event has. Nothing when the fact is not known: then every rule behind the source may concern it. */
  keys(facts: Facts): Keys | undefined;
}

/** A key of a source. */
export interface Gate {
  readonly source: Source;
  readonly key: unknown;
}

/** A condition of a compiled rule. */
export interface Leaf {
  /** The verdict. Total: no event makes it throw. */
  test(facts: Facts): Verdict;
  /** What the test looked at, for traces; undefined when it is not known. */
  actual(facts: Facts): unknown;
  /** The name of the fact that is missing. Asked only when the verdict is unknown. */
  missing(facts: Facts): string;
  /**
   * What the index may look up instead of testing: unless the event has one of these keys, or the source is not
   * known, the verdict is false. None: it is always false. Absent: only the test can tell.
   */
  readonly gates?: readonly Gate[] | undefined;
}
