/** The last run, and whether it still speaks of what is there. */
import { computed, signal } from "@preact/signals";
import type { ScenarioResult } from "ticket-rules/testing";
import { createQuestion } from "../prove/asked.ts";
import { document } from "../state/document.ts";
import { type Json, type JsonObject, listOf } from "../state/json.ts";
import { scenarios } from "../state/scenarios.ts";
import type { Report } from "./tasks.ts";

/** Running all scenarios. */
export const running = createQuestion("scenarios");

/** What was run last. */
const ran = signal<{ readonly document: JsonObject; readonly scenarios: JsonObject } | undefined>(undefined);

/** What came of it, as long as nothing newer has: while all run again, what was known stays in sight. */
export const report = signal<Ran | undefined>(undefined);

/** A run, with its results by what they are about. */
export interface Ran {
  readonly report: Report;
  readonly results: ReadonlyMap<Json, ScenarioResult>;
  /** What is wrong with the file itself, such as two scenarios of one name. */
  readonly file: ScenarioResult | undefined;
}

/** Runs all scenarios on the rules as they are. */
export async function runAll(): Promise<void> {
  const input = { document: document.peek(), scenarios: scenarios.peek() };
  ran.value = input;
  await running.ask(input);
  const state = running.state.peek();
  if (ran.peek() !== input || state.status !== "done") return;
  const all = listOf(input.scenarios.scenarios);
  // By the scenario itself: places change when one is removed.
  const results = new Map(
    state.output.run.results.flatMap((result): [Json, ScenarioResult][] => {
      const scenario = all[result.index];
      return scenario === undefined ? [] : [[scenario, result]];
    }),
  );
  const file = state.output.run.results.find(({ index }) => index === all.length);
  report.value = { report: state.output, results, file };
}

/** Whether rules or scenarios have changed since. */
export const isStale = computed(
  () =>
    running.state.value.status === "running" ||
    ran.value?.document !== document.value ||
    ran.value?.scenarios !== scenarios.value,
);
