import type { Issue, IssueCode, IssueParams, Sentences } from "./issues/define.ts";
import { en } from "./issues/en.ts";
import { es } from "./issues/es.ts";

/** The languages that the library writes. */
export type Locale = "es" | "en";

const LANGUAGES: { readonly [Name in Locale]: Sentences } = { es, en };

/**
 * What is wrong, in words: lower-case and without a final period, for a host to put where it shows issues. In English
 * the same as `issue.message`. Made of the code and its parameters, so an issue that was stored as JSON will do.
 * @throws TypeError for another locale.
 */
export function describeIssue(
  issue: Pick<Issue, "code" | "params" | "message">,
  { locale }: { readonly locale: Locale },
): string {
  if (!Object.hasOwn(LANGUAGES, locale)) throw new TypeError("unknown locale: expected es or en");
  const sentences = LANGUAGES[locale];
  // Stored by another version of the library.
  return Object.hasOwn(sentences, issue.code)
    ? sentenceOf(sentences, issue.code, issue.params)
    : issue.message;
}

/** Code and parameters belong to each other: they came in one issue, as the types of `Issue` say. */
function sentenceOf<Code extends IssueCode>(sentences: Sentences, code: Code, params: unknown): string {
  return sentences[code](params as IssueParams[Code]);
}
