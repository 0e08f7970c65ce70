/** The contract of what reads conditions: for each kind of them, what one means. */
import type { LeafCondition } from "../conditions/index.ts";
import type { Meaning } from "./kleene.ts";

/** As the ticket is after the event, or as it was before it. */
export type Moment = "after" | "before";

/** Tells what a condition of a kind means. */
export type LeafReader<Type extends LeafCondition["type"]> = (
  condition: Extract<LeafCondition, { type: Type }>,
  when: Moment,
) => Meaning;

/** A reader for every kind. */
export type LeafReaders = { readonly [Type in LeafCondition["type"]]: LeafReader<Type> };

/** The reader of a condition: the list is keyed by the tag, which the types cannot follow. */
export function readerOf<Leaf extends LeafCondition>(
  readers: LeafReaders,
  { type }: Leaf,
): (condition: Leaf, when: Moment) => Meaning {
  return readers[type as LeafCondition["type"]] as unknown as (condition: Leaf, when: Moment) => Meaning;
}
