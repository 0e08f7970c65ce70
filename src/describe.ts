import type { Path } from "./conditions/tree.ts";
import { type Phrase, type Role, textOf } from "./language/phrase.ts";
import type { Rule } from "./rule.ts";
import type { DescribeOptions } from "./sentences/names.ts";
import { ruleSentence } from "./sentences/rule.ts";

/** A piece of a sentence, and what an editor needs to link it to the rule. */
export interface Token {
  /** The texts of all tokens, joined, are the sentence. */
  text: string;
  /**
   * What it is: the trigger, an operator, (part of) a condition or an action, a value in one of them, the rule's
   * `stop`, a switch that is off, or text that only holds the others together.
   */
  role: Role;
  /** From the rule to the part it came from, as `["conditions", 0, "is", 1]`. Absent on text. */
  path?: Path;
}

/**
 * The rule as one sentence that an administrator can read back, with names instead of ids (docs/describe.md).
 * Total for every rule that `Rule` lets through, whatever it refers to. Holds no secret.
 */
export function describe(rule: Rule, options: DescribeOptions): string {
  return textOf(ruleSentence(rule, options));
}

/** The same sentence in pieces, each with the part of the rule that it came from. */
export function describeTokens(rule: Rule, options: DescribeOptions): Token[] {
  return merged(ruleSentence(rule, options)).map(({ text, role = "text", path }) =>
    path === undefined ? { text, role } : { text, role, path: [...path] },
  );
}

/** Neighbours that came from the same part are one. */
function merged(pieces: Phrase): Phrase {
  const result: { text: string; role?: Role | undefined; path?: readonly (string | number)[] | undefined }[] =
    [];
  for (const { text, role, path } of pieces) {
    const last = result.at(-1);
    if (last !== undefined && last.role === role && isSame(last.path, path)) last.text += text;
    else result.push({ text, role, path });
  }
  return result;
}

function isSame(one: Phrase[number]["path"], other: Phrase[number]["path"]): boolean {
  return one?.length === other?.length && (one ?? []).every((key, at) => key === other?.[at]);
}
