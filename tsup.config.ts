import { defineConfig, type Options } from "tsup";

type Plugin = NonNullable<Options["esbuildPlugins"]>[number];

/**
 * Loads date-fns-tz on the first question about a zone (decision 0009). Importing it would cost every host 15 ms: it asks
 * Intl for a date while it loads. esbuild runs a module that is required, not imported, when it is first needed.
 */
const lazyTimeZones: Plugin = {
  name: "lazy time zones",
  setup(build) {
    const module = "date-fns-tz/formatInTimeZone";
    const inner = "the module itself";
    build.onResolve({ filter: RegExp(`^${module}$`) }, ({ path, pluginData }) =>
      pluginData === inner ? undefined : { path, namespace: "lazy", sideEffects: false },
    );
    build.onLoad({ filter: /./, namespace: "lazy" }, async () => {
      const options = {
        kind: "import-statement",
        resolveDir: import.meta.dirname,
        pluginData: inner,
      } as const;
      const { path, errors } = await build.resolve(module, options);
      const contents = `
        let format;
        export const formatInTimeZone = (...all) => {
          format ??= require(${JSON.stringify(path)}).formatInTimeZone;
          return format(...all);
        };`;
      return { contents, errors, resolveDir: options.resolveDir };
    });
    // What is required is bundled whole. Of the root of date-fns date-fns-tz wants this one function.
    build.onResolve({ filter: /^date-fns$/ }, ({ kind, resolveDir }) =>
      build.resolve("date-fns/getDefaultOptions", { kind, resolveDir }),
    );
  },
};

export default defineConfig({
  entry: { index: "src/index.ts", testing: "src/testing.ts" },
  format: ["esm", "cjs"],
  target: "es2022",
  platform: "neutral",
  // The few functions that are used, not the packages (decision 0009).
  noExternal: [/^date-fns(-tz)?(\/|$)/],
  esbuildPlugins: [lazyTimeZones],
  // TypeScript 6 calls the `baseUrl` that tsup injects deprecated.
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
  // The entries share one copy of the code, in CommonJS too.
  splitting: true,
  sourcemap: true,
  clean: true,
  tsconfig: "src/tsconfig.json",
});
