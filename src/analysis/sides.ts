/** Two workspaces, side by side: which rules run in each, and which of them may have other effects. */
import type { RuleSet } from "../compile.ts";
import { compiledOf } from "../compile.ts";
import type { Action } from "../integrations/index.ts";
import type { Rule } from "../rule.ts";
import type { Prover } from "./prover.ts";
import { firstFrom } from "./sorted.ts";
import type { Subject } from "./subject.ts";
import type { World } from "./world.ts";

/** A rule that is valid and switched on. */
export interface Running {
  readonly rule: Rule;
  /** Its place among the rules: lower goes first. */
  readonly place: number;
  readonly subject: Subject;
}

/** One of the workspaces. */
export interface Side {
  readonly ruleSet: RuleSet;
  /** The rules that run, by id, in order. */
  readonly running: ReadonlyMap<string, Running>;
  /** The ids of the bots that are switched on. */
  readonly bots: ReadonlySet<string>;
}

/** A workspace as one side of a comparison; `world` is its number in the prover. */
export function sideOf({ workspace, ruleSet }: World, prover: Prover, world: number): Side {
  const { content, rules } = compiledOf(ruleSet);
  const running = rules.flatMap(({ index, root, ...own }): [string, Running][] => {
    const rule = workspace.rules[index];
    if (root === undefined || rule === undefined || ("off" in own && own.off !== undefined)) return [];
    return [[rule.id, { rule, place: index, subject: prover.subject(rule, world) }]];
  });
  const { bots = [] } = content.integrations.botcenter ?? {};
  return {
    ruleSet,
    running: new Map(running),
    bots: new Set(bots.flatMap(({ id, active }) => (active ? [id] : []))),
  };
}

/** How a rule that runs in both workspaces differs from one to the other. */
export interface Touch {
  /** Its own text is another. */
  readonly isEdited: boolean;
  /** It fires on other events, or may. */
  readonly isOtherwise: boolean;
  /** What it does, its bots, or its place among the others is another. */
  readonly isElse: boolean;
}

/** The rules of both workspaces that are not the same in both, by id. */
export function touchedIn(
  prover: Prover,
  before: Side,
  after: Side,
  isSameElsewhere: boolean,
): Map<string, Touch> {
  const moved = movedIn(before, after);
  const touched = new Map<string, Touch>();
  for (const [id, one] of before.running) {
    const other = after.running.get(id);
    if (other === undefined) continue;
    const isEdited = JSON.stringify(one.rule) !== JSON.stringify(other.rule);
    const isOtherwise =
      (isEdited || !isSameElsewhere) && prover.apartAt(one.subject, other.subject) !== undefined;
    const isElse =
      isEdited || moved.has(id) || one.rule.actions.some((each) => isOn(each, before) !== isOn(each, after));
    if (isOtherwise || isElse) touched.set(id, { isEdited, isOtherwise, isElse });
  }
  return touched;
}

/** Whether the bot of an action can be started; of other actions, yes. */
export function isOn(action: Action, { bots }: Side): boolean {
  return action.type !== "activateBot" || bots.has(action.bot);
}

/** The rules that run in both and have other rules of their integration before them: as few as account for it. */
function movedIn(before: Side, after: Side): Set<string> {
  const common = new Map<string, string[]>();
  for (const [id, { rule }] of before.running) {
    const other = after.running.get(id)?.rule;
    if (other === undefined || other.integration !== rule.integration) continue;
    const list = common.get(rule.integration) ?? [];
    if (list.push(id) === 1) common.set(rule.integration, list);
  }
  return new Set(
    [...common.values()].flatMap((ids) => {
      const places = ids.map((id) => after.running.get(id)?.place ?? 0);
      const kept = longestRising(places);
      return ids.filter((_, at) => !kept.has(at));
    }),
  );
}

/** The indexes of a longest subsequence that rises. */
function longestRising(values: readonly number[]): Set<number> {
  /** Of each length, the least value at which a subsequence of it ends, and where that is. */
  const ends: number[] = [];
  const tails: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [at, value] of values.entries()) {
    const length = firstFrom(ends, value);
    previous.push(tails[length - 1]);
    ends[length] = value;
    tails[length] = at;
  }
  const kept = new Set<number>();
  for (let at = tails.at(-1); at !== undefined; at = previous[at]) kept.add(at);
  return kept;
}
