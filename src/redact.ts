import { isRecord } from "./schema.ts";

/** The keys of settings that hold secrets. */
const SECRETS: ReadonlySet<string> = new Set(["apiToken", "secret"]);

/**
 * A copy of a workspace without the secrets of its integrations, to show, log or export (spec §2). Whatever the
 * document is: one that is not valid is copied too. What it shares with the original are only parts without secrets.
 */
export function redact<Document>(workspace: Document): Document {
  if (!isRecord(workspace) || !Object.hasOwn(workspace, "integrations")) return shallow(workspace);
  // The copy has the type of the original, but for keys that are gone.
  return { ...workspace, integrations: withoutSecrets(workspace.integrations) } as Document;
}

function shallow<Value>(value: Value): Value {
  return isRecord(value) ? { ...value } : value;
}

/** Wherever below the integrations a secret may have been put by mistake. */
function withoutSecrets(value: unknown, level = 0): unknown {
  if (level > 20) return undefined;
  if (Array.isArray(value)) return value.map((item) => withoutSecrets(item, level + 1));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) =>
      SECRETS.has(key) ? [] : [[key, withoutSecrets(member, level + 1)]],
    ),
  );
}
