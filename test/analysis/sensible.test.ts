import { describe, expect, it } from "vitest";
import { lint } from "../../src/analysis.ts";
import { Workspace } from "../../src/index.ts";
import { sensible, sensibleRules } from "./sensible.ts";

describe("sensible rules", () => {
  it("are at least sixty, and parse", () => {
    expect(sensibleRules.length).toBeGreaterThanOrEqual(60);
    expect(Workspace.safeParse(sensible).error?.issues).toBeUndefined();
  });

  it("are not complained about together", () => {
    expect(lint(sensible, { at: "2026-09-01T12:00:00-03:00" })).toEqual([]);
  });

  it.each(sensibleRules.map((rule) => [rule.name, rule] as const))(
    "are not complained about alone: %s",
    (_, rule) => {
      expect(lint({ ...sensible, rules: [rule] })).toEqual([]);
    },
  );

  it("are told to be slow in other systems on request only: that advice has false alarms", () => {
    expect(lint(sensible, { codes: ["slowElsewhere"] }).length).toBeGreaterThan(0);
    expect(lint(sensible, { severity: { slowElsewhere: "info" } }).length).toBeGreaterThan(0);
  });
});
