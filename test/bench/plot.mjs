/** Time for an event against the number of rules, both on logarithmic axes, as an SVG for light and dark pages. */
import { WORKLOADS } from "./data/workloads.mjs";

const [WIDTH, HEIGHT] = [860, 520];
const PLOT = { left: 70, right: 620, top: 30, bottom: 460 };
const LABELS = 640;
const LINE_HEIGHT = 17;

/** Apart in hue and lightness, each readable on white and on black. The first four are limits and ourselves. */
const COLOURS = [
  "#868e96",
  "#b07d2b",
  "#d6336c",
  "#d6336c",
  "#1c7ed6",
  "#ae3ec9",
  "#e8590c",
  "#0c8599",
  "#7048e8",
  "#2f9e44",
];
/** What no user would run: drawn with gaps. */
const DASHED = new Set(["hand-written", "shared closures", "ticket-rules, no index"]);

/** @param results those of the workloads with a number of rules; @returns the text of the image. */
export function plotOf(results) {
  const counts = results.map(({ workload }) => WORKLOADS[workload].count);
  const names = results[0].rows.map(({ name }) => name);
  const lines = names.map((name, at) => ({
    name,
    colour: COLOURS[at % COLOURS.length],
    points: results.flatMap(({ rows }, place) => {
      const row = rows.find((each) => each.name === name);
      return row === undefined ? [] : [{ count: counts[place], micros: row.micros }];
    }),
  }));
  const times = lines.flatMap(({ points }) => points.map(({ micros }) => micros));
  const x = scale(Math.log10(counts[0]), Math.log10(counts.at(-1)), PLOT.left + 15, PLOT.right - 10);
  const decades = [Math.floor(Math.log10(Math.min(...times))), Math.ceil(Math.log10(Math.max(...times)))];
  const y = scale(decades[0], decades[1], PLOT.bottom, PLOT.top);
  const parts = [
    ...between(decades[0], decades[1]).map((decade) => gridLine(y(decade), timeLabel(decade))),
    ...counts.map((count) => axisLabel(x(Math.log10(count)), count.toLocaleString("en"))),
    ...lines.map((line) => lineOf(line, x, y)),
    ...legendOf(lines, y),
    `<text x="${(PLOT.left + PLOT.right) / 2}" y="${HEIGHT - 14}" text-anchor="middle">rules</text>`,
    `<text x="${PLOT.left}" y="16">CPU time for an event</text>`,
  ];
  return `${HEAD}\n${parts.join("\n")}\n</svg>\n`;
}

const HEAD = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="title">
<title id="title">CPU time for an event against the number of rules, for ticket-rules and other engines</title>
<style>
  /* The first colours do on any page; where the reader's is known to be dark, brighter ones. */
  text { font: 13px system-ui, sans-serif; fill: #6e7681; }
  .grid { stroke: #808080; stroke-opacity: 0.3; }
  .line { fill: none; stroke-width: 1.6; }
  .dashed { stroke-dasharray: 5 4; }
  .ours { stroke-width: 4; }
  .ours-label { font-weight: bold; }
  @media (prefers-color-scheme: light) { text { fill: #24292f; } }
  @media (prefers-color-scheme: dark) { text { fill: #e6edf3; } }
</style>`;

function scale(from, to, start, end) {
  return (value) => start + ((value - from) / (to - from)) * (end - start);
}

const between = (first, last) => Array.from({ length: last - first + 1 }, (_, at) => first + at);

function gridLine(y, label) {
  return `<line class="grid" x1="${PLOT.left}" x2="${PLOT.right}" y1="${round(y)}" y2="${round(y)}"/><text x="${PLOT.left - 8}" y="${round(y + 4)}" text-anchor="end">${label}</text>`;
}

const axisLabel = (x, label) =>
  `<text x="${round(x)}" y="${PLOT.bottom + 22}" text-anchor="middle">${label}</text>`;

function timeLabel(decade) {
  const [unit, exponent] =
    decade < 0
      ? ["ns", decade + 3]
      : decade < 3
        ? ["µs", decade]
        : decade < 6
          ? ["ms", decade - 3]
          : ["s", decade - 6];
  return `${10 ** exponent} ${unit}`;
}

const isOurs = (name) => name === "ticket-rules";

function lineOf({ name, colour, points }, x, y) {
  const at = points.map(({ count, micros }) => [round(x(Math.log10(count))), round(y(Math.log10(micros)))]);
  const dots = at.map(
    ([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="${isOurs(name) ? 4.5 : 3}" fill="${colour}"/>`,
  );
  const path = at.map((point) => point.join(",")).join(" ");
  const kind = isOurs(name) ? " ours" : DASHED.has(name) ? " dashed" : "";
  return `<polyline class="line${kind}" stroke="${colour}" points="${path}"/>${dots.join("")}`;
}

/** Names beside the ends of their lines, pushed apart where they would touch, with a thread to the end. */
function legendOf(lines, y) {
  const ends = lines
    .map((line) => ({ ...line, end: y(Math.log10(line.points.at(-1).micros)) }))
    .sort((a, b) => a.end - b.end);
  let lowest = PLOT.top - LINE_HEIGHT;
  const placed = ends.map((each) => {
    lowest = Math.max(lowest + LINE_HEIGHT, each.end);
    return { ...each, label: lowest };
  });
  return placed.map(({ name, colour, end, label }) => {
    const strong = isOurs(name) ? ' class="ours-label"' : "";
    return `<line x1="${PLOT.right}" y1="${round(end)}" x2="${LABELS}" y2="${round(label)}" stroke="${colour}" stroke-opacity="0.6"/><circle cx="${LABELS + 5}" cy="${round(label)}" r="4" fill="${colour}"/><text${strong} x="${LABELS + 14}" y="${round(label + 4)}">${name}</text>`;
  });
}

const round = (value) => Math.round(value * 10) / 10;
