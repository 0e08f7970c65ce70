/** Who takes part. The first is the baseline; a peer that is not installed is left out. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const OURS = ["handWritten", "sharedClosures", "ticketRules", "ticketRulesLinear"];
const PEERS = ["jsonLogicEngine", "celJs", "jsonLogicJs", "sift", "zenEngine", "jsonRulesEngine"];

/** @returns the adapters that can be loaded, and lines about those that cannot. */
export async function loadAdapters(only) {
  const adapters = [];
  const absent = [];
  for (const file of [...OURS, ...PEERS].filter((each) => only === undefined || only.includes(each))) {
    try {
      adapters.push({ file, ...(await import(`./${file}.mjs`)) });
    } catch (error) {
      if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
      absent.push(`${file} is left out: not installed (npm install in test/bench)`);
    }
  }
  return { adapters, absent };
}

/** The version of an installed package, or nothing. */
export function versionOf(packageName) {
  const path = fileURLToPath(new URL(`../node_modules/${packageName}/package.json`, import.meta.url));
  try {
    return JSON.parse(readFileSync(path, "utf8")).version;
  } catch {
    return undefined;
  }
}
