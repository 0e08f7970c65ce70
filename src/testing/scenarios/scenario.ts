/** What a test of rules says: an event, and what must come of it (`docs/testing-rules.md`). */
import * as z from "zod";
import { TicketEvent } from "../../event.ts";
import type { Extensions } from "../../extensions.ts";
import type { Issue } from "../../issues/define.ts";
import { issueAt, issuesBelow, toldAt } from "../../issues/tell.ts";
import { exact, expecting, isRecord, list, literal, Name, nonEmptyList, oneOf } from "../../schema.ts";
import { Workspace } from "../../workspace.ts";
import type { TicketEventOverrides } from "../ticketEvent.ts";
import { ABSENT_FACTS, type AbsentFact, completed, isGiven } from "./completed.ts";
import { Expectation } from "./expectation.ts";

/** One event, and what must come of it. */
export interface Scenario extends Extensions {
  /** What is tested, for people. */
  name: string;
  /** What this event says; all else is as `ticketEvent` has it. Absent, and no `recorded`: the event of `ticketEvent`. */
  event?: TicketEventOverrides | undefined;
  /** Facts that `ticketEvent` would supply and the host of this event did not: they are unknown. */
  absent?: AbsentFact[] | undefined;
  /** Instead of `event`: a whole event as it was recorded, to which nothing is added. */
  recorded?: TicketEvent | undefined;
  /** What must come of it. */
  expect: Expectation;
}

/** Scenarios as they are stored, with the workspace they are about or without it. */
export interface ScenarioFile extends Extensions {
  /** The version of the format. */
  schemaVersion: 1;
  workspace?: Workspace | undefined;
  /** Names differ. */
  scenarios: Scenario[];
}

/** The event of a scenario is checked when it is complete, by the schema of whole events. */
const Overrides = z.custom<TicketEventOverrides>(isRecord, { error: expecting("object") });

/** @see Scenario */
export const Scenario: z.ZodType<Scenario, Scenario> = exact({
  name: Name,
  event: Overrides.optional(),
  absent: nonEmptyList(
    { en: "facts", es: "datos" },
    oneOf({ en: "fact", es: "dato desconocido" }, ABSENT_FACTS),
  ).optional(),
  recorded: TicketEvent.optional(),
  expect: Expectation,
}).superRefine((scenario, context) => {
  for (const { path, code, params } of eventIssues(scenario)) context.addIssue(toldAt(path, code, params));
});

/** @see ScenarioFile */
export const ScenarioFile: z.ZodType<ScenarioFile, ScenarioFile> = exact({
  schemaVersion: literal(1),
  workspace: Workspace.optional(),
  scenarios: list({ en: "scenarios", es: "escenarios" }, Scenario),
}).superRefine(({ scenarios }, context) => {
  for (const at of repeatedNames(scenarios)) {
    context.addIssue(toldAt(["scenarios", at, "name"], "other", { message: REPEATED_NAME }));
  }
});

/** The message for the second of two equal names. */
export const REPEATED_NAME = {
  en: "the name is used twice: expected names that differ",
  es: "el nombre está repetido: se esperan nombres distintos",
};

/** Where a name stands that stood before. */
export function repeatedNames(scenarios: readonly { readonly name: string }[]): number[] {
  const seen = new Set<string>();
  return scenarios.flatMap(({ name }, at) => {
    const again = seen.has(name);
    seen.add(name);
    return again ? [at] : [];
  });
}

/** The event of a scenario: recorded, or completed. */
export function eventOf(scenario: Scenario): TicketEvent {
  return scenario.recorded ?? completed(scenario.event ?? {}, scenario.absent ?? []);
}

function eventIssues({ event, absent = [], recorded }: Scenario): Issue[] {
  if (recorded !== undefined) {
    return [
      ...(event === undefined ? [] : [issueAt(["event"], "other", { message: BESIDE_RECORDED })]),
      ...(absent.length === 0 ? [] : [issueAt(["absent"], "other", { message: BESIDE_RECORDED })]),
    ];
  }
  const twice = absent.flatMap((fact, at) =>
    isGiven(event ?? {}, fact) ? [issueAt(["absent", at], "other", { message: givenToo(fact) })] : [],
  );
  const whole = TicketEvent.safeParse(completed(event ?? {}, absent));
  return [...twice, ...(whole.success ? [] : issuesBelow(["event"], whole.error))];
}

const BESIDE_RECORDED = {
  en: "not beside `recorded`, which is a whole event",
  es: "no va junto a `recorded`, que es un evento completo",
};

function givenToo(fact: AbsentFact) {
  return {
    en: `\`${fact}\` is given in \`event\` too`,
    es: `\`${fact}\` también está en \`event\``,
  };
}
