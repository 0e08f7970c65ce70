/**
 * Where a process can be killed between an event and its effect: at each border of a transaction and of a request.
 * All that the service does passes one of them, so that no step has to be named in its code.
 */
import { writeSync } from "node:fs";
import type { Database } from "../../../src/database/database.ts";
import type { Outbound } from "../../../src/outbound/outbound.ts";

export type Step = "after begin" | "before commit" | "after commit" | "before request" | "after answer";

export interface Steps {
  pass(step: Step): void;
  /** From now on: kill this process when it passes this step for the nth time. */
  killAt(step: Step, count: number): void;
}

export function createSteps(): Steps {
  let awaited: { step: Step; left: number } | undefined;
  return {
    pass(step) {
      if (awaited?.step !== step) return;
      awaited.left -= 1;
      if (awaited.left !== 0) return;
      // Written at once: nothing of this process is left in a moment.
      writeSync(1, `killed ${step}\n`);
      process.kill(process.pid, "SIGKILL");
      // Until the signal has come nothing further is done.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    },
    killAt(step, count) {
      awaited = { step, left: count };
    },
  };
}

export function steppingDatabase(database: Database, steps: Steps): Database {
  return {
    ...database,
    async transaction(work) {
      const value = await database.transaction(async (transaction) => {
        steps.pass("after begin");
        const result = await work(transaction);
        steps.pass("before commit");
        return result;
      });
      steps.pass("after commit");
      return value;
    },
  };
}

export function steppingOutbound(outbound: Outbound, steps: Steps): Outbound {
  return {
    async post(post) {
      steps.pass("before request");
      const answer = await outbound.post(post);
      steps.pass("after answer");
      return answer;
    },
    close: () => outbound.close(),
  };
}
