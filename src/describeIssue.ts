import type { Issue } from "./issues/define.ts";
import { issueInWords } from "./issues/inWords.ts";
import { type Locale, requireLocale } from "./locale.ts";

/**
 * What is wrong, in words: lower-case and without a final period, for a host to put where it shows issues. In English
 * the same as `issue.message`. Made of the code and its parameters, so an issue that was stored as JSON will do.
 * @throws TypeError for another locale.
 */
export function describeIssue(
  issue: Pick<Issue, "code" | "params" | "message">,
  { locale }: { readonly locale: Locale },
): string {
  return issueInWords(issue, requireLocale(locale));
}
