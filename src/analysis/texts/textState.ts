/** What is known of the message. Conflicts are proofs; a text is built and tried (`buildText.ts`). */
import type { Atoms } from "../atoms.ts";
import { type BuiltText, buildText } from "./buildText.ts";
import { createUnits, shortestText } from "./exactText.ts";
import { bringsWord } from "./hasWord.ts";
import type { TextState } from "./messageFacts.ts";
import { surePatternReader, widePatternReader } from "./patternReader.ts";
import type { Reader } from "./reader.ts";
import { isPlainRun, requiredRuns } from "./sample.ts";
import { sureWordsReader } from "./sureWordsReader.ts";
import { wordsReader } from "./wordsReader.ts";

/** The theory of messages. */
export interface TextTheory {
  readonly start: TextState;
  assumeWords(state: TextState, words: readonly number[], sign: boolean): TextState | undefined;
  assumePattern(state: TextState, pattern: number, sign: boolean): TextState | undefined;
  knownWords(state: TextState, words: readonly number[]): boolean | undefined;
  knownPattern(state: TextState, pattern: number): boolean | undefined;
  /** A text that meets all that is known; null for a message without text. */
  build(state: TextState): BuiltText;
}

/** Of how many words that must not be there the automata are told: without the others they prove less. */
const MAX_BARRED = 120;
/** How many of them one automaton looks for. */
const WORDS_TOGETHER = 12;

/** The theory over a table of words and patterns. */
export function createTextTheory({ words, patterns }: Atoms): TextTheory {
  const implied = new Map<number, boolean>();
  const runs = new Map<number, readonly string[]>();
  const texts = new Map<string, BuiltText>();

  /** Whether no text has the first word without the second. */
  function implies(one: number, other: number): boolean {
    const key = one * 2 ** 21 + other;
    let answer = implied.get(key);
    if (answer === undefined) {
      const [a, b] = [words[one], words[other]];
      answer = a !== undefined && b !== undefined && bringsWord(a, b);
      implied.set(key, answer);
    }
    return answer;
  }

  function runsOf(pattern: number): readonly string[] {
    const { pattern: source = "", flags = "" } = patterns[pattern] ?? {};
    const found = runs.get(pattern) ?? requiredRuns(source, flags);
    runs.set(pattern, found);
    return found;
  }

  /** Whether a text that matches has the word for certain. */
  function patternImplies(pattern: number, word: number): boolean {
    const { text = "", mode } = words[word] ?? {};
    return mode === "substring" && runsOf(pattern).some((run) => run.includes(text));
  }

  /** Whether a text that matches the first pattern matches the second for certain. */
  function patternsImply(one: number, other: number): boolean {
    if (one === other) return true;
    const { pattern = "", flags = "" } = patterns[other] ?? {};
    if (!flags.includes("i") || !isPlainRun(pattern)) return false;
    // By code points the long ſ is an s, and only so.
    if (readsCodePoints(patterns[one]?.flags) && !readsCodePoints(flags)) return false;
    return runsOf(one).some((run) => run.includes(pattern.toLowerCase()));
  }

  function isBarred({ barred }: TextState, word: number): boolean {
    return barred.some((each) => implies(word, each));
  }

  function isSure({ clauses, matched }: TextState, wanted: readonly number[]): boolean {
    return (
      clauses.some((clause) => clause.every((word) => wanted.some((each) => implies(word, each)))) ||
      matched.some((pattern) => wanted.some((each) => patternImplies(pattern, each)))
    );
  }

  const units = createUnits();
  const wideReaders = new Map<number, Reader | undefined>();
  const sureReaders = new Map<number, Reader | undefined>();
  const clauseReaders = new Map<string, Reader>();
  const barringReaders = new Map<string, Reader | undefined>();

  function once<Key>(
    known: Map<Key, Reader | undefined>,
    key: Key,
    make: () => Reader | undefined,
  ): Reader | undefined {
    if (!known.has(key)) known.set(key, make());
    return known.get(key);
  }

  function wideReader(number: number): Reader | undefined {
    const { pattern = "", flags = "" } = patterns[number] ?? {};
    return once(wideReaders, number, () => widePatternReader(pattern, flags));
  }

  function sureReader(number: number): Reader | undefined {
    const { pattern = "", flags = "" } = patterns[number] ?? {};
    return once(sureReaders, number, () => surePatternReader(pattern, flags));
  }

  function clauseReader(clause: readonly number[]): Reader {
    const key = clause.join();
    const found = clauseReaders.get(key) ?? wordsReader(clause.flatMap((word) => words[word] ?? []));
    clauseReaders.set(key, found);
    return found;
  }

  /** Automata for words that must not be there, many words each. */
  function barredReaders(barred: readonly number[]): Reader[] {
    const lists = (["word", "substring"] as const).flatMap((mode) => {
      const own = barred.slice(0, MAX_BARRED).filter((number) => words[number]?.mode === mode);
      const starts = own.filter((_, at) => at % WORDS_TOGETHER === 0);
      return starts.map((_, at) => {
        const some = own
          .slice(at * WORDS_TOGETHER, (at + 1) * WORDS_TOGETHER)
          .map((number) => words[number]?.text ?? "");
        return { mode, some };
      });
    });
    return lists.flatMap(({ mode, some }) => {
      const key = JSON.stringify([mode, some]);
      return once(barringReaders, key, () => sureWordsReader(some, mode)) ?? [];
    });
  }

  function shortest({ clauses, barred, matched, unmatched }: TextState, fits: (text: string) => boolean) {
    const accepted = [
      ...matched.flatMap((pattern) => wideReader(pattern) ?? []),
      ...clauses.map(clauseReader),
    ];
    const refused = [...unmatched.flatMap((pattern) => sureReader(pattern) ?? []), ...barredReaders(barred)];
    return shortestText({ accepted, refused }, units, fits);
  }

  return {
    start: { clauses: [], barred: [], matched: [], unmatched: [] },
    assumeWords(state, wanted, sign) {
      if (sign) {
        const left = wanted.filter((word) => !isBarred(state, word));
        return left.length === 0 ? undefined : { ...state, clauses: [...state.clauses, left] };
      }
      if (isSure(state, wanted)) return undefined;
      const barred = [...new Set([...state.barred, ...wanted])];
      const clauses = state.clauses.map((clause) =>
        clause.filter((word) => !wanted.some((each) => implies(word, each))),
      );
      return clauses.some(({ length }) => length === 0) ? undefined : { ...state, barred, clauses };
    },
    assumePattern(state, pattern, sign) {
      if (sign) {
        if (state.unmatched.some((other) => patternsImply(pattern, other))) return undefined;
        if (state.barred.some((word) => patternImplies(pattern, word))) return undefined;
        return { ...state, matched: [...new Set([...state.matched, pattern])] };
      }
      if (state.matched.some((other) => patternsImply(other, pattern))) return undefined;
      return { ...state, unmatched: [...new Set([...state.unmatched, pattern])] };
    },
    knownWords(state, wanted) {
      if (wanted.every((word) => isBarred(state, word))) return false;
      return isSure(state, wanted) ? true : undefined;
    },
    knownPattern(state, pattern) {
      if (state.matched.some((other) => patternsImply(other, pattern))) return true;
      if (state.unmatched.some((other) => patternsImply(pattern, other))) return false;
      return state.barred.some((word) => patternImplies(pattern, word)) ? false : undefined;
    },
    build(state) {
      const key = JSON.stringify(state);
      const found = texts.get(key) ?? buildText(state, words, patterns, shortest);
      texts.set(key, found);
      return found;
    },
  };
}

function readsCodePoints(flags = ""): boolean {
  return /[uv]/.test(flags);
}
