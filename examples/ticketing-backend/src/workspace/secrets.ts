/**
 * Secrets go in and never come out. A document is read without them (the library's `redact`), edited, and sent back
 * without them: what is left out keeps its stored value, text replaces it, and `null` takes it away.
 */
import { redact } from "ticket-rules";

type Json = Record<string, unknown>;

/** The document as it is to be stored: with the secrets of the stored one where it leaves them out. */
export function withStoredSecrets(document: unknown, stored: unknown): unknown {
  if (!isObject(document)) return document;
  const { integrations } = document;
  if (!isObject(integrations)) return document;
  const before = isObject(stored) && isObject(stored.integrations) ? stored.integrations : {};
  // What `redact` takes away is what a secret is.
  const shown = redact({ integrations: before }).integrations;
  return { ...document, integrations: restored(integrations, before, shown) };
}

function restored(sent: Json, stored: Json, shown: unknown): Json {
  const visible = isObject(shown) ? shown : {};
  const kept = Object.entries(stored).filter(
    ([key]) => !Object.hasOwn(visible, key) && !Object.hasOwn(sent, key),
  );
  const own = Object.entries(sent)
    .filter(([key, value]) => value !== null || !isSecret(key))
    .map(([key, value]) => {
      const before = Object.hasOwn(stored, key) ? stored[key] : undefined;
      if (!isObject(value) || !isObject(before)) return [key, value] as const;
      return [key, restored(value, before, Object.hasOwn(visible, key) ? visible[key] : {})] as const;
    });
  return Object.fromEntries([...own, ...kept]);
}

function isSecret(key: string): boolean {
  return !Object.hasOwn(redact({ integrations: { [key]: "" } }).integrations, key);
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
