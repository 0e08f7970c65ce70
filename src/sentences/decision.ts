/** What came out of an evaluation, in sentences. */
import { hourEs } from "../conditions/phrases/businessHours.ts";
import type { Decision, Effect } from "../decision.ts";
import { effectPhrase, suppressionPhrase } from "../integrations/phrases/index.ts";
import { capitalized, phrase, textOf } from "../language/phrase.ts";
import type { Say } from "../language/say.ts";
import { member } from "../schema.ts";
import { MS_PER_MINUTE } from "../time/date.ts";
import { parseInstant } from "../time/instant.ts";
import { localTime, writtenLocalTime } from "../time/local.ts";
import { zoneOf } from "../time/zone.ts";
import { clausesInOne } from "./clauses.ts";
import { missingFact } from "./missing.ts";
import { type DescribeOptions, sayIn } from "./names.ts";
import { traceWordings } from "./traceWording.ts";

/** One sentence a line. */
export function decisionLines(
  decision: Decision,
  options: DescribeOptions & { account?: string | null | undefined },
): string[] {
  const { locale } = options;
  const say = sayIn(options);
  const words = traceWordings[locale];
  const rule = (id: string) => `${words.rule}${say.rule(id)}`;
  const names = (ids: readonly string[]) =>
    textOf(
      say.list(
        ids.map((id) => [{ text: say.rule(id) }]),
        "and",
      ),
    );
  const { fired, effects, suppressed, indeterminate, skipped } = decision;
  return [
    fired.length === 0
      ? words.nothingFired
      : words[fired.length === 1 ? "oneFired" : "severalFired"](names(fired)),
    ...effects.map((effect) => {
      const clock = (at: string) => whenOf(effect, at, options, say);
      return `${textOf(effectPhrase(effect, locale, say, clock))} ${words.asked(names(effect.rules), effect.rules.length)}.`;
    }),
    ...suppressed.map(
      (each) =>
        `${suppressionPhrase(each.action, locale)} ${words.asked(say.rule(each.rule), 1)}${words.because}${words.reasons[each.reason]}.`,
    ),
    ...indeterminate.map(({ rule: id, missing }) => {
      const facts = missing.map((name) => phrase`${missingFact(name, locale, say)}`);
      return `${rule(id)}${words.indeterminate}${clausesInOne(facts, say)}.`;
    }),
    ...skipped.map(({ rule: id, reason }) => `${rule(id)}${words.skipped}${words.skips[reason]}.`),
  ].map((text) => textOf(capitalized([{ text }])));
}

/** "el lunes 23 de noviembre de 2026 a las 10:00 (hora de America/Santiago), 2 horas después" */
function whenOf(
  { event }: Effect,
  at: string,
  { locale, workspace, account }: DescribeOptions & { account?: string | null | undefined },
  say: Say,
): string {
  const words = traceWordings[locale];
  const [start, due] = [parseInstant(event.at), parseInstant(at)];
  if (due === undefined) return at;
  const minutes = start === undefined ? 0 : Math.round((due - start) / MS_PER_MINUTE);
  if (start === due) return words.atOnce;
  const zone = zoneFor(workspace, account);
  const { date, time, weekday } = writtenLocalTime(localTime(zone, due));
  return words.at(
    minutes > 0 ? say.duration(minutes) : undefined,
    say.weekdays[weekday],
    say.date(date),
    locale === "es" ? hourEs(time) : time,
    zone.id,
  );
}

/** The zone of the account's calendar, or the workspace's, or UTC when neither can be read. */
function zoneFor(workspace: unknown, account: string | null | undefined) {
  const find = (list: string, id: unknown): unknown => {
    const items = member(workspace, list);
    return Array.isArray(items) ? items.find((item: unknown) => member(item, "id") === id) : undefined;
  };
  const calendar = member(find("accounts", account), "calendar");
  const names = [
    ...(calendar === undefined ? [] : [member(find("calendars", calendar), "timeZone")]),
    member(workspace, "timeZone"),
  ];
  const zones = names.flatMap((name) => (typeof name === "string" ? (zoneOf(name) ?? []) : []));
  return zones[0] ?? UTC;
}

const UTC = { id: "UTC", offsetAt: () => 0, steadyUntil: () => Number.POSITIVE_INFINITY };
