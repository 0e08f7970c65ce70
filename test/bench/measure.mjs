/** One workload in a process of its own: `node measure.mjs W2 [--quick]` prints its figures as JSON. */
import { contestantsOf, storedFor } from "./contest.mjs";
import { WORKLOADS } from "./data/workloads.mjs";
import { assertEqualAnswers, measure, QUICK, THOROUGH } from "./harness.mjs";
import { loadAdapters, MATCHING } from "./peers/index.mjs";

const [workload, ...options] = process.argv.slice(2);
const quick = options.includes("--quick");
const { contestants: files = MATCHING, leftOutWhenQuick = [], quickEvents } = WORKLOADS[workload];
const { adapters, absent } = await loadAdapters(
  quick ? files.filter((file) => !leftOutWhenQuick.includes(file)) : files,
);
const setting = storedFor(workload);
const events = quick ? setting.events.slice(0, quickEvents) : setting.events;
const contestants = contestantsOf(adapters, setting);
const matched = await assertEqualAnswers(contestants, events);
const rows = await measure(contestants, events, quick ? QUICK : THOROUGH);
process.stdout.write(JSON.stringify({ workload, matched, rows, absent }));
