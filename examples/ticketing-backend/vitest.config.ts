import { defineConfig } from "vitest/config";

/**
 * One worker for all files, modules shared between them: the embedded database takes seconds to start, so the suite
 * has one of it (`test/support/database.ts`).
 */
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/support/globalSetup.ts"],
    isolate: false,
    fileParallelism: false,
    maxWorkers: 1,
    testTimeout: 90_000,
    hookTimeout: 60_000,
    reporters: ["default", ["json", { outputFile: ".cache/test-report.json" }]],
  },
});
