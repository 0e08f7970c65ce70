/** Small worlds: a workspace, conditions around its boundaries, and every event that these can tell apart. */
import { Condition, type Rule, type Workspace } from "ticket-rules";
import type { Random } from "../worlds.ts";
import type { Leaf, Parts } from "./crowd.ts";

export interface World {
  readonly workspace: Workspace;
  readonly leaves: readonly Leaf[];
  readonly parts: readonly Parts[];
  /** Where events are looked for: of these days, the world has all that matters. */
  readonly horizon?: { readonly from: string; readonly to: string };
  readonly triggers: readonly ("message.received" | "ticket.closed")[];
}

/** A workspace in which rules may notify, and nothing else is. */
export const BLANK: Workspace = {
  ...{ schemaVersion: 1, timeZone: "UTC", rules: [] },
  integrations: { webhook: { enabled: true, active: true, url: "https://example.com/hook" } },
};

/** The parts of one event that says nothing. */
export const ONE: Omit<Parts, "type"> = {
  places: [{ account: null, at: "2026-03-16T12:00:00Z" }],
  texts: [null],
  people: [{ isAssigned: false, attended: false }],
  classes: [{ classification: {} }],
};

/** So many conditions of those that are drawn: the ones that are valid. */
export function leavesBy(make: () => Leaf, count: number, random: Random): Leaf[] {
  const leaves: Leaf[] = [];
  for (let tries = 0; leaves.length < count && tries < 50 * count; tries++) {
    const leaf = make();
    if (Condition.safeParse(leaf).success) leaves.push(leaf);
  }
  return leaves.length > 0 ? leaves : [random.pick<Leaf>([{ type: "unassigned" }])];
}

/** A random rule of a world. */
export function ruleOf(world: World, random: Random, id: string): Rule {
  const focus = [random.pick(world.leaves), random.pick(world.leaves)];
  const leaf = (): Condition => random.pick(random.below(3) === 0 ? focus : world.leaves);
  const tree = (depth: number): Condition =>
    depth === 0 || random.below(5) < 3
      ? leaf()
      : {
          type: "group",
          operator: random.pick(["and", "or", "not"]),
          conditions: Array.from({ length: 1 + random.below(3) }, () => tree(depth - 1)),
        };
  return {
    ...{ id, name: id, active: true, integration: "webhook", actions: [{ type: "notify" }] },
    trigger: random.pick(world.triggers),
    operator: random.pick(["and", "and", "and", "not", world.triggers.length > 1 ? "or" : "and"]),
    conditions: Array.from({ length: 1 + random.below(4) }, () => tree(2)),
  };
}
