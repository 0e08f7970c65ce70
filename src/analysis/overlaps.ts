import type { Entry, Scene } from "./scene.ts";
import { type Claim, thatFires, thatMisses } from "./subject.ts";

/** Rules that ask, whenever they fire, for nothing that another does not ask for as well. */
export interface Coverings {
  duplicates: string[][];
  subsumed: { rule: string; by: string }[];
}

/** Called for each rule as it is taken up. */
export type Tick = (done: number) => void;

/** That one rule covers another is only asked where no known event shows the contrary. */
export function findCoverings(scene: Scene, tick: Tick): Coverings {
  const found: Coverings = { duplicates: [], subsumed: [] };
  const doubles = new Set<Entry>();
  const covers = (wide: Entry, narrow: Entry) =>
    scene.ask(narrow, [thatFires(narrow), thatMisses(wide)]).kind === "no";
  for (const [at, entry] of scene.entries.entries()) {
    tick(at);
    if (doubles.has(entry)) continue;
    const wider = scene
      .companyOf(entry)
      .filter(
        (other) => other !== entry && !doubles.has(other) && asksAll(other, entry) && covers(other, entry),
      );
    const equal = wider.filter((other) => other.asks.size === entry.asks.size && covers(entry, other));
    if (equal.length > 0) {
      const group = [entry, ...equal].sort((a, b) => a.place - b.place);
      found.duplicates.push(group.map(({ rule }) => rule.id));
      for (const each of group) if (each !== entry) doubles.add(each);
    }
    const by = wider.find((other) => !equal.includes(other));
    if (by !== undefined) found.subsumed.push({ rule: entry.rule.id, by: by.rule.id });
  }
  return found;
}

function asksAll(other: Entry, { rule, asks }: Entry): boolean {
  return other.rule.integration === rule.integration && [...asks].every((ask) => other.asks.has(ask));
}

/** Rules that never run, since whenever they would, one of these earlier rules of their integration stops them. */
export function findStopped(scene: Scene, tick: Tick): { rule: string; by: string[] }[] {
  const stoppers: Entry[] = [];
  return scene.entries.flatMap((entry, at) => {
    tick(at);
    const earlier = stoppers.filter(({ rule }) => rule.integration === entry.rule.integration);
    if (entry.rule.stop === true) stoppers.push(entry);
    const by = stoppersOf(scene, entry, earlier);
    return by === undefined ? [] : [{ rule: entry.rule.id, by }];
  });
}

/**
 * Rules that only start bots and never do, though they run: on each of their events an earlier rule has started one, or
 * has stopped them.
 */
export function findOutdone(
  scene: Scene,
  bots: ReadonlySet<string>,
  stopped: ReadonlySet<string>,
): { rule: string; by: string[] }[] {
  const isStarter = ({ rule }: Entry) =>
    rule.actions.some((action) => action.type === "activateBot" && bots.has(action.bot));
  const onlyStarts = ({ rule }: Entry) => rule.actions.every(({ type }) => type === "activateBot");
  const others: Entry[] = [];
  return scene.entries.flatMap((entry) => {
    if (entry.rule.integration !== "botcenter") return [];
    const isAsked = isStarter(entry) && onlyStarts(entry) && !stopped.has(entry.rule.id);
    const by = isAsked ? stoppersOf(scene, entry, others) : undefined;
    if (isStarter(entry) || entry.rule.stop === true) others.push(entry);
    return by === undefined ? [] : [{ rule: entry.rule.id, by }];
  });
}

function stoppersOf(scene: Scene, entry: Entry, stoppers: readonly Entry[]): string[] | undefined {
  if (entry.witnesses.some((at) => !stoppers.some((each) => scene.firesAt(each, at)))) return undefined;
  const claims: Claim[] = [thatFires(entry)];
  const by: string[] = [];
  for (;;) {
    const answer = scene.ask(entry, claims);
    if (answer.kind !== "yes") return answer.kind === "no" ? by : undefined;
    const { event } = answer;
    const stopper = stoppers.find(({ subject }) => subject.fires(event));
    if (stopper === undefined) return undefined;
    claims.push(thatMisses(stopper));
    by.push(stopper.rule.id);
  }
}
