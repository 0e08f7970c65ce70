/** The small mistakes that can be made in a condition, by its kind: a kind that is forgotten does not compile. */

import { conditionKinds, type LeafCondition, type LeafType } from "../../conditions/index.ts";
import { createWordTable } from "../../matching/words.ts";
import { asList } from "../../schema.ts";
import { fold } from "../../text/fold.ts";
import type { WordMode } from "../../text/words.ts";
import { WEEKDAYS } from "../../time/date.ts";
import { dropped, type Edit, type Names } from "./edit.ts";
import { editsOfList, editsOfValues, nearDates, nearTimes } from "./values.ts";

type Of<Type extends LeafType> = Extract<LeafCondition, { type: Type }>;

type LeafEdits = {
  readonly [Type in LeafType]: (condition: Of<Type>, names: Names) => Generator<Edit<Of<Type>>>;
};

/** The changes of a condition. Negating and dropping it are its list's. */
export function editsOfLeaf(condition: LeafCondition, names: Names): Generator<Edit<LeafCondition>> {
  // The table is keyed by the tag, which the types cannot follow.
  const edits = leafEdits[condition.type] as (
    condition: LeafCondition,
    names: Names,
  ) => Generator<Edit<LeafCondition>>;
  return edits(condition, names);
}

const leafEdits: LeafEdits = {
  *account(condition, { accounts }) {
    const known = new Set(accounts);
    for (const edit of editsOfList(asList(condition.is), accounts, (id) => known.has(id))) {
      yield { ...edit, path: ["is", ...edit.path], value: { ...condition, is: edit.value } };
    }
  },
  *classification(condition, { fields }) {
    for (const edit of editsOfValues(asList(condition.is), condition.field, fields)) {
      yield { ...edit, path: ["is", ...edit.path], value: { ...condition, is: edit.value } };
    }
  },
  *messageContains(condition) {
    const { words, mode = "word", match = "any" } = condition;
    const distinct = new Set(words.map(fold).filter((word) => word !== ""));
    const isRedundant = redundantAmong(words, mode, match);
    for (const [at, word] of words.entries()) {
      if (distinct.size < 2 || isRedundant(at)) continue;
      yield {
        kind: "dropValue",
        path: ["words", at],
        from: word,
        value: { ...condition, words: dropped(words, at) },
      };
    }
    const otherMode = mode === "word" ? "substring" : "word";
    yield { kind: "changeMode", path: ["mode"], to: otherMode, value: { ...condition, mode: otherMode } };
    if (distinct.size < 2) return;
    const otherMatch = match === "any" ? "all" : "any";
    yield {
      kind: "changeMatch",
      path: ["match"],
      to: otherMatch,
      value: { ...condition, match: otherMatch },
    };
  },
  *messageMatches(condition) {
    const { pattern, flags = "i" } = condition;
    const otherFlags = flags.includes("i") ? flags.replace("i", "") : `i${flags}`;
    const shown = { from: `/${pattern}/${flags}`, to: `/${pattern}/${otherFlags}` };
    yield { kind: "changePattern", path: ["flags"], ...shown, value: { ...condition, flags: otherFlags } };
    for (const loose of [pattern.replace(/^\^/, ""), pattern.replace(/(?<!\\)((?:\\\\)*)\$$/, "$1")]) {
      const value = { ...condition, pattern: loose };
      // What is left may be no pattern, or nothing.
      if (loose === pattern || !conditionKinds.messageMatches.schema.safeParse(value).success) continue;
      yield { kind: "changePattern", path: ["pattern"], from: `/${pattern}/`, to: `/${loose}/`, value };
    }
  },
  *withinBusinessHours(condition, { calendars }) {
    const { type: _, ...rest } = condition;
    const to = "outsideBusinessHours";
    // The two kinds have the same parts.
    yield { kind: "swapHours", path: [], to, value: { type: to, ...rest } as unknown as typeof condition };
    yield* editsOfCalendar(condition, calendars);
  },
  *outsideBusinessHours(condition, { calendars }) {
    const { type: _, ...rest } = condition;
    const to = "withinBusinessHours";
    // The two kinds have the same parts.
    yield { kind: "swapHours", path: [], to, value: { type: to, ...rest } as unknown as typeof condition };
    yield* editsOfCalendar(condition, calendars);
  },
  *weekday(condition) {
    const days = asList(condition.is);
    const distinct = [...new Set(days)];
    for (const [at, day] of distinct.entries()) {
      if (distinct.length < 2) break;
      yield {
        kind: "dropValue",
        path: ["is", at],
        from: day,
        value: { ...condition, is: dropped(distinct, at) },
      };
    }
    for (const day of WEEKDAYS) {
      if (days.includes(day)) continue;
      yield { kind: "addValue", path: ["is"], to: day, value: { ...condition, is: [...distinct, day] } };
    }
  },
  *unassigned() {},
  *dateRange(condition) {
    const { from, to } = condition;
    for (const key of ["from", "to"] as const) {
      const written = condition[key];
      if (written === undefined) continue;
      for (const shifted of nearDates(written)) {
        const value = { ...condition, [key]: shifted };
        if ((value.from ?? "") > (value.to ?? "9999-12-31")) continue;
        yield { kind: "shiftDate", path: [key], from: written, to: shifted, value };
      }
      if (from === undefined || to === undefined) continue;
      const { [key]: _, ...value } = condition;
      yield { kind: "dropBound", path: [key], from: written, value: { ...value, type: condition.type } };
    }
  },
  *timeRange(condition) {
    for (const key of ["from", "to"] as const) {
      const written = condition[key];
      for (const shifted of nearTimes(written, key)) {
        const value = { ...condition, [key]: shifted };
        if (value.from === value.to) continue;
        yield { kind: "shiftTime", path: [key], from: written, to: shifted, value };
      }
    }
  },
  *unattended() {},
};

/**
 * Whether a word says nothing that the others do not: one of them stands in it or, if all must be there, it stands in
 * one of them.
 */
function redundantAmong(
  words: readonly string[],
  mode: WordMode,
  match: "any" | "all",
): (at: number) => boolean {
  const table = createWordTable();
  const folded = words.map(fold);
  const keys = folded.map((word) => (word === "" ? undefined : table.key(word, mode)));
  const found = folded.map((word) => table.find(word));
  const stands = (inner: number, outer: number) => {
    const key = keys[inner];
    return key !== undefined && found[outer]?.has(key) === true;
  };
  return (at) =>
    keys[at] === undefined ||
    words.some((_, other) => other !== at && (match === "any" ? stands(other, at) : stands(at, other)));
}

function* editsOfCalendar<Condition extends { readonly calendar?: string | undefined }>(
  condition: Condition,
  calendars: readonly string[],
): Generator<Edit<Condition>> {
  const { calendar } = condition;
  const place = calendars.indexOf(calendar ?? "");
  const other = [...calendars.slice(place + 1), ...calendars.slice(0, place + 1)].find(
    (id) => id !== calendar,
  );
  if (calendar === undefined || other === undefined) return;
  yield {
    kind: "changeCalendar",
    path: ["calendar"],
    from: calendar,
    to: other,
    value: { ...condition, calendar: other },
  };
}
