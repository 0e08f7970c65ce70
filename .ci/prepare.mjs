// Builds the package where npm installs it from this folder (`file:../..` in the examples that are applications, or a
// git address). In the folder itself nothing is built: there `npm run build` is asked for by name.
import { execSync } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const run = (command) => execSync(command, { cwd: root, stdio: "inherit" });

if (resolve(process.env.INIT_CWD ?? root) !== resolve(root)) {
  if (!existsSync(new URL("../node_modules", import.meta.url))) run("npm ci --ignore-scripts");
  run("npm run build");
}
