/** What each condition means (spec §4). */

import type { Condition } from "../../conditions/tree.ts";
import type { FieldValue } from "../../event.ts";
import type { Field } from "../../field.ts";
import type { Calendar } from "../../time/calendar.ts";
import { dayOfDate, inTimeRange, isOpen, type LocalTime, localTime, weekday } from "./localTime.ts";
import type { Snapshot } from "./snapshot.ts";
import { all, any, type Finding, known, none, unknown } from "./verdicts.ts";
import { containsWord, fold } from "./words.ts";

type Leaf<Type extends Condition["type"]> = Extract<Condition, { type: Type }>;

/** How one condition fares on a snapshot. */
export function judge(condition: Condition, snapshot: Snapshot): Finding {
  switch (condition.type) {
    case "group":
      return judgeGroup(condition, snapshot);
    case "account":
      return judgeAccount(condition, snapshot);
    case "classification":
      return judgeClassification(condition, snapshot);
    case "messageContains":
      return judgeText(snapshot, (text) => known(containsWords(condition, text)));
    case "messageMatches":
      return judgeText(snapshot, (text) => matchesPattern(condition, text));
    case "withinBusinessHours":
      return judgeHours(condition, snapshot, true);
    case "outsideBusinessHours":
      return judgeHours(condition, snapshot, false);
    case "weekday":
      return judgeLocal(snapshot, ({ day }) => listOf(condition.is).includes(weekday(day)));
    case "dateRange":
      return judgeLocal(snapshot, ({ day }) => isInDateRange(condition, day));
    case "timeRange":
      return judgeLocal(snapshot, ({ msOfDay }) => inTimeRange(msOfDay, condition.from, condition.to));
    case "unassigned":
      return judgeFact(snapshot.assignee, "ticket.assignee", (assignee) => assignee === null);
    case "unattended":
      return judgeFact(snapshot.attended, "ticket.attended", (attended) => attended === false);
  }
}

function judgeGroup({ operator, conditions }: Leaf<"group">, snapshot: Snapshot): Finding {
  const findings = conditions.map((condition) => judge(condition, snapshot));
  return { and: all, or: any, not: none }[operator](findings);
}

/** A fact that was not supplied is unknown; any other is put to the test. */
function judgeFact(fact: unknown, name: string, holds: (fact: unknown) => boolean): Finding {
  return fact === undefined ? unknown(name) : known(holds(fact));
}

function judgeAccount({ is }: Leaf<"account">, { workspace, account }: Snapshot): Finding {
  const wanted = listOf(is).filter((id) =>
    (workspace.accounts ?? []).some((candidate) => candidate.id === id),
  );
  if (wanted.length === 0) return known(false);
  return judgeFact(account, "ticket.account", (id) => wanted.some((candidate) => candidate === id));
}

function judgeClassification(condition: Leaf<"classification">, snapshot: Snapshot): Finding {
  const field = snapshot.workspace.fields?.find(({ id }) => id === condition.field);
  if (field === undefined) return known(false);
  const wanted = listOf(condition.is).filter((value) => hasValue(field, value));
  if (wanted.length === 0) return known(false);
  return judgeFact(snapshot.field(field.id), "ticket.classification", (value) => {
    const isText = field.type === "text" || field.type === "select" || field.type === "multi";
    const values = field.type === "multi" ? listOf(value) : [value];
    return values.some((item) =>
      wanted.some((one) => (isText ? isSameText(item, one) : item === one && item !== "")),
    );
  });
}

/** Whether there is such a value of the field: an option that exists, or something of its type. */
function hasValue({ type, options = [] }: Field, value: FieldValue): boolean {
  switch (type) {
    case "select":
    case "multi":
      return options.some(({ id }) => isSameText(id, value));
    case "text":
      return typeof value === "string" && fold(value) !== "";
    case "date":
      return typeof value === "string" && value !== "";
    case "boolean":
    case "number":
      return typeof value === type;
  }
}

/** Equal after folding, whole. Text of which folding leaves nothing is known to be empty, and equal to nothing. */
function isSameText(value: unknown, wanted: unknown): boolean {
  if (typeof value !== "string" || typeof wanted !== "string") return false;
  return fold(value) !== "" && fold(value) === fold(wanted);
}

/** A message without text contains nothing and matches nothing. */
function judgeText({ messageText }: Snapshot, search: (text: string) => Finding): Finding {
  if (messageText === undefined) return unknown("message.text");
  return typeof messageText === "string" ? search(messageText) : known(false);
}

function containsWords(
  { words, mode = "word", match = "any" }: Leaf<"messageContains">,
  text: string,
): boolean {
  const wanted = words.filter((word) => fold(word) !== "");
  const found = (word: string) => containsWord(text, word, mode);
  return match === "any" ? wanted.some(found) : wanted.every(found);
}

function matchesPattern({ pattern, flags = "i" }: Leaf<"messageMatches">, text: string): Finding {
  if (text.length > 65_536) return unknown("message.text: over 65536 characters");
  return known(new RegExp(pattern.normalize("NFC"), flags).test(text.normalize("NFC")));
}

function isInDateRange({ from, to }: Leaf<"dateRange">, day: number): boolean {
  return (from === undefined || dayOfDate(from) <= day) && (to === undefined || day <= dayOfDate(to));
}

/** Opening hours are those of the calendar that the condition names, else of the account's. */
function judgeHours(
  condition: Leaf<"withinBusinessHours"> | Leaf<"outsideBusinessHours">,
  snapshot: Snapshot,
  whenOpen: boolean,
): Finding {
  if (condition.calendar === undefined && snapshot.account === undefined) return unknown("ticket.account");
  const id = condition.calendar ?? calendarIdOfAccount(snapshot);
  if (id === undefined) return unknown("account.calendar");
  const calendar = calendarOf(snapshot, id);
  if (calendar === undefined) return unknown(`calendar ${id}`);
  return judgeIn(calendar.timeZone, snapshot, (local) => isOpen(calendar, local) === whenOpen);
}

/** Local: in the zone of the calendar of the ticket's account; without a calendar, in the workspace's. */
function judgeLocal(snapshot: Snapshot, holds: (local: LocalTime) => boolean): Finding {
  const { workspace, account } = snapshot;
  if (account === undefined && zonesDiffer(snapshot)) return unknown("ticket.account");
  const id = calendarIdOfAccount(snapshot);
  if (id === undefined) return judgeIn(workspace.timeZone, snapshot, holds);
  const calendar = calendarOf(snapshot, id);
  return calendar === undefined ? unknown(`calendar ${id}`) : judgeIn(calendar.timeZone, snapshot, holds);
}

function judgeIn(timeZone: string, { at }: Snapshot, holds: (local: LocalTime) => boolean): Finding {
  const local = localTime(timeZone, at);
  return local === undefined ? unknown("workspace.timeZone") : known(holds(local));
}

/** Whether it matters for the local time which account a ticket has: one may have a calendar that says otherwise. */
function zonesDiffer({ workspace }: Snapshot): boolean {
  return (workspace.accounts ?? []).some(({ calendar: id }) => {
    if (id === undefined) return false;
    const calendar = workspace.calendars?.find((candidate) => candidate.id === id);
    return calendar === undefined || !isSameZone(calendar.timeZone, workspace.timeZone);
  });
}

/** Zones have several names and spellings. */
function isSameZone(one: string, other: string): boolean {
  const canonical = (timeZone: string) =>
    new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone;
  return canonical(one) === canonical(other);
}

function calendarIdOfAccount({ workspace, account }: Snapshot): string | undefined {
  return workspace.accounts?.find(({ id }) => id === account)?.calendar;
}

function calendarOf({ workspace }: Snapshot, id: string): Calendar | undefined {
  return workspace.calendars?.find((calendar) => calendar.id === id);
}

function listOf<Item>(value: Item | Item[]): Item[] {
  return Array.isArray(value) ? value : [value];
}
