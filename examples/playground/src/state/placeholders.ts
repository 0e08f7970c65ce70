import { put } from "./change.ts";
import { isObject, type JsonObject } from "./json.ts";

/** What stands in for a key that was left out on export. */
export const PLACEHOLDER = "—";

/**
 * Files and links come without secrets, and without its token an integration would be broken and all of its rules with
 * it. So that they can be tried here, a placeholder stands in, in sight.
 */
export function withPlaceholders(document: JsonObject): { document: JsonObject; count: number } {
  const { integrations } = document;
  if (!isObject(integrations)) return { document, count: 0 };
  const bare = ["botcenter", "timepoints"].filter((name) => {
    const settings = Object.hasOwn(integrations, name) ? integrations[name] : undefined;
    return isObject(settings) && !Object.hasOwn(settings, "apiToken");
  });
  const filled = bare.reduce(
    (whole, name) => put(whole, ["integrations", name, "apiToken"], PLACEHOLDER),
    document,
  );
  return { document: filled, count: bare.length };
}
