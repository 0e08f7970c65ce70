/** What the analyzer proves of the rules that are switched on, taken together. */
import type { TicketEvent } from "../../event.ts";
import { createAnalyzer } from "../analyzer.ts";
import type { Relation } from "../comparison.ts";
import type { PossibleLoop } from "../loops.ts";
import type { RuleScene, Scene } from "./scene.ts";

/** What is proved of several rules together. */
export interface Pairs {
  /** Groups of rules that fire on the same events and ask for the same, in their order. */
  readonly duplicates: readonly (readonly RuleScene[])[];
  /** Rules that never run, since one of the others stops them whenever they would. */
  readonly stopped: readonly { readonly each: RuleScene; readonly by: readonly RuleScene[] }[];
  /** Rules that never start their bot, since whenever they would, others have started one, or stop them. */
  readonly outdone: readonly { readonly each: RuleScene; readonly by: readonly RuleScene[] }[];
  /** Rules that ask for what does not go together whenever one of them fires, the earlier first, with an event. */
  readonly clashes: readonly {
    readonly earlier: RuleScene;
    readonly later: RuleScene;
    readonly relation: Relation;
    readonly event: TicketEvent;
  }[];
  /** Rules that may set each other off without end, the one that starts a bot first. */
  readonly loops: readonly {
    readonly starter: RuleScene;
    readonly other: RuleScene;
    readonly loop: PossibleLoop;
  }[];
}

/** Asks the analyzer about the rules that are switched on. */
export function pairsIn(scene: Scene): Pairs {
  const active = scene.rules.filter(({ rule }) => rule.active);
  const byId = new Map(active.map((each) => [each.rule.id, each]));
  const rulesOf = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  const analyzer = createAnalyzer({ ...scene.workspace, rules: active.map(({ rule }) => rule) });
  const { duplicates, stopped, outdone, fights, possibleLoops } = analyzer.inspect();
  const namedIn = (found: { rule: string; by: string[] }[]) =>
    found.flatMap(({ rule, by }) => rulesOf([rule]).map((each) => ({ each, by: rulesOf(by) })));
  const clashes = fights.flatMap(({ rules, event }) => {
    const [earlier, later] = [...rulesOf(rules)].sort((one, other) => one.at - other.at);
    if (earlier === undefined || later === undefined) return [];
    const { relation } = analyzer.compare(earlier.rule, later.rule);
    const isCertain = relation === "equivalent" || relation === "implies" || relation === "impliedBy";
    return isCertain ? [{ earlier, later, relation, event }] : [];
  });
  return {
    duplicates: duplicates.map((ids) => [...rulesOf(ids)].sort((one, other) => one.at - other.at)),
    stopped: namedIn(stopped),
    // Of two on the same events, one of which has no effect, it is told as a clash what they ask for.
    outdone: namedIn(outdone).filter(
      ({ each, by: [other, ...more] }) =>
        more.length > 0 || !clashes.some(({ earlier, later }) => earlier === other && later === each),
    ),
    clashes,
    loops: possibleLoops.flatMap((loop) => {
      const [starter, other] = rulesOf(loop.steps.map(({ rule }) => rule));
      return starter === undefined || other === undefined ? [] : [{ starter, other, loop }];
    }),
  };
}
