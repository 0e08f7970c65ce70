/**
 * The second way to every effect. Jobs are the first, and quick; but the job of a worker that was killed is not given
 * out again before it has expired, and a queue can be emptied by hand. What is due and untouched is carried out all
 * the same, a few seconds later.
 */
import type { Logger } from "pino";
import type { Database } from "../database/database.ts";
import { RUNNABLE } from "./claim.ts";

export interface SweepParts {
  database: Database;
  log: Logger;
  runTicket: (ticket: string) => Promise<void>;
  /** Tickets that are run at the same time: one whose receiver is silent does not hold up the rest. */
  workers: number;
  everyMs: number;
  /** Left to the jobs for so long. */
  graceMs: number;
  now: () => Date;
}

const TICKETS_AT_ONCE = 100;

export function createSweep({ database, log, runTicket, workers, everyMs, graceMs, now }: SweepParts) {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  let stopped = false;

  async function sweep(): Promise<void> {
    const rows = await database.query<{ ticket: string }>(
      `select ticket_id as ticket from (select distinct on (e.ticket_id) e.ticket_id,
              coalesce(e.next_attempt_at, e.execute_at) as due from effects e where ${RUNNABLE}
              order by e.ticket_id, due) as waiting
        order by due limit ${TICKETS_AT_ONCE}`,
      [new Date(now().getTime() - graceMs)],
    );
    const tickets = rows.map(({ ticket }) => ticket);
    const runSome = async () => {
      for (let ticket = tickets.shift(); ticket !== undefined && !stopped; ticket = tickets.shift()) {
        await runTicket(ticket).catch((error) => log.error({ err: error }, "could not look after a ticket"));
      }
    };
    await Promise.all(Array.from({ length: workers }, runSome));
    if (rows.length > 0) log.debug({ tickets: rows.length }, "looked after effects that waited");
  }

  async function loop(): Promise<void> {
    await sweep().catch((error) => log.error({ err: error }, "could not look for effects that are due"));
    if (!stopped) timer = setTimeout(start, everyMs);
  }

  function start(): void {
    running = loop();
  }

  return {
    start,
    async stop(): Promise<void> {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
