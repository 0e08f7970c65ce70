/** The HTTP side: routes, what guards them, and what is said when something is wrong. */
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";
import type { Logger } from "pino";
import { chatwootRoutes } from "./chatwoot/routes.ts";
import type { Config } from "./config.ts";
import type { Accept } from "./events/accept.ts";
import { wasClosed } from "./events/noteTicket.ts";
import { authenticate } from "./http/authenticate.ts";
import { decisionRoutes } from "./http/decisions.ts";
import { effectRoutes } from "./http/effects.ts";
import { handleErrors } from "./http/errors.ts";
import { eventRoutes } from "./http/events.ts";
import { readJson } from "./http/json.ts";
import { describeRoutes, openapiRoute } from "./http/openapi.ts";
import { operationRoutes, type Readiness } from "./http/operations.ts";
import { sendProblem } from "./http/problem.ts";
import { ruleRoutes } from "./http/rules.ts";
import { ticketRoutes } from "./http/tickets.ts";
import { workspaceRoutes } from "./http/workspace.ts";
import type { Metrics } from "./metrics.ts";

export interface ServerParts {
  config: Config;
  log: Logger;
  accept: Accept;
  metrics: Metrics;
  readiness: Readiness;
}

export async function buildServer({
  config,
  log,
  accept,
  metrics,
  readiness,
}: ServerParts): Promise<FastifyInstance> {
  const loggerInstance: FastifyBaseLogger = log;
  const app = Fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1024 * 1024,
    requestTimeout: 30_000,
    // Fastify's own answer while it stops is not one of ours.
    return503OnClosing: false,
    routerOptions: { maxParamLength: 2_000 },
    frameworkErrors: (_error, request, reply) => void sendProblem(request, reply, "badRequest"),
  });
  // Schemas of routes are for the description: the library checks what comes in, and answers go out as they are.
  app.setValidatorCompiler(() => () => true);
  app.setSerializerCompiler(() => (answer) => JSON.stringify(answer));

  readJson(app);
  handleErrors(app);
  logRequests(app);
  turnAway(app, readiness);
  await describeRoutes(app);

  operationRoutes(app, metrics, readiness);
  openapiRoute(app);
  const { database, effects } = readiness;
  await app.register(chatwootRoutes, {
    accept,
    wasClosed: (event) => wasClosed(database, event),
    credentials: { secrets: config.CHATWOOT_SECRETS, token: config.CHATWOOT_TOKEN ?? null },
    mapping: {
      accountOfInbox: config.CHATWOOT_INBOXES,
      labelsField: config.CHATWOOT_LABELS_FIELD === "none" ? null : config.CHATWOOT_LABELS_FIELD,
      chatwootAccount: config.CHATWOOT_ACCOUNT ?? null,
    },
  });
  await app.register(async (guarded) => {
    authenticate(guarded, config.API_TOKEN);
    eventRoutes(guarded, accept);
    workspaceRoutes(guarded, database);
    ruleRoutes(guarded, database);
    decisionRoutes(guarded, database);
    effectRoutes(guarded, database, effects);
    ticketRoutes(guarded, database);
  });
  return app;
}

/** While it stops: to whoever kept a connection, from which the next process will answer. Probes are told by `ready`. */
function turnAway(app: FastifyInstance, { isStopping }: Readiness): void {
  app.addHook("onRequest", async (request, reply) => {
    if (!isStopping() || request.url.startsWith("/health/")) return;
    reply.header("retry-after", "5").header("connection", "close");
    return sendProblem(request, reply, "stopping");
  });
}

/** A line for each answer, without its content; those to probes and of successes are for debugging. */
function logRequests(app: FastifyInstance): void {
  app.addHook("onResponse", async (request, reply) => {
    const line = {
      method: request.method,
      route: request.routeOptions.url ?? "none",
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    };
    if (reply.statusCode >= 500) request.log.warn(line, "answered");
    else request.log.debug(line, "answered");
  });
}
