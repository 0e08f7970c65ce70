import { defineConfig } from "tsup";

/** CommonJS cannot wait at the top of a module: there, a file beside the entries asks for fast-check. */
const loadFastCheck = "./loadFastCheck.cjs";

export default defineConfig({
  entry: { index: "src/index.ts", testing: "src/testing.ts" },
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
  esbuildPlugins: [
    {
      name: "optional fast-check",
      setup({ initialOptions, onResolve }) {
        if (initialOptions.define?.TSUP_FORMAT !== '"cjs"') return;
        onResolve({ filter: /\/loadFastCheck\.ts$/ }, () => ({
          path: loadFastCheck,
          external: true,
        }));
      },
    },
  ],
});
