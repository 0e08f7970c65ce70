/** Fair timing: the same answers first, then short slices of each contestant in turn, in CPU time. */
import { isDeepStrictEqual } from "node:util";
import { randomFrom } from "./data/random.mjs";

/**
 * How thorough a run is. `slice`: the least CPU time of one measurement; `warm`: how long each contestant runs
 * before any; `patience`: who takes longer for all events is measured on some of them in turn. Milliseconds.
 */
export const THOROUGH = { rounds: 11, slice: 20, warm: 1_000, patience: 150 };
export const QUICK = { rounds: 5, slice: 5, warm: 100, patience: 40 };

/** CPU time of this process, its helper threads included, in milliseconds. */
export function cpuMs() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Every contestant must give the same answer as the first on every event.
 * @returns how many ids an event matched on average.
 */
export async function assertEqualAnswers([baseline, ...others], events) {
  let matched = 0;
  for (const event of events) {
    const expected = await baseline.match(event);
    matched += (expected.fired ?? expected).length;
    for (const { name, match } of others) {
      const found = await match(event);
      if (isDeepStrictEqual(expected, found)) continue;
      const [wanted, given, about] = [expected, found, event].map((value) =>
        JSON.stringify(value).slice(0, 900),
      );
      throw new Error(
        `${name} gives another answer\nexpected ${wanted}\nfound    ${given}\non       ${about}`,
      );
    }
  }
  return matched / events.length;
}

/**
 * Microseconds an event of each contestant, and its ratio to the first, which is measured right before it in every
 * round: medians, and the quartiles of the ratio.
 */
export async function measure(contestants, events, effort) {
  const lanes = [];
  for (const contestant of contestants) lanes.push(await warmedUp(contestant, events, effort));
  const [baseline, ...others] = lanes;
  const random = randomFrom(1);
  for (let round = 0; round < effort.rounds; round++) {
    for (const lane of random.shuffled(others)) {
      const base = await timeSlice(baseline);
      const own = await timeSlice(lane);
      baseline.times.push(base);
      lane.times.push(own);
      lane.ratios.push(own / base);
    }
  }
  return lanes.map(({ name, times, ratios }) => ({
    name,
    micros: quantile(times, 0.5),
    ratio: quantile(ratios, 0.5),
    quartiles: [quantile(ratios, 0.25), quantile(ratios, 0.75)],
  }));
}

/** Runs a contestant until it is warm, and finds how many events make a slice. */
async function warmedUp({ name, match, asynchronous }, events, { slice, warm, patience }) {
  const lane = { name, match, asynchronous, events, at: 0, count: 1, times: [], ratios: [] };
  const start = cpuMs();
  let perEvent = await timeSlice(lane);
  while (cpuMs() - start < warm) {
    lane.count = Math.max(1, Math.min(Math.ceil((slice * 1000) / perEvent), 1_000_000));
    perEvent = await timeSlice(lane);
  }
  lane.count = Math.max(1, Math.ceil((slice * 1000) / perEvent));
  if (perEvent * events.length < patience * 1000) {
    // Whole passes, so that every slice has the same events.
    lane.count = Math.ceil(lane.count / events.length) * events.length;
    lane.at = 0;
  }
  return lane;
}

/** The last answer: what nobody looks at might be optimised away. */
export let lastAnswer;

/** Runs the next `count` events. @returns microseconds an event. */
async function timeSlice(lane) {
  const { match, events, count } = lane;
  let at = lane.at;
  const start = process.cpuUsage();
  if (lane.asynchronous) {
    for (let done = 0; done < count; done++) {
      lastAnswer = await match(events[at]);
      at = at + 1 === events.length ? 0 : at + 1;
    }
  } else {
    for (let done = 0; done < count; done++) {
      lastAnswer = match(events[at]);
      at = at + 1 === events.length ? 0 : at + 1;
    }
  }
  const { user, system } = process.cpuUsage(start);
  lane.at = at;
  return (user + system) / count;
}

/** The value below which a share of the values lies; 1 when there are none. */
export function quantile(values, share) {
  if (values.length === 0) return 1;
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low + (high - low) * (place - Math.floor(place));
}

export const median = (values) => quantile(values, 0.5);
