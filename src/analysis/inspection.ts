import type { RuleSet } from "../compile.ts";
import type { TicketEvent } from "../event.ts";
import type { Rule } from "../rule.ts";
import { type Fight, findFights } from "./fights.ts";
import { findLoops, type PossibleLoop } from "./loops.ts";
import { type Coverings, findCoverings, findOutdone, findStopped, type Tick } from "./overlaps.ts";
import type { Prover } from "./prover.ts";
import { createScene, type Entry, entryOf } from "./scene.ts";
import type { Subject } from "./subject.ts";

/** What a whole set of rules shows. Rules by their ids, in the order of the rules. */
export interface Inspection extends Coverings {
  /** Rules that never fire. */
  never: string[];
  /** Rules that fire on every event of their trigger, though they have conditions and are no `or`. */
  always: string[];
  /** Groups of rules that fire on the same events and ask for the same. Any one could stand for all. */
  duplicates: string[][];
  /** Rules that ask for nothing that another one does not ask for as well, whenever they fire. */
  subsumed: { rule: string; by: string }[];
  /** Pairs that ask for what does not go together, with an event on which both fire. */
  fights: Fight[];
  /** Rules that never run, since whenever they would, one of these earlier rules stops them. */
  stopped: { rule: string; by: string[] }[];
  /** Rules that never start their bot, since whenever they would, one of these earlier rules has started one, or stops them. */
  outdone: { rule: string; by: string[] }[];
  /** Rules whose effects may lead to one another, round and round. */
  possibleLoops: PossibleLoop[];
  /** Rules of which something could not be decided. */
  unknown: string[];
}

/** How far an inspection has come: `done` of `total` rules of a stage. */
export interface InspectionProgress {
  stage: "firing" | "coverings" | "stops" | "fights" | "loops";
  done: number;
  total: number;
}

/** Settings of `inspect`. */
export interface InspectionOptions {
  onProgress?: ((progress: InspectionProgress) => void) | undefined;
  /** How many fights are listed. Absent: 1,000. */
  maxFights?: number | undefined;
  /** How many possible loops are listed. Absent: 1,000. */
  maxLoops?: number | undefined;
}

/** Rules between two reports of progress. */
const STEP = 64;

/** Inspects rules together. */
export function inspectRules(
  prover: Prover,
  ruleSet: RuleSet,
  rules: readonly { readonly rule: Rule; readonly subject: Subject }[],
  bots: ReadonlySet<string>,
  { onProgress, maxFights = 1000, maxLoops = 1000 }: InspectionOptions,
): Inspection {
  const never: string[] = [];
  const always: string[] = [];
  const doubts = new Set<string>();
  const events: TicketEvent[] = [];
  const entries: Entry[] = [];
  const tick = (stage: InspectionProgress["stage"], total: number) => (done: number) => {
    if (done % STEP === 0 || done === total) onProgress?.({ stage, done, total });
  };
  const tickFiring = tick("firing", rules.length);
  for (const [place, { rule, subject }] of rules.entries()) {
    tickFiring(place);
    const yes = prover.exists([{ subject, fires: true }], subject.types);
    if (yes.kind === "no") never.push(rule.id);
    if (yes.kind === "unknown") doubts.add(rule.id);
    if (yes.kind !== "yes") continue;
    entries.push(entryOf(rule, subject, place, events.push(yes.event) - 1));
    if (rule.operator === "or" || rule.conditions.length === 0) continue;
    const no = prover.exists([{ subject, fires: false }], [rule.trigger]);
    if (no.kind === "no") always.push(rule.id);
  }
  tickFiring(rules.length);
  const scene = createScene(prover, entries, events);
  function staged<Result>(stage: InspectionProgress["stage"], run: (report: Tick) => Result): Result {
    const report = tick(stage, entries.length);
    const found = run(report);
    report(entries.length);
    return found;
  }
  const { duplicates, subsumed } = staged("coverings", (report) => findCoverings(scene, report));
  const { stopped, outdone } = staged("stops", (report) => {
    const found = findStopped(scene, report);
    return { stopped: found, outdone: findOutdone(scene, bots, new Set(found.map(({ rule }) => rule))) };
  });
  const fights = staged("fights", (report) => findFights(scene, bots, maxFights, report));
  const { loops: possibleLoops, doubts: loopDoubts } = staged("loops", (report) =>
    findLoops({ ...scene, prover, ruleSet, bots }, maxLoops, report),
  );
  const inDoubt = new Set([...doubts, ...scene.doubts, ...loopDoubts]);
  const unknown = rules.map(({ rule }) => rule.id).filter((rule) => inDoubt.has(rule));
  return { never, always, duplicates, subsumed, stopped, outdone, fights, possibleLoops, unknown };
}
