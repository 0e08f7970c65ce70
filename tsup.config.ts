import { writeFile } from "node:fs/promises";
import { defineConfig } from "tsup";
import { eventJsonSchema } from "./src/jsonSchema/event.ts";
import { workspaceJsonSchema } from "./src/jsonSchema/workspace.ts";

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
  async onSuccess() {
    await writeFile("dist/workspace.schema.json", written(workspaceJsonSchema()));
    await writeFile("dist/ticket-event.schema.json", written(eventJsonSchema()));
  },
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

function written(schema: object): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}
