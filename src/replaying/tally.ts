/** What a replay has found: counts, and a few examples. Grows with the rules, not with the events. */
import type { ReplayCause, ReplayReason } from "./reasons.ts";

/** Where a difference was. */
export interface ReplayExample {
  index: number;
  /** The id of the event. */
  event: string;
}

/** How often one rule had to do with a difference. */
export interface RuleTally {
  rule: string;
  /** How many events it is named for. */
  events: number;
  /** How many of them it fires on only after, and only before. */
  firesNow: number;
  firesNoMore: number;
  /** How often each type of cause was named. */
  because: { [Type in ReplayCause["type"]]?: number };
  /** The first ones. */
  examples: ReplayExample[];
}

/** All of a replay. */
export interface ReplaySummary {
  /** Whether every event was read. */
  finished: boolean;
  /** How many events were read. */
  events: number;
  differing: number;
  /** Events that cannot be evaluated: how many, and the first ones. */
  bad: { count: number; examples: { index: number; issue: string }[] };
  /** The rules that differences name, those named most often first. */
  rules: RuleTally[];
}

/** Counts. */
export interface Tally {
  read(): void;
  bad(index: number, issue: string): void;
  differs(index: number, event: string, reasons: readonly ReplayReason[]): void;
  finish(): void;
  progress(): { events: number; differing: number; bad: number };
  summary(): ReplaySummary;
}

/** A tally that keeps so many examples of each kind. */
export function createTally(maxExamples: number): Tally {
  const rules = new Map<string, RuleTally>();
  const badExamples: { index: number; issue: string }[] = [];
  let [events, differing, bad, finished] = [0, 0, 0, false];
  return {
    read() {
      events += 1;
    },
    bad(index, issue) {
      bad += 1;
      if (badExamples.length < maxExamples) badExamples.push({ index, issue });
    },
    differs(index, event, reasons) {
      differing += 1;
      for (const reason of reasons) {
        const tally = rules.get(reason.rule) ?? emptyTally(reason.rule);
        rules.set(reason.rule, tally);
        count(tally, reason);
        if (tally.examples.length < maxExamples) tally.examples.push({ index, event });
      }
    },
    finish() {
      finished = true;
    },
    progress: () => ({ events, differing, bad }),
    // Copies: the replay goes on.
    summary: () => ({
      ...{ finished, events, differing },
      bad: { count: bad, examples: badExamples.map((example) => ({ ...example })) },
      rules: [...rules.values()]
        .sort((one, other) => other.events - one.events)
        .map((tally) => ({
          ...tally,
          because: { ...tally.because },
          examples: tally.examples.map((example) => ({ ...example })),
        })),
    }),
  };
}

function emptyTally(rule: string): RuleTally {
  return { rule, events: 0, firesNow: 0, firesNoMore: 0, because: {}, examples: [] };
}

function count(tally: RuleTally, { before, after, because }: ReplayReason): void {
  tally.events += 1;
  if (before.outcome !== "fired" && after.outcome === "fired") tally.firesNow += 1;
  if (before.outcome === "fired" && after.outcome !== "fired") tally.firesNoMore += 1;
  for (const type of new Set(because.map((cause) => cause.type)))
    tally.because[type] = (tally.because[type] ?? 0) + 1;
}
