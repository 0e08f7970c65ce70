import type { Extensions } from "../extensions.ts";
import { exact, literal } from "../schema.ts";
import { defineCondition } from "./define.ts";

/** No executive has sent a first reply. */
export interface UnattendedCondition extends Extensions {
  type: "unattended";
}

/** `ticket.attended` is false (spec §4). */
export const unattended = defineCondition<UnattendedCondition>({
  schema: exact({ type: literal("unattended") }),
  reads: () => ({ fact: "attended" }),
  cost: 1,
  compile: () => ({
    test: ({ attended }) => (attended === undefined ? "unknown" : attended === false),
    actual: ({ attended }) => attended,
    missing: () => "ticket.attended",
  }),
});
