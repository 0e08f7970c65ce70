import Fastify, { type FastifyInstance } from "fastify";
import type { TicketEvent } from "ticket-rules";
import { afterEach, describe, expect, it } from "vitest";
import { type ChatwootParts, chatwootRoutes } from "../../src/chatwoot/routes.ts";
import { signatureOf } from "../../src/chatwoot/signature.ts";
import type { Database } from "../../src/database/database.ts";
import { marked } from "../../src/database/unavailable.ts";
import type { Accepted } from "../../src/events/accept.ts";
import { first } from "./payloads.ts";

const NOW = Date.UTC(2026, 3, 2, 12, 12, 26);
const TIMESTAMP = String(NOW / 1000);

const apps: FastifyInstance[] = [];
afterEach(async () => {
  for (const app of apps.splice(0)) await app.close();
});

const decided: Accepted = {
  kind: "decided",
  event: "e",
  workspaceVersion: 1,
  decision: {
    event: { id: "e", type: "t", at: "" },
    fired: [],
    effects: [],
    suppressed: [],
    indeterminate: [],
    skipped: [],
  },
  assignedTo: null,
};

function appOf(parts: Partial<ChatwootParts> = {}): FastifyInstance & { accepted: TicketEvent[] } {
  const accepted: TicketEvent[] = [];
  const app = Fastify();
  app.setSerializerCompiler(() => (answer) => JSON.stringify(answer));
  app.register(chatwootRoutes, {
    accept: async (event) => {
      accepted.push(event);
      return decided;
    },
    wasClosed: async () => false,
    credentials: { secrets: ["s"], token: "9b2f0d31c4e54e1f" },
    mapping: { accountOfInbox: new Map([[1, "acc-wsp"]]), labelsField: "labels", chatwootAccount: null },
    now: () => NOW,
    ...parts,
  });
  app.post("/echo", async (request) => request.body);
  apps.push(app);
  return Object.assign(app, { accepted });
}

/** Fails as a database does that is away. */
function stumble(): Promise<never> {
  const query = () =>
    Promise.reject(Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" }));
  return marked({ query } as Partial<Database> as Database).query("") as Promise<never>;
}

function signed(body: string) {
  return {
    method: "POST",
    url: "/webhooks/chatwoot",
    headers: {
      "content-type": "application/json; charset=utf-8",
      "x-chatwoot-timestamp": TIMESTAMP,
      "x-chatwoot-signature": signatureOf("s", TIMESTAMP, body),
    },
    payload: body,
  } as const;
}

describe("POST /webhooks/chatwoot", () => {
  it("decides the event that a signed payload tells", async () => {
    const app = appOf();
    const response = await app.inject(signed(JSON.stringify(first("message_created"))));
    expect([response.statusCode, response.json()]).toEqual([
      202,
      { event: "chatwoot:message_created:48203", fired: [], effects: [] },
    ]);
    expect(app.accepted).toHaveLength(1);
  });

  it("checks the bytes as they came, with whatever white space", async () => {
    const response = await appOf().inject(signed(` ${JSON.stringify(first("message_created"), null, 3)}\n`));
    expect(response.statusCode).toBe(202);
  });

  it("takes an unsigned one with the token in its URL", async () => {
    const payload = JSON.stringify(first("message_created"));
    const headers = { "content-type": "application/json" };
    const post = (url: string) => appOf().inject({ method: "POST", url, headers, payload });
    expect((await post("/webhooks/chatwoot/9b2f0d31c4e54e1f")).statusCode).toBe(202);
    expect((await post("/webhooks/chatwoot/9b2f0d31c4e54e1e")).statusCode).toBe(401);
    expect((await post("/webhooks/chatwoot")).statusCode).toBe(401);
  });

  it.each([
    ["a wrong signature", 401, '{"event":"message_created"}', { "x-chatwoot-signature": "sha256=00" }],
    ["no JSON", 400, "{", {}],
    ["nothing", 400, "", {}],
    ["a message without its parts", 422, '{"event":"message_created"}', {}],
    ["no name", 422, "[]", {}],
    ["an event of a kind we do not know", 200, '{"event":"portal_created"}', {}],
  ])("%s: %i, and nothing is decided", async (_, status, body, headers) => {
    const app = appOf();
    const request = signed(body);
    const response = await app.inject({ ...request, headers: { ...request.headers, ...headers } });
    expect(response.statusCode).toBe(status);
    expect(app.accepted).toEqual([]);
  });

  it("refuses what is not sent as JSON, and what is too long", async () => {
    const app = appOf();
    const { headers, ...request } = signed("{}");
    const form = { ...headers, "content-type": "application/x-www-form-urlencoded" };
    expect((await app.inject({ ...request, headers: form })).statusCode).toBe(415);
    expect((await app.inject(signed(`"${"x".repeat(6_000_000)}"`))).statusCode).toBe(413);
  });

  it("answers 200 to a delivery that says otherwise than the first: it is one all the same", async () => {
    const app = appOf({ accept: async () => ({ kind: "otherBody" }) });
    expect((await app.inject(signed(JSON.stringify(first("message_created"))))).statusCode).toBe(200);
  });

  it("asks a database that stumbles again, since Chatwoot will not", async () => {
    let asked = 0;
    const accept = async () => {
      asked += 1;
      if (asked < 3) await stumble();
      return decided;
    };
    const response = await appOf({ accept }).inject(signed(JSON.stringify(first("message_created"))));
    expect([response.statusCode, asked]).toEqual([202, 3]);
  });

  it("gives up within Chatwoot's five seconds, and says so", async () => {
    const response = await appOf({ accept: stumble }).inject(
      signed(JSON.stringify(first("message_created"))),
    );
    expect(response.statusCode).toBe(500);
  });

  it("does not ask again what fails for another reason: it would fail again", async () => {
    let asked = 0;
    const accept = async () => {
      asked += 1;
      throw new Error("null value in column");
    };
    const response = await appOf({ accept }).inject(signed(JSON.stringify(first("message_created"))));
    expect([response.statusCode, asked]).toEqual([500, 1]);
  });

  it("refuses a time that no table holds", async () => {
    const app = appOf();
    const response = await app.inject(
      signed(JSON.stringify({ ...first("message_created"), created_at: "9999-12-31T00:00:00Z" })),
    );
    expect([response.statusCode, response.json().issues[0].path, app.accepted]).toEqual([422, ["at"], []]);
  });

  it("leaves the other routes their parser", async () => {
    const response = await appOf().inject({ method: "POST", url: "/echo", payload: { a: 1 } });
    expect(response.json()).toEqual({ a: 1 });
  });
});
