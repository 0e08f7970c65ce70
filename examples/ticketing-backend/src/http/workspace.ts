/** The workspace document as a whole: read without secrets, saved against the version that was read. */
import type { FastifyInstance } from "fastify";
import { redact } from "ticket-rules";
import type { Database } from "../database/database.ts";
import { listVersions, readCurrent, readVersion } from "../workspace/read.ts";
import { save } from "../workspace/save.ts";
import { IF_MATCH, problems, ref, VERSION_PATH } from "./openapi.ts";
import { sendProblem } from "./problem.ts";
import { answerSave } from "./saved.ts";
import { etagOf, ifMatchOf, isNoneMatch } from "./version.ts";

/** 10,000 rules are 5 MB. */
export const LONGEST_WORKSPACE = 8 * 1024 * 1024;
const MOST_VERSIONS = 100;
const UNCHANGED = { type: "null", description: "The version is that of If-None-Match" };

export function workspaceRoutes(app: FastifyInstance, database: Database): void {
  app.get(
    "/workspace",
    {
      schema: {
        summary: "The workspace in force, without secrets",
        tags: ["workspace"],
        response: { 200: ref("Workspace"), 304: UNCHANGED, ...problems(401, 503) },
      },
    },
    async (request, reply) => {
      const { version, document } = await readCurrent(database);
      reply.header("etag", etagOf(version)).header("cache-control", "no-cache");
      if (isNoneMatch(request, version)) return reply.code(304).send();
      return redact(document);
    },
  );

  app.put(
    "/workspace",
    {
      bodyLimit: LONGEST_WORKSPACE,
      schema: {
        summary: "Save a new version of the workspace",
        description:
          "Refused as a whole when anything is wrong. Secrets that are left out keep their stored values; `null` takes one away. Answers with what is likely to be a mistake.",
        tags: ["workspace"],
        headers: IF_MATCH,
        body: ref("Workspace"),
        response: { 200: ref("SaveAnswer"), ...problems(400, 401, 412, 413, 415, 422, 428, 503) },
      },
    },
    async (request, reply) => {
      const isExpected = ifMatchOf(request);
      if (isExpected === undefined) return sendProblem(request, reply, "versionNeeded");
      const document = request.body ?? null;
      return answerSave(request, reply, await save(database, isExpected, () => document));
    },
  );

  app.get(
    "/workspace/versions",
    {
      schema: {
        summary: "The last hundred versions, the newest first",
        tags: ["workspace"],
        response: { 200: ref("Versions"), ...problems(401, 503) },
      },
    },
    async () => ({ versions: await listVersions(database, MOST_VERSIONS) }),
  );

  app.get<{ Params: { version: string } }>(
    "/workspace/versions/:version",
    {
      schema: {
        summary: "A version of the workspace, without secrets",
        tags: ["workspace"],
        params: VERSION_PATH,
        response: { 200: ref("Workspace"), ...problems(401, 404, 503) },
      },
    },
    async (request, reply) => {
      const { version } = request.params;
      const stored = /^[1-9]\d{0,8}$/.test(version)
        ? await readVersion(database, Number(version))
        : undefined;
      if (stored === undefined) return sendProblem(request, reply, "notFound");
      reply.header("etag", etagOf(stored.version));
      return redact(stored.document);
    },
  );
}
