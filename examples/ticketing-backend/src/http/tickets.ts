/** What the service knows of a ticket. */
import type { FastifyInstance } from "fastify";
import type { Database } from "../database/database.ts";
import { problems, ref, TICKET_PATH } from "./openapi.ts";
import { sendProblem } from "./problem.ts";

const MOST_DECISIONS = 100;

export function ticketRoutes(app: FastifyInstance, database: Database): void {
  app.get<{ Params: { ticket: string } }>(
    "/tickets/:ticket",
    {
      schema: {
        summary: "A ticket as its events and effects left it, and its last decisions",
        tags: ["tickets"],
        params: TICKET_PATH,
        response: { 200: ref("Ticket"), ...problems(401, 404, 503) },
      },
    },
    async (request, reply) => {
      const id = request.params.ticket;
      if (id.includes("\u0000")) return sendProblem(request, reply, "notFound");
      const [ticket] = await database.query<object>(
        `select id, account, customer, status, active_bot as "activeBot", last_event_at as "lastEventAt",
                case when assignee_id is not null
                     then json_build_object('type', assignee_type, 'id', assignee_id) end as assignee
           from tickets where id = $1`,
        [id],
      );
      if (ticket === undefined) return sendProblem(request, reply, "notFound");
      const decisions = await database.query(
        `select e.id as event, e.type, e.at, d.record->'decision'->'fired' as fired
           from events e join decisions d on d.event_id = e.id
          where e.ticket_id = $1 order by e.at desc, e.received_at desc limit $2`,
        [id, MOST_DECISIONS],
      );
      return { ...ticket, decisions };
    },
  );
}
