import { describe, expect, it } from "vitest";
import { compile, evaluate, type RecheckState, recheck, type SendSurveyEffect } from "../src/index.ts";
import { closed, leadBot, message, notifyOnClose, survey, workspace } from "./support/workspaces.ts";

const later = survey("s-1", { delayMinutes: 60, spamThresholdDays: 3 });
const ruleSet = compile(workspace([later, leadBot, notifyOnClose]));
const [effect] = evaluate(ruleSet, closed()).effects as [SendSurveyEffect];
const DAY = 86_400_000;
const at = (ms: number) => new Date(Date.parse(effect.executeAt) + ms).toISOString();
const sent = (ms: number, changes = {}) => ({
  customer: "cus-1",
  at: at(ms),
  status: "sent" as const,
  ...changes,
});

describe("a delayed survey, when it is due", () => {
  const cases: [string, RecheckState, string | undefined][] = [
    ["is sent when nothing has changed", { surveys: [] }, undefined],
    [
      "is sent when its own pending entry is the only one",
      { surveys: [sent(0, { status: "pending" })] },
      undefined,
    ],
    [
      "knows its own entry by its key",
      { surveys: [sent(-5000, { status: "pending", key: effect.key })] },
      undefined,
    ],
    [
      "is not sent beside another pending one at the same instant",
      { surveys: [sent(0, { status: "pending" }), sent(0, { status: "pending" })] },
      "spamThreshold",
    ],
    ["is not sent within three days of another", { surveys: [sent(-3 * DAY + 1)] }, "spamThreshold"],
    ["is sent exactly three days after another", { surveys: [sent(-3 * DAY)] }, undefined],
    ["is not bound by what other customers got", { surveys: [sent(-1, { customer: "cus-2" })] }, undefined],
    [
      "measures from the true sending time when it is late",
      { at: at(7_200_000), surveys: [sent(3_600_000)] },
      "spamThreshold",
    ],
    ["is not sent when the ticket was reopened", { surveys: [], reopened: true }, "ticketReopened"],
    [
      "is not sent when the ticket is open again",
      { surveys: [], ticket: { status: "open" } },
      "ticketReopened",
    ],
    ["is sent when the ticket is still closed", { surveys: [], ticket: { status: "closed" } }, undefined],
    ["is not sent when nobody tells the customer's surveys", {}, "surveysUnknown"],
  ];

  it.each(cases)("%s", (_, state, reason) => {
    expect(recheck(ruleSet, effect, state)).toEqual(
      reason === undefined ? { send: true } : { send: false, reason },
    );
  });

  it("is not sent when its rule or integration is switched off, not valid or gone", () => {
    const state = { surveys: [] };
    const against = (rules: readonly unknown[], changes = {}) =>
      recheck(compile(workspace(rules, changes)), effect, state);
    expect(against([{ ...later, active: false }])).toEqual({ send: false, reason: "ruleInactive" });
    expect(against([{ ...later, name: " " }])).toEqual({ send: false, reason: "ruleGone" });
    expect(against([])).toEqual({ send: false, reason: "ruleGone" });
    const { integrations } = workspace([]);
    for (const off of [{ enabled: false }, { active: false }]) {
      const timepoints = { enabled: true, active: true, apiToken: "t", ...off };
      expect(against([later], { integrations: { ...integrations, timepoints } })).toEqual({
        send: false,
        reason: "integrationInactive",
      });
    }
  });

  it("is not sent when its id has become that of another integration's rule", () => {
    const other = { ...leadBot, id: later.id };
    expect(recheck(compile(workspace([other])), effect, { surveys: [] })).toEqual({
      send: false,
      reason: "ruleGone",
    });
  });

  it("is told of an instant or an effect that is none", () => {
    expect(() => recheck(ruleSet, effect, { at: "soon", surveys: [] })).toThrow(TypeError);
    expect(() => recheck(ruleSet, {} as never)).toThrow(TypeError);
    expect(recheck(ruleSet, effect, null)).toEqual({ send: false, reason: "surveysUnknown" });
  });

  it("is sent although its rule was edited", () => {
    const edited = { ...later, conditions: [{ type: "account", is: "acc-other" }] };
    expect(recheck(compile(workspace([edited])), effect, { surveys: [] })).toEqual({ send: true });
  });
});

describe("any effect, when it is due", () => {
  it("of a bot is not carried out when the bot was switched off, is gone, or another one runs", () => {
    const [bot] = evaluate(ruleSet, message()).effects;
    expect(recheck(ruleSet, bot!)).toEqual({ send: true });
    expect(recheck(ruleSet, bot!, { ticket: { activeBot: "bot-x" } })).toEqual({
      send: false,
      reason: "otherBotActive",
    });
    const { integrations } = workspace([]);
    const botcenter = { ...integrations!.botcenter!, bots: [] };
    const without = compile(workspace([leadBot], { integrations: { ...integrations, botcenter } }));
    expect(recheck(without, bot!)).toEqual({ send: false, reason: "botUnknown" });
  });

  it("that is a merged notification is sent while any of its rules is on", () => {
    const other = { ...notifyOnClose, id: "notify-2" };
    const [merged] = evaluate(compile(workspace([notifyOnClose, other])), closed()).effects;
    expect(merged).toMatchObject({ rules: ["notify", "notify-2"] });
    expect(recheck(compile(workspace([{ ...notifyOnClose, active: false }, other])), merged!)).toEqual({
      send: true,
    });
    expect(recheck(compile(workspace([{ ...notifyOnClose, active: false }])), merged!)).toEqual({
      send: false,
      reason: "ruleInactive",
    });
  });
});
