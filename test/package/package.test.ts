/** The package as users get it: packed, installed in an empty folder, imported every way. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
let folder = "";
/** The same, but without fast-check. */
let bare = "";

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
import { compile, describeIssue, evaluate, type Effect, type Handlers, issuesOf, type Rule, Workspace, dispatch } from "ticket-rules";
import { ticketEvent } from "ticket-rules/testing";

const workspace: Workspace = Workspace.parse({});
for (const issue of issuesOf(Workspace.safeParse({}).error ?? { issues: [] })) {
  describeIssue(issue, { locale: "es" }).toUpperCase();
  if (issue.code === "tooMany") issue.params.most.toFixed();
  // @ts-expect-error the code tells what parameters there are
  if (issue.code === "blankName") issue.params.most.toFixed();
  // @ts-expect-error a code that is not one
  if (issue.code === "tooLoud") throw issue;
}
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

/** All of `ticket-rules/testing` but the arbitraries, and then these. */
const bareProgram = `
const event = ticketEvent();
const document = { schemaVersion: 1, timeZone: "UTC", rules: [] };
console.log(referenceEvaluate(document, event).fired.length, patternAdvice(document).length);
for (const draw of [() => arbitraryWorkspace(), () => arbitraryEvent(document)]) {
  try { draw(); console.log("drawn"); } catch ({ message }) { console.log(message); }
}
`;
const bareNames = "{ arbitraryEvent, arbitraryWorkspace, patternAdvice, referenceEvaluate, ticketEvent }";

const ABSENT = "arbitraries need the package fast-check: npm install --save-dev fast-check";

const typedArbitraries = `
import { arbitraryEvent, arbitraryWorkspace } from "ticket-rules/testing";
export const events = arbitraryWorkspace().chain((drawn: Workspace) => arbitraryEvent(drawn));
`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "ticket-rules-"));
  bare = mkdtempSync(join(tmpdir(), "ticket-rules-bare-"));
  run("npm", ["pack", "--pack-destination", folder], root);
  const tarball = readdirSync(folder).find((file) => file.endsWith(".tgz"))!;
  for (const place of [folder, bare])
    writeFileSync(join(place, "package.json"), JSON.stringify({ name: "consumer", private: true }));
  const install = ["install", "--prefer-offline", "--no-audit", "--no-fund", join(folder, tarball)];
  run("npm", [...install, "fast-check@4.10.2", "@types/node@20.19.43"]);
  run("npm", [...install, "@types/node@20.19.43"], bare);
});

afterAll(() => {
  for (const place of [folder, bare]) rmSync(place, { recursive: true, force: true });
});

/** What the compiler of this repository says of a file, which is checked with the libraries it uses. */
function typeErrors(place: string, file: string, source: string, module: string, resolution: string): string {
  mkdirSync(place);
  writeFileSync(join(place, file), source);
  const compilerOptions = {
    module,
    moduleResolution: resolution,
    target: "es2022",
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    noEmit: true,
    types: ["node"],
    typeRoots: [join(place, "../node_modules/@types")],
  };
  writeFileSync(join(place, "tsconfig.json"), JSON.stringify({ compilerOptions, files: [file] }));
  try {
    return run("node", [join(root, "node_modules/typescript/bin/tsc"), "-p", place], place);
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

const COMPILERS = [
  ["node16", "node16", "consumer.mts"],
  ["node16", "node16", "consumer.cts"],
  ["esnext", "bundler", "consumer.ts"],
] as const;

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

  it.each(["workspace", "ticket-event"])(
    "has the JSON Schema of a %s, which ajv takes in strict mode, imported and required",
    (name) => {
      const specifier = `ticket-rules/${name}.schema.json`;
      const imported = `import schema from "${specifier}" with { type: "json" };`;
      writeFileSync(join(folder, "schema.mjs"), `${imported} console.log(JSON.stringify(schema));`);
      writeFileSync(join(folder, "schema.cjs"), `console.log(JSON.stringify(require("${specifier}")));`);
      const schema = JSON.parse(run("node", ["schema.mjs"]));
      expect(JSON.parse(run("node", ["schema.cjs"]))).toEqual(schema);
      const ajv = new Ajv2020({ strict: true });
      expect(ajv.validateSchema(schema), ajv.errorsText()).toBe(true);
      expect(ajv.validate(schema, {})).toBe(false);
    },
  );
  it.each([
    ["mjs", (name: string) => `await import("${name}")`],
    ["cjs", (name: string) => `require("${name}")`],
  ])("asks nothing of Intl while it loads, and is right about zones after (%s)", (format, load) => {
    const code = `
      const own = Intl.DateTimeFormat;
      Intl.DateTimeFormat = class { constructor() { throw new Error("asked Intl while loading"); } };
      const { businessTime } = ${load("ticket-rules")};
      Intl.DateTimeFormat = own;
      const weekly = { sun: [["00:00", "02:00"]] };
      const { nextChange } = businessTime({ id: "c", name: "C", timeZone: "America/Santiago", weekly });
      console.log(nextChange("2026-09-06T00:00:00Z").toISOString());`;
    writeFileSync(join(folder, `lazy.${format}`), code);
    // The clocks go from 00:00 to 01:00 that night: 01:00 is the first local time of the Sunday.
    expect(run("node", [`lazy.${format}`])).toBe("2026-09-06T04:00:00.000Z\n");
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

  it.each(COMPILERS)(
    "is understood by TypeScript: module %s, resolution %s, %s",
    (module, resolution, file) => {
      const place = join(folder, `${resolution}-${file}`.replace(/\W/g, "-"));
      expect(typeErrors(place, file, typed + typedArbitraries, module, resolution)).toBe("");
    },
  );

  it("draws events and workspaces with the project's own fast-check, as an ES module and as CommonJS", () => {
    const draws = `console.log(fc.sample(arbitraryWorkspace().chain((w) => arbitraryEvent(w)), 3).length);`;
    writeFileSync(
      join(folder, "draw.mjs"),
      `import fc from "fast-check"; import ${bareNames} from "ticket-rules/testing"; ${draws}`,
    );
    writeFileSync(
      join(folder, "draw.cjs"),
      `const fc = require("fast-check"); const ${bareNames} = require("ticket-rules/testing"); ${draws}`,
    );
    expect(run("node", ["draw.mjs"])).toBe("3\n");
    expect(run("node", ["draw.cjs"])).toBe("3\n");
  });
});

describe("the packed package, installed where fast-check is not", () => {
  it("finds no fast-check, so that these tests say something", () => {
    expect(readdirSync(join(bare, "node_modules"))).not.toContain("fast-check");
  });

  it.each([
    ["an ES module", "bare.mjs", `import ${bareNames} from "ticket-rules/testing";`],
    ["CommonJS", "bare.cjs", `const ${bareNames} = require("ticket-rules/testing");`],
  ])("gives all but the arbitraries to %s, and these say what they need", (_, file, imports) => {
    writeFileSync(join(bare, file), imports + bareProgram);
    expect(run("node", [file], bare)).toBe(`0 0\n${ABSENT}\n${ABSENT}\n`);
  });

  it.each(["esm", "cjs"])("is bundled, from %s, by a bundler that finds no fast-check", async (format) => {
    const [entry, imports] =
      format === "esm"
        ? ["entry.mjs", `import ${bareNames} from "ticket-rules/testing";`]
        : ["entry.cjs", `const ${bareNames} = require("ticket-rules/testing");`];
    writeFileSync(join(bare, entry), imports + bareProgram);
    await build({
      root: bare,
      configFile: false,
      logLevel: "silent",
      ssr: { noExternal: true },
      build: { ssr: entry, outDir: `bundle-${format}`, emptyOutDir: true },
    });
    const [bundle] = readdirSync(join(bare, `bundle-${format}`)).filter((file) => file.startsWith("entry"));
    expect(run("node", [join(`bundle-${format}`, bundle!)], bare)).toBe(`0 0\n${ABSENT}\n${ABSENT}\n`);
  });

  it.each(COMPILERS)(
    "is understood by TypeScript: module %s, resolution %s, %s",
    (module, resolution, file) => {
      const place = join(bare, `${resolution}-${file}`.replace(/\W/g, "-"));
      expect(typeErrors(place, file, typed + typedArbitraries, module, resolution)).toBe("");
    },
  );
});
