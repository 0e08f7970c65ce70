/** What an editor makes of the JSON Schema: the language service of VS Code, asked where `|` stands. */
import { describe, expect, it } from "vitest";
import { getLanguageService, TextDocument } from "vscode-json-languageservice";
import { workspaceJsonSchema } from "../../src/jsonSchema/workspace.ts";

const service = getLanguageService({});
service.configure({
  validate: true,
  schemas: [{ uri: "file:///workspace.schema.json", fileMatch: ["*.json"], schema: workspaceJsonSchema() }],
});

function opened(text: string) {
  const document = TextDocument.create("file:///a.json", "json", 1, text.replace("|", ""));
  const position = document.positionAt(Math.max(0, text.indexOf("|")));
  return { document, position, parsed: service.parseJSONDocument(document) };
}

async function offered(text: string): Promise<{ [label: string]: string }> {
  const { document, position, parsed } = opened(text);
  const list = await service.doComplete(document, position, parsed);
  return Object.fromEntries(
    list?.items.map(({ label, documentation }) => [label, JSON.stringify(documentation ?? "")]) ?? [],
  );
}

async function hover(text: string): Promise<string> {
  const { document, position, parsed } = opened(text);
  return JSON.stringify((await service.doHover(document, position, parsed))?.contents ?? "");
}

const withRule = (rule: string) => `{ "schemaVersion": 1, "timeZone": "UTC", "rules": [${rule}] }`;

describe("an editor", () => {
  it("offers every key of a rule before its integration is known, each explained", async () => {
    const keys = await offered(withRule("{ | }"));
    expect(Object.keys(keys)).toEqual(
      expect.arrayContaining(["integration", "trigger", "conditions", "stop"]),
    );
    for (const text of Object.values(keys)) expect(text.length).toBeGreaterThan(10);
  });

  it("offers the triggers, conditions and actions of the integration, and no others", async () => {
    const inRule = (part: string) => offered(withRule(`{ "integration": "timepoints", ${part} }`));
    expect(Object.keys(await inRule('"trigger": "|"'))).toEqual(['"ticket.closed"']);
    expect(Object.keys(await inRule('"conditions": [{ "type": | }]'))).toEqual([
      '"group"',
      '"account"',
      '"classification"',
    ]);
    const actions = await inRule('"actions": [{ "type": "|" }]');
    expect(actions).toMatchObject({
      '"sendSurvey"': expect.stringContaining("Send a survey, now or later."),
    });
    expect(Object.keys(actions)).toHaveLength(2);
  });

  it("offers the keys of a condition by its type, four groups deep too", async () => {
    const condition = '{ "type": "messageContains", | }';
    const group = (inner: string) => `{ "type": "group", "operator": "or", "conditions": [${inner}] }`;
    for (const inner of [condition, group(group(group(group(condition))))]) {
      const keys = await offered(withRule(`{ "integration": "webhook", "conditions": [${inner}] }`));
      expect(Object.keys(keys)).toEqual(["words", "mode", "match"]);
    }
  });

  it("offers words to choose from", async () => {
    expect(Object.keys(await offered('{ "timeZone": "|" }'))).toContain('"America/Santiago"');
    const weekday = withRule(
      '{ "integration": "webhook", "conditions": [{ "type": "weekday", "is": "|" }] }',
    );
    expect(Object.keys(await offered(weekday))).toHaveLength(7);
  });

  it("tells of a key what it means there", async () => {
    expect(await hover(withRule('{ "integration": "webhook", "i|d": "r" }'))).toContain(
      "a new id is a new rule",
    );
    expect(await hover('{ "accounts": [{ "calen|dar": "c" }] }')).toContain("calendar of its opening hours");
  });

  it("underlines what is wrong, and nothing else", async () => {
    const rule = {
      ...{ id: "r", name: "R", active: true, integration: "timepoints", trigger: "ticket.closed" },
      ...{
        operator: "xor",
        conditions: [{ type: "weekday", is: "mon" }],
        actions: [{ type: "sendSurvey", survey: 1 }],
      },
    };
    const timepoints = { enabled: true, active: true, apiToken: "t" };
    const text = JSON.stringify({
      schemaVersion: 1,
      timeZone: "Chile",
      integrations: { timepoints },
      rules: [rule],
    });
    const { document, parsed } = opened(text);
    const problems = await service.doValidation(document, parsed);
    expect(problems.map(({ range }) => document.getText(range))).toEqual(['"Chile"', '"xor"', '"weekday"']);
  });
});
