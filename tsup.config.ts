import { defineConfig } from "tsup";

export default defineConfig({
  entry: { index: "src/index.ts", analysis: "src/analysis.ts", testing: "src/testing.ts" },
  format: ["esm", "cjs"],
  target: "es2022",
  platform: "neutral",
  // TypeScript 6 calls the `baseUrl` that tsup injects deprecated.
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
  // The entries share one copy of the code, in CommonJS too.
  splitting: true,
  sourcemap: true,
  clean: true,
  tsconfig: "src/tsconfig.json",
});
