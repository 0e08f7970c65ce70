/** All texts that a part of a pattern reads, where they are few. */
import type { Atom, Node, Pattern } from "../../text/regex/tree.ts";
import { isWithinUnits } from "./beyond.ts";

/** How many are few. */
export const MAX_TEXTS = 100;

type Texts = readonly string[] | undefined;

/** The texts that a node reads, if they are few, and it looks at nothing else and has none of these groups in it. */
export function fewTexts(node: Node, pattern: Pattern, without: ReadonlySet<number>): Texts {
  const each = (item: Node) => fewTexts(item, pattern, without);
  switch (node.kind) {
    case "char":
      return membersOf(pattern.atoms[node.atom], pattern.unicode);
    case "sequence":
      return node.items.map(each).reduce(followed, [""]);
    case "choice":
      return node.items.map(each).reduce(joined, []);
    case "group":
      return without.has(node.index) ? undefined : each(node.item);
    case "repeat": {
      if (node.max > MAX_TEXTS) return undefined;
      const once = each(node.item);
      let now = Array.from({ length: node.min }, () => once).reduce(followed, [""]);
      let all = now;
      for (let times = node.min; times < node.max; times++) {
        now = followed(now, once);
        all = joined(all, now);
      }
      return all;
    }
    default:
      return undefined;
  }
}

function followed(some: Texts, others: Texts): Texts {
  return some && others && few(some.flatMap((one) => others.map((other) => one + other)));
}

function joined(some: Texts, others: Texts): Texts {
  return some && others && few([...some, ...others]);
}

function few(texts: readonly string[]): Texts {
  const all = [...new Set(texts)];
  return all.length > MAX_TEXTS ? undefined : all;
}

/** The ASCII letters and digits of a class. */
export function plainMembers(atom: Atom | undefined): readonly string[] {
  if (atom === undefined) return [];
  const regex = new RegExp(`^(?:${atom.source})$`, atom.flags);
  return [..."0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"].filter((each) =>
    regex.test(each),
  );
}

function membersOf(atom: Atom | undefined, unicode: boolean): Texts {
  if (atom === undefined || (unicode && !isWithinUnits(atom))) return undefined;
  const { source, flags } = atom;
  const regex = new RegExp(`^(?:${source})$`, flags);
  const members: string[] = [];
  for (let code = 0; code < 0x10000 && members.length <= MAX_TEXTS; code++) {
    const unit = String.fromCharCode(code);
    if (regex.test(unit)) members.push(unit);
  }
  return few(members);
}
