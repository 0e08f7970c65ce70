/** Whether what conditions say of one value, an account or that of a field, can all be right. */
import { wantedKeys } from "../../conditions/classification.ts";
import type { LeafCondition } from "../../conditions/index.ts";
import { asList } from "../../schema.ts";
import type { Catalogue } from "./scene.ts";

type Account = Extract<LeafCondition, { type: "account" }>;
type Classification = Extract<LeafCondition, { type: "classification" }>;

/** Whether some account is wanted by all of the first, and by none of the others. */
export function possibleAccount(
  all: readonly Account[],
  none: readonly Account[],
  { accounts }: Catalogue,
): boolean {
  const ids = ({ is }: Account) => asList(is).filter((id) => accounts.has(id));
  return someKey(all.map(ids), none.map(ids));
}

/** Whether some value of the field that all speak of is wanted by all of the first, and by none of the others. */
export function possibleField(
  all: readonly Classification[],
  none: readonly Classification[],
  { knownFields }: Catalogue,
): boolean {
  const field = knownFields.get(all[0]?.field ?? none[0]?.field ?? "");
  const keys = ({ is }: Classification) => (field === undefined ? [] : wantedKeys(field, asList(is)));
  const wanted = all.map(keys);
  const unwanted = none.map(keys);
  // Several values may be held at once by a field of that type.
  return field?.type === "multi"
    ? wanted.every((each) => someKey([each], unwanted))
    : someKey(wanted, unwanted);
}

/** Whether a value is in every list of `all` and in none of `none`. Without `all` there are values enough. */
function someKey(all: readonly (readonly unknown[])[], none: readonly (readonly unknown[])[]): boolean {
  const [first, ...others] = all;
  if (first === undefined) return true;
  return first.some((key) => others.every((each) => each.includes(key)) && !none.flat().includes(key));
}
