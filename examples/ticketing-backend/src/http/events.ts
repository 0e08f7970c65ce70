/** Events come in, decisions go out. */
import type { FastifyInstance } from "fastify";
import { issuesOf, TicketEvent } from "ticket-rules";
import type { Accept } from "../events/accept.ts";
import { problems, ref } from "./openapi.ts";
import { sendProblem } from "./problem.ts";
import { notStorable } from "./storable.ts";
import { traced } from "./tracing.ts";

export function eventRoutes(app: FastifyInstance, accept: Accept): void {
  app.post(
    "/events",
    {
      schema: {
        summary: "Decide what to do about an event",
        description:
          "Once for each `id`: the same event again gets the same answer. The effects are carried out afterwards.",
        tags: ["events"],
        body: ref("TicketEvent"),
        response: { 200: ref("EventAnswer"), ...problems(400, 401, 409, 413, 415, 422, 503) },
      },
    },
    (request, reply) =>
      traced(request, async () => {
        const parsed = TicketEvent.safeParse(request.body);
        if (!parsed.success)
          return sendProblem(request, reply, "invalid", { issues: issuesOf(parsed.error) });
        const issues = notStorable(parsed.data);
        if (issues.length > 0) return sendProblem(request, reply, "invalid", { issues });

        const accepted = await accept(parsed.data);
        if (accepted.kind === "otherBody") return sendProblem(request, reply, "otherEventWithId");
        const { kind: _, ...answer } = accepted;
        return answer;
      }),
  );
}
