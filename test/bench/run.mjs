/**
 * `npm run bench`: figures beside the peers that are installed in this folder. Names of workloads (`W3 W5`): only
 * those; `regex`: the pattern engine instead. `--quick`: less of everything, within a minute; `--svg`: draws
 * docs/performance.svg; `--docs`: puts the tables into docs/performance.md. Everything is measured in a process of
 * its own.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { storedFor } from "./contest.mjs";
import { WORKLOADS } from "./data/workloads.mjs";
import { median, QUICK, THOROUGH } from "./harness.mjs";
import { loadAdapters, MATCHING, versionOf } from "./peers/index.mjs";
import { plotOf } from "./plot.mjs";
import { growthTable, importTable, loadTable, number, pairTable, ratioTable, regexTable } from "./tables.mjs";

const ROOT = new URL("../../", import.meta.url);
const words = process.argv.slice(2);
const quick = words.includes("--quick");
const chosen = words.filter((word) => !word.startsWith("--"));
const wants = (name) =>
  chosen.length === 0 || chosen.some((word) => name === word || name.startsWith(`${word}-`));
const effort = quick ? ["--quick"] : [];
const said = [];

if (!existsSync(new URL("dist/index.js", ROOT))) {
  console.error("there is no dist/: run `npm run build` first");
  process.exit(1);
}
if (!existsSync(new URL("node_modules", import.meta.url))) {
  console.error("the peers are not installed: run `npm install` in test/bench");
  process.exit(1);
}
const own = JSON.parse(readFileSync(new URL("package.json", ROOT), "utf8"));
say(
  `${own.name} ${own.version}, Node ${process.version.slice(1)}, ${cpus()[0]?.model ?? "unknown processor"}, ${today()}`,
);
if (chosen.includes("regex")) regex();
else await benchmark();
if (words.includes("--docs")) writeDocs(chosen.includes("regex") ? "regex" : "figures");

async function benchmark() {
  const { adapters, absent } = await loadAdapters(MATCHING);
  for (const line of absent) say(line);
  const versions = adapters.filter(({ packageName }) => packageName !== undefined);
  say(versions.map(({ packageName }) => `${packageName} ${versionOf(packageName)}`).join(", "));
  const results = Object.keys(WORKLOADS).filter(wants).map(measured);
  const compared = results.filter(({ workload }) => WORKLOADS[workload].contestants === undefined);
  const scaled = compared.filter(({ workload }) => WORKLOADS[workload].count !== undefined);
  const paired = results.filter(({ workload }) => WORKLOADS[workload].contestants !== undefined);
  if (compared.length > 0) section("Time ÷ hand-written", ratioTable(compared));
  if (results.length > 0) say(`\n${spreadOf(results)}\n${matchedIn(results)}`);
  if (scaled.length > 1)
    section("Growth with the number of rules (CPU time for an event)", growthTable(scaled));
  if (paired.length > 0) section("Other comparisons", pairTable(paired));
  if (wants("W4")) loading(adapters);
  if (words.includes("--svg")) {
    writeFileSync(new URL("docs/performance.svg", ROOT), plotOf(scaled));
    say("\nwrote docs/performance.svg");
  }
}

function measured(workload) {
  process.stderr.write(`${workload} ${WORKLOADS[workload].title} …\n`);
  return child("measure.mjs", workload, ...effort);
}

/** How far the rounds lie apart, so that a reader knows which digits count. */
function spreadOf(results) {
  const spreads = results.flatMap(({ rows }) =>
    rows.slice(1).map(({ ratio, quartiles: [low, high] }) => (high - low) / 2 / ratio),
  );
  const { rounds } = quick ? QUICK : THOROUGH;
  return `Medians of ${rounds} rounds; half of the rounds lie within ±${number(median(spreads) * 100)} % of them (median of all cells).`;
}

function matchedIn(results) {
  const each = results.map(({ workload, matched }) => `${workload} ${number(matched)}`);
  return `Rules that match an event: ${each.join(", ")}.`;
}

function loading(adapters) {
  process.stderr.write("W4 loading 10,000 rules …\n");
  const folder = mkdtempSync(join(tmpdir(), "ticket-rules-bench-"));
  const { stored, context } = storedFor("W3-10000");
  const times = quick ? 1 : 3;
  const repeated = (...command) => medians(Array.from({ length: times }, () => child(...command)));
  const measuredAdapters = adapters.filter(
    ({ file }) =>
      file !== "ticketRulesLinear" &&
      (!quick || ["handWritten", "sharedClosures", "ticketRules"].includes(file)),
  );
  const rows = measuredAdapters.map((adapter) => {
    const path = join(folder, `${adapter.file}.json`);
    writeFileSync(path, `${JSON.stringify(stored(adapter))}\n${JSON.stringify(context)}`);
    return { name: adapter.name, ...repeated("load.mjs", adapter.file, path) };
  });
  section("W4 loading 10,000 rules from JSON (CPU time of a cold process)", loadTable(rows));
  const { schema } = repeated("load.mjs", "schema", join(folder, "ticketRules.json"));
  rmSync(folder, { recursive: true });
  const ours = rows.find(({ name }) => name === "ticket-rules");
  const hand = rows.find(({ name }) => name === "hand-written");
  const withoutSchema = ours.build - schema;
  say(
    [
      "",
      `The schema alone (\`Workspace.parse\`) takes ${schema.toFixed(0)} ms: \`compile\`, parse included, is ${number(ours.build / schema)} times that.`,
      `Compile without parse: ${withoutSchema.toFixed(0)} ms, ${number(withoutSchema / hand.build)} times the hand-written rules' build, ${number((withoutSchema + ours.first) / (hand.build + hand.first))} times when both include the first event, on which V8 compiles the functions.`,
      `Over the document itself the rule set holds ${number(((ours.heapMb + ours.outsideMb - ours.documentMb) * 1024) / 10_000)} kB a rule.`,
    ].join("\n"),
  );
  imports(adapters, repeated);
}

function imports(adapters, repeated) {
  const main = fileURLToPath(new URL("dist/index.js", ROOT));
  const packages = adapters.flatMap(({ packageName }) => packageName ?? []);
  const rows = [
    { name: own.name, version: own.version, specifier: main },
    {
      name: "zod",
      version: own.dependencies.zod,
      specifier: fileURLToPath(new URL("node_modules/zod/index.js", ROOT)),
    },
    ...["date-fns-tz", ...packages].map((name) => ({ name, version: versionOf(name), specifier: name })),
  ].map(({ name, version, specifier }) => ({
    name,
    version,
    ms: repeated("load.mjs", "import", specifier).import,
  }));
  section("Cold import (CPU time)", importTable(rows));
}

function regex() {
  const result = child("regex.mjs", ...effort);
  for (const line of result.absent) say(line);
  if (result.patterns > 0) section(`${result.patterns} ordinary patterns (medians)`, regexTable(result));
}

/** Runs a module of this folder, and reads the JSON it prints. */
function child(file, ...parameters) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--expose-gc", fileURLToPath(new URL(file, import.meta.url)), ...parameters],
    { encoding: "utf8", maxBuffer: 64 * 1024 * 1024, cwd: fileURLToPath(new URL(".", import.meta.url)) },
  );
  if (status === 0) return JSON.parse(stdout);
  console.error(`${file} ${parameters.join(" ")} failed\n${stderr}`);
  process.exit(1);
}

/** The median of each figure over several runs. */
function medians(runs) {
  return Object.fromEntries(
    Object.entries(runs[0]).map(([key, value]) => [
      key,
      typeof value === "number" ? median(runs.map((run) => run[key])) : value,
    ]),
  );
}

function section(title, body) {
  say(`\n### ${title}\n\n${body}`);
}

function say(line) {
  console.log(line);
  said.push(line);
}

/** Puts what was said between the marks of a block in docs/performance.md. */
function writeDocs(block) {
  const path = new URL("docs/performance.md", ROOT);
  const [open, close] = [`<!-- ${block} -->`, `<!-- /${block} -->`];
  const [before, rest] = readFileSync(path, "utf8").split(open);
  const after = rest?.split(close)[1];
  if (after === undefined) throw new Error(`docs/performance.md has no ${open} … ${close}`);
  writeFileSync(path, `${before}${open}\n\n${said.join("\n")}\n\n${close}${after}`);
}

function today() {
  return new Date().toISOString().slice(0, 10);
}
