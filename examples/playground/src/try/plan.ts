/** What a decision plans, in the order in which it is to happen, with the library's own sentences. */
import {
  type Decision,
  describeDecision,
  type Effect,
  type Locale,
  type Recheck,
  type RuleSet,
  recheck,
  type TicketEvent,
  type Workspace,
} from "ticket-rules";

/** One effect on the timeline. */
export interface PlannedEffect {
  readonly effect: Effect;
  readonly sentence: string;
  /** Epoch milliseconds. */
  readonly due: number;
  /** After the event. 0: at once. */
  readonly delayMinutes: number;
  /** Of effects that wait: what is said of them when they are due, by whether the ticket was reopened meanwhile. */
  readonly later: { readonly undisturbed: Recheck; readonly reopened: Recheck } | undefined;
}

/** All that came of an event, for the eye. */
export interface Plan {
  /** "Rule … fired." or that none did. */
  readonly headline: string;
  readonly planned: readonly PlannedEffect[];
  readonly suppressed: readonly {
    readonly rule: string;
    readonly action: string;
    readonly sentence: string;
  }[];
  /** Rules that could not be decided, and those that the loop guard held back. */
  readonly notes: readonly string[];
}

/** The plan of a decision. The order of effects of one instant is that of the decision. */
export function planOf(
  decision: Decision,
  ruleSet: RuleSet,
  event: TicketEvent,
  options: { locale: Locale; workspace: Workspace },
): Plan {
  const { effects, suppressed } = decision;
  // One line for the fired, one for each effect, each suppressed action and each note, in this order.
  const [headline = "", ...lines] = describeDecision(decision, {
    ...options,
    account: event.ticket.account,
  }).split("\n");
  const start = Date.parse(decision.event.at);
  const planned = effects.map((effect, at): PlannedEffect => {
    const due = effect.type === "sendSurvey" ? Date.parse(effect.executeAt) : start;
    return {
      effect,
      sentence: lines[at] ?? "",
      due,
      delayMinutes: (due - start) / 60_000,
      later: due > start ? laterOf(effect, ruleSet, event) : undefined,
    };
  });
  return {
    headline,
    planned: planned.sort((a, b) => a.due - b.due),
    suppressed: suppressed.map(({ rule, action }, at) => ({
      rule,
      action,
      sentence: lines[effects.length + at] ?? "",
    })),
    notes: lines.slice(effects.length + suppressed.length),
  };
}

function laterOf(effect: Effect, ruleSet: RuleSet, { surveys }: TicketEvent): PlannedEffect["later"] {
  const state = surveys === undefined ? {} : { surveys };
  return {
    undisturbed: recheck(ruleSet, effect, state),
    reopened: recheck(ruleSet, effect, { ...state, reopened: true }),
  };
}
