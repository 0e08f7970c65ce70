import { isRecord, quote } from "./schema.ts";

/** The version of the format that this version of the library reads. */
const CURRENT = 1;

/** From each older version to the next. Pure; none ever drops a condition. Today there is one version, so none. */
const STEPS: ReadonlyMap<unknown, (document: Record<string, unknown>) => Record<string, unknown>> = new Map();

/**
 * A document of an older version of the format in today's, by chained steps; today's is returned as it is.
 * Does not validate: `Workspace.parse` does.
 * @throws Error when the version is not known.
 */
export function migrate(document: unknown): unknown {
  if (!isRecord(document)) throw new Error("not a workspace: expected an object with `schemaVersion`");
  let current = document;
  while (current.schemaVersion !== CURRENT) {
    const version = current.schemaVersion;
    const step = STEPS.get(version);
    if (step === undefined) {
      throw new Error(
        version === undefined
          ? `schemaVersion is missing: expected ${CURRENT}`
          : `unknown schemaVersion ${quote(version)}: expected ${CURRENT}`,
      );
    }
    current = step(current);
  }
  return current;
}
