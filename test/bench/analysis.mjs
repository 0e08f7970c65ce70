/**
 * What the analysis costs: `npm run bench:analysis` (a few minutes; `-- --quick`: without the 10,000 rules). It uses
 * the built package. CPU time; the rules are those of workload W3, with defects put in.
 */
import { createAnalyzer } from "../../dist/analysis.js";
import { randomFrom } from "./data/random.mjs";
import { mixedRules } from "./data/rules.mjs";
import { workspaceOf } from "./data/workspace.mjs";
import { cpuMs, quantile } from "./harness.mjs";

const quick = process.argv.includes("--quick");
const say = (line) => process.stdout.write(`${line}\n`);

const rules = mixedRules(1_000);
timeEach(rules);
timePairs(rules);
for (const count of quick ? [100, 1_000] : [100, 1_000, 10_000]) timeInspection(count);
timeDiff(quick ? 1_000 : 10_000);

function timeEach(all) {
  const sizes = new Map([
    ["up to 4", (leaves) => leaves <= 4],
    ["5 to 9", (leaves) => leaves > 4 && leaves < 10],
    ["10", (leaves) => leaves === 10],
    ["25", (leaves) => leaves === 25],
    ["50", (leaves) => leaves === 50],
  ]);
  const made = [10, 25, 50].flatMap((leaves) =>
    Array.from({ length: 60 }, (_, at) => joined(all, leaves, at)),
  );
  say("| leaves | rules | fires, ms: median / 95 % | conditions | tests |\n|---|--:|--:|--:|--:|");
  for (const [name, fits] of sizes) {
    const own = [...all, ...made].filter(({ conditions }) => fits(countLeaves(conditions))).slice(0, 200);
    if (own.length === 0) continue;
    const analyzer = createAnalyzer(workspaceOf(own));
    const figures = ["fires", "conditions", "tests"].map((question) => {
      const times = own.slice(0, question === "fires" ? 200 : 40).map(({ id }) => {
        const start = cpuMs();
        analyzer[question](id);
        return cpuMs() - start;
      });
      return `${quantile(times, 0.5).toFixed(2)} / ${quantile(times, 0.95).toFixed(2)}`;
    });
    say(`| ${name} | ${own.length} | ${figures.join(" | ")} |`);
  }
}

/** A rule of the conditions of several. */
function joined(all, leaves, at) {
  const random = randomFrom(leaves * 1_000 + at);
  const pool = Array.from({ length: 40 }, () => random.pick(all)).filter(
    ({ trigger }) => trigger === "message.received",
  );
  const conditions = pool
    .flatMap((rule) => rule.conditions.filter(({ type }) => type !== "group"))
    .slice(0, leaves);
  const groups = [];
  for (let from = 0; from < conditions.length; from += 3) {
    const inside = conditions.slice(from, from + 3);
    groups.push({ type: "group", operator: from % 2 === 0 ? "or" : "not", conditions: inside });
  }
  const [base] = pool;
  return { ...base, id: `made-${leaves}-${at}`, operator: "and", conditions: groups };
}

function countLeaves(conditions) {
  return conditions.reduce(
    (sum, each) => sum + (each.type === "group" ? countLeaves(each.conditions) : 1),
    0,
  );
}

function timePairs(all) {
  const analyzer = createAnalyzer(workspaceOf(all));
  const random = randomFrom(1);
  const pairs = Array.from({ length: 6_000 }, () => [random.pick(all).id, random.pick(all).id]);
  let unknown = 0;
  let start = cpuMs();
  const first = pairs.splice(0, 1_000);
  for (const [a, b] of first) analyzer.compare(a, b);
  const warming = (cpuMs() - start) / 1_000;
  start = cpuMs();
  for (const [a, b] of pairs) if (analyzer.compare(a, b).relation === "unknown") unknown++;
  const seconds = (cpuMs() - start) / 1_000;
  say(
    `\ncompare: ${Math.round(pairs.length / seconds)} pairs a second, ${unknown} of ${pairs.length} unknown; the first 1,000 took ${warming.toFixed(1)} s`,
  );
}

function timeInspection(count) {
  const own = mixedRules(count);
  const copies = own.slice(0, Math.ceil(count / 50)).map((rule, at) => ({ ...rule, id: `copy-${at}` }));
  const all = [...own.slice(0, count - copies.length), ...copies];
  globalThis.gc?.();
  let start = cpuMs();
  const analyzer = createAnalyzer(workspaceOf(all));
  const made = (cpuMs() - start) / 1_000;
  start = cpuMs();
  const found = analyzer.inspect();
  const seconds = (cpuMs() - start) / 1_000;
  const counts = Object.entries(found).map(([name, list]) => `${name} ${list.length}`);
  const heap = Math.round(process.memoryUsage().heapUsed / 2 ** 20);
  say(
    `\ninspect ${count}: ${seconds.toFixed(1)} s (compiling ${made.toFixed(1)} s), heap ${heap} MB; ${counts.join(", ")}`,
  );
}

function timeDiff(count) {
  const before = mixedRules(count);
  const after = before.map((rule, at) =>
    at % (count / 20) === 7 ? { ...rule, conditions: rule.conditions.slice(1) } : rule,
  );
  const analyzer = createAnalyzer(workspaceOf(before));
  const start = cpuMs();
  const { rules: changed, effects, unknown } = analyzer.diff(after);
  say(
    `\ndiff ${count}: ${((cpuMs() - start) / 1_000).toFixed(2)} s, ${changed.length} rules changed, ${effects.length} effects, ${unknown.length} unknown`,
  );
}
