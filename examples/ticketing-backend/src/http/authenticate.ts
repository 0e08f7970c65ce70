/** A bearer token, when the configuration has one. */
import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { sendProblem } from "./problem.ts";

export function authenticate(app: FastifyInstance, token: string | undefined): void {
  if (token === undefined) return;
  const expected = hash(`Bearer ${token}`);
  app.addHook("onRequest", async (request, reply) => {
    // Hashes have one length, so that the comparison takes one time.
    if (timingSafeEqual(hash(request.headers.authorization ?? ""), expected)) return;
    reply.header("www-authenticate", "Bearer");
    return sendProblem(request, reply, "unauthorized");
  });
}

function hash(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
