/** Figures as tables of Markdown, which read well in a terminal too. */
import { WORKLOADS } from "./data/workloads.mjs";

/** Ratios to the baseline, a column for each workload; under it, the time of the baseline. */
export function ratioTable(results) {
  const baseline = results[0].rows[0].name;
  const names = namesIn(results);
  const rows = names.map((name) => [
    label(name),
    ...results.map(({ rows: found }) => {
      const row = found.find((each) => each.name === name);
      if (row === undefined) return "–";
      return name === baseline ? duration(row.micros) : number(row.ratio);
    }),
  ]);
  return table(
    ["", ...results.map(({ workload }) => columnTitle(workload))],
    rows.map((row, at) => (at === 0 ? [`*${baseline}, time for an event*`, ...row.slice(1)] : row)),
  );
}

/** Time for each event against the number of rules. */
export function growthTable(results) {
  const counts = results.map(({ workload }) => WORKLOADS[workload].count);
  const timesOf = (name) => results.map(({ rows }) => rows.find((each) => each.name === name)?.micros);
  return table(
    ["", ...counts.map((count) => count.toLocaleString("en")), "×", "ns a rule"],
    namesIn(results).map((name) => {
      const times = timesOf(name);
      const [first, last] = [times[0], times.at(-1)];
      const known = first !== undefined && last !== undefined;
      return [
        label(name),
        ...times.map((micros) => (micros === undefined ? "–" : duration(micros))),
        known ? number(last / first) : "–",
        known ? number((last * 1000) / counts.at(-1)) : "–",
      ];
    }),
  );
}

/** Time and ratio of workloads with a baseline of their own. */
export function pairTable(results) {
  return table(
    ["", "time for an event", "ratio", "quartiles"],
    results.flatMap(({ workload, rows }) =>
      rows.map(({ name, micros, ratio, quartiles }, at) => [
        `${WORKLOADS[workload].title}: ${label(name)}`,
        duration(micros),
        at === 0 ? "1" : number(ratio),
        at === 0 ? "" : quartiles.map(number).join("–"),
      ]),
    ),
  );
}

/** What loading costs. */
export function loadTable(rows) {
  const milliseconds = (value) => (value === undefined ? "–" : value.toFixed(0));
  const megabytes = (value) => (value === undefined ? "–" : value.toFixed(1));
  return table(
    [
      "",
      "JSON.parse, ms",
      "build, ms",
      "first event, ms",
      "document, MB",
      "heap, MB",
      "outside it, MB",
      "RSS, MB",
    ],
    rows.map(({ name, parse, build, first, documentMb, heapMb, outsideMb, rssMb }) => [
      label(name),
      ...[parse, build, first].map(milliseconds),
      ...[documentMb, heapMb, outsideMb, rssMb].map(megabytes),
    ]),
  );
}

export function importTable(rows) {
  return table(
    ["", "version", "CPU ms"],
    rows.map(({ name, version, ms }) => [label(name), version, ms.toFixed(0)]),
  );
}

export function regexTable({ rows, lengths }) {
  return table(
    [
      "",
      "compile µs (p95)",
      "compile + first test",
      ...lengths.flatMap((length) => [`µs, ${length} characters`, "× native (p95)"]),
      "refused",
      "differ",
    ],
    rows.map(({ name, compile, first, tests, refused, different }) => [
      label(name),
      `${number(compile.median)} (${number(compile.p95)})`,
      number(first.median),
      ...tests.flatMap(({ micros, ratio, p95 }) => [number(micros), `${number(ratio)} (${number(p95)})`]),
      String(refused),
      String(different),
    ]),
  );
}

function namesIn(results) {
  const names = new Set(results.flatMap(({ rows }) => rows.map(({ name }) => name)));
  return [...names];
}

const label = (name) => (name === "ticket-rules" ? `**${name}**` : name);

function columnTitle(workload) {
  const { count } = WORKLOADS[workload];
  return count === undefined
    ? `${workload} ${WORKLOADS[workload].title}`
    : `W3 ${count.toLocaleString("en")}`;
}

/** Two digits that count. */
export function number(value) {
  if (value >= 100) return Math.round(value).toLocaleString("en");
  return value >= 10 ? value.toFixed(0) : value.toPrecision(2);
}

function duration(micros) {
  if (micros < 0.995) return `${(micros * 1000).toFixed(0)} ns`;
  return micros < 9_950 ? `${number(micros)} µs` : `${number(micros / 1000)} ms`;
}

/** Columns as wide as their widest cell. */
function table(head, rows) {
  const widths = head.map((title, at) =>
    Math.max(...[title, ...rows.map((row) => row[at])].map(({ length }) => length), 4),
  );
  const line = (cells) =>
    `| ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join(" | ")} |`;
  const rule = widths.map((width, at) => (at === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  return [line(head), line(rule), ...rows.map(line)].join("\n");
}
