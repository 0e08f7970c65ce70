import * as fc from "fast-check";
import {
  type Condition,
  compile,
  explain,
  type NodeTrace,
  type Rule,
  type TicketEvent,
  type Verdict,
} from "ticket-rules";
import { type Coverage, coverage, coverageReport, type Scenario, ticketEvent } from "ticket-rules/testing";
import { describe, expect, it, test } from "vitest";
import { notifyOnClose, workspace } from "../support/workspaces.ts";

const SEED = Number(process.env.SEED ?? Math.trunc(Math.random() * 2 ** 31));

/** A rule that notifies. */
const rule = (parts: Partial<Rule>): Rule =>
  ({ ...notifyOnClose, trigger: "message.received", id: "r", ...parts }) as Rule;

const UNASSIGNED: Condition = { type: "unassigned" };
const UNATTENDED: Condition = { type: "unattended" };
const SUPPORT: Condition = { type: "classification", field: "motivo", is: "soporte" };
const HELLO: Condition = { type: "messageContains", words: ["hola"] };
const leaves = [UNASSIGNED, UNATTENDED, SUPPORT, HELLO];

const group = (operator: "and" | "or" | "not", ...conditions: Condition[]): Condition => ({
  type: "group",
  operator,
  conditions,
});

const scenario = (event: Scenario["event"], name = "s"): Scenario => ({ name, event, expect: { fired: [] } });

const HUMAN = { type: "human", id: "h" } as const;

/** What was covered, by path. */
const coveredOf = ({ rules }: Coverage) =>
  Object.fromEntries((rules[0]?.leaves ?? []).map(({ path, covered }) => [path.join("."), covered]));

const cover = (parts: Partial<Rule>, events: Scenario["event"][]) =>
  coverage(
    workspace([rule(parts)]),
    events.map((event, at) => scenario(event, `s${at}`)),
  );

describe("a leaf is covered", () => {
  it("when it alone decided by holding, and by not holding", () => {
    const both = cover({ operator: "and", conditions: [UNASSIGNED, UNATTENDED] }, [
      {},
      { ticket: { assignee: HUMAN } },
      { ticket: { attended: true } },
    ]);
    expect(coveredOf(both)).toEqual({ trigger: false, "conditions.0": true, "conditions.1": true });
    expect(both.rules[0]?.leaves[1]?.shown).toEqual({ true: "s0", false: "s1" });
  });

  it("not when another condition masks it: both fail at once", () => {
    const masked = cover({ operator: "and", conditions: [UNASSIGNED, UNATTENDED] }, [
      {},
      { ticket: { assignee: HUMAN, attended: true } },
    ]);
    expect(coveredOf(masked)).toEqual({ trigger: false, "conditions.0": false, "conditions.1": false });
    expect(masked.rules[0]?.leaves[1]?.seen).toEqual({ true: 1, false: 1, unknown: 0 });
  });

  it("not when a fact was unknown: that shows nothing", () => {
    const [first] = cover({ operator: "and", conditions: [UNASSIGNED] }, [
      { ticket: { assignee: undefined } },
    ]).rules;
    expect(first?.leaves[1]).toMatchObject({ seen: { unknown: 1 }, shown: { true: null, false: null } });
  });

  it("under a group of alternatives, when no other alternative holds", () => {
    const either: Partial<Rule> = { operator: "and", conditions: [group("or", UNASSIGNED, UNATTENDED)] };
    expect(coveredOf(cover(either, [{}, NEITHER]))).toMatchObject({
      "conditions.0.conditions.0": false,
    });
    const one = { ticket: { attended: true } };
    expect(coveredOf(cover(either, [one, NEITHER]))).toEqual({
      trigger: false,
      "conditions.0.conditions.0": true,
      "conditions.0.conditions.1": false,
    });
  });

  it("as a trigger, when another event, with all conditions true, does not fire", () => {
    const plain: Partial<Rule> = { operator: "and", conditions: [UNASSIGNED] };
    const closing = { type: "ticket.closed" };
    expect(coveredOf(cover(plain, [{}, closing]))).toMatchObject({
      trigger: true,
    });
    const assigned = { ...closing, ticket: { assignee: HUMAN } };
    expect(coveredOf(cover(plain, [{}, assigned]))).toMatchObject({
      trigger: false,
    });
  });

  it("as a trigger on messages, by a message of an executive", () => {
    const own = { message: { author: "human" } } as const;
    expect(coveredOf(cover({ operator: "and", conditions: [HELLO] }, [{}, own]))).toMatchObject({
      trigger: true,
    });
  });

  it("as an alternative of an `or` rule, on events that make it true or could have", () => {
    const classified = (before: string | null, after: string | null) => ({
      type: "ticket.classified",
      ticket: { classification: { motivo: after } },
      changes: { classification: { motivo: { before, after } } },
    });
    const or = rule({ operator: "or", conditions: [SUPPORT, UNASSIGNED] });
    const over = (...events: Scenario["event"][]) =>
      cover({ ...or, trigger: "ticket.closed" } as Rule, events);
    const made = over(classified(null, "soporte"), classified(null, "otro"), { type: "ticket.closed" });
    expect(coveredOf(made)).toEqual({ trigger: true, "conditions.0": true, "conditions.1": false });
    // It was so already: the event shows nothing of it.
    expect(coveredOf(over(classified("soporte", "soporte"), classified(null, "otro")))).toMatchObject({
      "conditions.0": false,
    });
    // On the trigger the rule fires whatever it says.
    const onTrigger = { type: "ticket.closed", ticket: { classification: { motivo: "soporte" } } };
    expect(coveredOf(over(onTrigger, classified(null, "otro")))).toMatchObject({ "conditions.0": false });
    // And no event touches who holds the ticket.
    expect(made.rules[0]?.leaves.map(({ inert }) => inert)).toEqual([false, false, true]);
    expect(made.totals.leaves).toEqual({ found: 2, hit: 2 });
  });
});

const NEITHER = { ticket: { assignee: HUMAN, attended: true } };

describe("a rule", () => {
  it("is covered when it was seen to fire and seen not to", () => {
    expect(cover({ conditions: [UNASSIGNED] }, [{}]).totals.rules).toEqual({ found: 1, hit: 0 });
    expect(cover({ conditions: [UNASSIGNED] }, [{}, NEITHER]).totals.rules).toEqual({ found: 1, hit: 1 });
  });

  it("that cannot run counts for nothing", () => {
    const document = workspace([rule({}), rule({ id: "off", active: false }), { id: "bad" }]);
    const { totals, rules } = coverage(document, [scenario({})]);
    expect(totals.rules).toEqual({ found: 1, hit: 0 });
    expect(
      rules.map(({ runs, outcomes }) => [runs, outcomes.fired, outcomes.skipped, outcomes.invalid]),
    ).toEqual([
      [true, 1, 0, 0],
      [false, 0, 1, 0],
      [false, 0, 0, 1],
    ]);
  });

  it("that was stopped by an earlier one was not judged", () => {
    const document = workspace([
      rule({ id: "first", stop: true }),
      rule({ id: "r", conditions: [UNASSIGNED] }),
    ]);
    expect(coverage(document, [scenario({})]).rules[1]?.leaves[1]?.seen).toEqual({
      true: 0,
      false: 0,
      unknown: 0,
    });
  });
});

describe("a threshold", () => {
  it("is passed when it is reached, for rules and for leaves", () => {
    const document = workspace([rule({ conditions: [UNASSIGNED] })]);
    const scenarios = [scenario({}), scenario(NEITHER)];
    const passed = (threshold: { rules?: number; leaves?: number }) =>
      coverage(document, scenarios, { threshold }).passed;
    expect([passed({ rules: 1 }), passed({ leaves: 0.5 }), passed({ leaves: 0.6 }), passed({})]).toEqual([
      true,
      true,
      false,
      true,
    ]);
  });
});

/** One event for each way that facts and types can be. */
const everyEvent: TicketEvent[] = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((bits) =>
  (["customer", "human"] as const).flatMap((author) =>
    ["hola", "chao"].map((text) =>
      ticketEvent({
        message: { text, author },
        ticket: {
          assignee: (bits & 1) === 0 ? null : HUMAN,
          attended: (bits & 2) === 0,
          classification: { motivo: (bits & 4) === 0 ? "soporte" : null },
        },
      }),
    ),
  ),
);

/** Trees in which every leaf stands once, over some of the leaves. */
const readOnce = (from: readonly Condition[], depth: number): fc.Arbitrary<Condition[]> =>
  fc
    .shuffledSubarray([...from], { minLength: 1 })
    .chain((own) =>
      depth === 0
        ? fc.constant(own)
        : fc
            .nat(own.length - 1)
            .chain((cut) =>
              cut === 0
                ? fc.constant(own)
                : fc
                    .tuple(
                      fc.constantFrom("and" as const, "or" as const, "not" as const),
                      readOnce(own.slice(cut), depth - 1),
                    )
                    .map(([operator, below]) => [...own.slice(0, cut), group(operator, ...below)]),
            ),
    );

test("every event there is covers every leaf of a rule that names it once", () => {
  fc.assert(
    fc.property(
      readOnce(leaves, 3),
      fc.constantFrom("and" as const, "not" as const),
      (conditions, operator) => {
        const scenarios = everyEvent.map((recorded) => ({ name: "s", recorded, expect: { fired: [] } }));
        const { totals } = coverage(workspace([rule({ operator, conditions })]), scenarios);
        expect(totals.leaves.hit).toBe(totals.leaves.found);
        expect(totals.rules).toEqual({ found: 1, hit: 1 });
      },
    ),
    { seed: SEED, numRuns: 60 },
  );
});

const anyTree = (depth: number): fc.Arbitrary<Condition> =>
  depth === 0
    ? fc.constantFrom(...leaves)
    : fc.oneof(
        fc.constantFrom(...leaves),
        fc
          .tuple(
            fc.constantFrom("and" as const, "or" as const, "not" as const),
            fc.array(anyTree(depth - 1), { minLength: 1, maxLength: 3 }),
          )
          .map(([operator, below]) => group(operator, ...below)),
      );

const anyEvent = (): fc.Arbitrary<TicketEvent> =>
  fc
    .record({
      type: fc.constantFrom("message.received", "ticket.closed", "ticket.classified", "ticket.classified"),
      assignee: fc.constantFrom(null, HUMAN, undefined),
      attended: fc.constantFrom(true, false, undefined),
      motivo: fc.constantFrom("soporte", "otro"),
      before: fc.constantFrom("soporte", null, undefined),
      text: fc.constantFrom("hola", "chao", undefined),
      author: fc.constantFrom("customer" as const, "customer" as const, "human" as const),
    })
    .map(({ type, assignee, attended, motivo, before, text, author }) =>
      ticketEvent({
        type,
        ticket: { assignee, attended, classification: { motivo } },
        message: type === "message.received" ? { text, author } : undefined,
        changes: { classification: { motivo: { before } } },
      }),
    );

/** The verdict of an operator by its meaning, with the verdict of the leaf at one path turned. */
function verdictOf(node: NodeTrace, turned: string): Verdict {
  if (node.type !== "group") {
    const isTurned = node.path.join(".") === turned && node.verdict !== "unknown";
    return isTurned ? !node.verdict : node.verdict;
  }
  return kleene(
    node.operator,
    node.conditions.map((each) => verdictOf(each, turned)),
  );
}

function kleene(operator: "and" | "or" | "not", verdicts: Verdict[]): Verdict {
  const decides = operator !== "and";
  if (verdicts.includes(decides)) return operator === "or";
  return verdicts.includes("unknown") ? "unknown" : operator !== "or";
}

/** Whether turning one leaf, by brute force, turns the rule; and what both are as they stand. */
function shows(
  document: Rule,
  event: TicketEvent,
  path: string,
): { leaf: Verdict; root: Verdict; turns: boolean } {
  const [trace] = explain(compile(workspace([document])), event);
  const tree = trace!.tree!;
  // What `or` alternatives are on this event if it is not the trigger: asked of the rule with the other trigger.
  const other = document.trigger === "ticket.closed" ? "message.received" : "ticket.closed";
  const [apart] = explain(compile(workspace([{ ...document, trigger: other } as Rule])), event);
  const alternatives = tree.trigger.verdict ? apart!.tree!.conditions : tree.conditions;
  const rootWith = (trigger: boolean, at: string): Verdict => {
    if (document.operator !== "or") {
      return (
        trigger &&
        kleene(
          document.operator,
          tree.conditions.map((each) => verdictOf(each, at)),
        )
      );
    }
    const made = alternatives.map((each) =>
      each.edge?.touched === true && each.edge.before !== true ? verdictOf(each, at) : false,
    );
    return trigger || kleene("or", made);
  };
  const isTrigger = path === "trigger";
  const root = rootWith(tree.trigger.verdict, "");
  const turned = rootWith(isTrigger ? !tree.trigger.verdict : tree.trigger.verdict, path);
  const leaf = isTrigger ? tree.trigger.verdict : leafAt(tree.conditions, path);
  return { leaf, root, turns: root !== "unknown" && turned !== "unknown" && root !== turned };
}

function leafAt(nodes: readonly NodeTrace[], path: string): Verdict {
  for (const node of nodes) {
    if (node.path.join(".") === path) return node.verdict;
    if (node.type === "group" && path.startsWith(`${node.path.join(".")}.`))
      return leafAt(node.conditions, path);
  }
  throw new Error(`no leaf at ${path}`);
}

test("masking agrees with brute force: two events, opposite verdicts, other outcomes, and each turns with the leaf", () => {
  fc.assert(
    fc.property(
      fc.array(anyTree(2), { minLength: 1, maxLength: 3 }),
      fc.constantFrom("and" as const, "or" as const, "not" as const),
      fc.constantFrom("message.received" as const, "ticket.closed" as const),
      fc.array(anyEvent(), { minLength: 1, maxLength: 6 }),
      (conditions, operator, trigger, events) => {
        const drawn = rule({ conditions, operator, trigger } as Partial<Rule>);
        const scenarios = events.map((recorded, at) => ({ name: `s${at}`, recorded, expect: { fired: [] } }));
        const [found] = coverage(workspace([drawn]), scenarios).rules;
        for (const { path, covered } of found!.leaves) {
          const shown = events
            .map((event) => shows(drawn, event, path.join(".")))
            .filter(({ turns }) => turns);
          const pairs = shown.some((a) =>
            shown.some((b) => a.leaf === true && b.leaf === false && a.root !== b.root),
          );
          expect([path.join("."), covered]).toEqual([path.join("."), pairs]);
        }
      },
    ),
    { seed: SEED, numRuns: 300 },
  );
});

describe("the report", () => {
  it("tells the totals, and what is lacking of each rule", () => {
    const document = workspace([rule({ conditions: [UNASSIGNED, UNATTENDED] })]);
    const found = coverage(document, [scenario({}), scenario({ ticket: { assignee: HUMAN } })]);
    expect(coverageReport(found, { locale: "es", workspace: document })).toContain("1 de 3 (33%)");
    const report = coverageReport(found, { locale: "en", workspace: document });
    expect(report).toContain("Rules seen to fire and seen not to: 1 of 1 (100%)");
    expect(report).toContain("no scenario in which it alone decides by not holding (it always holds)");
  });
});
