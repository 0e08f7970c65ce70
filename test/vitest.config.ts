import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));

export default defineConfig({
  root,
  resolve: {
    alias: [
      { find: /^ticket-rules$/, replacement: `${root}src/index.ts` },
      { find: /^ticket-rules\/analysis$/, replacement: `${root}src/analysis.ts` },
      { find: /^ticket-rules\/testing$/, replacement: `${root}src/testing.ts` },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    // Processes, not threads: tests of the host's time zone set TZ.
    pool: "forks",
    testTimeout: process.env.LONG ? 3_600_000 : 300_000,
    hookTimeout: 600_000,
    reporters: ["default", ["json", { outputFile: ".cache/test-report.json" }]],
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      reporter: ["text-summary", "json-summary"],
      reportsDirectory: ".cache/coverage",
      thresholds: { statements: 95, branches: 90, functions: 95, lines: 95 },
    },
  },
});
