/** Counts what became of what was accepted. */
import type { Database } from "../../../src/database/database.ts";
import type { Receiver } from "./receiver.ts";

export interface Account {
  /** Events that were answered with success. */
  accepted: number;
  decisions: number;
  /** Effects that decisions asked for. */
  planned: number;
  done: number;
  /** Not to be done any more, by the rules or by an event. */
  cancelled: number;
  dead: number;
  pending: number;
  /** At the receiver, by their keys. */
  delivered: number;
  /** Requests with a key that the receiver had: refused. */
  repeated: number;
  /** Events without a decision, effects without a row, effects that are done but did not arrive. */
  lost: number;
  /** Decided, planned or delivered without having been asked for, or more than once. */
  superfluous: number;
}

export async function account(
  database: Database,
  accepted: ReadonlySet<string>,
  receiver: Receiver,
): Promise<Account> {
  const decisions = await database.query<{
    event: string;
    record: { decision: { effects: { key: string }[] } };
  }>("select event_id as event, record from decisions");
  const effects = await database.query<{ key: string; status: string }>("select key, status from effects");
  const keysOf = (status: string) => effects.filter((row) => row.status === status).map(({ key }) => key);
  const decided = new Set(decisions.map(({ event }) => event));
  const asked = decisions.flatMap(({ record }) => record.decision.effects.map(({ key }) => key));
  const rows = new Set(effects.map(({ key }) => key));
  const delivered = receiver.taken.map(({ key }) => key);
  const arrived = new Set(delivered);
  const done = keysOf("done");
  return {
    accepted: accepted.size,
    decisions: decisions.length,
    planned: asked.length,
    done: done.length,
    cancelled: keysOf("cancelled").length,
    dead: keysOf("dead").length,
    pending: keysOf("pending").length,
    delivered: delivered.length,
    repeated: receiver.repeated.length,
    lost:
      [...accepted].filter((event) => !decided.has(event)).length +
      asked.filter((key) => !rows.has(key)).length +
      done.filter((key) => !arrived.has(key)).length,
    superfluous:
      decisions.length -
      decided.size +
      (asked.length - new Set(asked).size) +
      effects.filter(({ key }) => !asked.includes(key)).length +
      (delivered.length - arrived.size) +
      delivered.filter((key) => !rows.has(key)).length,
  };
}
