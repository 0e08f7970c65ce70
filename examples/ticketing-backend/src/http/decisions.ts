/** Accounts for what was decided and done. */
import type { FastifyInstance } from "fastify";
import { type DecisionRecord, verify } from "ticket-rules";
import type { Database } from "../database/database.ts";
import { readCurrent } from "../workspace/read.ts";
import { EVENT_PATH, problems, ref } from "./openapi.ts";
import { sendProblem } from "./problem.ts";

interface OfEvent {
  Params: { event: string };
}

export function decisionRoutes(app: FastifyInstance, database: Database): void {
  app.get<OfEvent>(
    "/decisions/:event",
    {
      schema: {
        summary: "What was decided on an event, from which facts, and what became of its effects",
        tags: ["decisions"],
        params: EVENT_PATH,
        response: { 200: ref("StoredDecision"), ...problems(401, 404, 503) },
      },
    },
    async (request, reply) => {
      const decided = await readDecision(database, request.params.event);
      if (decided === undefined) return sendProblem(request, reply, "notFound");
      const effects = await database.query(
        `select key, type, status, reason, attempts, execute_at as "executeAt", finished_at as "finishedAt"
           from effects where event_id = $1 order by key`,
        [request.params.event],
      );
      return { ...decided, effects };
    },
  );

  app.get<OfEvent>(
    "/decisions/:event/verification",
    {
      schema: {
        summary: "Whether the rules in force would decide the same today",
        tags: ["decisions"],
        params: EVENT_PATH,
        response: { 200: ref("Verification"), ...problems(401, 404, 503) },
      },
    },
    async (request, reply) => {
      const decided = await readDecision(database, request.params.event);
      if (decided === undefined) return sendProblem(request, reply, "notFound");
      const { document } = await readCurrent(database);
      return verify(decided.record, document);
    },
  );
}

interface StoredDecision {
  event: string;
  ticket: string;
  workspaceVersion: number;
  record: DecisionRecord;
  assignedTo: string | null;
  decidedAt: Date;
}

async function readDecision(database: Database, event: string): Promise<StoredDecision | undefined> {
  if (event.includes("\u0000")) return undefined;
  const [row] = await database.query<StoredDecision>(
    `select event_id as event, ticket_id as ticket, workspace_version as "workspaceVersion", record,
            assigned_to as "assignedTo", decided_at as "decidedAt"
       from decisions where event_id = $1`,
    [event],
  );
  return row;
}
