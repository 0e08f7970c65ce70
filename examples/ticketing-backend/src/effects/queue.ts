/** The border between deciding and doing: what the transaction of a decision hands over. */
import type { Queryable } from "../database/database.ts";

/** A row of `effects` that wants a job. */
export interface EffectJob {
  /** Of the row, and of the job: a job sent twice is one. */
  id: string;
  executeAt: Date;
}

export interface EffectQueue {
  /** Puts the jobs into the queue within the transaction: they are there when it commits, and else they are not. */
  send(transaction: Queryable, jobs: readonly EffectJob[]): Promise<void>;
}
