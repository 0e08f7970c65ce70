/** Those who only run rules pay nothing for the analysis of them. */
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The files of `src` of which a bundle of this import holds any code. */
async function filesIn(contents: string): Promise<string[]> {
  const { metafile } = await build({
    stdin: { contents, resolveDir: root, loader: "ts" },
    ...{ bundle: true, write: false, metafile: true, format: "esm", platform: "neutral", treeShaking: true },
    ...{ mainFields: ["module", "main"], logLevel: "silent", absWorkingDir: root },
  });
  const [output] = Object.values(metafile.outputs);
  return Object.entries(output?.inputs ?? {}).flatMap(([file, { bytesInOutput }]) =>
    bytesInOutput > 0 && file.startsWith("src/") ? [file] : [],
  );
}

describe("a bundle", () => {
  it("of compile and evaluate holds no code of the analysis", async () => {
    const files = await filesIn(`export { compile, evaluate } from "./src/index.ts"`);
    expect(files).toContain("src/evaluate.ts");
    expect(files.filter((file) => /^src\/(?:analysis|testing)/.test(file))).toEqual([]);
  });

  it("of everything in the main entry neither", async () => {
    const files = await filesIn(`export * from "./src/index.ts"`);
    expect(files.filter((file) => /^src\/(?:analysis|testing)/.test(file))).toEqual([]);
  });

  it("of the analyzer holds no check and no sentence", async () => {
    const files = await filesIn(`export { createAnalyzer } from "./src/analysis.ts"`);
    expect(files).toContain("src/analysis/prover.ts");
    expect(
      files.filter((file) => /^src\/(?:analysis\/(?:checks|linting)|sentences|testing)/.test(file)),
    ).toEqual([]);
  });

  it("of lint holds it, so that this test looks for something", async () => {
    const files = await filesIn(`export { lint } from "./src/analysis.ts"`);
    expect(files).toContain("src/analysis/checks/neverFires.ts");
    expect(files.filter((file) => file.startsWith("src/testing"))).toEqual([]);
  });
});
