import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { lint } from "../src/analysis.ts";
import {
  businessTime,
  compile,
  dispatch,
  evaluate,
  explain,
  migrate,
  type NotifyEffect,
  notification,
  recheck,
  redact,
  Workspace,
} from "../src/index.ts";
import {
  closed,
  leadBot,
  message,
  notifyOnClose,
  SECRET_TOKENS,
  survey,
  workspace,
} from "./support/workspaces.ts";

const document = workspace([
  leadBot,
  notifyOnClose,
  survey("s", {}),
  { ...leadBot, id: "bad", trigger: "x" },
]);

/** Everything a host could print of a value, hidden properties too. */
function everything(value: unknown): string {
  const options = { depth: Number.POSITIVE_INFINITY, showHidden: true, getters: true };
  return `${JSON.stringify(value)} ${inspect(value, options)} ${String(value)}`;
}

function expectNoSecret(value: unknown): void {
  const text = everything(value);
  for (const secret of SECRET_TOKENS) expect(text).not.toContain(secret);
}

describe("secrets", () => {
  it("are in the document, so that these tests look for something", () => {
    for (const secret of SECRET_TOKENS) expect(everything(document)).toContain(secret);
  });

  it("stand in no rule set, decision, trace, notification or result", async () => {
    const ruleSet = compile(document);
    expectNoSecret(ruleSet);
    for (const event of [message(), closed()]) {
      const decision = evaluate(ruleSet, event);
      expectNoSecret(decision);
      expectNoSecret(explain(ruleSet, event));
      for (const effect of decision.effects) expectNoSecret(recheck(ruleSet, effect, { surveys: [] }));
      const notify = decision.effects.find((effect): effect is NotifyEffect => effect.type === "notify");
      if (notify !== undefined) expectNoSecret(notification(notify));
      expectNoSecret(await dispatch(decision, {} as never));
    }
  });

  it("stand in no finding, event or edit of lint", () => {
    const noisy = workspace([
      { ...leadBot, operator: "or" },
      { ...leadBot, id: "copy", operator: "or" },
      { ...leadBot, id: "gone", conditions: [], actions: [{ type: "activateBot", bot: "gone" }] },
      { ...notifyOnClose, conditions: [{ type: "account", is: ["acc-wsp", "gone"] }], stop: true },
      { ...notifyOnClose, id: "late", conditions: [{ type: "account", is: "acc-wsp" }] },
    ]);
    const findings = lint(noisy);
    expect(findings.length).toBeGreaterThan(5);
    expect(findings.some(({ witness }) => witness !== undefined)).toBe(true);
    expectNoSecret(findings);
  });

  it("stand in no issue, whatever is wrong around them", () => {
    const { integrations } = document;
    const spoiled: unknown[] = [
      {
        ...document,
        integrations: { ...integrations, botcenter: { ...integrations?.botcenter, bots: 3 } },
      },
      {
        ...document,
        integrations: {
          webhook: { ...integrations?.webhook, url: `https://u:${SECRET_TOKENS[2]}@example.com` },
        },
      },
      {
        ...document,
        integrations: { webhook: { ...integrations?.webhook, url: `ftp://${SECRET_TOKENS[2]}` } },
      },
      { ...document, integrations: { timepoints: { apiToken: [SECRET_TOKENS[1]] } } },
      {
        ...document,
        integrations: { timepoints: { enabled: SECRET_TOKENS[1], active: 1, apiToken: SECRET_TOKENS[1] } },
      },
      { ...document, integrations: [SECRET_TOKENS[0]] },
    ];
    for (const each of spoiled) {
      const parsed = Workspace.safeParse(each);
      expect(parsed.success).toBe(false);
      expectNoSecret(parsed.error?.issues);
      expectNoSecret(parsed.error?.message);
      expectNoSecret(compile(each));
    }
    expect(() => migrate({ ...document, schemaVersion: 7 })).toThrow(
      /^unknown schemaVersion `7`: expected 1$/,
    );
    expect(() => businessTime({ ...document.calendars![0]!, timeZone: "x" })).toThrow();
  });

  it("are gone from a redacted copy, which leaves the original as it was", () => {
    const before = structuredClone(document);
    const copy = redact(document);
    expectNoSecret(copy);
    expect(document).toEqual(before);
    expect(copy).toEqual({
      ...before,
      integrations: {
        botcenter: { enabled: true, active: true, bots: before.integrations!.botcenter!.bots },
        timepoints: { enabled: true, active: true },
        webhook: { enabled: true, active: true, url: "https://example.com/hook" },
      },
    });
  });

  it.each([
    null,
    3,
    "text",
    [],
    {},
    { integrations: 4 },
    { integrations: [{ deep: { secret: SECRET_TOKENS[0] } }] },
  ])("are gone from a copy of what is no workspace: %j", (value) => expectNoSecret(redact(value)));
});
