import { TicketEvent } from "ticket-rules";
import { describe, expect, it } from "vitest";
import { type Mapping, type Reading, translate } from "../../src/chatwoot/translate.ts";
import { changed, first, type Payload, recorded, withConversation } from "./payloads.ts";

const mapping: Mapping = {
  accountOfInbox: new Map([[1, "acc-wsp"]]),
  labelsField: "labels",
  chatwootAccount: null,
};

function read(payload: unknown, change: Partial<Mapping> = {}): Reading {
  return translate(payload, { ...mapping, ...change });
}

function eventOf(payload: unknown, change: Partial<Mapping> = {}): TicketEvent {
  const reading = read(payload, change);
  if (reading.kind !== "event") throw new Error(JSON.stringify(reading));
  return reading.event;
}

describe("283 recorded webhooks", () => {
  const readings = recorded.map((payload) => read(payload));
  const events = readings.flatMap((reading) => (reading.kind === "event" ? [reading.event] : []));

  it("are events that the library takes, or none for a reason", () => {
    for (const event of events) expect(TicketEvent.safeParse(event).error).toBeUndefined();
    const kinds: Record<string, number> = {};
    for (const reading of readings) {
      const kind = reading.kind === "event" ? reading.event.type : reading.kind;
      kinds[kind] = (kinds[kind] ?? 0) + 1;
    }
    expect(kinds).toEqual({
      "message.received": 68,
      "message.sent": 48,
      "ticket.created": 26,
      "ticket.closed": 22,
      "ticket.reopened": 1,
      "ticket.classified": 24,
      "ticket.assigned": 20,
      ignored: 74,
    });
  });

  it("have an id each, but for the one that came twice", () => {
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length - 1);
  });
});

describe("a message", () => {
  const incoming = first("message_created", { message_type: "incoming" });

  it("of the customer is one that was received", () => {
    expect(eventOf(incoming)).toEqual({
      id: "chatwoot:message_created:48203",
      type: "message.received",
      at: "2026-04-02T12:12:26.511Z",
      ticket: {
        id: "1041",
        account: "acc-wsp",
        customer: "contact-310",
        assignee: null,
        attended: false,
        classification: { labels: [] },
        status: "open",
      },
      message: {
        id: "48203",
        text: "Hola! buenos días ☀️ quiero contratar internet para mi casa",
        direction: "inbound",
        author: "customer",
      },
    });
  });

  it.each([
    ["an agent", "outgoing", { type: "user" }, "human"],
    ["a bot", "outgoing", { type: "agent_bot" }, "bot"],
    ["Chatwoot's own assistant", "outgoing", { type: "captain_assistant" }, "bot"],
    ["an automation", "outgoing", null, "system"],
    ["a greeting", "template", null, "system"],
  ])("of %s is none that was received", (_, message_type, sender, author) => {
    const event = eventOf({ ...incoming, message_type, sender });
    expect(event.type).toBe("message.sent");
    expect(event.message).toMatchObject({ direction: "outbound", author });
  });

  it("that is a private note is no event", () => {
    const note = first("message_created", { private: true });
    expect(read(note)).toEqual({ kind: "ignored", reason: "a private note" });
  });

  it("that is a picture has no text, which is known", () => {
    expect(eventOf({ ...incoming, content: null }).message?.text).toBeNull();
    const { content, ...without } = incoming;
    expect(eventOf(without).message?.text).toBeNull();
  });

  it("has the time of old versions too, and never a local one", () => {
    expect(eventOf({ ...incoming, created_at: "2020-03-03 13:05:57 UTC" }).at).toBe(
      "2020-03-03T13:05:57.000Z",
    );
    expect(read({ ...incoming, created_at: "2020-03-03 13:05:57" })).toMatchObject({ kind: "malformed" });
  });

  it("keeps text that no one expects: emoji, half a surrogate pair, U+0000, 100,000 characters", () => {
    for (const content of ["👍🏽", "\ud83d", "a\u0000b", "x".repeat(100_000), "__proto__"]) {
      expect(eventOf({ ...incoming, content }).message?.text).toBe(content);
    }
  });
});

describe("the same in the clothes of another version", () => {
  const message = first("message_created", { message_type: "incoming" });

  it("numbers for types, seconds for times, texts for ids", () => {
    const { conversation } = message as { conversation: Payload };
    const other = {
      ...withConversation(message, {
        id: String(conversation.id),
        inbox_id: "1",
        timestamp: "2026-04-02T12:12:26Z",
        updated_at: "2026-04-02T12:12:26.371Z",
      }),
      id: String(message.id),
      message_type: 0,
      created_at: 1_775_131_946.511,
      account: { id: "1" },
    };
    expect(eventOf(other, { chatwootAccount: 1 })).toEqual(eventOf(message));
    expect(read(other, { chatwootAccount: 2 })).toMatchObject({ kind: "ignored" });
    expect(eventOf({ ...message, message_type: 1 }).message?.direction).toBe("outbound");
    expect(eventOf({ ...message, message_type: 3 }).message?.author).not.toBe("customer");
  });

  it.each([2, "activity", 7, "voice_memo"])(
    "a message of the type %s is ignored, whatever its shape",
    (type) => {
      expect(read({ ...message, message_type: type }).kind).toBe("ignored");
      expect(read({ event: "message_created", message_type: type }).kind).toBe("ignored");
    },
  );
});

describe("a conversation", () => {
  const closed = first("conversation_status_changed", { status: "resolved" });

  it("that is new is a ticket that was created", () => {
    expect(eventOf(first("conversation_created"))).toMatchObject({
      id: "chatwoot:conversation_created:1041",
      type: "ticket.created",
      ticket: { id: "1041" },
    });
  });

  it("that is resolved is a ticket that was closed", () => {
    expect(eventOf(closed)).toMatchObject({ type: "ticket.closed", ticket: { status: "closed" } });
  });

  it.each([
    ["resolved", "open", "ticket.reopened"],
    ["resolved", "pending", "ticket.reopened"],
    ["resolved", "snoozed", "ticket.reopened"],
    ["snoozed", "open", null],
    ["open", "snoozed", null],
    ["pending", "open", null],
  ])("from %s to %s: %s", (before, status, type) => {
    const changed_attributes = [{ status: { previous_value: before, current_value: status } }];
    const reading = read({ ...closed, status, changed_attributes });
    if (type === null) expect(reading.kind).toBe("ignored");
    else expect(reading).toMatchObject({ event: { type, ticket: { status: "open" } } });
  });

  it.each(["open", "pending", "snoozed"])(
    "that is %s and says not what it was: reopened if it was closed",
    (status) => {
      for (const changed_attributes of [null, undefined, []]) {
        expect(read({ ...closed, status, changed_attributes })).toMatchObject({
          ifClosed: true,
          event: { type: "ticket.reopened", ticket: { status: "open" } },
        });
      }
    },
  );

  it("that gets an agent was assigned; a bot is no human", () => {
    const withBot = changed("assignee_agent_bot_id", null, 3);
    const meta = { ...(withBot.meta as Payload), assignee: { id: 3 }, assignee_type: "AgentBot" };
    expect(eventOf(changed("assignee_id", null, 5)).type).toBe("ticket.assigned");
    expect(eventOf({ ...withBot, meta })).toMatchObject({
      type: "ticket.assigned",
      ticket: { assignee: { type: "bot", id: "3" } },
    });
  });

  it("in a status that a later version adds has one that is not known", () => {
    expect(eventOf(changed("assignee_id", null, 5)).ticket.status).toBe("open");
    expect(eventOf({ ...changed("assignee_id", null, 5), status: "archived" }).ticket).not.toHaveProperty(
      "status",
    );
  });

  it("in an inbox that nobody mapped has an account that is not known", () => {
    expect(eventOf({ ...closed, inbox_id: 7 }).ticket).not.toHaveProperty("account");
  });

  it("without a contact has a customer that is not known", () => {
    const meta = { ...(closed.meta as Payload), sender: null };
    expect(eventOf({ ...closed, meta }).ticket).not.toHaveProperty("customer");
  });

  it("is attended from the first reply of an agent on; not said is not known", () => {
    const at = "2026-04-02T12:30:00.000Z";
    expect(eventOf({ ...closed, first_reply_created_at: at }).ticket.attended).toBe(true);
    expect(eventOf({ ...closed, first_reply_created_at: null }).ticket.attended).toBe(false);
    const { first_reply_created_at, ...silent } = closed;
    expect(eventOf(silent).ticket).not.toHaveProperty("attended");
  });
});

describe("classification", () => {
  it("is made of custom attributes, before and after where they differ", () => {
    const before = { motivo: "soporte", plan: "fibra-600", lista: ["a"] };
    const after = { motivo: "ventas", plan: "fibra-600", lista: ["a", "b"], urgente: true };
    expect(eventOf(changed("custom_attributes", before, after))).toMatchObject({
      type: "ticket.classified",
      changes: {
        classification: {
          motivo: { before: "soporte", after: "ventas" },
          lista: { before: ["a"], after: ["a", "b"] },
          urgente: { before: null, after: true },
        },
      },
    });
  });

  it("and of labels, under the name that the configuration gives them", () => {
    const payload = { ...changed("label_list", ["vip"], ["vip", "reclamo"]), labels: ["vip", "reclamo"] };
    expect(eventOf(payload)).toMatchObject({
      type: "ticket.classified",
      ticket: { classification: { labels: ["vip", "reclamo"] } },
      changes: { classification: { labels: { before: ["vip"], after: ["vip", "reclamo"] } } },
    });
    expect(eventOf(payload, { labelsField: "etiquetas" }).ticket.classification).toHaveProperty("etiquetas");
    expect(read(payload, { labelsField: null })).toMatchObject({ kind: "ignored" });
  });

  it("leaves out what no field can hold, and takes a hostile name for a name", () => {
    const attributes = JSON.parse('{"__proto__": "x", "nested": {"a": 1}, "constructor": "y"}');
    const event = eventOf(changed("custom_attributes", {}, attributes));
    const fields = Object.keys(event.changes?.classification ?? {});
    expect(fields).not.toContain("nested");
    expect(fields).toContain("constructor");
    expect(Object.getPrototypeOf(event.changes?.classification)).toBe(Object.prototype);
  });

  it("that did not change makes no event", () => {
    expect(read(changed("custom_attributes", { a: "1" }, { a: "1" }))).toMatchObject({ kind: "ignored" });
    expect(read({ ...changed("x", 1, 2), changed_attributes: null })).toMatchObject({ kind: "ignored" });
  });

  it("is not known when the payload has none", () => {
    const { custom_attributes, labels, ...bare } = first("conversation_created");
    expect(eventOf(bare).ticket).not.toHaveProperty("classification");
  });
});

describe("the id of an event", () => {
  const closed = first("conversation_status_changed", { status: "resolved" });

  it("is the same at each delivery, through whichever webhook", () => {
    expect(eventOf(structuredClone(closed)).id).toBe(eventOf(closed).id);
  });

  it("tells the second close of a conversation from the first", () => {
    expect(eventOf({ ...closed, updated_at: Number(closed.updated_at) + 0.001 }).id).not.toBe(
      eventOf(closed).id,
    );
  });

  it("tells two changes that are told with one time", () => {
    const one = changed("custom_attributes", { a: "1" }, { a: "2" });
    const other = {
      ...one,
      changed_attributes: changed("custom_attributes", { a: "2" }, { a: "3" }).changed_attributes,
    };
    expect(eventOf(one).id).not.toBe(eventOf(other).id);
  });

  it("can be had from versions that do not send the time of the change", () => {
    const { updated_at, changed_attributes, ...old } = closed;
    expect(eventOf(old).id).toMatch(/^chatwoot:conversation_status_changed:\d+:/);
  });
});

describe("what is no event of a ticket", () => {
  it.each([
    "conversation_resolved", // sent to agent bots, beside conversation_status_changed
    "conversation_opened",
    "conversation_typing_on",
    "message_updated",
    "contact_updated",
    "webwidget_triggered",
    "inbox_created",
    "an_event_of_the_year_2030",
  ])("%s is ignored, whatever its shape", (event) => {
    expect(read({ event })).toMatchObject({ kind: "ignored", reason: expect.stringContaining(event) });
  });

  it("is what another Chatwoot account sends: its numbers are of other conversations", () => {
    const message = first("message_created");
    expect(read(message, { chatwootAccount: 2 })).toMatchObject({ kind: "ignored" });
    expect(read(message, { chatwootAccount: 1 }).kind).toBe("event");
  });
});

describe("a payload that is not Chatwoot's", () => {
  const message = first("message_created", { message_type: "incoming" });

  it.each([
    ["null", null, "event"],
    ["a list", [], "event"],
    ["a number as name", { event: 5 }, "event"],
    ["an endless name", { event: "x".repeat(101) }, "event"],
    ["a message without an id", { ...message, id: undefined }, "id"],
    ["an id that is no number", { ...message, id: "4820x" }, "id"],
    ["a message without its conversation", { ...message, conversation: undefined }, "conversation"],
    [
      "a conversation without a status",
      withConversation(message, { status: undefined }),
      "conversation.status",
    ],
    ["a time that is none", { ...message, created_at: "soon Z" }, "created_at"],
    [
      "a time beyond all calendars",
      withConversation(message, { timestamp: 1e300 }),
      "conversation.timestamp",
    ],
    [
      "changes that are no list",
      { ...first("conversation_updated"), changed_attributes: {} },
      "changed_attributes",
    ],
  ])("%s is malformed, and says where", (_, payload, path) => {
    expect(read(payload)).toMatchObject({ kind: "malformed", problem: expect.stringContaining(path) });
  });
});
