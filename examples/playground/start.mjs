/** `npm run playground`: installs what this folder needs, if it is not there, and starts the page. */
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));
const here = { cwd: folder, stdio: "inherit", shell: process.platform === "win32" };

if (!existsSync(new URL("node_modules/.package-lock.json", import.meta.url))) {
  console.log("Installing the playground (once; it builds the library from this repository)…");
  const { status } = spawnSync("npm", ["ci", "--no-progress"], { ...here, env: ownEnvironment() });
  if (status !== 0) process.exit(status ?? 1);
}

const vite = fileURLToPath(new URL("node_modules/vite/bin/vite.js", import.meta.url));
const server = spawn(process.execPath, [vite, ...process.argv.slice(2)], { cwd: folder, stdio: "inherit" });
server.on("exit", (code) => process.exit(code ?? 0));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));

/** npm tells its scripts which folder it was called from: here it is this one, not the repository's. */
function ownEnvironment() {
  return { ...process.env, INIT_CWD: folder };
}
