/** How schemas tell issues: as zod's, with our code and parameters beside zod's own. */
import type { $ZodError } from "zod/v4/core";
import type { Fault, Issue, IssueCode, IssueParams } from "./define.ts";
import { en } from "./en.ts";

/** A fault as zod takes and gives it. */
export type ToldFault = { readonly code: "custom"; readonly message: string; readonly params: Fault };

/** What a schema's `error` is asked with. */
export interface Asking {
  readonly code?: string | undefined;
  readonly input?: unknown;
}

type Path = readonly (string | number)[];

/** A fault, as `context.addIssue` takes it. */
export function told<Code extends IssueCode>(code: Code, params: IssueParams[Code]): ToldFault {
  return { code: "custom", message: en[code](params), params: fault(code, params) };
}

/** As `told`, at a place below what is checked. */
export function toldAt<Code extends IssueCode>(
  path: Path,
  code: Code,
  params: IssueParams[Code],
): ToldFault & { path: (string | number)[] } {
  return { ...told(code, params), path: [...path] };
}

/**
 * The `error` of a schema. zod asks it for a message alone, and then copies whatever stands on the issue to the one
 * that it shows: so the fault is put there.
 */
export function telling(faultOf: (asking: Asking) => ToldFault): (asking: Asking) => string {
  return (asking) => {
    const { message, params } = faultOf(asking);
    Object.assign(asking, { params });
    return message;
  };
}

/** The `error` of a check that can only fail in one way. */
export function tells<Code extends IssueCode>(code: Code, params: IssueParams[Code]) {
  return telling(() => told(code, params));
}

/** An issue. */
export function issueAt<Code extends IssueCode>(path: Path, code: Code, params: IssueParams[Code]): Issue {
  return { ...fault(code, params), path, message: en[code](params) };
}

/**
 * What is wrong, as zod found it, with codes: of `Workspace.safeParse(document).error`, and of every other schema of
 * this library. Issues of other schemas have the code `other`.
 */
export function issuesOf(error: Pick<$ZodError, "issues">): Issue[] {
  return issuesBelow([], error);
}

/** The same, with paths from further up. */
export function issuesBelow(prefix: Path, { issues }: Pick<$ZodError, "issues">): Issue[] {
  return issues.map((issue) => {
    const path = [...prefix, ...issue.path.map((key) => (typeof key === "symbol" ? String(key) : key))];
    const params = "params" in issue ? issue.params : undefined;
    return isFault(params)
      ? { ...params, path, message: issue.message }
      : issueAt(path, "other", { message: issue.message });
  });
}

function isFault(params: object | undefined): params is Fault {
  return (
    params !== undefined && "code" in params && Object.hasOwn(en, String(params.code)) && "params" in params
  );
}

/** A copy that shares nothing. Parameters are plain data. */
export function copyOfIssue(issue: Issue): Issue {
  return JSON.parse(JSON.stringify(issue));
}

/** The code and the parameters of one entry of the table, which the types cannot follow into the union. */
function fault<Code extends IssueCode>(code: Code, params: IssueParams[Code]): Fault {
  return { code, params } as Fault;
}
