/** What conditions on the message mean. It was not there before the event: then they are unknown. */
import { fold } from "../text/fold.ts";
import type { Word } from "./atoms.ts";
import type { Formula } from "./formula.ts";
import { classical, UNKNOWN } from "./kleene.ts";
import type { LeafReaders } from "./leafReaders.ts";
import type { Tables } from "./tables.ts";
import { bringsWord } from "./texts/hasWord.ts";

/** Reads conditions on the message. */
export function textReaders(tables: Tables): Pick<LeafReaders, "messageContains" | "messageMatches"> {
  const { formulas, atoms, literal } = tables;
  return {
    messageContains({ words, mode = "word", match = "any" }, when) {
      if (when === "before") return UNKNOWN;
      const numbers = words.flatMap((written) => {
        const text = fold(written);
        return text === "" ? [] : [atoms.word(text, mode, written)];
      });
      if (match === "any") return classical(hasOneOf(numbers, tables), formulas);
      return classical(formulas.and(numbers.map((word) => hasOneOf([word], tables))), formulas);
    },
    messageMatches({ pattern, flags = "i" }, when) {
      if (when === "before") return UNKNOWN;
      const number = atoms.pattern(pattern.normalize("NFC"), [...flags].sort().join(""));
      return classical(
        literal(`pattern ${number}`, () => ({ kind: "pattern", pattern: number })),
        formulas,
      );
    },
  };
}

/** That the message has one of these words. Of words of which one contains another, only the other counts. */
function hasOneOf(numbers: readonly number[], { atoms, literal }: Tables): Formula {
  const own = [...new Set(numbers)].sort((a, b) => a - b);
  const needed = own.filter((number) => {
    const word = atoms.words[number];
    return !own.some((other) => other !== number && isLonger(word, atoms.words[other]));
  });
  return literal(`words ${needed.join()}`, () => ({ kind: "words", words: needed }));
}

/** Whether a word has another inside it that is looked for in the same way. */
function isLonger(word: Word | undefined, shorter: Word | undefined): boolean {
  if (word === undefined || shorter === undefined) return false;
  return word.text !== shorter.text && shorter.mode === word.mode && bringsWord(word, shorter);
}
