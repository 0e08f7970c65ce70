/** Who takes part, the baseline first. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Adapters that compare ids: the baseline, its limit with shared code, this library, the peers. */
export const MATCHING = [
  "handWritten",
  "sharedClosures",
  "ticketRules",
  "ticketRulesLinear",
  "jsonLogicEngine",
  "celJs",
  "jsonLogicJs",
  "sift",
  "zenEngine",
  "jsonRulesEngine",
];

/** @returns the adapters that can be loaded, and a line about each that cannot. */
export async function loadAdapters(files) {
  const adapters = [];
  const absent = [];
  for (const file of files) {
    try {
      adapters.push({ file, ...(await import(`./${file}.mjs`)) });
    } catch (error) {
      if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
      absent.push(`${file} is left out: its package is not installed (npm install in test/bench)`);
    }
  }
  return { adapters, absent };
}

/** The version of a package that is installed here, or nothing. */
export function versionOf(packageName) {
  const path = fileURLToPath(new URL(`../node_modules/${packageName}/package.json`, import.meta.url));
  try {
    return JSON.parse(readFileSync(path, "utf8")).version;
  } catch {
    return undefined;
  }
}
