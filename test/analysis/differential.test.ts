/** The analysis against every event of a small world: no proof may be wrong, no event may be refused. */
import type { Rule, TicketEvent } from "ticket-rules";
import { type Analyzer, type Answer, createAnalyzer } from "ticket-rules/analysis";
import { referenceOutcomes } from "ticket-rules/testing";
import { expect, test } from "vitest";
import { type Brute, bruteForce, firstOf } from "./brute.ts";
import { DOMAINS, type Random, randomFrom, randomRule, worldOf } from "./worlds.ts";

const RULES = process.env.LONG ? 200_000 : process.env.QUICK ? 2_000 : 20_000;
const SEED = Number(process.env.SEED ?? Math.trunc(Math.random() * 2 ** 31));
/** Rules that share a workspace. */
const BATCH = 1_000;

const brutes = DOMAINS.map((domain) => ({ ...domain, brute: bruteForce(worldOf([]), domain) }));

interface Count {
  asked: number;
  yes: number;
  no: number;
  unknown: { [reason: string]: number };
}

/** Fails when a `no` has a counterexample, or the reference does not fire rules as a `yes` claims. */
function hold(
  answer: Answer,
  claims: readonly { rule: Rule; fires: boolean }[],
  types: readonly string[],
  count: Count,
): void {
  count.asked++;
  if (answer.kind === "unknown") count.unknown[answer.reason] = (count.unknown[answer.reason] ?? 0) + 1;
  if (answer.kind === "yes") {
    count.yes++;
    // The evaluator has confirmed it; the reference, which takes its time, is asked of some.
    if (count.yes % 8 === 0)
      for (const { rule, fires } of claims) {
        const [outcome] = referenceOutcomes(worldOf([rule]), answer.event);
        if ((outcome?.outcome === "fired") !== fires) expect.fail(shown("refused", claims, answer.event));
      }
  }
  if (answer.kind !== "no") return;
  count.no++;
  for (const { type, events, brute } of brutes) {
    if (!types.includes(type)) continue;
    const at = firstOf(meeting(brute, claims), brute.size);
    if (at !== -1) expect.fail(shown("a wrong no", claims, events[at]!));
  }
}

function meeting(brute: Brute, claims: readonly { rule: Rule; fires: boolean }[]): Uint32Array {
  return claims
    .map(({ rule, fires }) => (fires ? brute.fires(rule) : brute.fires(rule).map((word) => ~word)))
    .reduce((a, b) => a.map((word, at) => word & b[at]!));
}

function shown(what: string, claims: readonly { rule: Rule; fires: boolean }[], event: TicketEvent): string {
  return `${what} (SEED=${SEED}): ${JSON.stringify({ claims, event }, null, 1)}`;
}

function typesOf(...rules: Rule[]): string[] {
  return rules.some(({ operator }) => operator === "or")
    ? DOMAINS.map(({ type }) => type)
    : rules.map(({ trigger }) => trigger);
}

function askAll(analyzer: Analyzer, rules: readonly Rule[], random: Random, count: Count): void {
  for (const [at, rule] of rules.entries()) {
    const { yes, no, edges } = analyzer.fires(rule.id);
    hold(yes, [{ rule, fires: true }], [rule.trigger], count);
    hold(no, [{ rule, fires: false }], [rule.trigger], count);
    for (const { type, yes: edge } of edges) hold(edge, [{ rule, fires: true }], [type], count);
    const other = random.pick(rules);
    const { both, onlyFirst, onlySecond } = analyzer.compare(rule.id, other.id);
    const types = typesOf(rule, other);
    hold(
      both,
      [
        { rule, fires: true },
        { rule: other, fires: true },
      ],
      types,
      count,
    );
    hold(
      onlyFirst,
      [
        { rule, fires: true },
        { rule: other, fires: false },
      ],
      types,
      count,
    );
    hold(
      onlySecond,
      [
        { rule, fires: false },
        { rule: other, fires: true },
      ],
      types,
      count,
    );
    if (at % 16 === 0) holdSame(rule, analyzer.simplify(rule.id).rule);
  }
}

function holdSame(rule: Rule, simple: Rule): void {
  for (const { events, brute } of brutes) {
    const [a, b] = [brute.fires(rule), brute.fires(simple)];
    const at = firstOf(
      a.map((word, index) => word ^ b[index]!),
      brute.size,
    );
    if (at !== -1)
      expect.fail(
        shown(
          "simplified wrongly",
          [
            { rule, fires: true },
            { rule: simple, fires: true },
          ],
          events[at]!,
        ),
      );
  }
}

test(`${RULES} random rules, each with another: no proof is wrong, no event is refused (seed ${SEED})`, () => {
  const random = randomFrom(SEED);
  const count: Count = { asked: 0, yes: 0, no: 0, unknown: {} };
  for (let done = 0; done < RULES; done += BATCH) {
    const rules = Array.from({ length: BATCH }, (_, at) => randomRule(random, `r${done + at}`));
    askAll(createAnalyzer(worldOf(rules)), rules, random, count);
  }
  const unknown = Object.values(count.unknown).reduce((sum, each) => sum + each, 0);
  console.log(
    `seed ${SEED}:`,
    JSON.stringify(count),
    `unknown ${((100 * unknown) / count.asked).toFixed(3)} %`,
  );
  expect(count.no).toBeGreaterThan(RULES / 2);
  expect(unknown / count.asked).toBeLessThan(0.001);
}, 3_600_000);
