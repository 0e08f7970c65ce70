/** What differs between two rule sets, as far as it can change a decision. Names and `x-` keys cannot. */
import type { Compiled } from "../compile.ts";
import type { Path } from "../conditions/tree.ts";
import type { LoadedRule } from "../load.ts";
import { rulesById, withoutExtensions } from "../recording/content.ts";
import { isRecord } from "../schema.ts";
import { canonicalJson } from "../text/canonicalJson.ts";

/** A part of the workspace besides its rules that is not as it was. */
export interface ChangedPart {
  part: "timeZone" | "account" | "calendar" | "field" | "bot" | "integration";
  /** Its id, or the name of the integration. Absent: the time zone, or all of a list that is no list. */
  id?: string;
  change: "added" | "removed" | "changed";
}

/** All that differs. */
export interface Changes {
  /** Rules that are in both, by id, with the paths from the rule that differ. An empty path: all of it. */
  readonly rules: ReadonlyMap<string, readonly Path[]>;
  /** By `keyOfPart`. */
  readonly parts: ReadonlyMap<string, ChangedPart>;
  /** Whether rules that are in both stand in another order. */
  readonly moved: boolean;
}

/** How a part is looked up. */
export function keyOfPart(part: ChangedPart["part"], id = ""): string {
  return `${part} ${id}`;
}

/** What differs between two rule sets. */
export function changesBetween(before: Compiled, after: Compiled): Changes {
  const [earlier, later] = [rulesById(before), rulesById(after)];
  const rules = new Map<string, readonly Path[]>();
  for (const [id, loaded] of earlier) {
    const other = later.get(id);
    const paths = other === undefined ? [] : changedPaths(loaded, other);
    if (paths.length > 0) rules.set(id, paths);
  }
  const order = (own: ReadonlyMap<string, unknown>, others: ReadonlyMap<string, unknown>) =>
    canonicalJson([...own.keys()].filter((id) => others.has(id)));
  const moved = order(earlier, later) !== order(later, earlier);
  return { rules, parts: changedParts(partsOf(before), partsOf(after)), moved };
}

function changedPaths(before: LoadedRule, after: LoadedRule): Path[] {
  // One that does not load decides nothing, whatever it says.
  if (!("rule" in before) || !("rule" in after)) return "rule" in before === "rule" in after ? [] : [[]];
  const paths = pathsBetween(withoutExtensions(before.rule), withoutExtensions(after.rule), []);
  return paths.filter(([first]) => first !== "name");
}

/** The paths to the smallest parts that differ. A list that grew or shrank differs as a whole. */
function pathsBetween(before: unknown, after: unknown, path: Path): Path[] {
  if (before === after || canonicalJson([before]) === canonicalJson([after])) return [];
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length)
    return before.flatMap((item, at) => pathsBetween(item, after[at], [...path, at]));
  // Another type of condition or action is another one altogether.
  if (!isRecord(before) || !isRecord(after) || before.type !== after.type) return [path];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => pathsBetween(before[key], after[key], [...path, key]));
}

/** One part, and all of it that decides. */
interface Part {
  readonly part: ChangedPart["part"];
  readonly id?: string;
  readonly text: string;
}

function changedParts(
  before: ReadonlyMap<string, Part>,
  after: ReadonlyMap<string, Part>,
): Map<string, ChangedPart> {
  const changed = new Map<string, ChangedPart>();
  for (const [key, { text, ...part }] of before) {
    const other = after.get(key);
    if (other?.text !== text)
      changed.set(key, { ...part, change: other === undefined ? "removed" : "changed" });
  }
  for (const [key, { text, ...part }] of after)
    if (!before.has(key)) changed.set(key, { ...part, change: "added" });
  return changed;
}

function partsOf({ content }: Compiled): Map<string, Part> {
  const parts = new Map<string, Part>();
  const add = (part: ChangedPart["part"], id: string | undefined, value: unknown) => {
    const text = canonicalJson([withoutExtensions(value)]);
    parts.set(keyOfPart(part, id), id === undefined ? { part, text } : { part, id, text });
  };
  const { timeZone, accounts, calendars, fields, integrations, spoiledFields, spoiledLists } = content;
  add("timeZone", undefined, timeZone);
  for (const { id, calendar } of accounts) add("account", id, calendar);
  for (const { id, name, ...rest } of calendars) add("calendar", id, rest);
  for (const { id, type, options } of fields) add("field", id, [type, options?.map((option) => option.id)]);
  for (const id of spoiledFields) add("field", id, "spoiled");
  for (const list of spoiledLists) add(list === "accounts" ? "account" : "field", undefined, "spoiled");
  for (const { id, active } of integrations.botcenter?.bots ?? []) add("bot", id, active);
  for (const name of ["botcenter", "timepoints", "webhook"] as const) {
    const settings = integrations[name];
    if (settings !== undefined) add("integration", name, [settings.enabled, settings.active]);
  }
  return parts;
}
