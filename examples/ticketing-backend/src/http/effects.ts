/** Effects that were given up: for people to see and to send again. */
import type { FastifyInstance } from "fastify";
import type { Database } from "../database/database.ts";
import type { Effects } from "../effects/effects.ts";
import { EFFECT_PATH, problems, ref } from "./openapi.ts";
import { sendProblem } from "./problem.ts";

const MOST = 100;

export function effectRoutes(
  app: FastifyInstance,
  database: Database,
  effects: Pick<Effects, "redrive">,
): void {
  app.get(
    "/effects/dead",
    {
      schema: {
        summary: "The last hundred effects that were given up, and why",
        tags: ["effects"],
        response: { 200: ref("DeadEffects"), ...problems(401, 503) },
      },
    },
    async () => ({
      effects: await database.query(
        `select id, key, type, event_id as event, ticket_id as ticket, reason, attempts, finished_at as "finishedAt"
           from effects where status = 'dead' order by finished_at desc limit $1`,
        [MOST],
      ),
    }),
  );

  app.post<{ Params: { id: string } }>(
    "/effects/:id/retry",
    {
      schema: {
        summary: "Try an effect again that was given up",
        tags: ["effects"],
        params: EFFECT_PATH,
        response: { 202: { description: "It is in the queue again" }, ...problems(401, 404, 503) },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const isQueued = UUID.test(id) && (await effects.redrive(id));
      if (!isQueued) return sendProblem(request, reply, "notFound");
      return reply.code(202).send();
    },
  );
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
