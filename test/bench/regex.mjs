/**
 * The pattern engine of this library beside the host's RegExp, re2js and re2, on ordinary patterns:
 * `node regex.mjs [--quick]` prints the figures as JSON. The engine is no export of the package, so it is bundled
 * from its source.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { randomFrom } from "./data/random.mjs";
import { FILLERS } from "./data/words.mjs";
import { median, quantile } from "./harness.mjs";
import { versionOf } from "./peers/index.mjs";

const ROOT = new URL("../../", import.meta.url);
const CORPUS = new URL("test/text/regex/corpus/ordinary.json", ROOT);
const LENGTHS = [100, 1_000];
const STEPS = 250_000;

const quick = process.argv.includes("--quick");
const effort = quick ? { rounds: 3, slice: 0.4, share: 4 } : { rounds: 7, slice: 2, share: 1 };

/** Nothing is proved bounded, so nothing is given to the host. */
const noShortCut = {
  name: "no-short-cut",
  setup: (build) =>
    build.onLoad({ filter: /regex\/native\.ts$/ }, () => ({
      contents: "export const nativeWork = () => undefined;",
    })),
};

if (!existsSync(CORPUS)) {
  process.stdout.write(JSON.stringify({ absent: ["no corpus of ordinary patterns"], rows: [], patterns: 0 }));
} else {
  const patterns = JSON.parse(readFileSync(CORPUS, "utf8")).filter((_, at) => at % effort.share === 0);
  const { engines, absent } = await loadEngines();
  const rows = engines.map((engine) => figuresOf(engine, patterns));
  process.stdout.write(JSON.stringify({ rows, absent, patterns: patterns.length, lengths: LENGTHS }));
}

/** Engines as functions from a pattern to a test; the first is the baseline. */
async function loadEngines() {
  const engines = [
    { name: "native RegExp", compile: native },
    { name: "ticket-rules", compile: await bounded() },
    { name: "ticket-rules, no short cut", compile: await bounded({ withoutShortCut: true }) },
  ];
  const absent = [];
  for (const name of ["re2js", "re2"]) {
    if (versionOf(name) === undefined) absent.push(`${name} is left out: not installed`);
    else
      engines.push({ name: `${name} ${versionOf(name)}`, compile: await documented(name), mayDiffer: true });
  }
  return { engines, absent };
}

function native(pattern, flags) {
  const regex = new RegExp(pattern, flags);
  return (text) => regex.test(text);
}

async function bounded({ withoutShortCut = false } = {}) {
  const { build } = createRequire(new URL("package.json", ROOT))("esbuild");
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("src/text/regex/engine.ts", ROOT))],
    bundle: true,
    format: "esm",
    write: false,
    plugins: withoutShortCut ? [noShortCut] : [],
  });
  const source = Buffer.from(outputFiles[0].contents).toString("base64");
  const { boundedEngine } = await import(`data:text/javascript;base64,${source}`);
  return (pattern, flags) => {
    const compiled = boundedEngine.compile(pattern, flags);
    return (text) => compiled.test(text, STEPS);
  };
}

/** An adapter as docs/regex.md shows it, so that what is shown is what is measured. */
async function documented(name) {
  const blocks = readFileSync(new URL("docs/regex.md", ROOT), "utf8").matchAll(/```js\n([\s\S]*?)```/g);
  const [, code] = [...blocks].find(([, block]) => block.includes(`export const ${name} `));
  // Beside the packages it imports.
  const file = new URL(`node_modules/.adapters/${name}.mjs`, import.meta.url);
  mkdirSync(new URL(".", file), { recursive: true });
  writeFileSync(file, code);
  const { [name]: engine } = await import(file);
  return (pattern, flags) => {
    const compiled = engine.compile(pattern, flags);
    return (text) => compiled.test(text);
  };
}

function figuresOf({ name, compile, mayDiffer = false }, patterns) {
  const times = LENGTHS.map(() => []);
  const ratios = LENGTHS.map(() => []);
  const compilations = [];
  const firsts = [];
  let [refused, different] = [0, 0];
  for (const entry of patterns) {
    const { pattern, flags } = entry;
    const reference = native(pattern, flags);
    const test = attempt(() => compile(pattern, flags));
    if (test === undefined) {
      refused++;
      continue;
    }
    compilations.push(fastest(() => compile(pattern, flags)));
    firsts.push(fastest(() => compile(pattern, flags)(textsFor(entry, 100)[0])));
    const agrees = LENGTHS.flatMap((length) => textsFor(entry, length)).every((text) => {
      if (test(text) === reference(text)) return true;
      if (mayDiffer) return false;
      throw new Error(`${name} gives another answer for /${pattern}/${flags} on ${JSON.stringify(text)}`);
    });
    if (!agrees) {
      different++;
      continue;
    }
    for (const [at, length] of LENGTHS.entries()) {
      const texts = textsFor(entry, length);
      const rounds = Array.from({ length: effort.rounds }, () => {
        const base = timeTests(reference, texts);
        const own = timeTests(test, texts);
        return { own, ratio: own / base };
      });
      times[at].push(median(rounds.map(({ own }) => own)));
      ratios[at].push(median(rounds.map(({ ratio }) => ratio)));
    }
  }
  return {
    name,
    refused,
    different,
    compile: { median: median(compilations), p95: quantile(compilations, 0.95) },
    first: { median: median(firsts), p95: quantile(firsts, 0.95) },
    tests: LENGTHS.map((length, at) => ({
      length,
      micros: median(times[at]),
      ratio: median(ratios[at]),
      p95: quantile(ratios[at], 0.95),
    })),
  };
}

function attempt(work) {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** Messages of a length: half of them hold one of the pattern's examples. The same for every engine. */
function textsFor({ name, yes, no }, length) {
  const random = randomFrom(
    [...name].reduce((sum, character) => sum * 31 + character.codePointAt(0), length),
  );
  const examples = [yes[0] ?? "", yes.at(-1) ?? "", no[0] ?? "", ""];
  return examples.map((example) => {
    const before = random.below(Math.max(1, length - example.length));
    return `${prose(random, before)}${example}${prose(random, length - before - example.length)}`;
  });
}

function prose(random, length) {
  let text = "";
  while (text.length < length) text += ` ${random.pick(FILLERS)}`;
  return text.slice(0, Math.max(0, length));
}

/** CPU microseconds a test over texts in turn, for at least a slice. */
function timeTests(test, texts) {
  for (let passes = 8; ; passes *= 4) {
    const start = process.cpuUsage();
    let found = 0;
    for (let pass = 0; pass < passes; pass++) for (const text of texts) if (test(text)) found++;
    const { user, system } = process.cpuUsage(start);
    if (user + system >= effort.slice * 1000) return (user + system) / (passes * texts.length) + found * 0;
  }
}

/** The quickest of a few, in microseconds: what it costs when nobody else has the processor. */
function fastest(work) {
  let least = Number.POSITIVE_INFINITY;
  for (let time = 0; time < 5; time++) {
    const start = process.hrtime.bigint();
    work();
    least = Math.min(least, Number(process.hrtime.bigint() - start) / 1000);
  }
  return least;
}
