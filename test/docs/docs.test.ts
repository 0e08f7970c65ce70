/** Every TypeScript block of the README and the docs runs; `// => value` behind an expression is checked. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const pages = [
  "README.md",
  ...readdirSync(`${root}docs`, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file}`),
].sort();

/** The blocks of a page. Those marked `ts no-run` are only for reading: they need a server or a package of the reader's. */
function blocksOf(page: string): { line: number; code: string }[] {
  const text = readFileSync(root + page, "utf8");
  return [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map((match) => ({
    line: text.slice(0, match.index).split("\n").length,
    code: match[1]!,
  }));
}

/** `expression; // => value` as a check. */
function withChecks(code: string): string {
  return code.replace(
    /^(\s*)(.+?);?\s*\/\/ => (.+)$/gm,
    (_, indent: string, expression: string, value: string) => {
      const declared = /^(?:const|let) (\w+)(?:: [^=]+)? = /.exec(expression);
      const statement = declared === null ? "" : `${expression};`;
      return `${indent}${statement}__check(${declared?.[1] ?? expression}, ${value});`;
    },
  );
}

const generated = `${root}.cache/docs/`;
rmSync(generated, { recursive: true, force: true });
mkdirSync(generated, { recursive: true });
Object.assign(globalThis, { __check: (actual: unknown, value: unknown) => expect(actual).toEqual(value) });

describe.each(pages)("%s", (page) => {
  const blocks = blocksOf(page);

  it.runIf(blocks.length > 0).each(blocks)("runs its block at line $line", async ({ line, code }) => {
    const file = `${generated}${page.replace(/\W/g, "_")}_${line}.ts`;
    writeFileSync(file, `${withChecks(code)}\nexport {};\n`);
    await import(/* @vite-ignore */ file);
  });

  it("links only to what is there", () => {
    const text = readFileSync(root + page, "utf8").replace(/```[\s\S]*?```/g, "");
    const base = new URL(page, `file://${root}`);
    for (const [, target] of text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)) {
      if (/^[a-z]+:/.test(target!)) continue;
      expect(existsSync(fileURLToPath(new URL(target!, base))), `${page} links to ${target}`).toBe(true);
    }
  });
});
