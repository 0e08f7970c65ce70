/** When in the week the rules that look at the clock fire: here and now for few rules, beside the page for many. */
import { computed } from "@preact/signals";
import type { TicketEvent } from "ticket-rules";
import { createQuestion } from "../prove/asked.ts";
import { document } from "../state/document.ts";
import { ruleSet, workspace } from "../state/loaded.ts";
import { type Firing, firingsIn } from "./moments.ts";
import { clock, restOfEvent, week } from "./tried.ts";

/** Up to so many rules it takes less than a frame. */
const FEW = 40;

const question = createQuestion("week");

/** How long nothing must change before it is asked. */
const WAIT_MS = 150;

const isFew = computed(() => workspace.value.rules.length <= FEW);

/** What is known. While it is being worked out anew: what was known before. */
export const firings = computed((): readonly Firing[] => {
  if (isFew.value) return firingsHere.value;
  const state = question.state.value;
  if (state.status === "done") lastAnswer = state.output;
  return lastAnswer;
});
let lastAnswer: readonly Firing[] = [];

const firingsHere = computed((): readonly Firing[] => {
  try {
    return firingsIn(workspace.value, ruleSet.value, clock.value, eventInWeek(), week.value);
  } catch {
    // The evaluation says what the event lacks.
    return [];
  }
});

/** Asks for many rules, a moment after nothing has changed any more. Gives what calls it off. Reads what it hangs on. */
export function askFirings(): (() => void) | undefined {
  if (isFew.value) return undefined;
  const input = {
    document: document.value,
    workspace: workspace.value,
    clock: clock.value,
    event: eventInWeek(),
    week: week.value,
  };
  const waiting = setTimeout(() => question.ask(input), WAIT_MS);
  return () => clearTimeout(waiting);
}

/** The event without its own time: equal as long as only the clock moves within the week. */
function eventInWeek(): TicketEvent {
  return { ...JSON.parse(restOfEvent.value), at: new Date(week.value.from) };
}
