/** Single rules, and their order. Each change is a new version of the whole workspace. */
import type { FastifyInstance } from "fastify";
import type { Database } from "../database/database.ts";
import { deleteRule, indexOf, orderRules, putRule } from "../workspace/editRules.ts";
import { readCurrent } from "../workspace/read.ts";
import { save } from "../workspace/save.ts";
import { IF_MATCH, problems, RULE_PATH, ref } from "./openapi.ts";
import { sendProblem } from "./problem.ts";
import { answerSave } from "./saved.ts";
import { etagOf, ifMatchOf } from "./version.ts";

interface OfRule {
  Params: { id: string };
}

export function ruleRoutes(app: FastifyInstance, database: Database): void {
  app.get(
    "/workspace/rules",
    {
      schema: {
        summary: "The rules in order of priority",
        tags: ["rules"],
        response: { 200: ref("Rules"), ...problems(401, 503) },
      },
    },
    async (_request, reply) => {
      const { version, document } = await readCurrent(database);
      reply.header("etag", etagOf(version));
      return { rules: document.rules };
    },
  );

  app.patch(
    "/workspace/rules",
    {
      schema: {
        summary: "Put the rules into another order",
        description: "The order of the list is the order of priority. Names every rule once.",
        tags: ["rules"],
        headers: IF_MATCH,
        body: ref("RuleOrder"),
        response: { 200: ref("SaveAnswer"), ...problems(400, 401, 412, 422, 428, 503) },
      },
    },
    async (request, reply) => {
      const isExpected = ifMatchOf(request);
      if (isExpected === undefined) return sendProblem(request, reply, "versionNeeded");
      const order = orderOf(request.body);
      if (order === undefined) return sendProblem(request, reply, "invalid", { detail: ORDER });
      const saved = await save(database, isExpected, (document) => orderRules(document, order));
      if (saved.kind === "absent") return sendProblem(request, reply, "invalid", { detail: ORDER });
      return answerSave(request, reply, saved);
    },
  );

  app.get<OfRule>(
    "/workspace/rules/:id",
    {
      schema: {
        summary: "A rule",
        tags: ["rules"],
        params: RULE_PATH,
        response: { 200: ref("Rule"), ...problems(401, 404, 503) },
      },
    },
    async (request, reply) => {
      const { version, document } = await readCurrent(database);
      const rule = document.rules[indexOf(document, request.params.id)];
      if (rule === undefined) return sendProblem(request, reply, "notFound");
      reply.header("etag", etagOf(version));
      return rule;
    },
  );

  app.put<OfRule>(
    "/workspace/rules/:id",
    {
      schema: {
        summary: "Add a rule at the end, or replace it where it stands",
        description: "The id is that of the path; the body may leave it out.",
        tags: ["rules"],
        params: RULE_PATH,
        headers: IF_MATCH,
        body: ref("Rule"),
        response: { 200: ref("SaveAnswer"), ...problems(400, 401, 412, 413, 415, 422, 428, 503) },
      },
    },
    async (request, reply) => {
      const isExpected = ifMatchOf(request);
      if (isExpected === undefined) return sendProblem(request, reply, "versionNeeded");
      const { id } = request.params;
      const rule = request.body;
      if (!isObject(rule)) return sendProblem(request, reply, "invalid", { detail: "expected a rule" });
      if (Object.hasOwn(rule, "id") && rule.id !== id)
        return sendProblem(request, reply, "invalid", { detail: "the id is not that of the path" });
      let at = 0;
      const saved = await save(database, isExpected, (document) => {
        const found = indexOf(document, id);
        at = found < 0 ? document.rules.length : found;
        return putRule(document, id, rule);
      });
      return answerSave(request, reply, saved, ["rules", at]);
    },
  );

  app.delete<OfRule>(
    "/workspace/rules/:id",
    {
      schema: {
        summary: "Take a rule away",
        tags: ["rules"],
        params: RULE_PATH,
        headers: IF_MATCH,
        response: { 200: ref("SaveAnswer"), ...problems(401, 404, 412, 428, 503) },
      },
    },
    async (request, reply) => {
      const isExpected = ifMatchOf(request);
      if (isExpected === undefined) return sendProblem(request, reply, "versionNeeded");
      const { id } = request.params;
      return answerSave(
        request,
        reply,
        await save(database, isExpected, (document) => deleteRule(document, id)),
      );
    },
  );
}

const ORDER = "expected { order } with the id of every rule once";

function orderOf(body: unknown): string[] | undefined {
  const order = isObject(body) ? body.order : undefined;
  return Array.isArray(order) && order.every((id) => typeof id === "string") ? order : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
