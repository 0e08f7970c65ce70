/** The kinds that read what hosts and people write: parse, event, words. */
import { expect } from "vitest";
import { compile, evaluate, explain, parseWords, TicketEvent, Workspace } from "../../src/index.ts";
import { referenceEvaluate } from "../../src/testing.ts";
import { expectIssues, expectSound } from "./checks.ts";
import { type Case, changed, documentOf, type File, type Path } from "./format.ts";

export interface ParseCase extends Case {
  issues: Path[];
}

export function runParse(file: File, testCase: ParseCase): void {
  const document = documentOf(file, testCase);
  const result = Workspace.safeParse(document);
  const ruleSet = compile(document);
  const seen = [...ruleSet.issues, ...ruleSet.invalid];
  if (testCase.issues.length === 0) {
    expect(result.error?.issues ?? []).toEqual([]);
    expect(result.data, "kept as it was").toEqual(document);
    expect(seen, "compile has nothing to say").toEqual([]);
  } else {
    expectIssues(result.error?.issues ?? [], testCase.issues, document);
    expect(seen, "compile sees it too").not.toEqual([]);
  }
}

export interface EventCase extends Case {
  evaluate: "decision" | { typeError: string | null };
  issues: Path[];
}

export function runEvent(file: File, testCase: EventCase): void {
  const event = changed(file.event ?? {}, testCase) as TicketEvent;
  const document = documentOf(file, {});
  const ruleSet = compile(document);
  for (const act of [() => evaluate(ruleSet, event), () => explain(ruleSet, event)]) {
    if (testCase.evaluate === "decision") {
      expect(act).not.toThrow();
    } else {
      const { typeError } = testCase.evaluate;
      expect(act).toThrow(TypeError);
      if (typeError !== null) expect(act).toThrow(new RegExp(`\\b${typeError}\\b`));
    }
  }
  const parsed = TicketEvent.safeParse(event);
  if (testCase.issues.length > 0) {
    expectIssues(parsed.error?.issues ?? [], testCase.issues, document);
    return;
  }
  expect(parsed.error?.issues ?? []).toEqual([]);
  expect(parsed.data, "kept as it was").toEqual(event);
  const decision = evaluate(ruleSet, event);
  expectSound(decision, document);
  expect(referenceEvaluate(document as Workspace, event)).toEqual(decision);
}

export interface WordsCase extends Case {
  text: string;
  words: string[];
}

export function runWords(_: File, { text, words }: WordsCase): void {
  expect(parseWords(text)).toEqual(words);
}
