/** What conditions say of one fact of an event, and whether they can all be right. */

import { wantedKeys } from "../../conditions/classification.ts";
import type { LeafCondition } from "../../conditions/index.ts";
import { asList } from "../../schema.ts";
import { foldWords } from "../../text/words.ts";
import { type Calendar, spanOf } from "../../time/calendar.ts";
import { MINUTES_PER_DAY, parseDay, WEEKDAYS, weekdayOf } from "../../time/date.ts";
import { bringsWord, type SoughtWord } from "../texts/hasWord.ts";
import type { Literal } from "./junction.ts";
import type { Catalogue } from "./scene.ts";

type LeafOf<Type extends LeafCondition["type"]> = Extract<LeafCondition, { type: Type }>;

/** The fact that the leaf reads. Leaves on different facts never contradict one another here. */
export function factOf(leaf: LeafCondition): string {
  switch (leaf.type) {
    case "classification":
      return `field ${leaf.field}`;
    case "messageContains":
    case "messageMatches":
      return "message";
    case "withinBusinessHours":
    case "outsideBusinessHours":
      return `hours ${leaf.calendar === undefined ? "" : `of ${leaf.calendar}`}`;
    case "weekday":
    case "dateRange":
    case "timeRange":
      return "local time";
    default:
      return leaf.type;
  }
}

/**
 * Whether some value of the fact may make all of these true: all read the same fact. `false` is a proof; `true` may be
 * wrong.
 */
export function possible(literals: readonly Literal[], catalogue: Catalogue): boolean {
  const of = <Type extends LeafCondition["type"]>(type: Type, sign: boolean): LeafOf<Type>[] =>
    literals.flatMap(({ leaf, sign: own }) => (own === sign && isOf(leaf, type) ? [leaf] : []));
  switch (literals[0]?.leaf.type) {
    case undefined:
      return true;
    case "account": {
      const ids = (leaf: LeafOf<"account">) => asList(leaf.is).filter((id) => catalogue.accounts.has(id));
      return someKey(of("account", true).map(ids), of("account", false).map(ids));
    }
    case "classification":
      return possibleField(of("classification", true), of("classification", false), catalogue);
    case "unassigned":
      return of("unassigned", true).length === 0 || of("unassigned", false).length === 0;
    case "unattended":
      return of("unattended", true).length === 0 || of("unattended", false).length === 0;
    case "withinBusinessHours":
    case "outsideBusinessHours":
      return possibleHours(literals, catalogue);
    case "weekday":
    case "dateRange":
    case "timeRange":
      return possibleTime(literals);
    default:
      return (
        possibleWords(of("messageContains", true), of("messageContains", false)) &&
        !of("messageMatches", true).some((leaf) =>
          of("messageMatches", false).some((other) => isSamePattern(leaf, other)),
        )
      );
  }
}

/** Whether a value is in every list of `all` and in none of `none`. Without `all` there are values enough. */
function someKey(all: readonly (readonly unknown[])[], none: readonly (readonly unknown[])[]): boolean {
  const [first, ...others] = all;
  if (first === undefined) return true;
  return first.some((key) => others.every((each) => each.includes(key)) && !none.flat().includes(key));
}

function possibleField(
  all: readonly LeafOf<"classification">[],
  none: readonly LeafOf<"classification">[],
  { knownFields }: Catalogue,
): boolean {
  const field = knownFields.get(all[0]?.field ?? none[0]?.field ?? "");
  const keys = ({ is }: LeafOf<"classification">) =>
    field === undefined ? [] : wantedKeys(field, asList(is));
  const wanted = all.map(keys);
  const unwanted = none.map(keys);
  // Several values may be held at once by a field of that type.
  return field?.type === "multi"
    ? wanted.every((each) => someKey([each], unwanted))
    : someKey(wanted, unwanted);
}

/** A calendar that nobody can ask answers neither way; one that never opens only one way. */
function possibleHours(literals: readonly Literal[], { accountCalendars, calendars }: Catalogue): boolean {
  const [first] = literals;
  if (first === undefined || !isHours(first.leaf)) return true;
  const named = first.leaf.calendar;
  const asked = named === undefined ? accountCalendars : [calendars.get(named) ?? []].flat();
  const wantsOpen = literals.map(({ leaf, sign }) => (leaf.type === "withinBusinessHours") === sign);
  const open = wantsOpen.includes(true);
  if (open && wantsOpen.includes(false)) return false;
  return asked.some((calendar) => !open || opens(calendar));
}

function isHours(leaf: LeafCondition): leaf is LeafOf<"withinBusinessHours" | "outsideBusinessHours"> {
  return leaf.type === "withinBusinessHours" || leaf.type === "outsideBusinessHours";
}

/** Whether a calendar ever opens. */
export function opens({ weekly, exceptions = {} }: Pick<Calendar, "weekly" | "exceptions">): boolean {
  const days = [...WEEKDAYS.map((day) => weekly[day] ?? []), ...Object.values(exceptions)];
  return days.some((intervals) => intervals.length > 0);
}

/**
 * Minutes and days are independent, and what holds of them only changes at the bounds of ranges: it is enough to look
 * at one minute behind each bound, and at one week behind each.
 */
function possibleTime(literals: readonly Literal[]): boolean {
  const minutes = literals.flatMap(({ leaf, sign }) =>
    leaf.type === "timeRange" ? [{ holds: inTimeRange(leaf), sign, bounds: minuteBounds(leaf) }] : [],
  );
  const days = literals.flatMap(({ leaf, sign }) => {
    if (leaf.type === "weekday") {
      const wanted = new Set(asList(leaf.is));
      return [{ holds: (day: number) => wanted.has(weekdayOf(day)), sign, bounds: [] }];
    }
    return leaf.type === "dateRange" ? [{ holds: inDateRange(leaf), sign, bounds: dayBounds(leaf) }] : [];
  });
  const weeks = [FIRST_DAY, ...days.flatMap(({ bounds }) => bounds)].flatMap((day) =>
    [0, 1, 2, 3, 4, 5, 6].map((later) => day + later),
  );
  return (
    [0, ...minutes.flatMap(({ bounds }) => bounds)].some((minute) =>
      minutes.every(({ holds, sign }) => holds(minute) === sign),
    ) && weeks.some((day) => days.every(({ holds, sign }) => holds(day) === sign))
  );
}

/** Before every date that can be written. */
const FIRST_DAY = -1_000_000;

function inTimeRange({ from, to }: LeafOf<"timeRange">): (minute: number) => boolean {
  const { start, end } = spanOf([from, to]);
  return (minute) => (start <= minute && minute < end) || minute + MINUTES_PER_DAY < end;
}

function minuteBounds({ from, to }: LeafOf<"timeRange">): number[] {
  const { start, end } = spanOf([from, to]);
  return [start, end % MINUTES_PER_DAY];
}

function inDateRange({ from, to }: LeafOf<"dateRange">): (day: number) => boolean {
  const first = parseDay(from ?? "") ?? Number.NEGATIVE_INFINITY;
  const last = parseDay(to ?? "") ?? Number.POSITIVE_INFINITY;
  return (day) => first <= day && day <= last;
}

function dayBounds({ from, to }: LeafOf<"dateRange">): number[] {
  const [first, last] = [parseDay(from ?? ""), parseDay(to ?? "")];
  return [...(first === undefined ? [] : [first]), ...(last === undefined ? [] : [last + 1])];
}

/** Whether some text has a word of each positive list, or all of it, and does not fulfil any negative one. */
function possibleWords(
  all: readonly LeafOf<"messageContains">[],
  none: readonly LeafOf<"messageContains">[],
): boolean {
  const forbidden = none.filter(isAny).flatMap(wordsOf);
  const allowed = all
    .flatMap((leaf) => (isAny(leaf) ? [wordsOf(leaf)] : wordsOf(leaf).map((word) => [word])))
    .map((choice) => choice.filter((word) => !forbidden.some((other) => bringsWord(word, other))));
  if (allowed.some((choice) => choice.length === 0)) return false;
  // A list of which not all may be there is fulfilled when each of its words comes with what must be there.
  return !none
    .filter((leaf) => !isAny(leaf))
    .some((leaf) =>
      wordsOf(leaf).every((word) =>
        allowed.some((choice) => choice.every((certain) => bringsWord(certain, word))),
      ),
    );
}

/** One of several words is enough. Of one word, all and any are the same. */
function isAny({ match, words }: LeafOf<"messageContains">): boolean {
  return match !== "all" || foldWords(words).length === 1;
}

function wordsOf({ words, mode = "word" }: LeafOf<"messageContains">): SoughtWord[] {
  return foldWords(words).map((text) => ({ text, mode }));
}

/** Whether the two look for the same. */
export function isSamePattern(one: LeafOf<"messageMatches">, other: LeafOf<"messageMatches">): boolean {
  return patternKey(one) === patternKey(other);
}

/** A pattern with its flags, however they are ordered. */
export function patternKey({ pattern, flags = "i" }: LeafOf<"messageMatches">): string {
  return `/${pattern.normalize("NFC")}/${[...flags].sort().join("")}`;
}

function isOf<Type extends LeafCondition["type"]>(leaf: LeafCondition, type: Type): leaf is LeafOf<Type> {
  return leaf.type === type;
}
