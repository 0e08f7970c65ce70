import * as z from "zod";
import type { Extensions } from "../extensions.ts";
import { tells } from "../issues/tell.ts";
import { exact, expecting, literal, nonEmptyList, oneOf } from "../schema.ts";
import { foldWords, type WordMode } from "../text/words.ts";
import { defineCondition } from "./define.ts";
import type { Source } from "./leaf.ts";

/** The message contains words or phrases. */
export interface MessageContainsCondition extends Extensions {
  type: "messageContains";
  words: string[];
  /** As words of their own (`word`, when absent), or anywhere (`substring`). */
  mode?: WordMode | undefined;
  /** One of them is enough (`any`, when absent), or not (`all`). */
  match?: "any" | "all" | undefined;
}

const MAX_WORDS = 200;
const MAX_WORD_LENGTH = 100;

const Word = z
  .string({ error: expecting("word") })
  .max(MAX_WORD_LENGTH, { error: tells("tooLong", { most: MAX_WORD_LENGTH }) });

const Words = nonEmptyList("words", Word)
  .max(MAX_WORDS, { error: tells("tooMany", { of: "words", most: MAX_WORDS }) })
  .refine((words) => foldWords(words).length > 0, {
    error: tells("noWordsLeft", {}),
    // An empty list has said so already.
    when: ({ value, issues }) => issues.length === 0 && Array.isArray(value),
  });

/** The folded text contains any, or all, of the folded words (spec §4.1). */
export const messageContains = defineCondition<MessageContainsCondition>({
  schema: exact({
    type: literal("messageContains"),
    words: Words,
    mode: oneOf("mode", ["word", "substring"]).optional(),
    match: oneOf("match", ["any", "all"]).optional(),
  }),
  reads: () => ({ fact: "message" }),
  cost: 10,
  compile({ words, mode = "word", match = "any" }, model) {
    const keys = foldWords(words).map((word) => model.words.key(word, mode));
    const gates = keys.map((key) => ({ source: WORDS, key }));
    return {
      test(facts) {
        const found = facts.wordsFound();
        if (found === undefined) return "unknown";
        for (const key of keys) if (found.has(key) === (match === "any")) return match === "any";
        return match === "all";
      },
      actual: (facts) => facts.text,
      missing: () => "message.text",
      // Of several that must all be there, one is enough to look up.
      gates: match === "any" ? gates : gates.slice(0, 1),
    };
  },
});

const WORDS: Source = { name: "words", keys: (facts) => facts.wordsFound() };
