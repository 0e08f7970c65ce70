/** Rules edited over HTTP: saved whole or not at all, against the version that was read. */
import { readFileSync } from "node:fs";
import type { Workspace } from "ticket-rules";
import { describe, expect, test } from "vitest";
import { useDatabase } from "./support/database.ts";
import { closed, message } from "./support/samples.ts";
import { service, stopServices, type TestService } from "./support/service.ts";

const database = useDatabase();
stopServices();

const SAMPLE: Workspace = JSON.parse(
  readFileSync(new URL("../sample-workspace.json", import.meta.url), "utf8"),
);
const SECRETS = [
  "example-botcenter-token",
  "example-timepoints-token",
  "whsec_ZXhhbXBsZS1zZWNyZXQtb2YtdGhlLWRlbW8tMDAwMQ==",
];
const v = (version: number) => ({ "if-match": `"${version}"` });
const rule = {
  name: "Notificar cada mensaje",
  active: true,
  integration: "webhook",
  trigger: "message.received",
  operator: "and",
  conditions: [],
  actions: [{ type: "notify" }],
};

async function storedDocument(): Promise<Workspace | undefined> {
  const [row] = await database.current.query<{ document: Workspace }>(
    "select document from workspace_versions order by version desc limit 1",
  );
  return row?.document;
}

async function read({ ask }: TestService): Promise<Workspace & Record<string, unknown>> {
  return (await ask("GET", "/workspace")).body;
}

describe("the first start", () => {
  test("installs the sample, once, however many start at once", async () => {
    await Promise.all(Array.from({ length: 5 }, () => service(database.current)));
    const rows = await database.current.query("select version from workspace_versions");
    expect(rows).toEqual([{ version: 1 }]);
    expect(await storedDocument()).toEqual(SAMPLE);
  });

  test("leaves a workspace that is there alone", async () => {
    const first = await service(database.current);
    await first.ask("PUT", "/workspace", { schemaVersion: 1, timeZone: "UTC", rules: [] }, v(1));
    const second = await service(database.current);
    expect((await read(second)).rules).toEqual([]);
  });
});

describe("saving the whole document", () => {
  test("gives a new version, in force for the next event of every process", async () => {
    const [one, two] = [await service(database.current), await service(database.current)];
    await two.ask("POST", "/events", message("e-1"));
    const document = await read(one);
    const [lead] = document.rules;
    const saved = await one.ask(
      "PUT",
      "/workspace",
      { ...document, rules: [{ ...lead, active: false }] },
      v(1),
    );
    expect([saved.status, saved.headers.etag, saved.body.version]).toEqual([200, '"2"', 2]);
    const { body } = await two.ask("POST", "/events", message("e-2"));
    expect([body.workspaceVersion, body.decision.fired]).toEqual([2, []]);
  });

  test("is refused with the path of each mistake when it is broken, and the old one stays", async () => {
    const { ask } = await service(database.current);
    const [lead, ...others] = SAMPLE.rules;
    const broken = {
      ...SAMPLE,
      timeZone: "Chile/Santigo",
      rules: [{ ...lead, trigger: "ticket.opened" }, ...others],
    };
    const { status, body } = await ask("PUT", "/workspace", broken, { ...v(1), "accept-language": "es" });
    expect([status, body.type]).toEqual([422, "urn:ticketing-backend:problem:invalid"]);
    expect(
      body.issues.map(({ code, path }: { code: string; path: string[] }) => [path.join("."), code]),
    ).toEqual([
      ["timeZone", "unknownTimeZone"],
      ["rules.0.trigger", "triggerNotAllowed"],
    ]);
    expect(body.issues[0].message).toBe("zona horaria desconocida `Chile/Santigo`");
    expect((await ask("GET", "/workspace")).headers.etag).toBe('"1"');
    expect((await ask("POST", "/events", message("e-1"))).body.decision.fired).toEqual(["lead-bot"]);
  });

  test.each<[string, string, number]>([
    ["null", "null", 422],
    ["a text", '"rules"', 422],
    ["nested a hundred thousand deep", `${"[".repeat(100_000)}${"]".repeat(100_000)}`, 400],
    ["ten megabytes", JSON.stringify({ "x-a": "a".repeat(10 * 1024 * 1024) }), 413],
    [
      "with a prototype",
      '{"schemaVersion":1,"timeZone":"UTC","rules":[],"__proto__":{"polluted":true}}',
      422,
    ],
    [
      "with a prototype among the integrations",
      '{"schemaVersion":1,"timeZone":"UTC","rules":[],"integrations":{"__proto__":{"apiToken":"x"}}}',
      422,
    ],
  ])("is refused when it is %s", async (_name, body, status) => {
    const { ask } = await service(database.current);
    expect((await ask("PUT", "/workspace", body, v(1))).status).toBe(status);
    expect(await storedDocument()).toEqual(SAMPLE);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test("needs the version that it replaces", async () => {
    const { ask } = await service(database.current);
    expect((await ask("PUT", "/workspace", SAMPLE)).status).toBe(428);
    expect((await ask("PUT", "/workspace", SAMPLE, { "if-match": 'W/"1"' })).status).toBe(412);
    expect((await ask("PUT", "/workspace", SAMPLE, { "if-match": '"7", "1"' })).status).toBe(200);
    const stale = await ask("PUT", "/workspace", SAMPLE, v(1));
    expect([stale.status, stale.headers.etag]).toEqual([412, '"2"']);
    expect((await ask("PUT", "/workspace", SAMPLE, { "if-match": "*" })).status).toBe(200);
  });

  test("at the same moment by ten people: one wins, nine are told", async () => {
    const services = [await service(database.current), await service(database.current)];
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        services[at % 2]?.ask("PUT", "/workspace", { ...SAMPLE, "x-author": at }, v(1)),
      ),
    );
    const statuses = answers.map((answer) => answer?.status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 412)).toHaveLength(9);
    expect(await storedDocument()).toMatchObject({ "x-author": statuses.indexOf(200) });
  });

  test("tells what is likely to be a mistake, in the language of the author", async () => {
    const { ask } = await service(database.current);
    const always = {
      ...rule,
      id: "bot",
      name: "Bot",
      integration: "botcenter",
      actions: [{ type: "activateBot", bot: "gone" }],
    };
    const document = { ...SAMPLE, rules: [always] };
    const { status, body } = await ask("PUT", "/workspace", document, { ...v(1), "accept-language": "es" });
    expect(status).toBe(200);
    const codes = body.findings.map(({ code }: { code: string }) => code);
    expect(codes).toContain("botWithoutGuard");
    expect(body.findings[0].message).toMatch(/regla|bot/i);
  });

  test("of ten thousand rules works, and events are decided meanwhile", async () => {
    const { ask } = await service(database.current);
    const rules = Array.from({ length: 10_000 }, (_, at) => ({
      ...rule,
      id: `r-${at}`,
      conditions: [{ type: "messageContains", words: [`palabra${at}`] }],
    }));
    const saving = ask("PUT", "/workspace", { ...SAMPLE, rules }, v(1));
    const { status } = await ask("POST", "/events", message("e-1"));
    expect(status).toBe(200);
    expect((await saving).body.version).toBe(2);
    const { body } = await ask("POST", "/events", message("e-2", {}, "palabra9999"));
    expect(body.decision.fired).toEqual(["r-9999"]);
  });

  test("is answered with nothing when the reader has it already", async () => {
    const { ask } = await service(database.current);
    expect((await ask("GET", "/workspace", undefined, { "if-none-match": '"1"' })).status).toBe(304);
    expect((await ask("GET", "/workspace", undefined, { "if-none-match": '"2"' })).status).toBe(200);
  });

  test("keeps the versions before", async () => {
    const { ask } = await service(database.current);
    await ask("PUT", "/workspace", { ...SAMPLE, rules: [] }, v(1));
    const { body } = await ask("GET", "/workspace/versions");
    expect(body.versions.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
    expect((await ask("GET", "/workspace/versions/1")).body.rules).toHaveLength(SAMPLE.rules.length);
    for (const version of ["3", "0", "-1", "x", "99999999999999999999"])
      expect((await ask("GET", `/workspace/versions/${version}`)).status).toBe(404);
  });
});

describe("secrets", () => {
  test("are kept when a document comes back as it was read", async () => {
    const running = await service(database.current);
    const document = await read(running);
    expect(JSON.stringify(document)).not.toMatch(/apiToken|"secret"/);
    await running.ask("PUT", "/workspace", document, v(1));
    expect((await storedDocument())?.integrations).toEqual(SAMPLE.integrations);
  });

  test("are replaced by text and taken away by null", async () => {
    const running = await service(database.current);
    const document = await read(running);
    const integrations = {
      ...document.integrations,
      botcenter: { ...document.integrations?.botcenter, apiToken: "a new token" },
      webhook: { ...document.integrations?.webhook, secret: null },
    };
    const { status } = await running.ask("PUT", "/workspace", { ...document, integrations }, v(1));
    const stored = (await storedDocument())?.integrations;
    expect([status, stored?.botcenter?.apiToken, stored?.timepoints?.apiToken, stored?.webhook]).toEqual([
      200,
      "a new token",
      "example-timepoints-token",
      { enabled: true, active: true, url: "https://crm.example.com/hooks/tickets" },
    ]);
  });

  test("that are required cannot be taken away, and a new integration needs its own", async () => {
    const running = await service(database.current);
    const document = await read(running);
    const without = {
      ...document,
      integrations: { botcenter: { ...document.integrations?.botcenter, apiToken: null } },
      rules: [],
    };
    const { status, body } = await running.ask("PUT", "/workspace", without, v(1));
    expect([status, body.issues[0].path]).toEqual([422, ["integrations", "botcenter", "apiToken"]]);
    await running.ask("PUT", "/workspace", { ...document, integrations: {}, rules: [] }, v(1));
    const again = await running.ask("PUT", "/workspace", document, v(2));
    expect(again.status).toBe(422);
  });

  test("are in no answer and no log, whatever is asked, wrong or right", async () => {
    const running = await service(database.current, { AGENTS: "carolina" });
    const { ask } = running;
    const said = "mi clave es 1234";
    const answers = [
      await ask("GET", "/workspace"),
      await ask("GET", "/workspace/versions"),
      await ask("GET", "/workspace/versions/1"),
      await ask("GET", "/workspace/rules"),
      await ask("PUT", "/workspace", SAMPLE, v(1)),
      await ask("PUT", "/workspace", { ...SAMPLE, timeZone: 5 }, v(2)),
      await ask("PUT", "/workspace", JSON.stringify(SAMPLE).slice(0, -1), v(2)),
      await ask("PUT", "/workspace/rules/x", { ...rule, id: "x", secret: SECRETS[0] }, v(2)),
      await ask("POST", "/events", message("e-1", {}, said)),
      await ask("POST", "/events", closed("e-2")),
      await ask("GET", "/decisions/e-2"),
      await ask("GET", "/tickets/t-1"),
      await ask("GET", "/metrics"),
      await ask("GET", "/openapi.json"),
    ];
    await database.current.query("alter table decisions rename to elsewhere");
    answers.push(await ask("POST", "/events", message("e-3", {}, said)));
    await database.current.query("alter table elsewhere rename to decisions");
    expect(answers.at(-1)?.status).toBe(500);
    for (const secret of [...SECRETS, said]) {
      for (const { text } of answers) expect(text).not.toContain(secret);
      expect(running.logs()).not.toContain(secret);
    }
    expect(running.logs()).toContain("a request failed");
  });
});

describe("a single rule", () => {
  test("is added at the end, replaced where it stands, and taken away", async () => {
    const running = await service(database.current);
    const { ask } = running;
    const ids = async () => (await read(running)).rules.map(({ id }) => id);
    const before = await ids();

    expect((await ask("PUT", "/workspace/rules/nueva", rule, v(1))).body.version).toBe(2);
    expect(await ids()).toEqual([...before, "nueva"]);
    expect((await ask("PUT", "/workspace/rules/lead-bot", { ...rule, id: "lead-bot" }, v(2))).status).toBe(
      200,
    );
    expect(await ids()).toEqual([...before, "nueva"]);
    expect((await ask("GET", "/workspace/rules/lead-bot")).body).toEqual({ ...rule, id: "lead-bot" });
    expect((await ask("DELETE", "/workspace/rules/lead-bot", undefined, v(3))).status).toBe(200);
    expect(await ids()).toEqual([...before.slice(1), "nueva"]);
    expect((await storedDocument())?.integrations).toEqual(SAMPLE.integrations);
  });

  test("is refused with paths that begin at the rule", async () => {
    const { ask } = await service(database.current);
    const { status, body } = await ask("PUT", "/workspace/rules/nueva", { ...rule, operator: "xor" }, v(1));
    expect([status, body.issues.map(({ path }: { path: unknown }) => path)]).toEqual([422, [["operator"]]]);
    expect((await ask("PUT", "/workspace/rules/nueva", { ...rule, id: "otra" }, v(1))).status).toBe(422);
    expect((await ask("PUT", "/workspace/rules/nueva", "[]", v(1))).status).toBe(422);
    expect(await storedDocument()).toEqual(SAMPLE);
  });

  test("needs the version, and is there or is not", async () => {
    const { ask } = await service(database.current);
    expect((await ask("PUT", "/workspace/rules/nueva", rule)).status).toBe(428);
    expect((await ask("DELETE", "/workspace/rules/lead-bot")).status).toBe(428);
    expect((await ask("DELETE", "/workspace/rules/lead-bot", undefined, v(9))).status).toBe(412);
    expect((await ask("DELETE", "/workspace/rules/nadie", undefined, v(1))).status).toBe(404);
    expect((await ask("GET", "/workspace/rules/nadie")).status).toBe(404);
  });

  test.each(["__proto__", "a/b c?", "ñ", "order"])("may be called %s", async (id) => {
    const { ask } = await service(database.current);
    const url = `/workspace/rules/${encodeURIComponent(id)}`;
    expect((await ask("PUT", url, rule, v(1))).status).toBe(200);
    expect((await ask("GET", url)).body).toEqual({ ...rule, id });
    const { body } = await ask("POST", "/events", message("e-1"));
    expect(body.decision.fired).toContain(id);
    expect((await ask("DELETE", url, undefined, v(2))).status).toBe(200);
  });
});

describe("the order of rules", () => {
  test("is changed by naming all", async () => {
    const running = await service(database.current);
    const order = SAMPLE.rules.map(({ id }) => id).reverse();
    expect((await running.ask("PATCH", "/workspace/rules", { order }, v(1))).status).toBe(200);
    expect((await read(running)).rules.map(({ id }) => id)).toEqual(order);
  });

  test.each<[string, unknown]>([
    ["one is missing", { order: ["lead-bot"] }],
    ["one is named twice", { order: ["lead-bot", "lead-bot", "encuesta-cierre", "notificar-cierre"] }],
    ["one is unknown", { order: ["__proto__", "encuesta-manual", "encuesta-cierre", "notificar-cierre"] }],
    ["it is no list", { order: "lead-bot" }],
    ["there is none", {}],
  ])("stays when %s", async (_name, body) => {
    const running = await service(database.current);
    expect((await running.ask("PATCH", "/workspace/rules", body, v(1))).status).toBe(422);
    expect(await storedDocument()).toEqual(SAMPLE);
  });
});

describe("a decision", () => {
  test("holds until the rules say otherwise", async () => {
    const { ask } = await service(database.current);
    await ask("POST", "/events", message("e-1"));
    expect((await ask("GET", "/decisions/e-1/verification")).body).toEqual({ status: "holds", changed: [] });
    await ask("DELETE", "/workspace/rules/lead-bot", undefined, v(1));
    const { body } = await ask("GET", "/decisions/e-1/verification");
    expect(body).toMatchObject({
      status: "differs",
      changed: ["rules"],
      difference: { fired: { removed: ["lead-bot"] } },
    });
    expect((await ask("GET", "/decisions/e-9/verification")).status).toBe(404);
    expect((await ask("GET", "/decisions/%00")).status).toBe(404);
  });
});
