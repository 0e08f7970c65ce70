/** The first rule test of `docs/testing-rules.md`, as a newcomer makes it: in an empty folder, from the tarball. */
import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const page = readFileSync(`${root}docs/testing-rules.md`, "utf8");

/** The block that stands behind the name of its file. */
function fileOf(name: string): string {
  const text = page.slice(page.indexOf(`\`${name}\`:`));
  return /```\w+\n([\s\S]*?)^```$/m.exec(text)![1]!;
}

let folder = "";

/** What a command says, whether or not it succeeds. */
function run(command: string, args: string[], cwd = folder): { ok: boolean; said: string } {
  try {
    const env = {
      ...process.env,
      NODE_OPTIONS: "",
      NO_COLOR: "1",
      FORCE_COLOR: undefined,
      VITEST: undefined,
    };
    const said = execFileSync(command, args, {
      cwd,
      env,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
    return { ok: true, said };
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return { ok: false, said: stdout + stderr };
  }
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "ticket-rules-runners-"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "consumer", private: true }));
  // Built in a copy: the other tests of the package build in this repository at the same time.
  const copy = join(folder, "repository");
  mkdirSync(copy);
  const parts = [
    "package.json",
    "tsup.config.ts",
    "tsconfig.json",
    "src",
    ".ci",
    "docs",
    "README.md",
    "LICENSE",
  ];
  for (const part of parts) cpSync(join(root, part), join(copy, part), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  expect(run("npm", ["pack", "--pack-destination", folder], copy)).toMatchObject({ ok: true });
  const tarball = readdirSync(folder).find((file) => file.endsWith(".tgz"))!;
  // Jest is no dependency of the library's own, nor is fast-check needed here.
  const install = ["install", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts"];
  expect(run("npm", [...install, `./${tarball}`, "jest@30.5.2"])).toMatchObject({ ok: true });
  symlinkSync(join(root, "node_modules/vitest"), join(folder, "node_modules/vitest"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each([
  ["vitest", "rules.test.js", ["node_modules/vitest/vitest.mjs", "run", "--root"]],
  ["node:test", "rules.test.mjs", ["--test"]],
  ["jest", "rules.test.cjs", ["node_modules/jest/bin/jest.js", "--rootDir"]],
])("the first test of the docs, under %s", (runner, file, command) => {
  const place = () => join(folder, runner.replace(":", "-"));
  const tests = () => {
    const args = command.map((part) => (part.startsWith("node_modules") ? join(folder, part) : part));
    return run("node", runner === "node:test" ? args : [...args, place()], place());
  };

  beforeAll(() => {
    mkdirSync(place());
    for (const name of ["rules.json", "rules.scenarios.json", file]) {
      writeFileSync(join(place(), name), fileOf(name));
    }
  });

  it("is green", () => {
    const { ok, said } = tests();
    expect(ok, said).toBe(true);
    // Jest tells on the other stream.
    if (runner !== "jest") expect(said).toMatch(/Tests +4 passed|^(#|ℹ) pass 4$/m);
  });

  it("fails when the rule is spoiled, and says what the docs say that it says", () => {
    const rules = fileOf("rules.json").replace('"is": "acc-wsp"', '"is": "acc-ig"');
    writeFileSync(join(place(), "rules.json"), rules);
    const { ok, said } = tests();
    expect(ok).toBe(false);
    const lines = /```text\n([\s\S]*?)^```$/m.exec(page)![1]!.trimEnd().split("\n");
    for (const line of lines) expect(said).toContain(line.trim());
  });
});
