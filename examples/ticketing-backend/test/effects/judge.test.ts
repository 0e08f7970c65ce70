import { describe, expect, it } from "vitest";
import { type Circumstances, judge, type Verdict } from "../../src/effects/judge.ts";
import type { Answer } from "../../src/outbound/outbound.ts";

const AT = new Date("2026-04-02T12:00:00.000Z");
const first: Circumstances = { type: "notify", attempts: 1, at: AT, retryBaseMs: 5_000, random: 0 };

function answered(status: number, retryAfter: string | null = null, excerpt = ""): Answer {
  return { type: "answered", status, retryAfter, excerpt };
}

/** Seconds until the next attempt. */
function waitOf(verdict: Verdict): number {
  if (verdict.kind !== "retry") throw new Error(verdict.kind);
  return (verdict.at.getTime() - AT.getTime()) / 1_000;
}

describe("an answer", () => {
  it.each([
    [200, "done"],
    [202, "done"],
    [204, "done"],
    [301, "retry"],
    [307, "retry"],
    [400, "dead"],
    [401, "dead"],
    [404, "dead"],
    [408, "retry"],
    [409, "dead"],
    [410, "dead"],
    [422, "dead"],
    [425, "retry"],
    [429, "retry"],
    [500, "retry"],
    [503, "retry"],
    [599, "retry"],
  ])("with status %i: %s", (status, kind) => {
    expect(judge(answered(status), first).kind).toBe(kind);
  });

  it("409 to a repeated key says that an earlier attempt arrived", () => {
    expect(judge(answered(409), { ...first, attempts: 2 })).toEqual({ kind: "done" });
  });

  it("is kept with what it says, cut to what a person reads", () => {
    expect(judge(answered(410, null, "this hook is gone"), first)).toEqual({
      kind: "dead",
      reason: "status 410: this hook is gone",
    });
    expect(judge(answered(400, null, "x".repeat(1_000)), first)).toMatchObject({
      reason: `status 400: ${"x".repeat(300)}`,
    });
  });
});

describe("no answer", () => {
  it("is a reason to try again", () => {
    expect(judge({ type: "unanswered", problem: "other side closed" }, first)).toEqual({
      kind: "retry",
      at: new Date("2026-04-02T12:00:05.000Z"),
      reason: "other side closed",
    });
  });

  it("where nothing may be sent gives up at once", () => {
    const problem = "10.0.0.1 is not a public address (private)";
    expect(judge({ type: "forbidden", problem }, first)).toEqual({ kind: "dead", reason: problem });
  });
});

describe("the wait", () => {
  const at = (attempts: number, random = 0) => waitOf(judge(answered(500), { ...first, attempts, random }));

  it("is thrice as long each time, up to six hours", () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((attempts) => at(attempts))).toEqual([
      5, 15, 45, 135, 405, 1_215, 3_645, 10_935, 21_600, 21_600, 21_600,
    ]);
  });

  it("is up to a half shorter by chance", () => {
    expect(at(2, 0.5)).toBe(11.25);
    expect(at(2, 0.999_999)).toBeCloseTo(7.5, 3);
  });

  it.each([
    ["120", 120],
    [" 30 ", 30],
    ["0", 1],
    ["999999", 3_600],
    ["99999999999999999999", 5],
    ["Thu, 02 Apr 2026 12:02:00 GMT", 120],
    ["Thu, 02 Apr 2026 11:00:00 GMT", 1],
    ["Fri, 31 Dec 9999 23:59:59 GMT", 3_600],
    ["-5", 1],
    ["soon", 5],
    ["", 5],
  ])("that the receiver asks for as `%s` is %d s", (retryAfter, seconds) => {
    expect(waitOf(judge(answered(429, retryAfter), first))).toBe(seconds);
  });
});

describe("the last attempt", () => {
  it.each([
    ["activateBot", 6],
    ["terminateBot", 6],
    ["sendSurvey", 12],
    ["enableManualSurvey", 12],
    ["notify", 12],
  ] as const)("of %s is the %ith", (type, last) => {
    expect(judge(answered(500), { ...first, type, attempts: last - 1 }).kind).toBe("retry");
    expect(judge(answered(500), { ...first, type, attempts: last })).toEqual({
      kind: "dead",
      reason: `status 500 (attempt ${last}, the last)`,
    });
  });
});
