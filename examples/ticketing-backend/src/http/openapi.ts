/** The description of the service, made of its routes and of the schemas that come with the library. */
import swagger from "@fastify/swagger";
import type { FastifyInstance } from "fastify";
import { components, type SchemaName } from "./schemas.ts";

/** In the place of a schema in a route: it is looked up in `schemas.ts`. */
export function ref(name: SchemaName) {
  return { $ref: `#/components/schemas/${name}` };
}

/** The path parameters and headers that routes have, each with its words. */
export const VERSION_PATH = parameter(
  "version",
  { type: "integer", minimum: 1 },
  "A version of the workspace",
);
export const RULE_PATH = parameter("id", { type: "string" }, "The id of a rule");
export const EVENT_PATH = parameter("event", { type: "string" }, "The id of an event");
export const TICKET_PATH = parameter("ticket", { type: "string" }, "The id of a ticket");
export const EFFECT_PATH = parameter("id", { type: "string", format: "uuid" }, "The id of an effect");
export const TOKEN_PATH = parameter("token", { type: "string" }, "The secret of the URL");
export const IF_MATCH = parameter(
  "if-match",
  { type: "string" },
  "The ETag of the version that is edited, or *",
);

/** The answers that are problems. */
export function problems(...statuses: number[]) {
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: WHEN[status] ?? "A problem",
        content: { "application/problem+json": { schema: ref("Problem") } },
      },
    ]),
  );
}

export async function describeRoutes(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Ticketing backend",
        description: "Events of tickets in, decisions of rules out; rules edited over HTTP.",
        version: "0.1.0",
      },
      components: { securitySchemes: { bearer: { type: "http", scheme: "bearer" } } },
      security: [{ bearer: [] }],
    },
  });
}

/** To be called in a scope without authentication. */
export function openapiRoute(app: FastifyInstance): void {
  app.get("/openapi.json", { schema: { hide: true } }, async () => {
    const described = app.swagger();
    const given = "components" in described ? described.components : {};
    return { ...described, components: { ...given, schemas: components } };
  });
}

function parameter(name: string, schema: object, description: string) {
  return { type: "object", properties: { [name]: { ...schema, description } }, required: [name] };
}

const WHEN: Partial<Record<number, string>> = {
  400: "The body is not JSON",
  401: "A token is needed",
  404: "It is not there",
  409: "Another event has this id",
  412: "Somebody saved in between",
  413: "The body is too large",
  415: "The body is of another type",
  422: "Something in it is not valid: the issues tell what, by path",
  428: "If-Match is missing",
  503: "The database does not answer now",
};
