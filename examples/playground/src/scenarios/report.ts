/** The last run, and whether it still speaks of what is there. */
import { computed, signal } from "@preact/signals";
import { createQuestion } from "../prove/asked.ts";
import { document } from "../state/document.ts";
import type { JsonObject } from "../state/json.ts";
import { scenarios } from "../state/scenarios.ts";

/** Running all scenarios. */
export const running = createQuestion("scenarios");

const ran = signal<{ readonly document: JsonObject; readonly scenarios: JsonObject } | undefined>(undefined);

/** Runs all scenarios on the rules as they are. */
export function runAll(): void {
  ran.value = { document: document.peek(), scenarios: scenarios.peek() };
  running.ask(ran.value);
}

/** Whether rules or scenarios have changed since. */
export const isStale = computed(
  () => ran.value?.document !== document.value || ran.value?.scenarios !== scenarios.value,
);
