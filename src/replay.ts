import { type CompileOptions, compile, compiledOf, type RuleSet } from "./compile.ts";
import type { Decision } from "./decision.ts";
import { type DecisionDifference, differenceOf } from "./decisionDifference.ts";
import type { Signal } from "./dispatch.ts";
import { evaluate } from "./evaluate.ts";
import type { TicketEvent } from "./event.ts";
import { changesBetween } from "./replaying/changes.ts";
import { sideOf } from "./replaying/outcomes.ts";
import { type ReplayReason, reasonsFor } from "./replaying/reasons.ts";
import { createTally, type ReplaySummary } from "./replaying/tally.ts";

/** An event on which the two rule sets decide differently. */
export interface ReplayDifference<Event = TicketEvent> extends DecisionDifference {
  /** The place of the event among all, from 0. */
  index: number;
  event: Event;
  before: Decision;
  after: Decision;
  /** For each rule that is concerned, how it fared before and after, and why. */
  reasons: ReplayReason[];
}

/** How far a replay is. */
export interface ReplayProgress {
  /** How many events have been read. */
  readonly events: number;
  readonly differing: number;
  readonly bad: number;
}

/** Settings of `replay`, and those the rule sets are compiled with. */
export interface ReplayOptions extends CompileOptions {
  /** Called after every `progressEvery` events. A promise is awaited: one that lets timers run keeps the host awake. */
  progress?: ((progress: ReplayProgress) => unknown) | undefined;
  /** Absent: 1,000. */
  progressEvery?: number | undefined;
  /** Looked at before each event. Aborted: the replay ends as if there were no more events. */
  signal?: Signal | undefined;
  /** How many examples of each kind the summary keeps. Absent: 5. */
  maxExamples?: number | undefined;
}

/** A replay under way: iterate it, once, for the differences. */
export interface Replay<Event = TicketEvent> extends AsyncIterable<ReplayDifference<Event>> {
  /** What has been found so far. */
  summary(): ReplaySummary;
}

/**
 * Which decisions on recorded events differ between two workspaces, and why. Events are read one at a time, as the
 * differences are asked for, and none is kept: there may be millions. One that cannot be evaluated is counted in the
 * summary and passed over. Both documents are compiled at once; later changes of them do not matter.
 * Iterating rejects only with what the events' own iterator or `progress` throws.
 */
export function replay<Event extends object = TicketEvent>(
  workspaceBefore: unknown,
  workspaceAfter: unknown,
  events: Iterable<Event> | AsyncIterable<Event>,
  { progress, progressEvery = 1_000, signal, maxExamples = 5, ...compiling }: ReplayOptions = {},
): Replay<Event> {
  const [before, after] = [compile(workspaceBefore, compiling), compile(workspaceAfter, compiling)];
  const sides = [sideOf(compiledOf(before)), sideOf(compiledOf(after))] as const;
  const changes = changesBetween(sides[0].compiled, sides[1].compiled);
  const tally = createTally(maxExamples);

  async function* run(): AsyncGenerator<ReplayDifference<Event>, void, undefined> {
    let index = -1;
    for await (const event of events) {
      if (signal?.aborted === true) return;
      index += 1;
      tally.read();
      const decisions = decide(before, after, event);
      if ("issue" in decisions) tally.bad(index, decisions.issue);
      else {
        const difference = differenceOf(decisions.before, decisions.after);
        if (difference !== undefined) {
          const reasons = reasonsFor({ event, ...decisions, difference }, sides, changes);
          tally.differs(index, decisions.before.event.id, reasons);
          yield { index, event, ...decisions, ...difference, reasons };
        }
      }
      if ((index + 1) % progressEvery === 0) await progress?.(tally.progress());
    }
    tally.finish();
  }

  const differences = run();
  return { [Symbol.asyncIterator]: () => differences, summary: tally.summary };
}

/** Both decisions, or why there are none: `evaluate` throws for an event without a head, and for nothing else. */
function decide(
  before: RuleSet,
  after: RuleSet,
  event: object,
): { before: Decision; after: Decision } | { issue: string } {
  try {
    // A recorded event is of any type; `evaluate` looks at what it needs.
    const recorded = event as TicketEvent;
    return { before: evaluate(before, recorded), after: evaluate(after, recorded) };
  } catch (error) {
    return { issue: error instanceof Error ? error.message : "the event cannot be read" };
  }
}
