/** What a save is answered with. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Issue } from "ticket-rules";
import { findingsOf } from "../workspace/findings.ts";
import type { Saved } from "../workspace/save.ts";
import { localeOf } from "./language.ts";
import { sendProblem } from "./problem.ts";
import { etagOf } from "./version.ts";

/** @param root where the body of the request stands in the document: paths of issues begin there */
export async function answerSave(
  request: FastifyRequest,
  reply: FastifyReply,
  saved: Saved,
  root: Issue["path"] = [],
): Promise<FastifyReply> {
  switch (saved.kind) {
    case "absent":
      return sendProblem(request, reply, "notFound");
    case "stale":
      return sendProblem(request, reply.header("etag", etagOf(saved.version)), "staleVersion");
    case "invalid":
      return sendProblem(request, reply, "invalid", {
        issues: saved.issues.map((issue) => from(root, issue)),
      });
    case "saved": {
      const { version, document } = saved;
      request.log.info({ version, rules: document.rules.length }, "workspace saved");
      const locale = localeOf(request);
      const findings = await findingsOf(document);
      return reply
        .header("etag", etagOf(version))
        .header("content-language", locale)
        .send({
          version,
          // Null: not told in time.
          findings:
            findings?.map(({ code, severity, path, texts, suggest }) => ({
              code,
              severity,
              path,
              message: texts[locale],
              ...(suggest === undefined ? {} : { suggest }),
            })) ?? null,
        });
    }
  }
}

function from(root: Issue["path"], issue: Issue): Issue {
  const within = root.every((key, level) => issue.path[level] === key);
  return within ? { ...issue, path: issue.path.slice(root.length) } : issue;
}
