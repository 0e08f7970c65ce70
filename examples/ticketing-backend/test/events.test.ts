/** POST /events: once for each id, whatever comes. */
import { describe, expect, test } from "vitest";
import { signatureOf } from "../src/chatwoot/signature.ts";
import { first as payload } from "./chatwoot/payloads.ts";
import { useDatabase } from "./support/database.ts";
import { closed, message, reopened } from "./support/samples.ts";
import { service, stopServices, type TestService } from "./support/service.ts";

const database = useDatabase();
stopServices();

const count = async (table: string) =>
  (await database.current.query<{ n: number }>(`select count(*)::integer as n from ${table}`))[0]?.n;

describe("an event", () => {
  test("is decided, and its effects are planned", async () => {
    const { ask } = await service(database.current);
    const { status, body } = await ask("POST", "/events", message("e-1"));
    expect(status).toBe(200);
    expect(body).toMatchObject({ event: "e-1", workspaceVersion: 1, assignedTo: null });
    expect(body.decision.fired).toEqual(["lead-bot"]);
    const { body: stored } = await ask("GET", "/decisions/e-1");
    expect(stored.record.decision).toEqual(body.decision);
    expect(stored.effects.map(({ key, type }: { key: string; type: string }) => [key, type])).toEqual([
      ["e-1:lead-bot:0", "activateBot"],
    ]);
  });

  test("that comes twenty times at once is decided once, and all twenty are answered alike", async () => {
    const { ask } = await service(database.current, { AGENTS: "carolina,matias" });
    const event = closed("e-1");
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask("POST", "/events", event)));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(200);
    expect(await count("decisions")).toBe(1);
    expect(await count("effects")).toBe(3);
    expect(await count("surveys")).toBe(1);
    const metrics = (await ask("GET", "/metrics")).text;
    expect(metrics).toMatch(/ticketing_events_total\{type="ticket.closed",result="new"\} 1/);
    expect(metrics).toMatch(/ticketing_events_total\{type="ticket.closed",result="duplicate"\} 19/);
  });

  test("that comes again with its keys in another order is the same", async () => {
    const { ask } = await service(database.current);
    const { id, type, at, ticket, message: said } = message("e-1");
    const first = await ask("POST", "/events", { id, type, at, ticket, message: said });
    const again = await ask("POST", "/events", { message: said, ticket, at, type, id });
    expect([again.status, again.text]).toEqual([200, first.text]);
  });

  test("whose id another event has is refused, and the first stands", async () => {
    const { ask } = await service(database.current);
    await ask("POST", "/events", message("e-1"));
    const { status, headers, body } = await ask("POST", "/events", message("e-1", {}, "otra cosa"), {
      "accept-language": "es-CL,es;q=0.9",
    });
    expect(status).toBe(409);
    expect(headers["content-type"]).toBe("application/problem+json; charset=utf-8");
    expect(body).toEqual({
      type: "urn:ticketing-backend:problem:otherEventWithId",
      title: "Otro evento tiene este id",
      status: 409,
    });
    expect(await count("events")).toBe(1);
  });

  test("leaves nothing behind when its transaction fails", async () => {
    const { ask } = await service(database.current);
    await database.current.query("alter table effects rename to effects_elsewhere");
    const { status, text } = await ask("POST", "/events", message("e-1"));
    await database.current.query("alter table effects_elsewhere rename to effects");
    expect([status, text.includes("effects")]).toEqual([500, false]);
    expect([await count("events"), await count("decisions"), await count("tickets")]).toEqual([0, 0, 0]);
    expect((await ask("POST", "/events", message("e-1"))).status).toBe(200);
  });

  test("may hold any text", async () => {
    const { ask } = await service(database.current);
    const texts = ["\u0000", "\ud83d", "'; drop table events; --", "\\u0000", "🚨".repeat(10_000)];
    for (const [at, text] of texts.entries()) {
      const { status } = await ask("POST", "/events", message(`e-${at}`, { id: `t-${at}` }, text));
      expect(status).toBe(200);
    }
    const [stored] = await database.current.query<{ body: { message: object } }>(
      "select body from events where id = 'e-0'",
    );
    expect(stored?.body.message).toEqual({ text: "\u0000" });
  });

  test.each(["__proto__", "constructor", "a/b?c#d", "ñandú 🚨", "' or 1=1"])(
    "may have the id %s everywhere",
    async (id) => {
      const { ask } = await service(database.current);
      const event = message(id, { id, account: id, customer: id });
      const body = JSON.stringify(event).replace('"message":', '"x-__proto__":1,"message":');
      expect((await ask("POST", "/events", body)).status).toBe(200);
      const { body: decision } = await ask("GET", `/decisions/${encodeURIComponent(id)}`);
      expect([decision.event, decision.ticket]).toEqual([id, id]);
      const { body: ticket } = await ask("GET", `/tickets/${encodeURIComponent(id)}`);
      expect(ticket).toMatchObject({ id, account: id, customer: id });
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    },
  );

  test("may classify a field __proto__", async () => {
    const { ask } = await service(database.current);
    const body = `{"id":"e-1","type":"ticket.classified","at":"2026-11-23T12:00:00Z",
      "ticket":{"id":"t-1","classification":{"__proto__":"polluted"}},
      "changes":{"classification":{"__proto__":{"before":null,"after":"polluted"}}}}`;
    const { status } = await ask("POST", "/events", body);
    expect(status).toBe(200);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe("a body that is no event", () => {
  const wrong: [name: string, body: string, status: number, kind: string][] = [
    ["empty", "", 400, "malformedJson"],
    ["cut off", '{"id":"e-1"', 400, "malformedJson"],
    ["a hundred thousand brackets", "[".repeat(100_000), 400, "malformedJson"],
    ["nested a hundred thousand deep", `${"[".repeat(100_000)}${"]".repeat(100_000)}`, 400, "tooDeep"],
    ["ten megabytes", `{"id":"${"x".repeat(10 * 1024 * 1024)}"}`, 413, "tooLarge"],
    ["null", "null", 422, "invalid"],
    ["a list", "[]", 422, "invalid"],
    ["with facts of other types", '{"id":5,"type":[],"at":{},"ticket":"t-1"}', 422, "invalid"],
    ["with an unknown key", JSON.stringify({ ...message("e-1"), messsage: {} }), 422, "invalid"],
    ["with an id that no table can hold", JSON.stringify(message("e\u0000")), 422, "invalid"],
    ["with half a character for an id", JSON.stringify(message("e\ud83d")), 422, "invalid"],
    ["with an endless id", JSON.stringify(message("e".repeat(300))), 422, "invalid"],
    ["of the year 0", JSON.stringify({ ...message("e-1"), at: "0000-01-01T00:00:00Z" }), 422, "invalid"],
    [
      "of the end of time",
      JSON.stringify({ ...message("e-1"), at: "9999-12-31T23:59:59-12:00" }),
      422,
      "invalid",
    ],
  ];
  test.each(wrong)("%s: is refused, and the next event is decided", async (_name, body, status, kind) => {
    const { ask } = await service(database.current);
    const answer = await ask("POST", "/events", body);
    expect([answer.status, answer.body.type]).toEqual([status, `urn:ticketing-backend:problem:${kind}`]);
    expect(await count("events")).toBe(0);
    expect((await ask("POST", "/events", message("e-1"))).status).toBe(200);
  });

  test("of another type is refused", async () => {
    const { ask } = await service(database.current);
    const { status } = await ask("POST", "/events", "id=e-1", {
      "content-type": "application/x-www-form-urlencoded",
    });
    expect(status).toBe(415);
  });

  test("is told by path, in Spanish or English", async () => {
    const { ask } = await service(database.current);
    const event = { ...message("e-1"), at: "ayer" };
    const spanish = await ask("POST", "/events", event, { "accept-language": "es-CL, en;q=0.5" });
    expect(spanish.body.issues).toMatchObject([{ code: "notAnInstant", path: ["at"] }]);
    expect(spanish.body.issues[0].message).toMatch(/^se espera/);
    expect(spanish.headers["content-language"]).toBe("es");
    const english = await ask("POST", "/events", event, { "accept-language": "de, en;q=0.5" });
    expect(english.body.issues[0].message).toMatch(/^expected/);
  });
});

describe("what the service adds", () => {
  test("the bot that runs, unless the event says", async () => {
    const { ask } = await service(database.current);
    await ask("POST", "/events", message("e-1", { activeBot: "bot-lead" }));
    const known = await ask("POST", "/events", message("e-2"));
    expect(known.body.decision.suppressed).toMatchObject([{ rule: "lead-bot", reason: "alreadyActive" }]);
    const said = await ask("POST", "/events", message("e-3", { activeBot: null }));
    expect(said.body.decision.fired).toEqual(["lead-bot"]);
    expect(said.body.decision.effects).toHaveLength(1);
  });

  test("the surveys of the customer, on whatever ticket", async () => {
    const { ask } = await service(database.current);
    const first = await ask("POST", "/events", closed("e-1"));
    expect(typesOf(first.body)).toContain("sendSurvey");
    const second = await ask("POST", "/events", closed("e-2", { id: "t-2" }));
    expect(second.body.decision.suppressed).toMatchObject([
      { rule: "encuesta-cierre", reason: "spamThreshold" },
    ]);
    const other = await ask("POST", "/events", closed("e-3", { id: "t-3", customer: "cus-2" }));
    expect(typesOf(other.body)).toContain("sendSurvey");
  });

  test("surveys of a customer whose tickets close at the same moment: one", async () => {
    const { ask } = await service(database.current);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, at) => ask("POST", "/events", closed(`e-${at}`, { id: `t-${at}` }))),
    );
    expect(answers.filter(({ body }) => typesOf(body).includes("sendSurvey"))).toHaveLength(1);
  });

  test("nothing to surveys that the event brings", async () => {
    const { ask } = await service(database.current);
    await ask("POST", "/events", closed("e-1"));
    const { body } = await ask("POST", "/events", { ...closed("e-2", { id: "t-2" }), surveys: [] });
    expect(typesOf(body)).toContain("sendSurvey");
  });

  test("a ticket that is reopened loses its waiting survey, and the customer may get another", async () => {
    const { ask } = await service(database.current);
    await ask("POST", "/events", closed("e-1"));
    await ask("POST", "/events", reopened("e-2"));
    const { body } = await ask("GET", "/decisions/e-1");
    const survey = body.effects.find(({ type }: { type: string }) => type === "sendSurvey");
    expect(survey).toMatchObject({ status: "cancelled", reason: "ticket.reopened" });
    const again = await ask("POST", "/events", closed("e-3", {}, "2026-11-23T13:00:00Z"));
    expect(typesOf(again.body)).toContain("sendSurvey");
  });

  test("an event from the future, and what is said after it all the same", async () => {
    const { ask } = await service(database.current);
    const ahead = new Date(Date.now() + 400 * 86_400_000).toISOString();
    await ask("POST", "/events", { ...closed("e-1"), at: ahead });
    await ask("POST", "/events", { ...reopened("e-2"), at: new Date(Date.now() + 1_000).toISOString() });
    const { body } = await ask("GET", "/tickets/t-1");
    expect(body.status).toBe("open");
    expect(Date.parse(body.lastEventAt)).toBeLessThan(Date.now() + 60_000);
  });

  test("nothing of an old event that comes late", async () => {
    const { ask } = await service(database.current);
    await ask("POST", "/events", closed("e-2", {}, "2026-04-20T12:00:00Z"));
    await ask("POST", "/events", { ...reopened("e-1"), at: "2026-04-20T11:00:00Z" });
    expect((await ask("GET", "/tickets/t-1")).body.status).toBe("closed");
  });
});

describe("automatic assignment", () => {
  const web = (id: string, ticket: object = {}) =>
    message(id, { id: `t-${id}`, account: "acc-web", ...ticket });

  test("comes after the decision: rules see nobody, then somebody has it", async () => {
    const { ask } = await service(database.current, { AGENTS: "carolina,matias" });
    const { body } = await ask("POST", "/events", web("1"));
    expect(body.assignedTo).toBe("carolina");
    const facts: { fact: string; value: unknown }[] = (await ask("GET", "/decisions/1")).body.record.facts;
    expect(facts.find(({ fact }) => fact === "ticket.assignee")?.value).toBeNull();
    expect((await ask("GET", "/tickets/t-1")).body.assignee).toEqual({ type: "human", id: "carolina" });
  });

  test("goes round, and back to who had the ticket", async () => {
    const { ask } = await service(database.current, { AGENTS: "carolina, matias" });
    const agents: unknown[] = [];
    for (const id of ["1", "2", "3"]) agents.push((await ask("POST", "/events", web(id))).body.assignedTo);
    agents.push((await ask("POST", "/events", web("4", { id: "t-2" }))).body.assignedTo);
    expect(agents).toEqual(["carolina", "matias", "carolina", "matias"]);
  });

  test.each([
    ["a bot is on its way", message("1")],
    ["a bot runs", web("1", { activeBot: "bot-lead" })],
    ["somebody has it", web("1", { assignee: { type: "human", id: "7" } })],
    ["nobody knows whether somebody has it", web("1", { assignee: undefined })],
    ["it is closed", web("1", { status: "closed" })],
    ["it has no message yet", { ...web("1"), type: "ticket.created", message: undefined }],
    [
      "the message is ours",
      { ...web("1"), message: { text: "Hola", author: "human", direction: "outbound" } },
    ],
  ])("does not come when %s", async (_name, event) => {
    const { ask } = await service(database.current, { AGENTS: "carolina" });
    expect((await ask("POST", "/events", event)).body.assignedTo).toBeNull();
  });

  test("does not come while a bot that an earlier message asked for is on its way", async () => {
    const { ask } = await service(database.current, { AGENTS: "carolina" });
    await ask("POST", "/events", message("1"));
    const { body } = await ask("POST", "/events", message("2", { account: "acc-web" }));
    expect([body.decision.fired, body.assignedTo]).toEqual([[], null]);
  });
});

function typesOf(answer: { decision: { effects: { type: string }[] } }): string[] {
  return answer.decision.effects.map(({ type }) => type);
}

describe("a webhook of Chatwoot", () => {
  const SECRET = "a secret of the tests";
  const post = (running: TestService, body: string, secret = SECRET) => {
    const timestamp = String(Math.floor(Date.now() / 1000));
    const headers = {
      "x-chatwoot-timestamp": timestamp,
      "x-chatwoot-signature": signatureOf(secret, timestamp, body),
    };
    return running.ask("POST", "/webhooks/chatwoot", body, headers);
  };

  test("is decided like any event, once, with no token of ours", async () => {
    const running = await service(database.current, {
      API_TOKEN: "a-token-of-the-tests",
      CHATWOOT_SECRETS: SECRET,
      CHATWOOT_INBOXES: "1=acc-wsp",
    });
    const body = JSON.stringify(payload("message_created", { message_type: "incoming" }));
    const answers = [await post(running, body), await post(running, body)];
    expect(answers.map(({ status }) => status)).toEqual([202, 202]);
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    expect(await count("decisions")).toBe(1);
    expect((await post(running, body, "another")).status).toBe(401);
    expect((await post(running, body.slice(1))).status).toBe(400);
    // The parser of raw bodies is Chatwoot's alone.
    const elsewhere = await running.ask("POST", "/events", message("e-1"), {
      authorization: "Bearer a-token-of-the-tests",
    });
    expect(elsewhere.status).toBe(200);
  });
});
