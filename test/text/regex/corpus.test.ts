import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { stepsAllowed } from "../../../src/text/regex/budget.ts";
import { boundedEngine } from "../../../src/text/regex/engine.ts";
import { makeMatcher } from "../../../src/text/regex/matcher.ts";
import { countStates } from "../../../src/text/regex/nfa.ts";
import { parsePattern } from "../../../src/text/regex/parse.ts";
import fresh from "./corpus/fresh.json";
import hostile from "./corpus/hostile.json";
import older from "./corpus/ordinary.json";
import { calibrated, ordinaryText } from "./texts.ts";

/** The second lot was written when the engine was done, as somebody would who judges it. */
const ordinary = [...older, ...fresh];
const LENGTHS = [1_000, 8_000, 64_000];
/** How long each verdict may take, as a multiple of a loop of about a millisecond. */
const SHORT = 80;

/** The pattern without the short cut to the host. */
function automata(pattern: string, flags: string) {
  const tree = parsePattern(pattern, flags);
  const matcher = makeMatcher(tree, countStates(tree.root));
  return matcher.test;
}

describe(`${ordinary.length} ordinary patterns`, () => {
  it.each(ordinary)("$name", ({ pattern, flags, yes, no }) => {
    const engine = boundedEngine.compile(pattern, flags);
    const slow = automata(pattern, flags);
    for (const [texts, expected] of [
      [yes, true],
      [no, false],
    ] as const) {
      for (const text of texts) {
        expect(engine.test(text, 250_000), text).toBe(expected);
        expect(slow(text, 250_000), text).toBe(expected);
      }
    }
  });

  it("are decided on ordinary texts of up to 16,000 characters, as the host decides", () => {
    for (const { pattern, flags } of ordinary) {
      const host = new RegExp(pattern, flags);
      const engine = boundedEngine.compile(pattern, flags);
      const slow = automata(pattern, flags);
      for (const [seed, length] of [100, 1_000, 4_000, 16_000].entries()) {
        const text = ordinaryText(length, seed);
        const expected = host.test(text);
        const steps = stepsAllowed(length, 1);
        expect(engine.test(text, steps), pattern).toBe(expected);
        expect(slow(text, steps), `${pattern} on ${length}`).toBe(expected);
        // In a large set of rules too.
        expect(engine.test(text, stepsAllowed(length, 500)), pattern).toBe(expected);
      }
    }
  });
});

describe(`${hostile.length} hostile patterns`, () => {
  it.each(hostile)("$kind: /$pattern/$flags", ({ pattern, flags, prefix, pump, times, suffix }) => {
    const engine = boundedEngine.compile(pattern, flags);
    const attack = prefix + pump.repeat(times) + suffix;
    const pumped = LENGTHS.map((length) => prefix + pump.repeat(Math.ceil(length / pump.length)) + suffix);
    for (const text of [attack, ...pumped]) {
      const steps = stepsAllowed(text.length, 1);
      let verdict: unknown;
      expect(calibrated(() => (verdict = engine.test(text, steps)))).toBeLessThan(SHORT);
      expect([true, false, "undecided"]).toContain(verdict);
      expect(engine.test(text, steps)).toBe(verdict);
    }
  });

  it("are mostly decided all the same", () => {
    const undecided = hostile.filter(({ pattern, flags, prefix, pump, times, suffix }) => {
      const text = prefix + pump.repeat(times) + suffix;
      return boundedEngine.compile(pattern, flags).test(text, stepsAllowed(text.length, 1)) === "undecided";
    });
    console.log(`undecided at the attack as listed: ${undecided.map(({ pattern }) => pattern).join("  ")}`);
    expect(undecided.length).toBeLessThan(hostile.length / 8);
  });

  // Slow on purpose: a part of the long run only.
  if (process.env.LONG === "1") {
    it("stop the host itself, each in a process of its own", () => {
      const script = fileURLToPath(new URL("corpus/verify.mjs", import.meta.url));
      const { status, stdout } = spawnSync(process.execPath, [script], { encoding: "utf8" });
      expect(status, stdout).toBe(0);
    }, 600_000);
  }
});
