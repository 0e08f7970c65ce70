/** Replays as many events as it is told, of 5 kB each, and prints how much memory is held along the way. */
import { replay, ticketEvent } from "ticket-rules/testing";
import { leadBot, workspace } from "./workspaces.ts";

const count = Number(process.argv[2]);
const rules = Array.from({ length: 50 }, (_, at) => ({
  ...leadBot,
  id: `r${at}`,
  conditions: [{ type: "messageContains", words: [`palabra${at}`] }],
}));
const heldMegabytes: number[] = [];
const hold = () => {
  globalThis.gc?.();
  heldMegabytes.push(process.memoryUsage().heapUsed / 2 ** 20);
};

async function* recorded() {
  for (let at = 0; at < count; at += 1) {
    const text = `palabra${at % 60} ${String(at).repeat(2_000).slice(0, 5_000)}`;
    yield JSON.parse(JSON.stringify(ticketEvent({ id: `event-${at}`, message: { text } })));
  }
}

const progress = (state: { events: number }) => {
  if (state.events % (count / 4) === 0) hold();
};
const replayed = replay(workspace(rules), workspace([...rules, leadBot].toReversed()), recorded(), {
  progress,
});
let differences = 0;
for await (const { reasons } of replayed) differences += Math.sign(reasons.length);
const { events, finished } = replayed.summary();
console.log(JSON.stringify({ events, finished, differences, heldMegabytes }));
