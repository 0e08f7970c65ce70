/**
 * Conditions as clauses. `not` reaches down to the leaves, which know how to be denied, except where it stands over an
 * `and`: then it is said of all of them at once. What is left are lists of "and" and "or", one in another.
 */
import type { LeafCondition } from "../conditions/index.ts";
import { phrasesOf } from "../conditions/phrases/index.ts";
import type { Condition, Operator, Path } from "../conditions/tree.ts";
import type { Locale } from "../language/define.ts";
import { joined, type Phrase, phrase, placed, textOf } from "../language/phrase.ts";
import type { Say } from "../language/say.ts";
import { wordings } from "./wording.ts";

/** What is to be read: a leaf as it is written, or several parts. `path` is that of the operator. */
export type Clause =
  | { readonly kind: "leaf"; readonly text: Phrase }
  | { readonly kind: "and" | "or" | "notAll"; readonly path: Path; readonly parts: readonly Clause[] };

/** How a leaf is written: when it is to hold, or not to hold. */
export type WriteLeaf = (leaf: LeafCondition, path: Path, wanted: boolean) => Phrase;

/** How leaves read in a rule's sentence. */
export function leafIn(locale: Locale, say: Say): WriteLeaf {
  return (leaf, path, wanted) => {
    const wording = phrasesOf(leaf)[locale];
    return placed(wanted ? wording.holds(leaf, say) : wording.fails(leaf, say), "condition", path);
  };
}

/** A condition that is to hold, or not to hold. */
export function clauseOf(condition: Condition, path: Path, wanted: boolean, write: WriteLeaf): Clause {
  if (condition.type !== "group") return { kind: "leaf", text: write(condition, path, wanted) };
  return clauseOfAll(condition.operator, condition.conditions, path, wanted, write);
}

/** The conditions of a rule or group at `path`, of which all, any or none are to hold; or not to. */
export function clauseOfAll(
  operator: Operator,
  conditions: readonly Condition[],
  path: Path,
  wanted: boolean,
  write: WriteLeaf,
): Clause {
  const parts = (wantedBelow: boolean) =>
    conditions.map((condition, at) => clauseOf(condition, [...path, "conditions", at], wantedBelow, write));
  const written: Path = [...path, "operator"];
  if (operator === "and" && !wanted && conditions.length > 1) {
    const all = list("and", written, parts(true));
    return all.kind === "and" ? { ...all, kind: "notAll" } : all;
  }
  const below = operator === "not" ? !wanted : wanted;
  const isAny = operator === (wanted ? "or" : "not");
  return list(isAny ? "or" : "and", written, parts(below));
}

/** A list of one is that one; a list in a list of its kind is part of it. */
function list(kind: "and" | "or", path: Path, parts: readonly Clause[]): Clause {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]));
  const [only] = flat;
  return flat.length === 1 && only !== undefined ? only : { kind, path, parts: flat };
}

/** Whether a leaf says "and", "or" or "nor" itself: then a comma tells that one from the one between leaves. */
function holdsList(text: Phrase): boolean {
  return text.some(({ text: words, role }) => role !== "value" && / (?:y|e|o|u|ni|and|or|nor) /.test(words));
}

/** How clauses are joined in one language. */
export interface Joiner {
  /** A clause that stands alone: "A y B", "A, o si B". */
  alone(clause: Clause): Phrase;
  /** A clause within something else: "(A y B)". */
  within(clause: Clause): Phrase;
}

/** The scheme of a language: alone no marks, "o bien … o bien …" beside others, parentheses below. */
export function joinerIn(locale: Locale, say: Say): Joiner {
  const words = wordings[locale];
  const operator = (text: string, path: Path) => placed(phrase`${text}`, "operator", path);

  const and = (parts: readonly Clause[], path: Path, write: (clause: Clause) => Phrase): Phrase => {
    const texts = parts.map(write);
    // Between lists each "and" is said: a comma alone could belong to either.
    const isPlain = parts.every(({ kind }) => kind === "leaf");
    return joined(texts, (at) => {
      const word = say.conjunction("and", textOf(texts[at] ?? []));
      // What follows alternatives without parentheses could be taken for part of the last.
      const isAfterOpen = write === beside && parts[at - 1]?.kind === "or";
      if (!isPlain) return operator(`, ${isAfterOpen ? words.andAlso : word} `, path);
      if (at < texts.length - 1) return operator(", ", path);
      return operator(texts.some(holdsList) ? `, ${word} ` : ` ${word} `, path);
    });
  };

  const beside = (clause: Clause): Phrase =>
    clause.kind === "or"
      ? [
          ...operator(words.either, clause.path),
          ...joined(clause.parts.map(within), () => operator(`, ${words.orElse}`, clause.path)),
        ]
      : within(clause);

  const or = (parts: readonly Clause[], path: Path): Phrase => {
    const texts = parts.map(within);
    return joined(texts, (at) => operator(`, ${say.conjunction("or", textOf(texts[at] ?? []))} `, path));
  };

  function within(clause: Clause): Phrase {
    if (clause.kind === "leaf") return clause.text;
    const { kind, path, parts } = clause;
    if (kind === "or") return phrase`(${or(parts, path)})`;
    const all = phrase`(${and(parts, path, within)})`;
    return kind === "and" ? all : [...operator(words.notAll, path), ...all];
  }

  return {
    alone(clause) {
      if (clause.kind === "and") return and(clause.parts, clause.path, beside);
      if (clause.kind !== "or") return within(clause);
      return joined(clause.parts.map(within), () => operator(`, ${words.orWhen}`, clause.path));
    },
    within,
  };
}

/** Clauses in a row, each once: "A, B y C". */
export function clausesInOne(clauses: readonly Phrase[], say: Say): string {
  const texts = [...new Set(clauses.map(textOf))];
  const needsComma = clauses.some(holdsList) || texts.some((text) => text.includes(", "));
  const between = (at: number): string => {
    if (at < texts.length - 1) return ", ";
    return `${needsComma ? "," : ""} ${say.conjunction("and", texts[at] ?? "")} `;
  };
  return texts.map((text, at) => (at === 0 ? text : `${between(at)}${text}`)).join("");
}
