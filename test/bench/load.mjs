/**
 * What it costs to load stored rules, in a process of its own, cold as a server that starts:
 * `node --expose-gc load.mjs ADAPTER FILE` prints CPU milliseconds and megabytes as JSON. The file has the stored
 * rules on its first line and what else the adapter must know on its second. `schema` for the adapter: the schema
 * of this library alone, `import SPECIFIER`: importing a package.
 */
import { readFileSync } from "node:fs";
import { dataOf } from "./data/workloads.mjs";
import { cpuMs } from "./harness.mjs";

const [what, argument] = process.argv.slice(2);
process.stdout.write(
  JSON.stringify(await (what === "import" ? imported() : what === "schema" ? parsed() : loaded())),
);

async function imported() {
  const start = cpuMs();
  await import(argument);
  return { import: cpuMs() - start };
}

async function parsed() {
  const { Workspace } = await import("../../dist/index.js");
  const document = JSON.parse(readFileSync(argument, "utf8").split("\n")[0]);
  const start = cpuMs();
  Workspace.parse(document);
  return { schema: cpuMs() - start };
}

async function loaded() {
  const { prepare } = await import(`./peers/${what}.mjs`);
  const { events } = dataOf("W3-10000");
  // Outside the heap, so that only its parts are counted.
  const file = readFileSync(argument);
  const cut = file.indexOf("\n");
  const context = JSON.parse(file.toString("utf8", cut + 1));
  const empty = heap();
  const parse = timed(() => JSON.parse(file.toString("utf8", 0, cut)));
  let document = parse.value;
  const documentMb = heap().mb - empty.mb;
  const build = timed(() => prepare(document, context));
  const match = build.value;
  const start = cpuMs();
  await match(events[0]);
  const first = cpuMs() - start;
  document = undefined;
  parse.value = undefined;
  for (const event of events.slice(0, 10)) await match(event);
  const { mb, outsideMb, rssMb } = heap();
  return {
    parse: parse.ms,
    build: build.ms,
    first,
    documentMb,
    heapMb: mb - empty.mb,
    outsideMb: outsideMb - empty.outsideMb,
    rssMb: rssMb - empty.rssMb,
    // Still alive here, or the heap would not hold it.
    kept: [typeof match, typeof document].join(),
  };
}

function timed(work) {
  const start = cpuMs();
  const value = work();
  return { value, ms: cpuMs() - start };
}

function heap() {
  for (let time = 0; time < 4; time++) globalThis.gc();
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
  return { mb: heapUsed / 2 ** 20, outsideMb: arrayBuffers / 2 ** 20, rssMb: rss / 2 ** 20 };
}
