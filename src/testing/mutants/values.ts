/** Values near to others: the slips of whoever writes a rule. */
import type { ClassificationValue } from "../../conditions/classification.ts";
import { fold } from "../../text/fold.ts";
import { formatDay, formatMinute, MINUTES_PER_DAY, parseDay, parseMinute } from "../../time/date.ts";
import { dropped, type Edit, type Names, replaced } from "./edit.ts";

/** Of a list of ids: each left out, and one more that there is; of a single one, another in its place. */
export function* editsOfList<Item extends string>(
  items: readonly Item[],
  known: readonly Item[],
  isKnown: (item: Item) => boolean,
): Generator<Edit<Item[]>> {
  const kept = [...new Set(items)];
  const used = kept.filter(isKnown);
  for (const [at, item] of kept.entries()) {
    // What refers to nothing makes no difference.
    if (used.length < 2 || !isKnown(item)) continue;
    yield { kind: "dropValue", path: [at], from: item, value: dropped(kept, at) };
  }
  const last = used.at(-1);
  const place = last === undefined ? -1 : known.indexOf(last);
  const other = [...known.slice(place + 1), ...known.slice(0, place + 1)].find(
    (item) => !kept.includes(item),
  );
  if (other === undefined) return;
  yield { kind: "addValue", path: [], to: other, value: [...kept, other] };
  const [only] = used;
  if (used.length === 1 && only !== undefined) {
    yield {
      kind: "changeValue",
      path: [],
      from: only,
      to: other,
      value: kept.map((item) => (item === only ? other : item)),
    };
  }
}

/** Of the values of a field, as its type compares them. */
export function* editsOfValues(
  values: readonly ClassificationValue[],
  id: string,
  fields: Names["fields"],
): Generator<Edit<ClassificationValue[]>> {
  const field = fields.get(id);
  if (field === undefined) return;
  const { type, options = [] } = field;
  if (type === "select" || type === "multi") {
    const known = options.map((option) => option.id);
    const folded = new Set(known.map(fold));
    const texts = values.filter((value) => typeof value === "string");
    const names = known.filter(
      (option) => !texts.some((text) => text !== option && fold(text) === fold(option)),
    );
    yield* editsOfList(texts, names, (text) => folded.has(fold(text)) && fold(text) !== "");
    return;
  }
  if (type === "boolean") {
    const booleans = new Set(values.filter((value) => typeof value === "boolean"));
    const [only] = booleans;
    if (only === undefined) return;
    if (booleans.size === 2) {
      for (const value of [true, false])
        yield { kind: "dropValue", path: [], from: String(value), value: [!value] };
      return;
    }
    yield { kind: "changeValue", path: [], from: String(only), to: String(!only), value: [!only] };
    yield { kind: "addValue", path: [], to: String(!only), value: [only, !only] };
    return;
  }
  const own = [...new Set(values)].filter(
    (value) => typeof value === (type === "number" ? "number" : "string") && value !== "",
  );
  for (const [at, value] of own.entries()) {
    if (own.length > 1) yield { kind: "dropValue", path: [at], from: String(value), value: dropped(own, at) };
    for (const near of nearValues(type, value)) {
      if (own.includes(near)) continue;
      const kind = type === "date" ? "shiftDate" : "changeValue";
      yield { kind, path: [at], from: String(value), to: String(near), value: replaced(own, at, near) };
    }
  }
}

function nearValues(type: string, value: ClassificationValue): ClassificationValue[] {
  if (typeof value === "number") return [value + 1, value - 1].filter((near) => near !== value);
  if (typeof value !== "string") return [];
  return type === "date" ? nearDates(value) : [`${value} x`];
}

/** The day before and the day after, as far as four-digit years go. */
export function nearDates(written: string): string[] {
  const day = parseDay(written);
  return day === undefined
    ? []
    : [day - 1, day + 1].map(formatDay).filter((date) => parseDay(date) !== undefined);
}

/** A minute before and a minute after, within the day. As an end, 00:00 is the midnight that ends the day. */
export function nearTimes(written: string, key: "from" | "to"): string[] {
  const parsed = parseMinute(written) ?? 0;
  const minute = key === "to" && parsed === 0 ? MINUTES_PER_DAY : parsed;
  const [least, most] = key === "to" ? [1, MINUTES_PER_DAY] : [0, MINUTES_PER_DAY - 1];
  return [minute - 1, minute + 1].filter((near) => least <= near && near <= most).map(formatMinute);
}
