/** Rules whose effects may lead to one another, round and round. */
import type { RuleSet } from "../compile.ts";
import type { Effect } from "../decision.ts";
import { evaluate } from "../evaluate.ts";
import type { TicketEvent } from "../event.ts";
import type { Action } from "../integrations/index.ts";
import { consequences, type Lead } from "./consequences.ts";
import type { Tick } from "./overlaps.ts";
import type { Prover } from "./prover.ts";
import type { Entry, Scene } from "./scene.ts";

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

/** How a step finds the ticket. */
interface Situation {
  readonly type: string;
  /** The bot that runs, null for none. */
  readonly bot: string | null;
}

interface Step {
  readonly entry: Entry;
  readonly action: Action;
  readonly situation: Situation;
  readonly lead: Lead;
}

/** How many questions are asked. Then the rest is in doubt. */
const MAX_QUESTIONS = 100_000;
/** How many rules that come in between are kept out of one loop. */
const MAX_RIVALS = 8;

/** The situation of a ticket without a bot to which a customer writes: there every loop comes by. */
const FRESH: Situation = { type: "message.received", bot: null };

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
      claims: [{ subject: entry.subject, fires: true }],
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
      views[at]?.claims.push({ subject: rival.subject, fires: false });
    }
    for (const { entry } of steps) doubts.add(entry.rule.id);
    return undefined;
  }

  /** The rule that stops the rule of a step, or has its effect. */
  function rivalOf(step: Step | undefined, event: TicketEvent | undefined): Entry | undefined {
    if (step === undefined || event === undefined) return undefined;
    const { fired, effects } = evaluate(ruleSet, event);
    const { integration } = step.entry.rule;
    const rivals = fired.includes(step.entry.rule.id)
      ? effects.flatMap(({ rules }) => rules)
      : fired.filter((id) => byId.get(id)?.rule.stop === true);
    return rivals
      .flatMap((id) => byId.get(id) ?? [])
      .find((rival) => rival !== step.entry && rival.rule.integration === integration);
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
    if (deedOf(entry, FRESH, bots) === undefined) continue;
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
      if (deedOf(later, FRESH, bots) !== undefined) doubts.add(later.rule.id);
    }
    break;
  }
  return { loops, doubts: [...doubts] };
}

/** The turns from a rule that starts a bot, over another, back to it. */
function turnsOf(entry: Entry, other: Entry, bots: ReadonlySet<string>): Step[][] {
  return stepsFrom(entry, FRESH, bots).flatMap(({ step, next }) =>
    stepsFrom(other, next, bots)
      .filter((back) => back.next.type === FRESH.type && back.next.bot === FRESH.bot)
      .map((back) => [step, back.step]),
  );
}

/** What a rule does in a situation, and the situations that it may lead to. */
function stepsFrom(
  entry: Entry,
  situation: Situation,
  bots: ReadonlySet<string>,
): { step: Step; next: Situation }[] {
  const action = deedOf(entry, situation, bots);
  if (action === undefined) return [];
  return consequences[action.type].map(({ lead, type, bot }) => ({
    step: { entry, action, situation, lead },
    next: { type, bot: bot === "none" ? null : bot === "runs" ? botOf(action) : situation.bot },
  }));
}

/** The action of a rule that is carried out and leads to anything, if it fires. */
function deedOf({ rule, subject }: Entry, { type, bot }: Situation, bots: ReadonlySet<string>) {
  if (!subject.types.includes(type)) return undefined;
  const action = rule.actions.find((each) => {
    if (each.type === "activateBot") return bot === null && bots.has(each.bot);
    if (each.type === "terminateBot") return bot !== null;
    // A threshold keeps the survey from going round.
    return each.type !== "sendSurvey" || (each.spamThresholdDays ?? 0) === 0;
  });
  return action === undefined || consequences[action.type].length === 0 ? undefined : action;
}

function botOf(action: Action): string | null {
  return action.type === "activateBot" ? action.bot : null;
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
