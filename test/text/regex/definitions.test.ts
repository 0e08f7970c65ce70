import { describe, expect, it } from "vitest";
import { stepsAllowed } from "../../../src/text/regex/budget.ts";
import { boundedEngine } from "../../../src/text/regex/engine.ts";
import { calibrated } from "./texts.ts";

const attack = `${"a".repeat(64_000)}!`;

describe("definitions that attack the engine itself are refused or bounded", () => {
  it.each([
    ["a thousand million empty groups", "(?:){1000000000}", ""],
    ["nested counts of nothing", "(?:(?:a{0}){999999999})b", ""],
    ["nested counts", "((a{1,100}){1,100}){1,100}", ""],
    ["nested counts, each modest", "(((a{1,9}){1,9}){1,9}){1,9}", ""],
    ["a count beyond all bounds", "a{99999999999999999999}", ""],
    ["an open count beyond all bounds", "(?:ab){99999999999999999999,}", ""],
    ["400 nested groups", nested("(?:", 400, ")"), ""],
    ["180 nested groups, repeated", nested("(?:", 180, ")*"), ""],
    ["180 nested groups, optional", nested("(", 180, ")?"), ""],
    ["150 look-aheads", "(?=.*a)".repeat(150), ""],
    ["30 look-aheads", "(?=.*a)".repeat(30), ""],
    ["30 look-behinds", "(?<=a.*)".repeat(30), ""],
    ["150 nested look-aheads", nested("(?=", 150, ")"), ""],
    ["30 nested look-arounds", nested("(?=(?<=", 15, "))"), ""],
    ["1,900 empty alternatives", "|".repeat(1_900), ""],
    ["1,900 empty alternatives, repeated", `(?:${"|".repeat(1_900)})*b`, ""],
    ["200 times anything", ".*".repeat(200), ""],
    ["200 times anything, then a letter", `${".*".repeat(200)}b`, ""],
    ["600 optional letters", "(?:a?){600}a{600}b", ""],
    ["an automaton that doubles with each letter", `(?:a|b)*a${"(?:a|b)".repeat(100)}c`, ""],
    ["every position counted", ".{1,4096}x", ""],
    ["the longest count", "a{9999}b", ""],
    ["60 classes of letters", "[\\p{L}\\p{N}]".repeat(60), "iu"],
    ["100 different classes", Array.from({ length: 100 }, (_, i) => `[\\p{L}${i}]`).join("*"), "iu"],
    [
      "300 different letters",
      `(?:${Array.from({ length: 300 }, (_, i) => String.fromCharCode(0x4e00 + i)).join("|")})+b`,
      "i",
    ],
    ["60 references", `(a*)${"\\1".repeat(60)}b`, ""],
    ["references to each other", "(?:(a*)|\\3)+(?:(a*)|\\1)+(?:(a*)|\\2)+b", ""],
    ["emoji sequences counted", "(?:\\p{RGI_Emoji}{1,20}){1,4}b", "v"],
  ])("%s", (_, pattern, flags) => {
    let outcome: unknown;
    const work = () => {
      outcome = definedAndTested(pattern, flags);
    };
    expect(calibrated(work)).toBeLessThan(100);
    if (typeof outcome === "object") expect(outcome).toMatchObject({ code: "regex/tooLarge" });
    else expect([true, false, "undecided"]).toContain(outcome);
  });
});

/** `a.*` in that many brackets. */
function nested(open: string, times: number, close: string): string {
  return `${open.repeat(times)}a.*${close.repeat(times)}`;
}

function definedAndTested(pattern: string, flags: string): unknown {
  try {
    return boundedEngine.compile(pattern, flags).test(attack, stepsAllowed(attack.length, 1));
  } catch (error) {
    return error;
  }
}
