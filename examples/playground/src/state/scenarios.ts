import { signal } from "@preact/signals";
import type { JsonObject } from "./json.ts";

/** The scenario file that is being edited (`ScenarioFile`), at which anything may be wrong meanwhile. */
export const scenarios = signal<JsonObject>({ schemaVersion: 1, scenarios: [] });
