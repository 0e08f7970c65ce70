/** How actions are written, in one integration or in any. */
import * as z from "zod";
import { alternatives, expecting, isRecord, list, quote } from "../schema.ts";
import type { ActionSchema } from "./define.ts";

/** Actions by type. */
export type ActionSchemas = { readonly [type: string]: ActionSchema<{ type: string }> };

/** One of these actions. */
export function oneActionOf(owner: string, options: ActionSchemas): z.ZodType {
  const expected = alternatives(Object.keys(options));
  const [first, ...others] = Object.values(options);
  if (first === undefined) throw new TypeError("an integration has at least one action");
  return z.discriminatedUnion("type", [first, ...others], {
    error: ({ code, input }) => {
      if (code !== "invalid_union" || !isRecord(input)) return expecting("an action")({ input });
      const { type } = input;
      return type === undefined
        ? `missing: expected ${expected}`
        : `action ${quote(type)} is not available for ${owner}: expected ${expected}`;
    },
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
    ? actions.length(1, { error: "expected exactly one action" })
    : actions.min(1, { error: "no action: expected at least one" });
}
