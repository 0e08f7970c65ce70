import { readFileSync } from "node:fs";
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import {
  compile,
  describeIssue,
  explain,
  type Issue,
  type IssueCode,
  issuesOf,
  migrate,
  TicketEvent,
  Workspace,
} from "../../src/index.ts";
import { en } from "../../src/issues/en.ts";
import { changed, documentOf, readFiles } from "../conformance/format.ts";
import { message, SECRET_TOKENS, workspace } from "../support/workspaces.ts";
import { examples } from "./examples.ts";

const codes = Object.keys(en) as IssueCode[];

/** What must hold of every issue, wherever it comes from. */
function expectWellTold(issue: Issue): void {
  expect(codes).toContain(issue.code);
  const english = describeIssue(issue, { locale: "en" });
  const spanish = describeIssue(issue, { locale: "es" });
  expect(english).toBe(issue.message);
  expect(spanish).not.toBe(english);
  for (const sentence of [english, spanish]) {
    if (issue.code !== "other") expect(sentence).toMatch(/^[^A-Z].*[^.]$/s);
    expect(sentence.split("`").length % 2, sentence).toBe(1);
    expect(sentence.replace(/`[^`]*`/g, "")).not.toMatch(/undefined|NaN|\[object/);
  }
  expect(JSON.parse(JSON.stringify(issue)), "an issue is plain data").toEqual(issue);
}

/** All that strict and lenient parsing have to say of the conformance suite. */
function issuesOfConformance(): Issue[] {
  return readFiles().flatMap((file) =>
    file.cases.flatMap((testCase) => {
      if (file.kind === "event") {
        const event = TicketEvent.safeParse(changed(file.event ?? {}, testCase));
        return event.success ? [] : issuesOf(event.error);
      }
      if (file.kind !== "parse" && file.kind !== "load") return [];
      const document = documentOf(file, testCase);
      const parsed = Workspace.safeParse(document);
      const { invalid, issues } = compile(document);
      const strict = parsed.success ? [] : issuesOf(parsed.error);
      return [...strict, ...issues, ...invalid.flatMap((rule) => rule.issues)];
    }),
  );
}

describe("every issue", () => {
  it("of the conformance suite has a code of the catalogue, and a sentence in both languages", () => {
    const issues = issuesOfConformance();
    for (const issue of issues) expectWellTold(issue);
    const seen = new Set(issues.map(({ code }) => code));
    expect(seen).not.toContain("other");
    expect(seen.size).toBeGreaterThan(35);
  });

  it.each(codes)("%s is told of some document or event", (code) => {
    const issues = examples[code]().filter((issue) => issue.code === code);
    expect(issues).not.toEqual([]);
    for (const issue of issues) expectWellTold(issue);
  });

  it("of nonsense is well told too", () => {
    const hostile = [
      "`",
      "a`b`",
      "`".repeat(100),
      "\u{1F600}".repeat(100),
      10n,
      Symbol("s"),
      null,
      [],
      {},
      Number.NaN,
    ];
    for (const value of hostile) {
      const rule = { integration: value, conditions: [{ type: value }], operator: value };
      const settings = { webhook: { enabled: value, url: value }, [String(value)]: 1 };
      const document = {
        ...workspace([rule, value]),
        timeZone: value,
        schemaVersion: value,
        integrations: settings,
      };
      const parsed = Workspace.safeParse(document);
      expect(parsed.success).toBe(false);
      for (const issue of issuesOf(parsed.error!)) expectWellTold(issue);
      const { issues, invalid } = compile(document);
      for (const issue of [...issues, ...invalid.flatMap((each) => each.issues)]) expectWellTold(issue);
    }
  });
});

describe("zod's own issues", () => {
  it("carry the code and its parameters beside zod's", () => {
    const { error } = Workspace.safeParse(workspace([], { timeZone: "Mars/Olympus" }));
    expect(error?.issues).toMatchObject([
      {
        code: "custom",
        path: ["timeZone"],
        params: { code: "unknownTimeZone", params: { value: "Mars/Olympus" } },
      },
    ]);
  });
});

describe("a described issue", () => {
  const issue: Issue = examples.tooMany()[0]!;

  it("is the same after it was stored, and is in no other language", () => {
    const stored = JSON.parse(JSON.stringify(issue)) as Issue;
    expect(describeIssue(stored, { locale: "es" })).toBe("hay más de 200 palabras");
    expect(() => describeIssue(issue, { locale: "pt" as never })).toThrow(TypeError);
    expect(() => describeIssue(issue, { locale: "__proto__" as never })).toThrow(TypeError);
  });

  it("of a later version of the library is its message", () => {
    const later = { code: "tooLoud", params: {}, message: "too loud" } as unknown as Issue;
    expect(describeIssue(later, { locale: "es" })).toBe("too loud");
  });

  it("may be what `migrate` throws", () => {
    const refusalOf = (document: unknown) => {
      try {
        return migrate(document);
      } catch (error) {
        return error as Error & Issue;
      }
    };
    const sentences = [{ schemaVersion: 7 }, {}, null].map((document) =>
      describeIssue(refusalOf(document) as Issue, { locale: "es" }),
    );
    expect(sentences).toEqual([
      "schemaVersion desconocido `7`: se espera 1",
      "falta este dato: se espera 1",
      "se espera un espacio de trabajo: un objeto con `schemaVersion`",
    ]);
  });

  it("holds no secret, nor does the issue", () => {
    const token = SECRET_TOKENS[0];
    const { integrations } = workspace([]);
    for (const spoiled of [
      { ...integrations, botcenter: { ...integrations?.botcenter, apiToken: [token], bots: token } },
      { ...integrations, botcenter: { enabled: token, active: { token }, apiToken: token } },
      { ...integrations, webhook: { url: `https://ana:${token}@example.com`, secret: { token } } },
      { ...integrations, timepoints: token },
    ]) {
      const { error } = Workspace.safeParse({ ...workspace([]), integrations: spoiled });
      const issues = issuesOf(error!);
      expect(issues.length).toBeGreaterThan(0);
      const sentences = issues.map((each) => describeIssue(each, { locale: "es" }));
      expect(inspect([issues, sentences], { depth: Number.POSITIVE_INFINITY })).not.toContain(token);
    }
  });
});

describe("a trace of an invalid rule", () => {
  it("has copies of the issues, which may be changed", () => {
    const ruleSet = compile(workspace([{ id: "bad" }]));
    const before = structuredClone(ruleSet.invalid[0]?.issues);
    const [trace] = explain(ruleSet, message());
    if (trace?.outcome !== "invalid") return expect.fail("the rule is invalid");
    expect(trace.issues).toEqual(before);
    for (const each of trace.issues) Object.assign(each.params, { changed: true });
    expect(ruleSet.invalid[0]?.issues).toEqual(before);
  });
});

describe("docs/issues.md", () => {
  const page = readFileSync(new URL("../../docs/issues.md", import.meta.url), "utf8");
  const rows = [...page.matchAll(/^\| `([^`]+)` \| (.+?) \| (.+)<br>\*(.+)\* \| (.+) \|$/gm)];

  it("lists every code once", () => {
    expect(rows.map(([, code]) => code).sort()).toEqual(codes.toSorted());
  });

  it.each(rows.map((row) => [row[1] as IssueCode, row] as const))("has what is said of %s", (code, row) => {
    const [, , params, english, spanish] = row;
    const issue = examples[code]().find((each) => each.code === code)!;
    expect(params).toBe(
      Object.keys(issue.params)
        .map((key) => `\`${key}\``)
        .join(", ") || "–",
    );
    expect(english).toBe(describeIssue(issue, { locale: "en" }));
    expect(spanish).toBe(describeIssue(issue, { locale: "es" }));
  });
});
