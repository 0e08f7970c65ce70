import { describe, expect, it } from "vitest";
import { compile, evaluate, isRut, patternPresets } from "../../src/index.ts";
import { leadBot, message, workspace } from "../support/workspaces.ts";

describe.each(Object.entries(patternPresets))("the preset %s", (_, { pattern, flags, matches, misses }) => {
  const ruleSet = compile(
    workspace([{ ...leadBot, conditions: [{ type: "messageMatches", pattern, flags }] }]),
  );
  const found = (text: string) => {
    const { fired, indeterminate } = evaluate(ruleSet, message({ message: { text } }));
    expect(indeterminate).toEqual([]);
    return fired.length === 1;
  };

  it.each(matches)("is found in %j", (text) => {
    expect(found(text)).toBe(true);
    expect(new RegExp(pattern, flags).test(text)).toBe(true);
  });

  it.each(misses)("is not found in %j", (text) => {
    expect(found(text)).toBe(false);
    expect(new RegExp(pattern, flags).test(text)).toBe(false);
  });
});

describe("a RUT", () => {
  it.each([
    "12.345.678-5",
    "12345678-5",
    "11.111.111-1",
    "7.654.321-6",
    " 6.000.000-K ",
    "1.000.005-k",
    "1000005-K",
  ])("%s has the right check digit", (text) => expect(isRut(text)).toBe(true));

  it.each(["12.345.678-9", "12.345678-5", "123456785", "", "k", "12.345.678-5 y más", "0-0"])(
    "%j is none",
    (text) => expect(isRut(text)).toBe(false),
  );

  it("has exactly one right check digit", () => {
    for (let number = 1_000_000; number < 1_000_300; number++) {
      const right = [..."0123456789k"].filter((digit) => isRut(`${number}-${digit}`));
      expect(right).toHaveLength(1);
    }
  });
});
