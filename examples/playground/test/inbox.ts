/** The workspace and the scenarios of the support inbox, which is an example of its own. */
import { readFileSync } from "node:fs";
import type { Workspace } from "ticket-rules";

const folder = new URL("../../support-inbox/", import.meta.url);

/** Thirteen rules of all integrations, four accounts, two calendars. */
export const inbox: Workspace = read("workspace.json");

/** Its scenario file. */
export const inboxScenarios = read("scenarios.json");

function read(name: string) {
  return JSON.parse(readFileSync(new URL(name, folder), "utf8"));
}
