/** Turns of two rules: the situations that their effects lead a ticket to and, over these, back to the start. */
import type { Action } from "../integrations/index.ts";
import { consequences, type Lead } from "./consequences.ts";
import type { Entry } from "./scene.ts";

/** How a step finds the ticket. */
export interface Situation {
  readonly type: string;
  /** The bot that runs, null for none. */
  readonly bot: string | null;
}

/** What a rule does in a situation. */
export interface Step {
  readonly entry: Entry;
  readonly action: Action;
  readonly situation: Situation;
  /** How that leads to the situation of the next step. */
  readonly lead: Lead;
}

/** The situation of a ticket without a bot to which a customer writes: there every loop comes by. */
const FRESH: Situation = { type: "message.received", bot: null };

/** Whether a turn may begin with a rule; `bots`: the ids of those that are switched on. */
export function beginsTurns(entry: Entry, bots: ReadonlySet<string>): boolean {
  return deedOf(entry, FRESH, bots) !== undefined;
}

/** The turns from a rule that starts a bot, over another, back to it. */
export function turnsOf(entry: Entry, other: Entry, bots: ReadonlySet<string>): Step[][] {
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
function deedOf(
  { rule, subject }: Entry,
  { type, bot }: Situation,
  bots: ReadonlySet<string>,
): Action | undefined {
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
