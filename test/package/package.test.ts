/** The package as users get it: packed, installed in an empty folder, imported every way. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
let folder = "";

function run(command: string, args: string[], cwd = folder): string {
  return execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

const program = `
const event = { id: "e", type: "ticket.closed", at: "2026-11-22T12:00:00Z", ticket: { id: "t" } };
const document = {
  schemaVersion: 1, timeZone: "America/Santiago",
  integrations: { webhook: { enabled: true, active: true, url: "https://example.com/hook" } },
  rules: [{ id: "r", name: "R", active: true, integration: "webhook", trigger: "ticket.closed", operator: "and", conditions: [], actions: [{ type: "notify" }] }],
};
const decision = evaluate(compile(Workspace.parse(document)), event);
const reference = referenceEvaluate(document, event);
deepStrictEqual(decision, reference);
console.log(decision.fired.join());
`;

const typed = `
import { compile, evaluate, type Effect, type Handlers, type Rule, Workspace, dispatch } from "ticket-rules";
import { ticketEvent } from "ticket-rules/testing";

const workspace: Workspace = Workspace.parse({});
const decision = evaluate(compile(workspace), ticketEvent());
const fired: string[] = decision.fired;
const effect: Effect | undefined = decision.effects[0];
if (effect?.type === "sendSurvey") effect.executeAt.toUpperCase();
const handlers: Handlers = {
  activateBot: ({ bot }, { signal }) => [bot.length, signal.aborted],
  terminateBot: ({ bot }) => bot?.length,
  sendSurvey: ({ survey }) => survey + 1,
  enableManualSurvey: () => undefined,
  notify: async ({ rules }) => rules.length,
};
void dispatch(decision, handlers, { timeoutMs: 1, timer: { setTimeout, clearTimeout } });
// @ts-expect-error a forgotten handler does not compile
void dispatch(decision, { notify: () => undefined });
// @ts-expect-error a timeout needs somebody's clock
void dispatch(decision, handlers, { timeoutMs: 1 });
// @ts-expect-error the schemas publish no any, one level down
const wrong: Rule["conditions"] = [{ type: "nope" }];
// @ts-expect-error nor two
const deep: Rule["conditions"] = [{ type: "group", operator: "and", conditions: [{ type: "weekday", is: "monday" }] }];
// @ts-expect-error an event has a time
evaluate(compile(workspace), { id: "e", type: "t", ticket: { id: "t" } });
export { deep, fired, wrong };
`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "ticket-rules-"));
  run("npm", ["pack", "--pack-destination", folder], root);
  const tarball = readdirSync(folder).find((file) => file.endsWith(".tgz"))!;
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "consumer", private: true }));
  const install = ["install", "--prefer-offline", "--no-audit", "--no-fund", `./${tarball}`];
  run("npm", [...install, "fast-check@4.10.2", "@types/node@20.19.43"]);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the packed package, installed in an empty folder", () => {
  it("holds what it needs and nothing else", () => {
    const files = readdirSync(join(folder, "node_modules/ticket-rules"), {
      recursive: true,
      encoding: "utf8",
    });
    expect(files).toEqual(
      expect.arrayContaining(["dist/index.js", "dist/index.cjs", "dist/index.d.ts", "README.md", "LICENSE"]),
    );
    expect(files.filter((file) => /^(src|test|examples)\b/.test(file))).toEqual([]);
  });

  it("is imported as an ES module", () => {
    const imports = `import { deepStrictEqual } from "node:assert"; import { Workspace, compile, evaluate } from "ticket-rules"; import { referenceEvaluate } from "ticket-rules/testing"; import { createAnalyzer } from "ticket-rules/analysis"; deepStrictEqual(typeof createAnalyzer, "function");`;
    writeFileSync(join(folder, "esm.mjs"), imports + program);
    expect(run("node", ["esm.mjs"])).toBe("r\n");
  });

  it("is required as CommonJS, with evaluation code from text forbidden", () => {
    const imports = `const { deepStrictEqual } = require("node:assert"); const { Workspace, compile, evaluate } = require("ticket-rules"); const { referenceEvaluate } = require("ticket-rules/testing"); const { createAnalyzer } = require("ticket-rules/analysis"); deepStrictEqual(typeof createAnalyzer, "function");`;
    writeFileSync(join(folder, "cjs.cjs"), imports + program);
    expect(run("node", ["--disallow-code-generation-from-strings", "cjs.cjs"])).toBe("r\n");
  });

  it("lets a rule set of one module format be evaluated by the other", () => {
    const code = `
      import { createRequire } from "node:module";
      import { compile } from "ticket-rules";
      const { evaluate } = createRequire(import.meta.url)("ticket-rules");
      console.log(evaluate(compile({}), { id: "e", type: "t", at: new Date(0), ticket: { id: "t" } }).event.at);`;
    writeFileSync(join(folder, "both.mjs"), code);
    expect(run("node", ["both.mjs"])).toBe("1970-01-01T00:00:00.000Z\n");
  });

  it.each([
    ["node16", "node16", "consumer.mts"],
    ["node16", "node16", "consumer.cts"],
    ["esnext", "bundler", "consumer.ts"],
  ])("is understood by TypeScript: module %s, resolution %s, %s", (module, moduleResolution, file) => {
    const place = join(folder, `${moduleResolution}-${file}`.replace(/\W/g, "-"));
    mkdirSync(place);
    writeFileSync(join(place, file), typed);
    const compilerOptions = {
      module,
      moduleResolution,
      target: "es2022",
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      noEmit: true,
      types: ["node"],
      typeRoots: [join(folder, "node_modules/@types")],
    };
    writeFileSync(join(place, "tsconfig.json"), JSON.stringify({ compilerOptions, files: [file] }));
    try {
      run("node", [join(root, "node_modules/typescript/bin/tsc"), "-p", place]);
    } catch (error) {
      expect.fail((error as { stdout: string }).stdout);
    }
  });
});
