import { charge, type Meter } from "./budget.ts";
import { EMOJI_STRINGS } from "./strings.ts";
import type { Assert, Atom, Pattern } from "./tree.ts";

/** The class of what stands beyond either end of a text. No class is 0. */
export const OUTSIDE = 1;

/**
 * A text as classes of characters: `symbols[p]` is left of position `p`, `symbols[p + 1]` right of it, for positions
 * from 0 to `length`, the number of characters.
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
  /** Whether atoms are about single characters, so that each can be classed by itself. */
  readonly single: boolean;
  /** The character (a UTF-16 unit, or a code point) of a text that starts at a place. */
  characterAt(text: string, at: number): number;
  /** Classes a whole text; undefined if the allowance did not suffice. */
  read(text: string, meter: Meter): Reading | undefined;
  /** The classes of the first characters; 0 if not known yet. */
  readonly latin: Int32Array;
  /** The class of a character. */
  classOf(code: number, meter: Meter): number;
  /** The class that differs from `symbol` in that `atom` holds of it. */
  mark(symbol: number, atom: number, meter: Meter): number;
  /** The answers for a class, one for each atom. */
  answers(symbol: number): Uint8Array;
  /** Whether an assertion holds between two classes (or contexts). */
  holds(assertion: Assert, left: number, right: number): boolean;
  /** Whether two characters are the same, or the same but for case. */
  same(a: number, b: number, ignoreCase: boolean): boolean;
}

const NO_ANSWERS = new Uint8Array(0);
/** What a question about several characters costs, in steps: more with properties, which stand for many strings. */
const ASKING = 24;
const ASKING_PROPERTY = 500;
/** What a new class costs. */
const CLASS = 32;
/** Characters below are looked up in arrays. */
export const LATIN = 256;

/** Makes an empty alphabet for the atoms of a pattern and as many `marks`, whose answers are given by `mark`. */
export function makeAlphabet({ atoms, unicode }: Pattern, marks: number): Alphabet {
  const outside = Uint8Array.from({ length: atoms.length + marks }, (_, atom) => Number(atoms[atom]?.beyond));
  const rows = [NO_ANSWERS, outside];
  const byAnswers = new Map<string, number>();
  const byMark = new Map<number, number[]>();
  const questions: RegExp[] = [];
  /** What the host has answered about strings, for each atom that is about strings. */
  const told: Map<string, boolean>[] = [];
  const latin = new Int32Array(LATIN);
  const others = new Map<number, number>();
  const strings = atoms.flatMap((atom, index) => (atom.length > 1 ? [index] : []));
  /** What it costs to sort a character, in steps. */
  const perCharacter = atoms.reduce((cost, { literal }) => cost + (literal < 0 ? 8 : 1), CLASS);
  const foldCase = new RegExp("^([^])\\1$", unicode ? "iu" : "i");

  function characterAt(text: string, at: number): number {
    return (unicode ? text.codePointAt(at) : text.charCodeAt(at)) ?? 0;
  }

  function read(text: string, meter: Meter): Reading | undefined {
    const symbols = new Int32Array(text.length + 2).fill(OUTSIDE);
    let count = 1;
    meter.left -= text.length;
    for (let at = 0; at < text.length && meter.left >= 0; at++) {
      const code = characterAt(text, at);
      if (code > 0xffff) at++;
      symbols[count++] = (code < LATIN && latin[code]) || classOf(code, meter);
    }
    if (strings.length > 0) readStrings(text, symbols, meter);
    return meter.left < 0 ? undefined : { symbols, length: count - 1 };
  }

  function classOf(code: number, meter: Meter): number {
    const known = code < LATIN ? latin[code] : others.get(code);
    if (known) return known;
    const character = String.fromCodePoint(code);
    const answers = new Uint8Array(atoms.length + marks);
    for (const [index, atom] of atoms.entries()) {
      if (atom.length === 1 && answer(atom, index, code, character)) answers[index] = 1;
    }
    const symbol = classWith(answers);
    if (code < LATIN) latin[code] = symbol;
    else others.set(code, symbol);
    // The first characters are nearly all of many texts.
    charge(meter, code < LATIN ? atoms.length : perCharacter);
    return symbol;
  }

  function answer({ literal, flags }: Atom, index: number, code: number, character: string): boolean {
    return literal < 0 ? ask(index, character) : same(literal, code, flags.includes("i"));
  }

  function ask(index: number, characters: string): boolean {
    const { source = "", flags = "" } = atoms[index] ?? {};
    const question = questions[index] ?? questionOf(source, flags);
    questions[index] = question;
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
      let likely = 0;
      let needs: readonly number[] = [];
      for (let at = 0; at < strings.length; at++) {
        const index = strings[at] ?? 0;
        const atom = atoms[index];
        if (atom === undefined) continue;
        const { source, length } = atom;
        // The lengths of one class follow each other, the longest first.
        if (atom.needs !== needs) {
          needs = atom.needs;
          likely = likelyLength(needs, length, symbols, p);
        }
        if (likely < length) continue;
        const answers = told[at] ?? new Map<string, boolean>();
        told[at] = answers;
        const string = characters.slice(p, p + length).join("");
        meter.left -= ASKING;
        if (meter.left < 0) return;
        let held = answers.get(string);
        if (held === undefined) {
          held = ask(index, string);
          answers.set(string, held);
          charge(meter, source.includes("\\p") ? ASKING_PROPERTY : ASKING);
        }
        if (held) symbols[p + 1] = mark(symbols[p + 1] ?? OUTSIDE, index, meter);
      }
    }
  }

  /** How many characters from a place on may be a string of a class, and no more than `longest`. */
  function likelyLength(needs: readonly number[], longest: number, symbols: Int32Array, p: number): number {
    const [first = 0, second = 0, further = 0, joined = 0, joiner = 0] = needs;
    let before = rows[symbols[p + 1] ?? OUTSIDE];
    if (before?.[first] !== 1) return 0;
    for (let length = 1; length < longest; length++) {
      const next = rows[symbols[p + 1 + length] ?? OUTSIDE];
      const isLikely =
        next?.[length === 1 ? second : further] === 1 || (before?.[joiner] === 1 && next?.[joined] === 1);
      if (!isLikely) return length;
      before = next;
    }
    return longest;
  }

  function mark(symbol: number, atom: number, meter: Meter): number {
    const marked = byMark.get(atom) ?? [];
    byMark.set(atom, marked);
    const known = marked[symbol];
    if (known !== undefined) return known;
    const answers = Uint8Array.from(rows[symbol] ?? NO_ANSWERS);
    answers[atom] = 1;
    charge(meter, CLASS + (answers.length >> 2));
    const fresh = classWith(answers);
    marked[symbol] = fresh;
    return fresh;
  }

  function classWith(answers: Uint8Array<ArrayBuffer>): number {
    const key = String.fromCharCode(...answers);
    const symbol = byAnswers.get(key) ?? rows.push(answers) - 1;
    byAnswers.set(key, symbol);
    return symbol;
  }

  function holds({ what, negated, atom }: Assert, left: number, right: number): boolean {
    const before = rows[left]?.[atom] === 1;
    const after = rows[right]?.[atom] === 1;
    return (what === "edge" ? before !== after : what === "before" ? before : after) !== negated;
  }

  return {
    single: strings.length === 0,
    characterAt,
    read,
    latin,
    classOf,
    mark,
    answers: (symbol) => rows[symbol] ?? NO_ANSWERS,
    holds,
    same,
  };
}

/** The question whether all of a text is in a class. */
function questionOf(source: string, flags: string): RegExp {
  const question = () => new RegExp(`^(?:${source})$`, flags);
  if (!EMOJI_STRINGS.test(source)) return question();
  const key = `${flags}/${source}`;
  const known = emojiQuestions.get(key) ?? question();
  // No rule set has so many; who tries is not to fill the memory.
  if (emojiQuestions.size >= 64) emojiQuestions.clear();
  emojiQuestions.set(key, known);
  return known;
}

/**
 * Kept for the process: with thousands of emoji in it, such a question takes the host ten milliseconds to prepare. They
 * have no state, so nobody can see who asked before.
 */
const emojiQuestions = new Map<string, RegExp>();

/** Whether the character may equal another one under `i`. */
function hasCase(code: number): boolean {
  const character = String.fromCodePoint(code);
  return character.toLowerCase() !== character || character.toUpperCase() !== character;
}
