import { type Issue, short } from "./issues/define.ts";
import { issueAt } from "./issues/tell.ts";
import { isRecord } from "./schema.ts";
import { SCHEMA_VERSION } from "./workspace.ts";

/** From each older version to the next. Pure; none ever drops a condition. Today there is one version, so none. */
const STEPS: ReadonlyMap<unknown, (document: Record<string, unknown>) => Record<string, unknown>> = new Map();

/**
 * A document of an older version of the format in today's, by chained steps; today's is returned as it is.
 * Does not validate: `Workspace.parse` does.
 * @throws Error when the version is not known. It has the members of an `Issue`, so that `describeIssue` takes it.
 */
export function migrate(document: unknown): unknown {
  if (!isRecord(document)) throw refusal(issueAt([], "wrongType", { expected: "workspace" }));
  let current = document;
  while (current.schemaVersion !== SCHEMA_VERSION) {
    const version = current.schemaVersion;
    const step = STEPS.get(version);
    if (step === undefined) throw refusal(versionIssue(version));
    current = step(current);
  }
  return current;
}

function versionIssue(version: unknown): Issue {
  const path = ["schemaVersion"];
  return version === undefined
    ? issueAt(path, "missing", { expected: { oneOf: [String(SCHEMA_VERSION)] } })
    : issueAt(path, "unknownSchemaVersion", { value: short(version), expected: SCHEMA_VERSION });
}

function refusal({ code, params, path, message }: Issue): Error {
  return Object.assign(new Error(message), { code, params, path });
}
