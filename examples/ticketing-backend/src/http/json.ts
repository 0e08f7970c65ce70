/** Bodies as JSON. `__proto__` is a key like any other: nothing here copies keys onto objects by assignment. */
import type { FastifyInstance } from "fastify";

/** Deeper than any document or event can mean anything. */
const MOST_LEVELS = 100;

export function readJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    /^application\/(?:[\w.-]+\+)?json(?:;|$)/,
    { parseAs: "string" },
    (request, body, done) => {
      // Clients name the type of a body that they do not send: a DELETE, a POST that is all in its URL.
      if (body === "" && request.routeOptions.schema?.body === undefined) return done(null, undefined);
      try {
        const value: unknown = JSON.parse(body.toString());
        if (isDeeperThan(value, MOST_LEVELS)) return done(fault("tooDeep"));
        done(null, value);
      } catch {
        done(fault("malformedJson"));
      }
    },
  );
}

/** An error for the error handler, which makes a problem of it. */
function fault(problem: "tooDeep" | "malformedJson"): Error & { problem: typeof problem } {
  return Object.assign(new Error(problem), { problem });
}

/** Level by level, so that the depth costs no stack. */
function isDeeperThan(value: unknown, levels: number): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > levels) return true;
    level = level.flatMap((item) => (typeof item === "object" && item !== null ? Object.values(item) : []));
  }
  return false;
}
