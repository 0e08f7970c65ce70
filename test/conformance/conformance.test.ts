/** Runs the conformance suite: the files of this folder against `ticket-rules` and its reference evaluator. */
import { describe, expect, it } from "vitest";
import { runEvent, runParse, runWords } from "./documents.ts";
import { type Case, type File, readFiles } from "./format.ts";
import { runCondition, runEvaluate, runEventsFor, runKeys, runLoad } from "./rules.ts";
import { runCalendar, runLocalTime } from "./time.ts";

/** How a case of each kind is run. A file's cases are of its kind. */
const kinds: { readonly [kind: string]: (file: File, testCase: never) => void } = {
  condition: runCondition,
  evaluate: runEvaluate,
  load: runLoad,
  keys: runKeys,
  eventsFor: runEventsFor,
  parse: runParse,
  event: runEvent,
  words: runWords,
  localTime: runLocalTime,
  calendar: runCalendar,
};

const files = readFiles();

describe("the conformance files", () => {
  it("name every case once", () => {
    const names = files.flatMap(({ cases }) => cases.map(({ name }) => name));
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it("are of kinds that the runner knows", () => {
    expect(files.filter(({ kind }) => kinds[kind] === undefined).map(({ name }) => name)).toEqual([]);
  });
});

for (const file of files) {
  describe(`${file.name}: ${file.title}`, () => {
    it.each(file.cases.map((testCase): [string, Case] => [testCase.name, testCase]))("%s", (_, testCase) => {
      kinds[file.kind]?.(file, testCase as never);
    });
  });
}
