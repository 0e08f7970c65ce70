/** Text under construction, each piece of it with the part of the rule that it came from. */

/** What a piece of a sentence is. */
export type Role = "text" | "trigger" | "operator" | "condition" | "value" | "action" | "stop" | "switch";

/** A piece. Until it is placed, its path begins at the part of the rule that the phrase is about. */
export interface Piece {
  readonly text: string;
  readonly role?: Role | undefined;
  readonly path?: readonly (string | number)[] | undefined;
}

/** Pieces in order. Their texts joined are what is read. */
export type Phrase = readonly Piece[];

/** A phrase from a template: text, and phrases or texts in it. */
export function phrase(texts: TemplateStringsArray, ...parts: readonly (string | Phrase)[]): Phrase {
  return texts.flatMap((text, at) => [...phraseOf(text), ...phraseOf(parts[at] ?? "")]);
}

/** A value of the rule as it is read, with its place in what the phrase is about. */
export function value(text: string, ...path: readonly (string | number)[]): Phrase {
  return [{ text, role: "value", path }];
}

/** A phrase that came from a part of the rule: pieces that know their place in that part keep it. */
export function placed(pieces: Phrase, role: Role, path: readonly (string | number)[]): Phrase {
  return pieces.map((piece) => ({
    text: piece.text,
    role: piece.role ?? role,
    path: [...path, ...(piece.path ?? [])],
  }));
}

/** Phrases with text between them. */
export function joined(phrases: readonly Phrase[], between: (at: number) => Phrase): Phrase {
  return phrases.flatMap((each, at) => (at === 0 ? each : [...between(at), ...each]));
}

/** What is read. */
export function textOf(pieces: Phrase): string {
  return pieces.map(({ text }) => text).join("");
}

/** With a capital first letter. */
export function capitalized(pieces: Phrase): Phrase {
  const [first, ...rest] = pieces;
  if (first === undefined) return pieces;
  const [letter = "", ...letters] = first.text;
  return [{ ...first, text: letter.toUpperCase() + letters.join("") }, ...rest];
}

function phraseOf(part: string | Phrase): Phrase {
  if (typeof part !== "string") return part;
  return part === "" ? [] : [{ text: part }];
}
