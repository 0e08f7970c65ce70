import { defineConfig } from "vite";
import { onePage } from "./onePage.ts";

export default defineConfig({
  base: "./",
  plugins: [onePage()],
  // Generated workspaces have no place in the page: what `ticket-rules/testing` asks for is not there.
  resolve: { alias: { "fast-check": new URL("src/noFastCheck.ts", import.meta.url).pathname } },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    target: "es2022",
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: false } },
  },
});
