import type { Locale } from "../locale.ts";
import type { Issue, IssueCode, IssueParams, Sentences } from "./define.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";

/** The sentences of each language. */
const sentencesIn: { readonly [Name in Locale]: Sentences } = { es, en };

/** An issue as a sentence: lower-case and without a final period. */
export function issueInWords(issue: Pick<Issue, "code" | "params" | "message">, locale: Locale): string {
  const sentences = sentencesIn[locale];
  // Stored by another version of the library.
  return Object.hasOwn(sentences, issue.code)
    ? sentenceOf(sentences, issue.code, issue.params)
    : issue.message;
}

/** Code and parameters belong to each other: they came in one issue, as the types of `Issue` say. */
function sentenceOf<Code extends IssueCode>(sentences: Sentences, code: Code, params: unknown): string {
  return sentences[code](params as IssueParams[Code]);
}
