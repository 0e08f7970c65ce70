import type { Extensions } from "../extensions.ts";
import { exact, literal } from "../schema.ts";
import { defineCondition } from "./define.ts";

/** Nobody has the ticket, no bot either. */
export interface UnassignedCondition extends Extensions {
  type: "unassigned";
}

/** `ticket.assignee` is null; a bot counts as an assignee (spec §4). */
export const unassigned = defineCondition<UnassignedCondition>({
  schema: exact({ type: literal("unassigned") }),
  reads: () => ({ fact: "assignee" }),
  cost: 1,
  compile: () => ({
    test: ({ assignee }) => (assignee === undefined ? "unknown" : assignee === null),
    actual: ({ assignee }) => assignee,
    missing: () => "ticket.assignee",
  }),
});
