/** Tells whether two deliveries of an event say the same. */
import { createHash } from "node:crypto";

/** SHA-256 of the value as JSON with its keys in order: the order in which a sender writes them says nothing. */
export function digestOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value, inOrder)).digest("base64url");
}

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
