import { type CompileOptions, compile } from "./compile.ts";
import { type DecisionDifference, differenceOf } from "./decisionDifference.ts";
import { DecisionRecord, type RecordedFact } from "./decisionRecord.ts";
import { evaluate } from "./evaluate.ts";
import { type EventHead, requireEvent, type TicketEvent } from "./event.ts";
import type { Issue } from "./issues/define.ts";
import { issueAt, issuesOf } from "./issues/tell.ts";
import { type Digest, digestOf } from "./recording/content.ts";
import { eventOf, headOf, keysOf, readFact, redacted } from "./recording/facts.ts";
import { hiddenIn, withoutHidden, zoneOffsets } from "./recording/traits.ts";
import { canonicalJson } from "./text/canonicalJson.ts";
import { VERSION } from "./version.ts";

/** Settings of `verify`, and those the rule set was compiled with. */
export interface VerifyOptions extends CompileOptions {
  /** The event as it was. Needed when facts were redacted, or when the rules now ask for others. */
  event?: TicketEvent | undefined;
  /** The key that the record was made with. */
  redactionKey?: string | undefined;
}

/** What is not as it was when the record was made: the rules, the zones' offsets at that time, the library. */
export type ChangedSince = "rules" | "zones" | "library";

/** Whether a recorded decision still holds. Told apart by `status`. */
export type Verification =
  /** The same is decided today. */
  | { status: "holds"; changed: ChangedSince[] }
  /**
   * Another decision today. With nothing in `changed`, the record was altered, or made by another regex engine.
   */
  | { status: "differs"; changed: ChangedSince[]; difference: DecisionDifference }
  /** It is no record. */
  | { status: "unknown"; reason: "malformed"; issues: Issue[] }
  /** These facts are not in the record: the event is needed. */
  | { status: "unknown"; reason: "factsMissing"; facts: string[] }
  /** The event that was supplied is another one, in these facts. */
  | { status: "unknown"; reason: "otherEvent"; facts: string[] };

/**
 * Decides again, from the facts in the record or from the event itself, and says whether the same comes out.
 * Total: it throws for no record, no workspace and no event.
 * @throws TypeError for a rule set in place of the workspace, as `compile` does.
 */
export function verify(
  record: unknown,
  workspace: unknown,
  { event, redactionKey, ...compiling }: VerifyOptions = {},
): Verification {
  const parsed = parse(record);
  if ("issues" in parsed) return { status: "unknown", reason: "malformed", issues: parsed.issues };
  const ruleSet = compile(workspace, compiling);
  const digest = digestOf(ruleSet);
  if (event === undefined) {
    const missing = missingFacts(parsed, digest);
    if (missing.length > 0) return { status: "unknown", reason: "factsMissing", facts: missing };
  } else {
    const other = otherFacts(parsed, event, redactionKey);
    if (other.length > 0) return { status: "unknown", reason: "otherEvent", facts: other };
  }
  const decided = evaluate(
    ruleSet,
    event ?? eventOf({ ...parsed.decision.event, ticket: parsed.ticket }, parsed.facts),
  );
  const difference = differenceOf(
    parsed.decision,
    withoutHidden(decided, hiddenIn(parsed.facts), redactionKey),
  );
  const changed = changedSince(parsed, digest);
  return difference === undefined ? { status: "holds", changed } : { status: "differs", changed, difference };
}

function parse(record: unknown): DecisionRecord | { issues: Issue[] } {
  try {
    const parsed = DecisionRecord.safeParse(record);
    if (!parsed.success) return { issues: issuesOf(parsed.error) };
    // What decides needs more of a head than a record's schema can say.
    requireEvent({ ...parsed.data.decision.event, ticket: { id: parsed.data.ticket } });
    const names = new Set<string>();
    const again = parsed.data.facts.findIndex((fact) => names.size === names.add(nameOf(fact)).size);
    // Of two answers to one question one is false.
    if (again >= 0) return { issues: [issueAt(["facts", again], "other", { message: TOLD_TWICE })] };
    return parsed.data;
  } catch (error) {
    const reason = error instanceof TypeError ? error.message : "a getter throws";
    const message = { en: `cannot be read: ${reason}`, es: `no se puede leer: ${reason}` };
    return { issues: [issueAt([], "other", { message })] };
  }
}

const TOLD_TWICE = { en: "this fact is told twice", es: "este dato está dos veces" };

/** Names of facts that the rules ask for and the record does not tell. */
function missingFacts({ facts }: DecisionRecord, { needs }: Digest): string[] {
  const told = new Set(facts.filter(({ state }) => state !== "redacted").map(nameOf));
  return keysOf(needs)
    .map(nameOf)
    .filter((name) => !told.has(name));
}

/** In what the event is not the one of the record. */
function otherFacts(record: DecisionRecord, event: object, key: string | undefined): string[] {
  let head: EventHead;
  try {
    head = requireEvent(event);
  } catch (error) {
    return [error instanceof Error ? error.message : "event"];
  }
  const expected = { ...record.decision.event, ticket: record.ticket };
  const found = headOf(head);
  const heads = (["id", "type", "at", "ticket"] as const)
    .filter((name) => expected[name] !== found[name])
    .map((name) => (name === "ticket" ? "ticket.id" : name));
  const others = record.facts.filter((fact) => !isSame(fact, event, key)).map(nameOf);
  return [...heads, ...others];
}

function isSame(recorded: RecordedFact, event: object, key: string | undefined): boolean {
  const found = readFact(recorded, event);
  return (
    canonicalJson(recorded) === canonicalJson(recorded.state === "redacted" ? redacted(found, key) : found)
  );
}

function nameOf({ fact, field }: RecordedFact | Pick<RecordedFact, "fact" | "field">): string {
  return field === undefined ? fact : `${fact}.${field}`;
}

function changedSince(record: DecisionRecord, { hash, zones }: Digest): ChangedSince[] {
  const now = zoneOffsets(zones, Date.parse(record.decision.event.at));
  const isMoved = Object.entries(record.zones).some(
    ([name, offset]) => Object.hasOwn(now, name) && now[name] !== offset,
  );
  return [
    ...(record.ruleSetHash === hash ? [] : (["rules"] as const)),
    ...(isMoved ? (["zones"] as const) : []),
    ...(record.library === VERSION ? [] : (["library"] as const)),
  ];
}
