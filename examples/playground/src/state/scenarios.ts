import { signal } from "@preact/signals";
import { type Json, type JsonObject, listOf, member, textOf } from "./json.ts";

/** The scenario file that is being edited (`ScenarioFile`), at which anything may be wrong meanwhile. */
export const scenarios = signal<JsonObject>({ schemaVersion: 1, scenarios: [] });

/**
 * A scenario file with those of another after its own. None of its own is replaced: what has a name that is taken gets
 * another, and what is there already, word for word, is not added again.
 */
export function withScenariosOf(
  file: JsonObject,
  other: JsonObject,
): { readonly file: JsonObject; readonly added: number; readonly renamed: number } {
  const own = listOf(file.scenarios);
  // The rules are those of the page.
  const { workspace: _, ...rest } = other;
  const known = new Set(own.map((scenario) => JSON.stringify(scenario)));
  const names = new Set(own.map((scenario) => textOf(member(scenario, "name"))));
  const added = listOf(other.scenarios).filter((scenario) => !known.has(JSON.stringify(scenario)));
  let renamed = 0;
  const named = added.map((scenario): Json => {
    const name = textOf(member(scenario, "name"));
    const free = freeName(name, names);
    if (free === name || name === "") return scenario;
    names.add(free);
    renamed += 1;
    return { ...(scenario as JsonObject), name: free };
  });
  if (named.length === 0) return { file, added: 0, renamed: 0 };
  return { file: { ...rest, ...file, scenarios: [...own, ...named] }, added: named.length, renamed };
}

/** The name, with a number if it is taken. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let number = 2; ; number++) {
    const next = `${name} (${number})`;
    if (!taken.has(next)) return next;
  }
}
