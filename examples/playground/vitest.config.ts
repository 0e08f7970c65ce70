import { defineConfig } from "vitest/config";

export default defineConfig(({ mode }) => ({
  test: {
    // `npm run screenshots` takes the pictures of the documentation with what the tests use.
    include: [mode === "screenshots" ? "test/screenshots.ts" : "test/**/*.test.ts"],
    globalSetup: ["test/build.ts"],
    // One browser at a time: the tests share what the machine has.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ["default", ["json", { outputFile: `.cache/${mode}-report.json` }]],
  },
}));
