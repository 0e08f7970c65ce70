/** What is thrown anywhere while a request is answered ends here. */
import type { FastifyInstance } from "fastify";
import { isUnavailable } from "../database/unavailable.ts";
import { type ProblemKind, sendProblem } from "./problem.ts";

/** Fastify's own errors, by code. */
const OF_FASTIFY: Partial<Record<string, ProblemKind>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: "tooLarge",
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "notJson",
  FST_ERR_CTP_EMPTY_TYPE: "notJson",
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: "badRequest",
};

export function handleErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const kind = kindOf(error);
    if (kind === "internal") request.log.error({ err: error }, "a request failed");
    if (kind === "unavailable") {
      request.log.warn({ err: error }, "the database does not answer");
      reply.header("retry-after", "5");
    }
    return sendProblem(request, reply, kind);
  });
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, "notFound"));
}

function kindOf(error: unknown): ProblemKind {
  if (isUnavailable(error)) return "unavailable";
  if (!(error instanceof Error)) return "internal";
  if ("problem" in error && (error.problem === "tooDeep" || error.problem === "malformedJson"))
    return error.problem;
  const known = "code" in error ? OF_FASTIFY[String(error.code)] : undefined;
  if (known !== undefined) return known;
  const status = "statusCode" in error ? Number(error.statusCode) : 500;
  return status >= 400 && status < 500 ? "badRequest" : "internal";
}
