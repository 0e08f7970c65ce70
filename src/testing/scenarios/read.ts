/** Reads scenarios one by one: one that is malformed does not stop the others. */
import * as z from "zod";
import type { TicketEvent } from "../../event.ts";
import type { Issue } from "../../issues/define.ts";
import { issueAt, issuesOf } from "../../issues/tell.ts";
import { exact, isRecord, literal, member } from "../../schema.ts";
import { eventOf, REPEATED_NAME, repeatedNames, Scenario } from "./scenario.ts";

/** One scenario of a list: what it says, or what is wrong with it. */
export type ReadScenario = {
  /** Its place in the list. */
  readonly index: number;
  /** What it is called; of one without a name, its place. */
  readonly name: string;
} & (
  | { readonly scenario: Scenario; readonly event: TicketEvent; readonly issues?: undefined }
  | { readonly issues: readonly Issue[]; readonly event?: undefined }
);

/** The scenarios of a list, or of a file that holds one. What is wrong with the file itself comes last, as one more. */
export function readScenarios(written: unknown): ReadScenario[] {
  const list = Array.isArray(written) ? written : member(written, "scenarios");
  if (!Array.isArray(list)) {
    const expected = { listOf: { en: "scenarios", es: "escenarios" } };
    const issue = issueAt([], isRecord(written) ? "missing" : "wrongType", { expected });
    return [{ index: 0, name: "scenarios", issues: [issue] }];
  }
  // Places that a list leaves out are looked at too.
  const read = Array.from(list, (each: unknown, index) => readScenario(each, index));
  const issues = list === written ? [] : fileIssues(written, read);
  return issues.length === 0 ? read : [...read, { index: read.length, name: "scenarios", issues }];
}

/** The file without its parts, which are read one by one. */
const Head = exact({
  schemaVersion: literal(1),
  workspace: z.unknown().optional(),
  scenarios: z.unknown().optional(),
});

function fileIssues(written: unknown, read: readonly ReadScenario[]): Issue[] {
  const head = Head.safeParse(written);
  return [
    ...(head.success ? [] : issuesOf(head.error)),
    // A runner would call nothing at all a success.
    ...(read.length === 0 ? [issueAt(["scenarios"], "emptyList", { of: NONE })] : []),
    ...repeatedNames(read).map((at) =>
      issueAt(["scenarios", at, "name"], "other", { message: REPEATED_NAME }),
    ),
  ];
}

const NONE = { en: "scenarios", es: "escenarios: se espera al menos uno" };

function readScenario(written: unknown, index: number): ReadScenario {
  const given = member(written, "name");
  const name = typeof given === "string" && given.trim() !== "" ? given : `scenario ${index + 1}`;
  try {
    const parsed = Scenario.safeParse(written);
    if (!parsed.success) return { index, name, issues: issuesOf(parsed.error) };
    return { index, name, scenario: parsed.data, event: eventOf(parsed.data) };
  } catch {
    // A getter or proxy of the author's that throws.
    return {
      index,
      name,
      issues: [issueAt([], "other", { message: { en: "cannot be read", es: "no se puede leer" } })],
    };
  }
}
