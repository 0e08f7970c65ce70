/** Which browser the tests use, and how it is started. */
import { existsSync } from "node:fs";

/** For a browser without a screen, alone in its container. */
export const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];

/** Debian's, unless `CHROMIUM` names another. */
export function pathOfChromium(): string {
  const path = process.env.CHROMIUM ?? "/usr/bin/chromium";
  if (!existsSync(path))
    throw new Error(
      `no Chromium at ${path}: install it (Debian: apt-get install --no-install-recommends chromium), ` +
        "or name one of yours in the environment variable CHROMIUM",
    );
  return path;
}
