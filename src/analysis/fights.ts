/** Rules of a set that ask on one event for what does not go together. */
import type { TicketEvent } from "../event.ts";
import type { Rule } from "../rule.ts";
import type { Tick } from "./overlaps.ts";
import type { Entry, Scene } from "./scene.ts";
import { type Claim, thatFires, thatMisses } from "./subject.ts";

/** Two rules that ask for what does not go together. */
export interface Fight {
  kind: "activateAndTerminate" | "twoBots" | "twoSurveys";
  rules: [string, string];
  /** An event on which both fire. */
  event: TicketEvent;
}

/**
 * Rules that fire on one event and ask for what does not go together: at most so many pairs. Where one rule stops
 * another they do not both fire.
 */
export function findFights(scene: Scene, bots: ReadonlySet<string>, most: number, tick: Tick): Fight[] {
  const found: Fight[] = [];
  const stoppers = scene.entries.filter(({ rule }) => rule.stop === true);
  for (const [at, entry] of scene.entries.entries()) {
    tick(at);
    if (entry.rule.integration === "webhook" || entry.rule.stop === true) continue;
    for (const other of scene.neighboursOf(entry)) {
      if (other.place <= entry.place) continue;
      const kind = fightOf(entry.rule, other.rule, bots);
      const event = kind === undefined ? undefined : commonEvent(scene, entry, other, stoppers);
      if (kind === undefined || event === undefined) continue;
      found.push({ kind, rules: [entry.rule.id, other.rule.id], event });
      if (found.length >= most) return found;
    }
  }
  return found;
}

/** An event on which two rules fire, and no rule stops the later one. */
function commonEvent(
  scene: Scene,
  earlier: Entry,
  later: Entry,
  stoppers: readonly Entry[],
): TicketEvent | undefined {
  const claims: Claim[] = [earlier, later].map(thatFires);
  for (;;) {
    const answer = scene.ask(earlier, claims);
    if (answer.kind !== "yes") return undefined;
    const { event } = answer;
    const stopper = stoppers.find(
      ({ place, rule, subject }) =>
        place < later.place && rule.integration === later.rule.integration && subject.fires(event),
    );
    if (stopper === undefined) return event;
    claims.push(thatMisses(stopper));
  }
}

function fightOf(a: Rule, b: Rule, bots: ReadonlySet<string>): Fight["kind"] | undefined {
  if (a.integration === "timepoints" && b.integration === "timepoints") {
    const isSurvey = ({ actions }: typeof a) => actions.some(({ type }) => type === "sendSurvey");
    return isSurvey(a) && isSurvey(b) ? "twoSurveys" : undefined;
  }
  // The first action that is done is the only one: of a rule that does both, too. A bot that is off is not started.
  const deedOf = ({ actions }: Rule) =>
    actions.find((action) => action.type !== "activateBot" || bots.has(action.bot));
  const [own, others] = [deedOf(a), deedOf(b)];
  if (a.integration !== "botcenter" || own === undefined || others === undefined) return undefined;
  if (b.integration !== "botcenter") return undefined;
  if (own.type !== others.type) return "activateAndTerminate";
  const isOther = own.type === "activateBot" && others.type === "activateBot" && own.bot !== others.bot;
  return isOther ? "twoBots" : undefined;
}
