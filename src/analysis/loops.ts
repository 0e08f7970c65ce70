/** Rules whose effects may lead to one another, round and round. */
import type { RuleSet } from "../compile.ts";
import type { Effect } from "../decision.ts";
import { evaluate } from "../evaluate.ts";
import type { TicketEvent } from "../event.ts";
import type { Lead } from "./consequences.ts";
import type { Tick } from "./overlaps.ts";
import type { Prover } from "./prover.ts";
import { rivalsOf } from "./rivals.ts";
import type { Entry, Scene } from "./scene.ts";
import { thatFires, thatMisses } from "./subject.ts";
import { beginsTurns, type Step, turnsOf } from "./turns.ts";

/** One step of a loop. */
export interface LoopStep {
  rule: string;
  /** What it does on the event. */
  effect: Effect["type"];
  /** An event as the step before leaves the ticket. The evaluator was run on it, and planned the effect. */
  event: TicketEvent;
  /** How the effect may lead to the event of the next step, after the last one to that of the first. */
  lead: Lead;
}

/**
 * Rules that may set one another off again and again, on one ticket, at one time, while the customer answers the same.
 * The loop guard ends it only where events carry their `cause`, which what a customer writes has none of.
 */
export interface PossibleLoop {
  /** One turn. */
  steps: LoopStep[];
  /** Whether it goes round whatever the customer answers; else only on answers like that of the events. */
  anyAnswer: boolean;
}

/** How many questions are asked. Then the rest is in doubt. */
const MAX_QUESTIONS = 100_000;
/** How many rules that come in between are kept out of one loop. */
const MAX_RIVALS = 8;

/** What loops are looked for in. */
export interface LoopScene extends Pick<Scene, "entries" | "neighboursOf"> {
  readonly prover: Prover;
  readonly ruleSet: RuleSet;
  /** The ids of the bots that are switched on. */
  readonly bots: ReadonlySet<string>;
}

/**
 * At most so many loops, and the rules of which it is not known. Two steps are enough: what a rule does hangs on the
 * situation, and not on what led to it, so that of a longer loop two steps are one by themselves.
 */
export function findLoops(
  scene: LoopScene,
  most: number,
  tick: Tick,
): { loops: PossibleLoop[]; doubts: string[] } {
  const { entries, prover, ruleSet, bots } = scene;
  const byId = new Map(entries.map((entry) => [entry.rule.id, entry]));
  const loops: PossibleLoop[] = [];
  const doubts = new Set<string>();
  let questions = 0;

  /** The events of these steps, each of which the evaluator planned the effect on. Rules that come in between are kept out. */
  function eventsOf(steps: readonly Step[], isPlain?: "plain"): TicketEvent[] | undefined {
    const views = steps.map(({ entry, situation: { type, bot } }) => ({
      type,
      claims: [thatFires(entry)],
      isAssigned: bot === null ? undefined : true,
    }));
    for (let round = 0; round <= MAX_RIVALS; round++) {
      questions++;
      const found = prover.occasion(views, isPlain);
      if (found.kind === "no") return undefined;
      if (found.kind === "unknown") break;
      const events = found.events.map((event, index) => settled(event, index, steps));
      const at = steps.findIndex((step, index) => !isPlanned(step, events[index], ruleSet));
      if (at === -1) return events;
      const rival = rivalOf(steps[at], events[at]);
      if (rival === undefined) break;
      views[at]?.claims.push(thatMisses(rival));
    }
    for (const { entry } of steps) doubts.add(entry.rule.id);
    return undefined;
  }

  /** The rule that stops the rule of a step, or has its effect. */
  function rivalOf(step: Step | undefined, event: TicketEvent | undefined): Entry | undefined {
    if (step === undefined || event === undefined) return undefined;
    const { entry } = step;
    return rivalsOf(entry, evaluate(ruleSet, event), byId).find((rival) => rival !== entry);
  }

  function loopOf(steps: readonly Step[]): PossibleLoop | undefined {
    const events = eventsOf(steps);
    if (events === undefined) return undefined;
    const plain = eventsOf(steps, "plain");
    const shown = plain ?? events;
    return {
      anyAnswer: plain !== undefined,
      steps: steps.flatMap(({ entry, action, lead }, at) => {
        const event = shown[at];
        return event === undefined ? [] : [{ rule: entry.rule.id, effect: action.type, event, lead }];
      }),
    };
  }

  for (const [at, entry] of entries.entries()) {
    tick(at);
    if (!beginsTurns(entry, bots)) continue;
    for (const other of scene.neighboursOf(entry)) {
      for (const steps of turnsOf(entry, other, bots)) {
        const loop = loopOf(steps);
        if (loop === undefined) continue;
        loops.push(loop);
        break;
      }
      if (loops.length >= most) return { loops, doubts: [...doubts] };
    }
    if (questions < MAX_QUESTIONS) continue;
    for (const later of entries.slice(at + 1)) {
      if (beginsTurns(later, bots)) doubts.add(later.rule.id);
    }
    break;
  }
  return { loops, doubts: [...doubts] };
}

/** The event as the steps before it leave the ticket. */
function settled(event: TicketEvent, at: number, steps: readonly Step[]): TicketEvent {
  const { bot = null } = steps[at]?.situation ?? {};
  return {
    ...event,
    id: `event-${at + 1}`,
    ticket: {
      ...event.ticket,
      activeBot: bot,
      ...(bot === null ? {} : { assignee: { type: "bot", id: bot } }),
    },
  };
}

function isPlanned({ entry, action }: Step, event: TicketEvent | undefined, ruleSet: RuleSet): boolean {
  if (event === undefined) return false;
  return evaluate(ruleSet, event).effects.some(
    ({ type, rules }) => type === action.type && rules.includes(entry.rule.id),
  );
}
