/** Builds the page once, before all tests: what is tested is what is shipped. */
import { build } from "vite";

/** Called by vitest. */
export async function setup(): Promise<void> {
  await build({ root: new URL("..", import.meta.url).pathname, logLevel: "error" });
}
