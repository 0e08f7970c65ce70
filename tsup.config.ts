import { readdir, readFile, writeFile } from "node:fs/promises";
import { basename, isAbsolute } from "node:path";
import { defineConfig, type Options } from "tsup";
import { eventJsonSchema } from "./src/jsonSchema/event.ts";
import { workspaceJsonSchema } from "./src/jsonSchema/workspace.ts";

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

/** CommonJS cannot wait at the top of a module: there, a file beside the entries asks for fast-check. */
const loadFastCheck = "./loadFastCheck.cjs";

const optionalFastCheck: Plugin = {
  name: "optional fast-check",
  setup({ initialOptions, onResolve }) {
    if (initialOptions.define?.TSUP_FORMAT !== '"cjs"') return;
    onResolve({ filter: /\/loadFastCheck\.ts$/ }, () => ({ path: loadFastCheck, external: true }));
  },
};

export default defineConfig({
  entry: { index: "src/index.ts", analysis: "src/analysis.ts", testing: "src/testing.ts" },
  format: ["esm", "cjs"],
  target: "es2022",
  platform: "neutral",
  // The few functions that are used, not the packages (decision 0009).
  noExternal: [/^date-fns(-tz)?(\/|$)/],
  esbuildPlugins: [lazyTimeZones, optionalFastCheck],
  // TypeScript 6 calls the `baseUrl` that tsup injects deprecated.
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
  // The entries share one copy of the code, in CommonJS too.
  splitting: true,
  sourcemap: true,
  clean: true,
  tsconfig: "src/tsconfig.json",
  async onSuccess() {
    await writeFile("dist/workspace.schema.json", written(workspaceJsonSchema()));
    await writeFile("dist/ticket-event.schema.json", written(eventJsonSchema()));
    await relativeMaps();
  },
});

function written(schema: object): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/** Source maps of CommonJS name the folder that the build ran in, which is nobody's business. */
async function relativeMaps(): Promise<void> {
  for (const name of (await readdir("dist")).filter((file) => file.endsWith(".map"))) {
    const map = JSON.parse(await readFile(`dist/${name}`, "utf8"));
    map.sources = map.sources.map((source: string) => (isAbsolute(source) ? basename(source) : source));
    await writeFile(`dist/${name}`, JSON.stringify(map));
  }
}
