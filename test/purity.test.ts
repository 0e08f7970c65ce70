import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it, vi } from "vitest";
import { compile, dispatch, evaluate, explain, Workspace } from "../src/index.ts";
import {
  closed,
  deepFreeze,
  leadBot,
  message,
  notifyOnClose,
  survey,
  workspace,
} from "./support/workspaces.ts";

const src = fileURLToPath(new URL("../src/", import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));

/** Code without comments and without what stands in quotes. */
function code(file: string): string {
  return readFileSync(`${src}${file}`, "utf8")
    .replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, "")
    .replace(/"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g, '""');
}

describe("the source", () => {
  it("is read by this test", () => expect(files.length).toBeGreaterThan(50));

  it.each([
    ["a clock", /\bDate\.now\b|\bnew Date\(\s*\)|(?<!new )(?<![\w.])\bDate\(|\bperformance\b|\bTemporal\b/],
    ["a source of chance", /\bMath\.random\b|\bcrypto\b|getRandomValues|randomUUID/],
    ["timers of the host", /\bglobalThis\.set|\bqueueMicrotask\b|\bsetImmediate\b|\bsetInterval\b/],
    ["files, network or processes", /from "node:|\brequire\(|\bfetch\(|\bprocess\b|XMLHttpRequest|WebSocket/],
    ["the console", /\bconsole\b/],
    ["code from text", /\beval\(|\bnew Function\b/],
    [
      "the host's local time",
      /\.get(?:FullYear|Month|Date|Day|Hours|Minutes|TimezoneOffset)\(|\.set(?:Hours|Date|Month|Minutes)\(/,
    ],
  ])("has no use of %s", (_, pattern) => {
    expect(files.filter((file) => pattern.test(code(file)))).toEqual([]);
  });
});

describe("evaluation", () => {
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  it("asks neither the clock nor chance, and leaves frozen inputs as they are", () => {
    const rules = [
      leadBot,
      notifyOnClose,
      survey("s", { delayMinutes: 5, spamThresholdDays: 2 }),
      {
        ...notifyOnClose,
        id: "all",
        trigger: "message.received",
        operator: "or",
        conditions: [
          { type: "weekday", is: ["mon"] },
          { type: "withinBusinessHours" },
          { type: "messageMatches", pattern: "(a+)+b" },
          { type: "messageContains", words: ["hola"] },
          { type: "dateRange", from: "2026-01-01" },
          { type: "timeRange", from: "22:00", to: "06:00" },
        ],
      },
    ];
    const document = deepFreeze(workspace(rules));
    const events = [deepFreeze(message()), deepFreeze(closed())];
    const before = JSON.stringify([document, events]);
    const Real = Date;
    vi.stubGlobal(
      "Date",
      new Proxy(Real, {
        construct(target, args) {
          if (args.length === 0) throw new Error("the clock was read");
          return Reflect.construct(target, args);
        },
        apply() {
          throw new Error("the clock was read");
        },
        get(target, key) {
          if (key === "now") throw new Error("the clock was read");
          return Reflect.get(target, key);
        },
      }),
    );
    vi.spyOn(Math, "random").mockImplementation(() => {
      throw new Error("chance was asked");
    });
    const ruleSet = compile(Workspace.parse(document));
    for (const event of events) {
      expect(evaluate(ruleSet, event)).toEqual(evaluate(ruleSet, event));
      expect(explain(ruleSet, event)).toEqual(explain(ruleSet, event));
    }
    expect(JSON.stringify([document, events])).toBe(before);
  });

  it("does not follow later changes of the document it was compiled from", () => {
    const document = workspace([structuredClone(leadBot)]);
    const ruleSet = compile(document);
    const before = evaluate(ruleSet, message());
    (document.rules[0] as { conditions: unknown[] }).conditions.push({ type: "weekday", is: "sun" });
    document.integrations!.botcenter!.bots[0]!.active = false;
    document.accounts!.pop();
    expect(evaluate(ruleSet, message())).toEqual(before);
    expect(Object.isFrozen(ruleSet)).toBe(true);
  });

  it("cannot be changed through what it returned", () => {
    const ruleSet = compile(workspace([leadBot, { ...leadBot, id: "bad", name: "" }]));
    const event = message();
    const [decision, trace] = [evaluate(ruleSet, event), explain(ruleSet, event)];
    const copies = structuredClone([decision, trace]);
    const spoil = (value: unknown) => {
      if (typeof value !== "object" || value === null) return;
      for (const member of Object.values(value)) spoil(member);
      // What traces share is frozen.
      for (const key of Object.keys(value)) Reflect.deleteProperty(value, key);
    };
    spoil(decision);
    spoil(trace);
    expect([evaluate(ruleSet, event), explain(ruleSet, event)]).toEqual(copies);
  });

  it("hands handlers the effects and nothing of the rule set", async () => {
    const decision = evaluate(compile(workspace([leadBot])), message());
    const results = await dispatch(decision, {
      activateBot: (effect) => effect,
      terminateBot: () => {},
      sendSurvey: () => {},
      enableManualSurvey: () => {},
      notify: () => {},
    });
    expect(results).toEqual([{ effect: decision.effects[0], status: "done", value: decision.effects[0] }]);
  });
});
