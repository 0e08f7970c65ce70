import type { Arbitrary } from "fast-check";
import type { TicketEvent } from "../../event.ts";
import type { Workspace } from "../../workspace.ts";
import { fc } from "../fastCheck/fc.ts";
import { keyOf } from "../reference/effects.ts";
import { fieldValue } from "./condition.ts";
import { arbitraryInstant } from "./instant.ts";
import { actionsIn, leavesIn } from "./parts.ts";
import { messageText, textsFor } from "./text.ts";

/**
 * Events that a workspace has something to say about: near its opening hours and clock changes, with its words, fields,
 * bots and survey thresholds. Facts may be absent, empty, or of a type that `TicketEvent` refuses and `evaluate` must
 * bear, as a host without types may send them; `id`, `type`, `at` and `ticket.id` are always valid.
 */
export function arbitraryEvent(workspace: Workspace): Arbitrary<TicketEvent> {
  return fc
    .record({
      id: fc.constantFrom("e1", "e:2", "e~3", "__proto__", "é\ud83d"),
      type: eventType(),
      at: arbitraryInstant(workspace),
    })
    .chain((head) =>
      fc.record({
        id: fc.constant(head.id),
        type: fc.constant(head.type),
        at: writtenInstant(head.at),
        ticket: ticket(workspace),
        message: head.type === "message.received" ? often(message(workspace)) : seldom(message(workspace)),
        changes: head.type === "ticket.classified" ? often(changes(workspace)) : seldom(changes(workspace)),
        surveys: fact(surveys(workspace, head), [], null, "none"),
        cause: seldom(fact(cause(workspace), null, {})),
      }),
    )
    .map((event) => asSupplied({ ...event, ticket: supplied(event.ticket) }));
}

/** A host without types may supply what is no `TicketEvent`; that `evaluate` bears it is what such events test. */
function asSupplied(event: Record<string, unknown>): TicketEvent {
  return supplied(event) as unknown as TicketEvent;
}

/** A fact that was not supplied has no key, or one that holds undefined: the first letter of its name decides. */
function supplied(facts: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).filter(([name, value]) => value !== undefined || name < "b"),
  );
}

const eventType = (): Arbitrary<string> =>
  fc.oneof(
    { weight: 9, arbitrary: fc.constant("message.received") },
    { weight: 6, arbitrary: fc.constant("ticket.closed") },
    { weight: 6, arbitrary: fc.constant("ticket.classified") },
    { weight: 1, arbitrary: fc.constantFrom("ticket.reopened", "__proto__") },
  );

/** A value, or one of these others, or nothing. */
const fact = (value: Arbitrary<unknown>, ...others: unknown[]): Arbitrary<unknown> =>
  fc.oneof(
    { weight: 16, arbitrary: value },
    { weight: 2, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );

const often = (value: Arbitrary<unknown>) => fact(value, null, {}, "text");

const seldom = (value: Arbitrary<unknown>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });

const ticket = (workspace: Workspace): Arbitrary<Record<string, unknown>> => {
  const bots = workspace.integrations?.botcenter?.bots ?? [];
  return fc.record({
    id: fc.constantFrom("t1", "constructor"),
    account: fact(oneOf(workspace.accounts ?? []), null, "", "gone", 5),
    customer: fact(fc.constant("customer-1"), null, "", "customer-2", 5),
    assignee: fact(
      fc.constantFrom(null, null, { type: "bot", id: "b" }, { type: "human", id: "h" }),
      "",
      "h",
      0,
    ),
    attended: fact(fc.boolean(), null, "", "false", 0),
    classification: fact(classification(workspace), null, {}, "", []),
    activeBot: fact(fc.oneof(fc.constant(null), oneOf(bots)), null, "", "elsewhere", 5),
    status: fact(fc.constantFrom("open", "closed"), null),
  });
};

const oneOf = (items: readonly { id: string }[]): Arbitrary<string> =>
  items.length === 0 ? fc.constant("elsewhere") : fc.constantFrom(...items.map(({ id }) => id));

/** Values for some of the fields; `Object.fromEntries` makes a field called `__proto__` one like any other. */
const classification = (workspace: Workspace): Arbitrary<Record<string, unknown>> =>
  fc
    .tuple(...valuesOfFields(workspace))
    .chain((entries) => fc.subarray(entries, { minLength: Math.max(0, entries.length - 1) }))
    .map((entries) => Object.fromEntries(entries));

/** Some of the fields, and at times one that does not exist, with what they held before, if that is known. */
const changes = (workspace: Workspace): Arbitrary<unknown> => {
  const gone = fc.tuple(fc.constant("gone"), fc.constant("soporte"));
  const shape = fc.constantFrom("whole", "whole", "whole", "before", "after", "none");
  const change = fc.tuple(fc.oneof(...valuesOfFields(workspace), gone), shape).map(([[id, before], keys]) => {
    const hasBefore = keys === "whole" || keys === "before";
    const hasAfter = keys === "whole" || keys === "after";
    return [id, { ...(hasBefore ? { before } : {}), ...(hasAfter ? { after: null } : {}) }] as const;
  });
  const named = fc
    .array(change, { minLength: 1, maxLength: 3 })
    .map((entries) => Object.fromEntries(entries));
  return fc.record({ classification: fact(named, null, {}, "") });
};

/** For each field, its id and a value. */
function valuesOfFields(workspace: Workspace): Arbitrary<[string, unknown]>[] {
  const leaves = leavesIn(workspace);
  return (workspace.fields ?? []).map((field) => {
    const asked = leaves.flatMap((leaf) =>
      leaf.type === "classification" && leaf.field === field.id ? [leaf.is].flat() : [],
    );
    return fc.tuple(fc.constant(field.id), fc.option(fieldValue(field, asked), { freq: 9 }));
  });
}

const message = (workspace: Workspace): Arbitrary<unknown> => {
  const words = leavesIn(workspace).flatMap((leaf) => {
    if (leaf.type === "messageContains") return leaf.words;
    return leaf.type === "messageMatches" ? textsFor(leaf.pattern) : [];
  });
  return fc
    .record({
      text: fact(messageText(words), null, "", 5, TOO_LONG, TOO_LONG, TOO_LONG),
      direction: fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(undefined, "inbound", null) },
        { weight: 1, arbitrary: fc.constant("outbound") },
      ),
      author: fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(undefined, "customer", 5) },
        { weight: 1, arbitrary: fc.constantFrom("bot", "human", "system") },
      ),
    })
    .map(supplied);
};

/** For patterns. */
const TOO_LONG = "a".repeat(65_537);

/**
 * Surveys just before, at and after the threshold of one of the workspace's rules, and the time of sending; among
 * them those that an earlier delivery of the event led to.
 */
const surveys = (workspace: Workspace, { id, at }: { id: string; at: number }): Arbitrary<unknown> => {
  const edges = actionsIn(workspace).flatMap((action) => {
    if (action.type !== "sendSurvey") return [];
    const executeAt = at + (action.delayMinutes ?? 0) * 60_000;
    return [executeAt, executeAt - (action.spamThresholdDays ?? 0) * 86_400_000];
  });
  const instant = fc
    .tuple(fc.constantFrom(at, ...edges, ...edges, ...edges), fc.constantFrom(-1, 0, 0, 1, -3_600_000))
    .map(([edge, difference]) => new Date(edge + difference))
    .chain((date) => fc.constantFrom(date, date.toISOString()));
  const survey = fc.record(
    {
      customer: fc.constantFrom("customer-1", "customer-1", "customer-1", "customer-2"),
      at: instant,
      status: fc.constantFrom("sent", "pending"),
      key: fc.constantFrom("of-another-event", ...workspace.rules.map((rule) => keyOf(id, rule.id, 0))),
    },
    { requiredKeys: ["customer", "at", "status"] },
  );
  const odd = fc.constantFrom(null, "survey", { customer: "customer-1", at: "yesterday", status: "sent" });
  return fc.array(fc.oneof({ weight: 9, arbitrary: survey }, { weight: 1, arbitrary: odd }), {
    maxLength: 2,
  });
};

const cause = ({ rules }: Workspace): Arbitrary<unknown> =>
  fc.record({
    rules: fc.subarray([...rules.map(({ id }) => id), "gone", "elsewhere"], { maxLength: 2 }),
    depth: fc.constantFrom(0, 1, 1, 9, 10, 11),
  });

/** The same instant as a Date, in UTC, or with an offset. */
const writtenInstant = (ms: number): Arbitrary<Date | string> =>
  fc.constantFrom(
    new Date(ms),
    new Date(ms).toISOString(),
    new Date(ms - 3.5 * 3_600_000).toISOString().replace("Z", "-03:30"),
  );
