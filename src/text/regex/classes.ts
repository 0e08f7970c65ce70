import type { Meter } from "./budget.ts";
import { scratch } from "./scratch.ts";
import type { Assert, Atom, Pattern } from "./tree.ts";

/** The class of what stands beyond either end of a text: no atom holds of it. */
export const OUTSIDE = 0;

/**
 * A text as classes of characters: `symbols[p]` is left of position `p`, `symbols[p + 1]` right of it, for positions
 * from 0 to `length`, the number of characters. Good until the next text is read.
 */
export interface Reading {
  readonly symbols: Int32Array;
  readonly length: number;
}

/**
 * Sorts characters into classes, equal in every question a pattern asks about them. The answers are the host's:
 * each question is put to its own RegExp about one character, so that case folding and Unicode properties are
 * exactly the host's, without tables of our own.
 */
export interface Alphabet {
  /** Reads a text; undefined if the allowance did not suffice. `run` numbers the tests of this alphabet. */
  read(text: string, meter: Meter, run: number): Reading | undefined;
  /** The answers for a class, one for each atom. */
  answers(symbol: number): Uint8Array;
  /** Whether an assertion holds between two classes (or contexts). */
  holds(assertion: Assert, left: number, right: number): boolean;
  /** Whether two characters are the same, or the same but for case. */
  same(a: number, b: number, ignoreCase: boolean): boolean;
  /** How many elements are remembered. */
  size(): number;
}

const NO_ANSWERS = new Uint8Array(0);
/** What a question about several characters costs, in steps: more with properties, which stand for many strings. */
const ASKING = 24;
const ASKING_PROPERTY = 100;
const LATIN = 256;
const PAGE = 64;

/** Makes an empty alphabet for a pattern. */
export function makeAlphabet(pattern: Pattern): Alphabet {
  const { atoms, unicode } = pattern;
  const rows: Uint8Array[] = [new Uint8Array(atoms.length)];
  const byAnswers = new Map<string, number>();
  const questions = new Map<number, RegExp>();
  /** The class of each of the first characters; then pages of [class, last run that paid for it]. */
  const latin: Int32Array = new Int32Array(LATIN);
  const pages = new Map<number, Int32Array>();
  const strings = atoms.flatMap((atom, index) => (atom.length > 1 ? [index] : []));
  /** What it costs to sort a character, in steps. */
  const perCharacter = atoms.reduce((cost, { literal }) => cost + (literal < 0 ? 8 : 1), 32);
  const foldCase = new RegExp("^([^])\\1$", unicode ? "iu" : "i");

  function read(text: string, meter: Meter, run: number): Reading | undefined {
    // The first 256 characters are paid for in advance, all that the text can have of them; the others one by one.
    meter.left -= text.length + atoms.length * Math.min(text.length, LATIN);
    if (meter.left < 0) return undefined;
    const symbols = scratch("symbols", text.length + 2);
    symbols[0] = OUTSIDE;
    let page = latin;
    let number = 0;
    let count = 1;
    for (let i = 0; i < text.length; i++) {
      let code = text.charCodeAt(i);
      if (code < LATIN) {
        symbols[count++] = latin[code] || newLatin(code);
        continue;
      }
      if (unicode && code >= 0xd800 && code < 0xdc00) {
        code = text.codePointAt(i) ?? code;
        if (code > 0xffff) i++;
      }
      if (code >>> 6 !== number) {
        number = code >>> 6;
        page = pages.get(number) ?? newPage(number);
      }
      const slot = 2 * (code & (PAGE - 1));
      if (page[slot + 1] !== run) {
        meter.left -= perCharacter;
        if (meter.left < 0) return undefined;
        page[slot + 1] = run;
        page[slot] ||= classOfCharacter(code);
      }
      symbols[count++] = page[slot] ?? OUTSIDE;
    }
    symbols[count] = OUTSIDE;
    if (strings.length > 0) readStrings(text, symbols, meter);
    return meter.left < 0 ? undefined : { symbols, length: count - 1 };
  }

  function newLatin(code: number): number {
    const symbol = classOfCharacter(code);
    latin[code] = symbol;
    return symbol;
  }

  function classOfCharacter(code: number): number {
    const answers = new Uint8Array(atoms.length);
    const character = String.fromCodePoint(code);
    for (const [index, atom] of atoms.entries()) {
      if (atom.length === 1 && answer(atom, index, code, character)) answers[index] = 1;
    }
    return classOf(answers);
  }

  function newPage(number: number): Int32Array {
    const page = new Int32Array(2 * PAGE);
    pages.set(number, page);
    return page;
  }

  function answer({ literal, flags, source }: Atom, index: number, code: number, character: string): boolean {
    return literal < 0 ? ask(source, flags, index, character) : same(literal, code, flags.includes("i"));
  }

  function ask(source: string, flags: string, index: number, characters: string): boolean {
    let question = questions.get(index);
    if (!question) {
      question = new RegExp(`^(?:${source})$`, flags);
      questions.set(index, question);
    }
    return question.test(characters);
  }

  function same(a: number, b: number, ignoreCase: boolean): boolean {
    if (a === b || !ignoreCase) return a === b;
    // Among the first 128 characters only letters have another case, in every mode.
    if ((a | b) < 128) return (a ^ b) === 32 && (a | 32) >= 97 && (a | 32) <= 122;
    if (!hasCase(a) || !hasCase(b)) return false;
    return foldCase.test(String.fromCodePoint(a) + String.fromCodePoint(b));
  }

  /** The classes again, now that more than one character at a time is asked about. */
  function readStrings(text: string, symbols: Int32Array, meter: Meter): void {
    const characters = Array.from(text);
    for (let p = 0; p + 1 < characters.length; p++) {
      const likely = strings.filter((index) => isLikely(atoms[index], symbols, p));
      if (likely.length === 0) continue;
      const answers = Uint8Array.from(rows[symbols[p + 1] ?? OUTSIDE] ?? NO_ANSWERS);
      for (const index of likely) {
        const { source = "", flags = "", length = 0 } = atoms[index] ?? {};
        meter.left -= source.includes("\\p") ? ASKING_PROPERTY : ASKING;
        if (meter.left < 0) return;
        answers[index] = Number(ask(source, flags, index, characters.slice(p, p + length).join("")));
      }
      symbols[p + 1] = classOf(answers);
    }
  }

  function isLikely(atom: Atom | undefined, symbols: Int32Array, p: number): boolean {
    const { length = 0, needs = [] } = atom ?? {};
    for (let i = 0; i < length; i++) {
      if (rows[symbols[p + 1 + i] ?? OUTSIDE]?.[needs[Math.min(i, 2)] ?? 0] !== 1) return false;
    }
    return true;
  }

  function classOf(answers: Uint8Array): number {
    const key = keyOf(answers);
    const found = byAnswers.get(key);
    if (found !== undefined) return found;
    const symbol = rows.push(answers) - 1;
    byAnswers.set(key, symbol);
    return symbol;
  }

  function holds({ what, atom }: Assert, left: number, right: number): boolean {
    const before = rows[left]?.[atom] === 1;
    const after = rows[right]?.[atom] === 1;
    if (what === "start") return left === OUTSIDE || before;
    if (what === "end") return right === OUTSIDE || after;
    if (what === "follows" || what === "notFollows") return after === (what === "follows");
    if (what === "precedes" || what === "notPrecedes") return before === (what === "precedes");
    return (before !== after) === (what === "edge");
  }

  return {
    read,
    holds,
    answers: (symbol) => rows[symbol] ?? NO_ANSWERS,
    same,
    size: () => rows.length * atoms.length + pages.size * 2 * PAGE,
  };
}

/** Answers as text, 15 to a character. */
function keyOf(answers: Uint8Array): string {
  let key = "";
  for (let start = 0; start < answers.length; start += 15) {
    let bits = 0;
    for (let i = start; i < start + 15; i++) bits = 2 * bits + (answers[i] ?? 0);
    key += String.fromCharCode(bits);
  }
  return key;
}

/** Whether the character may equal another one under `i`. */
function hasCase(code: number): boolean {
  const character = String.fromCodePoint(code);
  return character.toLowerCase() !== character || character.toUpperCase() !== character;
}
