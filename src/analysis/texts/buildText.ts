/** Builds a message that has some words, lacks others, matches some patterns and not others: by trying. */

import { fold } from "../../text/fold.ts";
import { boundedEngine } from "../../text/regex/engine.ts";
import type { CompiledRegex } from "../../text/regex/port.ts";
import type { PatternAtom, Word } from "../atoms.ts";
import { hasWord } from "./hasWord.ts";
import type { TextState } from "./messageFacts.ts";
import { createSampler, type Sampler } from "./sample.ts";

/** A text, null for a message without one; `none`, when there is none, proved; or nothing, which proves nothing. */
export type BuiltText = { readonly text: string | null } | "none" | undefined;

/** What the automata say: the shortest text they accept that fits, null when they accept none, or nothing. */
export type Shortest = (state: TextState, fits: (text: string) => boolean) => string | null | undefined;

/** How many texts are tried before giving up. */
const TRIES = 800;
/** After how many the automata are asked, which takes longer and may prove that there is none. */
const PLAIN_TRIES = 100;
/** Steps of the pattern engine a test may take, and how many tests may take more. */
const STEPS = 200_000;
const MAX_UNDECIDED = 20;

/** Finds a text that is as `state` says. */
export function buildText(
  state: TextState,
  words: readonly Word[],
  patterns: readonly PatternAtom[],
  shortest: Shortest,
): BuiltText {
  const { clauses, barred, matched, unmatched } = state;
  const wordAt = (number: number) => words[number] ?? { text: "", mode: "word" as const, written: "" };
  const yes = matched.map((number) => regexOf(patterns[number]));
  const no = unmatched.map((number) => regexOf(patterns[number]));

  function fits(candidate: string): boolean {
    const folded = fold(candidate);
    const normal = candidate.normalize("NFC");
    const has = (number: number) => hasWord(folded, wordAt(number).text, wordAt(number).mode);
    return (
      clauses.every((clause) => clause.some(has)) &&
      !barred.some(has) &&
      yes.every((regex) => matches(regex, normal) === true) &&
      no.every((regex) => matches(regex, normal) === false)
    );
  }

  function matches(regex: CompiledRegex, text: string): boolean | "undecided" {
    const is = regex.test(text, STEPS);
    if (is === "undecided") undecided++;
    return is;
  }

  let undecided = 0;
  let tries = 0;
  for (const text of candidates(
    clauses.map((clause) => clause.map(wordAt)),
    barred.map(wordAt),
    matched.map((number) => samplerOf(patterns[number])),
    unmatched.length > 0,
  )) {
    if (fits(text)) return { text };
    if (++tries > TRIES) return undefined;
    if (undecided > MAX_UNDECIDED) break;
    if (tries !== PLAIN_TRIES) continue;
    const told = asked();
    if (told !== undefined) return told;
  }
  return tries < PLAIN_TRIES ? asked() : undefined;

  function asked(): BuiltText {
    // No text has no words and matches nothing.
    if (clauses.length === 0 && matched.length === 0) return { text: null };
    const text = shortest(state, fits);
    if (text === null) return "none";
    return text === undefined ? undefined : { text };
  }
}

/** Between words: none of letters first, and enough that one of them makes no phrase that must not be there. */
const JOINTS = [" ", ", ", "\n", " - ", " / ", " ; ", " · ", " _ ", " 7 ", " q ", ""] as const;

function* candidates(
  clauses: readonly (readonly Word[])[],
  barred: readonly Word[],
  samplers: readonly Sampler[],
  isDisguised: boolean,
): Generator<string> {
  if (clauses.length === 0 && samplers.length === 0) {
    yield* ["Hola", "ok", "7", "", "?", "\n", "q", "é", "\u200b"];
    return;
  }
  const disguises = isDisguised ? DISGUISES : DISGUISES.slice(0, 1);
  if (samplers.length === 0) {
    for (const disguise of disguises) for (const text of wordTexts(clauses, barred)) yield disguise(text);
    if (!isDisguised) return;
    for (const text of [...wordTexts(clauses, barred)].slice(0, 3))
      for (const more of ["7", "q", "Q", "?", "_"]) yield* [`${text} ${more}`, `${more} ${text}`];
    return;
  }
  const fillers = clauses.length === 0 ? [""] : [...wordTexts(clauses, barred)].slice(0, 4);
  for (let variant = 0; variant < 60; variant++) {
    for (const filler of fillers) yield* aroundSamples(samplers, filler, variant);
    if (variant === 0) {
      const mixed = samplers.map((sampler) => sampler.sample(0, "", true));
      for (const filler of fillers) yield [...mixed, filler].join(" ").trim();
    }
    // The first of them together hold most of what there is: then other spellings are likelier.
    if (variant !== 1 || clauses.length === 0) continue;
    for (const disguise of DISGUISES.slice(1)) {
      for (const filler of fillers.slice(0, 2)) yield* aroundSamples(samplers, disguise(filler), 0);
    }
  }
}

/** Texts of one word of each list, in one order, with something between them. */
function* wordTexts(clauses: readonly (readonly Word[])[], barred: readonly Word[]): Generator<string> {
  const isClean = (text: string) => {
    const folded = fold(text);
    return !barred.some((word) => hasWord(folded, word.text, word.mode));
  };
  for (let turn = 0; turn < 4; turn++) {
    const pieces = clauses.map((clause) => {
      const forms = clause.flatMap(formsOf);
      const clean = forms.filter(isClean);
      return clean[turn % Math.max(1, clean.length)] ?? forms[0] ?? "";
    });
    const distinct = [...new Set(pieces)];
    for (const joint of JOINTS) {
      const text = distinct.join(joint);
      if (isClean(text)) yield text;
    }
  }
}

/** A word as it may stand in a text: where anything may touch it, also with something that does. */
function formsOf({ mode, text, written }: Word): string[] {
  const plain = fold(written) === text ? [written, text] : [text];
  return mode === "word"
    ? plain
    : plain.flatMap((form) => [form, `${form}q`, `q${form}`, `q${form}q`, `7${form}7`]);
}

function* aroundSamples(samplers: readonly Sampler[], filler: string, variant: number): Generator<string> {
  const stuffed = samplers.map((sampler) => sampler.sample(variant, filler));
  const plain = samplers.map((sampler) => sampler.sample(variant, ""));
  yield* stuffed;
  const parts = filler === "" ? plain : [...plain, filler];
  for (const order of orders(parts)) {
    for (const joint of JOINTS.slice(0, variant === 0 ? JOINTS.length : 3)) yield order.join(joint);
  }
  // One in another: the first holds the rest where it may hold anything.
  for (const [at, sampler] of samplers.entries()) {
    const others = [...plain.filter((_, other) => other !== at), filler].filter((part) => part !== "");
    if (others.length > 1) yield sampler.sample(variant, others.join(" "));
  }
  const whole = plain.join(" ");
  // A tilde behind a character that is not seen makes an ñ of an n for who folds, not for who matches.
  yield whole.replace(/n/gi, (letter) => `${letter}\u200b\u0303`);
  for (const edge of ["é", "_", "\n", "q", "7"]) yield* [edge + whole, whole + edge, edge + whole + edge];
}

/** A few orders: forwards, backwards, and each part in front. */
function orders(parts: readonly string[]): string[][] {
  const fronts = parts.slice(1).map((part, at) => [part, ...parts.slice(0, at + 1), ...parts.slice(at + 2)]);
  return parts.length < 2 ? [[...parts]] : [[...parts], [...parts].reverse(), ...fronts];
}

/** Other spellings that fold to the same: for words that must be there in a text that a pattern must not match. */
const DISGUISES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.replace(/[aeiou]/giu, (vowel) => `${vowel}\u0301`).normalize("NFC"),
  (text) => text.replace(/[!-~]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  (text) => [...text].join("\u200b"),
  (text) => `\n${text}\n`,
  (text) => `¡${text}!`,
];

function regexOf({ pattern = "", flags = "" }: Partial<PatternAtom> = {}): CompiledRegex {
  return boundedEngine.compile(pattern, flags);
}

function samplerOf({ pattern = "", flags = "" }: Partial<PatternAtom> = {}): Sampler {
  return createSampler(pattern, flags);
}
