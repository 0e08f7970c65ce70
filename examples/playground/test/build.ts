/** Builds the page once, before all tests: what is tested is what is shipped. */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Called by vitest. In a process of its own, since within vitest a build is one for development. */
export function setup(): void {
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  const vite = fileURLToPath(new URL("../node_modules/vite/bin/vite.js", import.meta.url));
  execFileSync(process.execPath, [vite, "build", "--logLevel", "error"], {
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    env,
    stdio: "inherit",
  });
}
