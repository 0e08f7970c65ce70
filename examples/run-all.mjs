/** Runs every example and the demo, one line each. Ends with 1 at the first that fails, and shows what it said. */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = dirname(fileURLToPath(import.meta.url));
const tsx = createRequire(import.meta.url).resolve("tsx/cli");
const numbered = readdirSync(folder).filter((name) => /^\d\d-.*\.ts$/.test(name));

for (const name of [...numbered.sort(), "support-inbox/main.ts"]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [tsx, "--tsconfig", join(folder, "tsconfig.json"), join(folder, name)],
    { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
  );
  if (status !== 0) {
    console.error(`failed  ${name}\n${stdout}${stderr}`);
    process.exit(1);
  }
  console.log(`ok      ${name.padEnd(30)}${stdout.trimEnd().split("\n").length} lines`);
}
