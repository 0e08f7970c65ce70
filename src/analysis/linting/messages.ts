/** Whether what conditions say of the message can all be right. */
import type { LeafCondition } from "../../conditions/index.ts";
import { foldWords } from "../../text/words.ts";
import { bringsWord, type SoughtWord } from "../texts/hasWord.ts";

type Contains = Extract<LeafCondition, { type: "messageContains" }>;
type Matches = Extract<LeafCondition, { type: "messageMatches" }>;

/** Whether some text has a word of each positive list, or all of it, and does not fulfil any negative one. */
export function possibleWords(all: readonly Contains[], none: readonly Contains[]): boolean {
  const forbidden = none.filter(isAny).flatMap(wordsOf);
  const allowed = all
    .flatMap((leaf) => (isAny(leaf) ? [wordsOf(leaf)] : wordsOf(leaf).map((word) => [word])))
    .map((choice) => choice.filter((word) => !forbidden.some((other) => bringsWord(word, other))));
  if (allowed.some((choice) => choice.length === 0)) return false;
  // A list of which not all may be there is fulfilled when each of its words comes with what must be there.
  return !none
    .filter((leaf) => !isAny(leaf))
    .some((leaf) =>
      wordsOf(leaf).every((word) =>
        allowed.some((choice) => choice.every((certain) => bringsWord(certain, word))),
      ),
    );
}

/** One of several words is enough. Of one word, all and any are the same. */
function isAny({ match, words }: Contains): boolean {
  return match !== "all" || foldWords(words).length === 1;
}

function wordsOf({ words, mode = "word" }: Contains): SoughtWord[] {
  return foldWords(words).map((text) => ({ text, mode }));
}

/** Whether no pattern is wanted that is unwanted as well. */
export function possiblePatterns(all: readonly Matches[], none: readonly Matches[]): boolean {
  const unwanted = none.map(patternKey);
  return !all.some((leaf) => unwanted.includes(patternKey(leaf)));
}

/** A pattern with its flags, however they are ordered. */
export function patternKey({ pattern, flags = "i" }: Matches): string {
  return `/${pattern.normalize("NFC")}/${[...flags].sort().join("")}`;
}
