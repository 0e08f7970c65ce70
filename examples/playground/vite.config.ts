import { defineConfig } from "vite";
import { onePage } from "./onePage.ts";
import { leaveOutUnused } from "./unused.ts";

export default defineConfig({
  base: "./",
  plugins: [leaveOutUnused(), onePage()],
  // While developing: generated workspaces have no place in the page, what `ticket-rules/testing` asks for is not there.
  resolve: { alias: { "fast-check": new URL("src/noFastCheck.ts", import.meta.url).pathname } },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    target: "es2022",
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: { codeSplitting: false },
      // What stands in for a module that is left out has nothing in it. Minifying twice takes its time.
      checks: { importIsUndefined: false, pluginTimings: false },
    },
  },
});
