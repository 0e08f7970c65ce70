/** One character, asked of the host by writing `source` alone in a pattern (see classes.ts). */
export interface Atom {
  readonly source: string;
  /** Those of `i`, `s`, `u`, `v` that can change the answer. */
  readonly flags: string;
  /** The character an unescaped literal stands for; -1 for anything else. */
  readonly literal: number;
  /** Whether it also holds of what stands beyond either end of a text. */
  readonly beyond: boolean;
  /**
   * How many characters the question is about. More than one only for the strings of a `v` class, where the
   * atom is asked of the characters that start at a position and consumes none.
   */
  readonly length: number;
  /** Atoms that must hold of the first, the second and all further of several characters, or asking is needless. */
  readonly needs: readonly number[];
}

/** The index in `Pattern.atoms` of the atom that holds of no character, but beyond either end of a text. */
export const BEYOND = 0;

/**
 * An assertion about the characters around a position: that `atom` (an index in `Pattern.atoms`) holds of the one
 * before it (`^`), of the one after it (`$`), or of exactly one of the two (`\b`). A look-around for a single
 * character is of these kinds too, and so is any look-around once it is known where it holds.
 */
export interface Assert {
  readonly kind: "assert";
  readonly what: "before" | "after" | "edge";
  readonly negated: boolean;
  readonly atom: number;
}

/** `(?=…)`, `(?!…)`, `(?<=…)`, `(?<!…)`. */
export interface Look {
  readonly kind: "look";
  readonly ahead: boolean;
  readonly negated: boolean;
  readonly item: Node;
  readonly at: number;
}

/** `\1` or `\k<name>`; several groups where a name is used in several alternatives. */
export interface Reference {
  readonly kind: "reference";
  readonly groups: readonly number[];
  readonly ignoreCase: boolean;
  /** An atom that holds of every character. */
  readonly any: number;
}

/** `item` at least `min` and at most `max` (perhaps Infinity) times. If `item` consumes nothing, both are <= 1. */
export interface Repeat {
  readonly kind: "repeat";
  readonly item: Node;
  readonly min: number;
  readonly max: number;
  readonly lazy: boolean;
  readonly at: number;
}

/** What a pattern says. Every node knows its meaning without its surroundings: flags are resolved in the atoms. */
export type Node =
  | { readonly kind: "char"; readonly atom: number }
  | { readonly kind: "sequence"; readonly items: readonly Node[] }
  | { readonly kind: "choice"; readonly items: readonly Node[] }
  | { readonly kind: "group"; readonly index: number; readonly item: Node }
  | Repeat
  | Assert
  | Look
  | Reference;

/** A pattern, parsed. */
export interface Pattern {
  readonly root: Node;
  readonly atoms: readonly Atom[];
  /** The names of the capturing groups, where they have one; their indices start at 1. */
  readonly names: readonly (string | undefined)[];
  /** Whether text is read by code points (flags `u` and `v`) rather than by UTF-16 units. */
  readonly unicode: boolean;
  /** Whether flags change inside the pattern: `(?i:…)`. */
  readonly modifiers: boolean;
}

/** The node that matches nothing but the empty text, everywhere. */
export const EMPTY: Node = { kind: "sequence", items: [] };

/** The nodes directly inside `node`. */
export function children(node: Node): readonly Node[] {
  if ("items" in node) return node.items;
  return "item" in node ? [node.item] : [];
}

/** Whether `holds` is true of `node` or of any node inside it. */
export function some(node: Node, holds: (node: Node) => boolean): boolean {
  return holds(node) || children(node).some((child) => some(child, holds));
}

/** Whether `node` can match a text of one character or more. A look-around consumes nothing. */
export function consumes(node: Node): boolean {
  if (node.kind === "char" || node.kind === "reference") return true;
  return node.kind !== "look" && children(node).some(consumes);
}

/** Whether `node` can match the empty text. */
export function nullable(node: Node): boolean {
  if (node.kind === "char") return false;
  if (node.kind === "sequence") return node.items.every(nullable);
  if (node.kind === "choice") return node.items.some(nullable);
  if (node.kind === "group") return nullable(node.item);
  return node.kind !== "repeat" || node.min === 0 || nullable(node.item);
}

/** Whether `node` is `^` without the flag `m`. */
export function isStart(node: Node | undefined): boolean {
  return node?.kind === "assert" && node.what === "before" && node.atom === BEYOND;
}

/** Whether every match of `node` starts at the start of the text. */
export function anchored(node: Node): boolean {
  if (node.kind === "assert") return isStart(node);
  if (node.kind === "sequence") return node.items.slice(0, 1).some(anchored);
  if (node.kind === "choice") return node.items.every(anchored);
  if (node.kind === "group") return anchored(node.item);
  return node.kind === "repeat" && node.min > 0 && anchored(node.item);
}

/** The look-arounds of `root`, each after those inside it. */
export function looksOf(root: Node): Look[] {
  const inside = children(root).flatMap(looksOf);
  return root.kind === "look" ? [...inside, root] : inside;
}
