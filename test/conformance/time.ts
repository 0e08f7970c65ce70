/** The kinds of time: localTime, calendar. */
import { expect } from "vitest";
import { businessTime, type Calendar, type TicketEvent } from "../../src/index.ts";
import { evaluators, expectValid } from "./checks.ts";
import { type Case, expanded, type File, frozen, type Json } from "./format.ts";
import { closingRule } from "./rules.ts";

export interface LocalTimeCase extends Case {
  zone: string;
  at: Json;
  weekday: string;
  date: string;
  time: string;
}

/** A condition by which a rule is called, and whether it holds. */
type Question = [name: string, holds: boolean, condition: Json];

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** Weekday, date and minute as conditions that hold, and all others as conditions that do not. */
export function runLocalTime(_: File, { zone, at, weekday, date, time }: LocalTimeCase): void {
  const next = minuteAfter(time);
  const questions: Question[] = [
    ["its weekday", true, { type: "weekday", is: weekday }],
    ["another weekday", false, { type: "weekday", is: WEEKDAYS.filter((each) => each !== weekday) }],
    ["its date", true, { type: "dateRange", from: date, to: date }],
    ["up to the day before", false, { type: "dateRange", to: neighbour(date, -1) }],
    ["from the day after", false, { type: "dateRange", from: neighbour(date, 1) }],
    ["its minute", true, { type: "timeRange", from: time, to: next }],
    ["all other minutes", false, { type: "timeRange", from: next === "24:00" ? "00:00" : next, to: time }],
  ];
  const event = { id: "evt-1", type: "ticket.closed", at: expanded(at), ticket: { id: "t-1" } };
  expectAnswers({ timeZone: zone }, event, questions);
}

function minuteAfter(time: string): string {
  const minute = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + 1;
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

function neighbour(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export interface CalendarCase extends Case {
  calendar: string;
  at: string;
  open?: boolean;
  nextChange?: string | null;
  from: string;
  to: string;
  openMinutes?: number | "error";
  add: number;
  reaches?: string | null | "error";
}

export function runCalendar(file: File, testCase: CalendarCase): void {
  const calendar = frozen(file.calendars?.find(({ id }) => id === testCase.calendar)) as unknown as Calendar;
  const time = businessTime(calendar);
  const { at, open, nextChange, from, to, openMinutes, add, reaches } = testCase;
  if (open !== undefined) {
    expect(time.isOpen(at)).toBe(open);
    expect(time.isOpen(new Date(at))).toBe(open);
    expectHours(calendar, at, open);
  }
  if (nextChange !== undefined) expect(epoch(time.nextChange(at))).toBe(epoch(nextChange));
  if (openMinutes === "error") expect(() => time.openMinutes(from, to)).toThrow();
  else if (openMinutes !== undefined) expect(time.openMinutes(from, to)).toBe(openMinutes);
  if (reaches === "error") expect(() => time.addOpenMinutes(at, add)).toThrow();
  else if (reaches !== undefined) expect(epoch(time.addOpenMinutes(at, add))).toBe(epoch(reaches));
}

/** The calendar as rule conditions: named, and as the account's. */
function expectHours(calendar: Calendar, at: string, open: boolean): void {
  const questions: Question[] = [
    ["within, named", open, { type: "withinBusinessHours", calendar: calendar.id }],
    ["outside, named", !open, { type: "outsideBusinessHours", calendar: calendar.id }],
    ["within, of the account", open, { type: "withinBusinessHours" }],
    ["outside, of the account", !open, { type: "outsideBusinessHours" }],
  ];
  const accounts = [{ id: "acc", name: "Account", calendar: calendar.id }];
  const event = { id: "evt-1", type: "ticket.closed", at, ticket: { id: "t-1", account: "acc" } };
  expectAnswers({ timeZone: "UTC", accounts, calendars: [calendar] }, event, questions);
}

function expectAnswers(workspace: object, event: unknown, questions: readonly Question[]): void {
  const document = frozen({
    schemaVersion: 1,
    ...workspace,
    integrations: { webhook: { enabled: true, active: true, url: "https://example.com/hook" } },
    rules: questions.map(([name, , condition]) => closingRule(name, condition)),
  });
  expectValid(document);
  const wanted = questions.filter(([, holds]) => holds).map(([name]) => name);
  for (const { who, decide } of evaluators) {
    expect(decide(document, frozen(event) as TicketEvent).fired, who).toEqual(wanted);
  }
}

/** Epoch milliseconds, or null for never. */
function epoch(instant: Date | string | null): number | null {
  return instant === null ? null : new Date(instant).getTime();
}
