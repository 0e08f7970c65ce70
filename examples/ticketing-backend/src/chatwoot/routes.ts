/**
 * `POST /webhooks/chatwoot`. Chatwoot waits five seconds for an answer and delivers an account's webhook once: what is
 * not stored by then is lost at its side. So the event is decided while Chatwoot waits, and a database that stumbles
 * is asked again for as long as there is time.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { TicketEvent } from "ticket-rules";
import { isUnavailable } from "../database/unavailable.ts";
import type { Accept, Accepted } from "../events/accept.ts";
import { problems, ref, TOKEN_PATH } from "../http/openapi.ts";
import { sendProblem } from "../http/problem.ts";
import { notStorable } from "../http/storable.ts";
import { authenticityProblem, type Credentials } from "./signature.ts";
import { type Mapping, translate } from "./translate.ts";

export interface ChatwootParts {
  accept: Accept;
  /** Whether the ticket of an event was closed when it happened, as far as is known. */
  wasClosed: (event: TicketEvent) => Promise<boolean>;
  credentials: Credentials;
  mapping: Mapping;
  /** Milliseconds since 1970. */
  now?: () => number;
}

/** E-mails come with their source; a megabyte is not rare. */
const BODY_LIMIT = 5 * 1024 * 1024;

/** Milliseconds to wait before asking the database again: within Chatwoot's five seconds. */
const PAUSES = [200, 600, 1_500];

/** A Fastify plugin: the body stays raw within it, for the signature, and parsed everywhere else. */
export async function chatwootRoutes(app: FastifyInstance, parts: ChatwootParts): Promise<void> {
  const { accept, wasClosed, credentials, mapping, now = Date.now } = parts;
  app.removeContentTypeParser("application/json");
  app.addContentTypeParser(
    "application/json",
    { parseAs: "buffer", bodyLimit: BODY_LIMIT },
    (_, body, done) => done(null, body),
  );

  async function receive(request: FastifyRequest, reply: FastifyReply, token: string | null) {
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const problem = authenticityProblem({ headers: request.headers, body, token, now: now() }, credentials);
    if (problem !== null) return sendProblem(request, reply, "unauthorized", { detail: problem });

    const payload = parse(body);
    if (payload === undefined) return sendProblem(request, reply, "malformedJson");

    const reading = translate(payload, mapping);
    if (reading.kind === "malformed") {
      return sendProblem(request, reply, "invalid", { detail: reading.problem });
    }
    if (reading.kind === "ignored") return reply.code(200).send({ ignored: reading.reason });

    const { event, ifClosed } = reading;
    const issues = notStorable(event);
    if (issues.length > 0) return sendProblem(request, reply, "invalid", { issues });

    const accepted = await patiently(async () =>
      ifClosed && !(await wasClosed(event)) ? null : accept(event),
    );
    if (accepted === null) return reply.code(200).send({ ignored: "the ticket was not closed" });
    return reply.code(accepted.kind === "decided" ? 202 : 200).send(answerTo(event.id, accepted));
  }

  const schema = {
    summary: "What Chatwoot sends: its signature stands for a token",
    tags: ["events"],
    security: [],
    response: { 202: ref("ChatwootAnswer"), ...problems(400, 401, 413, 422, 503) },
  };
  app.post("/webhooks/chatwoot", { schema }, (request, reply) => receive(request, reply, null));
  app.post<{ Params: { token: string } }>(
    "/webhooks/chatwoot/:token",
    { schema: { ...schema, summary: "The same, for versions that do not sign", params: TOKEN_PATH } },
    (request, reply) => receive(request, reply, request.params.token),
  );
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}

function answerTo(event: string, accepted: Accepted) {
  if (accepted.kind === "otherBody") return { event, ignored: "this event was delivered before" };
  const { fired, effects } = accepted.decision;
  return { event, fired, effects: effects.map(({ key }) => key) };
}

async function patiently<Value>(work: () => Promise<Value>): Promise<Value> {
  for (const pause of PAUSES) {
    try {
      return await work();
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      await sleep(pause);
    }
  }
  return work();
}
