/** Whatever documents are given: results, never exceptions. */
import * as fc from "fast-check";
import {
  arbitraryWorkspace,
  coverage,
  coverageReport,
  describeFailure,
  mutantReport,
  runScenarios,
  testMutants,
} from "ticket-rules/testing";
import { expect, test } from "vitest";

const SEED = Number(process.env.SEED ?? Math.trunc(Math.random() * 2 ** 31));

const anything = () =>
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSparseArray: true,
    maxDepth: 3,
  });

/** Most often what it should be. */
const mostly = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 4, arbitrary: arbitrary.map((value): unknown => value) },
    { weight: 1, arbitrary: anything() },
  );

const some = (shape: Record<string, fc.Arbitrary<unknown>>) => mostly(fc.record(shape, { requiredKeys: [] }));

const event = () =>
  some({
    type: mostly(fc.constantFrom("message.received", "ticket.closed", "ticket.classified")),
    ticket: some({ account: anything(), classification: anything() }),
    message: some({ text: anything() }),
    changes: anything(),
    surveys: anything(),
    cause: anything(),
  });

const expectation = () =>
  some({
    fired: mostly(fc.array(fc.string())),
    outcomes: mostly(fc.dictionary(fc.string(), mostly(fc.constantFrom("fired", "invalid")))),
    effects: mostly(fc.array(some({ type: fc.constantFrom("notify", "sendSurvey"), executeAt: anything() }))),
    suppressed: anything(),
  });

const scenario = () =>
  some({
    name: mostly(fc.string({ minLength: 1 })),
    event: event(),
    absent: mostly(fc.subarray(["message", "message.text", "surveys", "ticket.account"], { minLength: 1 })),
    expect: expectation(),
  });

test("no document makes scenarios, coverage, mutants or their texts throw", () => {
  fc.assert(
    fc.property(
      mostly(arbitraryWorkspace()),
      mostly(fc.array(scenario(), { maxLength: 3 })),
      fc.constantFrom("es" as const, "en" as const),
      (workspace, scenarios, locale) => {
        const options = { locale, workspace };
        const { results, totals } = runScenarios(workspace, scenarios);
        expect(totals.scenarios).toBe(results.length);
        for (const result of results) expect(describeFailure(result, options)).toContain(result.name);
        expect(coverageReport(coverage(workspace, scenarios), options)).not.toBe("");
        expect(mutantReport(testMutants(workspace, scenarios, { cap: 5 }), options)).not.toBe("");
      },
    ),
    { seed: SEED, numRuns: 80 },
  );
});
