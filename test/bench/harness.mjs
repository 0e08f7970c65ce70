/** Fair timing: the same answers first, then short slices of each contestant in turn, in CPU time. */
import { randomFrom } from "./data/random.mjs";

/**
 * How thorough a run is. `slice`: the least CPU time of one measurement; `warm`: how long each contestant runs
 * before any; milliseconds. `patience`: a contestant whose one event takes longer is measured on fewer.
 */
export const THOROUGH = { rounds: 15, slice: 20, warm: 1_500, patience: 100 };
export const QUICK = { rounds: 5, slice: 5, warm: 120, patience: 60 };

/** CPU time of this process, its helper threads included, in milliseconds. */
export function cpuMs() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Every contestant must give the same ids as the first, in the same order, on every event.
 * @returns how many ids an event matched on average.
 */
export async function assertEqualAnswers(contestants, events) {
  let matched = 0;
  for (const event of events) {
    const expected = await contestants[0].match(event);
    matched += expected.length;
    for (const { name, match } of contestants.slice(1)) {
      const found = await match(event);
      if (expected.length === found.length && expected.every((id, at) => id === found[at])) continue;
      const [missing, extra] = [difference(expected, found), difference(found, expected)];
      throw new Error(
        `${name} disagrees on ${JSON.stringify(event).slice(0, 600)}\nmissing: ${missing}\nextra: ${extra}`,
      );
    }
  }
  return matched / events.length;
}

const difference = (some, others) => some.filter((id) => !others.includes(id)).join() || "none (only the order)";

/**
 * Microseconds an event of each contestant, and the ratio to the first, measured in the same round: medians and
 * quartiles of the rounds.
 */
export async function measure(contestants, events, effort) {
  const lanes = [];
  for (const contestant of contestants) lanes.push(await warmedUp(contestant, events, effort));
  const [baseline, ...others] = lanes;
  const random = randomFrom(1);
  for (let round = 0; round < effort.rounds; round++) {
    for (const lane of random.shuffled(others)) {
      // The baseline right before each, so that both meet the same neighbours on the machine.
      const base = await timeSlice(baseline);
      const own = await timeSlice(lane);
      baseline.times.push(base);
      lane.times.push(own);
      lane.ratios.push(own / base);
    }
  }
  return lanes.map(({ name, times, ratios }) => ({
    name,
    micros: median(times),
    ratio: ratios.length === 0 ? 1 : median(ratios),
    quartiles: ratios.length === 0 ? [1, 1] : [quantile(ratios, 0.25), quantile(ratios, 0.75)],
  }));
}

/** Runs a contestant until it is warm, and finds how many events make a slice. */
async function warmedUp({ name, match }, events, { slice, warm, patience }) {
  const lane = { name, match, events, at: 0, count: 1, times: [], ratios: [] };
  const start = cpuMs();
  let perEvent = await timeSlice(lane);
  while (cpuMs() - start < warm) {
    perEvent = await timeSlice(lane);
    lane.count = Math.max(1, Math.min(Math.ceil((slice * 1000) / perEvent), 1_000_000));
  }
  // Whole passes, so that every slice has the same events; a slow contestant takes turns with them.
  const passes = Math.ceil(lane.count / events.length);
  lane.count =
    perEvent * events.length < patience * 1000 ? passes * events.length : Math.max(1, lane.count);
  lane.at = 0;
  return lane;
}

let sink = 0;

/** Runs the next `count` events. @returns microseconds an event. */
async function timeSlice(lane) {
  const { match, events, count } = lane;
  const start = process.cpuUsage();
  let at = lane.at;
  for (let done = 0; done < count; done++) {
    const matched = match(events[at]);
    // Only what is asynchronous pays for waiting.
    sink += matched.length ?? (await matched).length;
    at = at + 1 === events.length ? 0 : at + 1;
  }
  const { user, system } = process.cpuUsage(start);
  lane.at = at;
  return (user + system) / count;
}

/** What the results add up to: keeps them from being optimised away. */
export const resultsSeen = () => sink;

export const median = (values) => quantile(values, 0.5);

function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low + (high - low) * (place - Math.floor(place));
}
