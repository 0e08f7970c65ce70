import { describe, expect, it } from "vitest";
import { type FindingCode, findingCodes, lint } from "../../src/analysis.ts";
import { AT, type Example, examples } from "./examples.ts";

const codesIn = (code: FindingCode, { document }: Example) =>
  lint(document, { at: AT, severity: code === "slowElsewhere" ? { slowElsewhere: "info" } : {} }).map(
    (finding) => finding.code,
  );

describe.each(findingCodes)("%s", (code) => {
  const { found, near } = examples[code];

  it("has five examples of each kind", () => {
    expect(found.length).toBeGreaterThanOrEqual(5);
    expect(near.length).toBeGreaterThanOrEqual(5);
  });

  it.each(found)("is found: $what", (example) => {
    expect(codesIn(code, example).filter((each) => each === code)).not.toEqual([]);
  });

  it.each(near)("is not found: $what", (example) => {
    expect(codesIn(code, example).filter((each) => each === code)).toEqual([]);
  });
});
