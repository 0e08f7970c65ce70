/** How actions are written, in one integration or in any. */
import * as z from "zod";
import { short } from "../issues/define.ts";
import { telling, tells, told } from "../issues/tell.ts";
import { isRecord, list, notAs } from "../schema.ts";
import type { ActionSchema } from "./define.ts";

/** Actions by type. */
export type ActionSchemas = { readonly [type: string]: ActionSchema<{ type: string }> };

/** One of these actions: all that this integration has, or any. */
export function oneActionOf(owner: string | undefined, options: ActionSchemas): z.ZodType {
  const expected = Object.keys(options);
  const [first, ...others] = Object.values(options);
  if (first === undefined) throw new TypeError("an integration has at least one action");
  return z.discriminatedUnion("type", [first, ...others], {
    error: telling((asking) => {
      const { code, input } = asking;
      if (code !== "invalid_union" || !isRecord(input)) return notAs("action", asking);
      if (input.type === undefined) return told("missing", { expected: { oneOf: expected } });
      const value = short(input.type);
      return owner === undefined
        ? told("unknownAction", { value, expected })
        : told("actionNotAllowed", { value, integration: owner, expected });
    }),
  });
}

/** The actions of a rule. */
export function actionsOf(
  owner: string,
  options: ActionSchemas,
  count: "exactlyOne" | "oneOrMore",
): z.ZodType {
  const actions = list("actions", oneActionOf(owner, options));
  return count === "exactlyOne"
    ? actions.length(1, { error: tells("notOneAction", {}) })
    : actions.min(1, { error: tells("noAction", {}) });
}
