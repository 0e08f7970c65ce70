import type * as z from "zod";
import type { Extensions } from "./extensions.ts";
import { exact, Id, Name } from "./schema.ts";

/** A channel by which tickets come in. */
export interface Account extends Extensions {
  id: string;
  name: string;
  /** The id of the calendar of its opening hours. */
  calendar?: string | undefined;
}

/** @see Account */
export const Account: z.ZodType<Account, Account> = exact({ id: Id, name: Name, calendar: Id.optional() });
