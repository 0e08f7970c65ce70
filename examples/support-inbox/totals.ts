/** What all the events came to. */
import type { Decision, Outcome, Rule, RuleTrace } from "ticket-rules";
import type { Done, SurveyOutcome } from "./host.ts";
import { ruler, wrap } from "./table.ts";

export function createTotals(rules: readonly Rule[]) {
  const webhooks = createCount();
  const noEvent = createCount();
  const effects = createCount();
  const notDone = createCount();
  const surveys = createCount();
  const outcomes = new Map(rules.map(({ id }) => [id, createCount()]));

  return {
    ignored(reason: string): void {
      webhooks.add("no event of a ticket");
      noEvent.add(reason);
    },
    unheard: () => webhooks.add("of a type that no rule starts from"),
    evaluated(decision: Decision, traces: readonly RuleTrace[], done: Done): void {
      webhooks.add("evaluated");
      for (const { type } of done.now) effects.add(type);
      for (const { reason } of decision.suppressed) notDone.add(reason);
      for (const { reason } of decision.skipped) notDone.add(reason);
      notDone.add("done before", done.before.length);
      for (const { rule, outcome } of traces) outcomes.get(rule ?? "")?.add(outcome);
    },
    survey: ({ dropped }: SurveyOutcome) =>
      surveys.add(dropped === undefined ? "sent" : `dropped: ${dropped}`),
    /** Lines. */
    text(): string[] {
      const header = COLUMNS.map((outcome) => outcome.padStart(CELL)).join("");
      const table = rules.map(({ id, name }) => {
        const cells = COLUMNS.map((outcome) => String(outcomes.get(id)?.of(outcome) || "·").padStart(CELL));
        return `${id.padEnd(LABEL)}${cells.join("")}   ${name}`;
      });
      const sums = Object.entries({ webhooks, "no event": noEvent, effects, "not done": notDone, surveys });
      return [
        `${"rule".padEnd(LABEL)}${header}`,
        ...table,
        "",
        ...sums.flatMap(([name, count]) => wrap(`${name.padEnd(LABEL)}${count.text()}`, ruler.length)),
      ];
    },
  };
}

const COLUMNS: readonly Outcome[] = ["fired", "notFired", "indeterminate", "skipped"];
const LABEL = 16;
const CELL = 14;

function createCount() {
  const counts = new Map<string, number>();
  return {
    add(name: string, by = 1): void {
      counts.set(name, (counts.get(name) ?? 0) + by);
    },
    of: (name: string) => counts.get(name) ?? 0,
    text: () =>
      [...counts]
        .filter(([, count]) => count > 0)
        .map(([name, count]) => `${count} × ${name}`)
        .join(", "),
  };
}
