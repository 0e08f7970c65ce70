// Runs the conformance suite and the laws under host time zones in which a library that reads the host's clock errs.
import { spawnSync } from "node:child_process";

const HOST_ZONES = ["UTC", "America/Santiago", "Pacific/Apia", "Africa/Cairo", "Antarctica/Troll"];

for (const TZ of HOST_ZONES) {
  const { status } = spawnSync(
    "npx",
    [
      "vitest",
      "run",
      "--config",
      "test/vitest.config.ts",
      "--reporter=dot",
      "test/conformance",
      "test/time",
      "test/laws/reference.test.ts",
    ],
    { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, TZ, QUICK: "1" }, encoding: "utf8" },
  );
  console.log(`TZ=${TZ}: ${status === 0 ? "passes" : "fails"}`);
  if (status !== 0) process.exit(1);
}
