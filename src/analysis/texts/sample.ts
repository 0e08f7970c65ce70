/** Texts that a regular expression is likely to match, from its parse tree. Likely only: they must be tried. */
import { parsePattern } from "../../text/regex/parse.ts";
import { type Atom, EMPTY, type Node, type Pattern } from "../../text/regex/tree.ts";

/** Makes texts for one pattern. */
export interface Sampler {
  /**
   * @param variant 0 for the plainest; others take other alternatives, characters and numbers of repetitions.
   * @param filler Text to be held where the pattern allows any, if it does; "" for none.
   * @param isMixed Whether characters of a class take turns.
   */
  sample(variant: number, filler: string, isMixed?: boolean): string;
}

/** Characters to stand for a class, the nicest first. */
const NICE = [..."aeolmnx10 A.-_@,:/+#ñéZ\n😀ç"];

/** Prepares a pattern that the evaluator takes. */
export function createSampler(source: string, flags: string): Sampler {
  const pattern = parsePattern(source, flags);
  const members = new Map<number, readonly string[]>();

  function membersOf(index: number): readonly string[] {
    const found = members.get(index) ?? membersOfAtom(pattern.atoms[index], pattern);
    members.set(index, found);
    return found;
  }

  return {
    sample(variant, filler, isMixed = false) {
      let rest = variant;
      let turn = 0;
      let held = filler;
      const captured = new Map<number, string>();

      function digit(base: number): number {
        const value = rest % base;
        rest = Math.floor(rest / base);
        return value;
      }

      function character(atom: number): string {
        const own = membersOf(atom);
        if (isMixed) return own[turn++ % Math.max(1, own.length)] ?? "";
        return own[own.length > 1 ? digit(Math.min(3, own.length)) : 0] ?? "";
      }

      function repeated(node: Extract<Node, { kind: "repeat" }>): string {
        const { item, min, max } = node;
        if (held !== "" && max === Number.POSITIVE_INFINITY && canHold(item, held)) {
          const text = held;
          held = "";
          return text.length < min ? text.padEnd(min, text) : text;
        }
        const times = Math.min(max, min + digit(3));
        let text = "";
        for (let count = 0; count < times && text.length < 2000; count++) text += written(item);
        return text;
      }

      function canHold(item: Node, text: string): boolean {
        if (item.kind === "group") return canHold(item.item, text);
        const atom = item.kind === "char" ? pattern.atoms[item.atom] : undefined;
        return atom !== undefined && [...text].every((each) => isMember(atom, each));
      }

      /** The character that a look-around for one sees. */
      function seen({ what, negated, atom }: Extract<Node, { kind: "assert" }>): string {
        const { beyond = true, length = 1 } = pattern.atoms[atom] ?? {};
        return negated || beyond || length > 1 || what === "edge" ? "" : character(atom);
      }

      function written(node: Node): string {
        switch (node.kind) {
          case "char":
            return character(node.atom);
          case "sequence":
            return node.items.map(written).join("");
          case "choice":
            return written(node.items[digit(node.items.length)] ?? EMPTY);
          case "group": {
            const text = written(node.item);
            captured.set(node.index, text);
            return text;
          }
          case "repeat":
            return repeated(node);
          case "look":
            return node.negated ? "" : written(node.item);
          case "reference":
            return node.groups.map((group) => captured.get(group) ?? "").join("");
          case "assert":
            return seen(node);
        }
      }

      return written(pattern.root);
    },
  };
}

function membersOfAtom(atom: Atom | undefined, { unicode }: Pattern): readonly string[] {
  if (atom === undefined) return [];
  if (atom.literal >= 0) return [String.fromCodePoint(atom.literal)];
  const nice = NICE.filter((each) => (unicode || each.length === 1) && isMember(atom, each));
  if (nice.length > 0) return nice;
  for (let code = 0; code < 0x10000; code++) {
    if (isMember(atom, String.fromCharCode(code))) return [String.fromCharCode(code)];
  }
  return [];
}

/** Whether a class has a character, as the host's own engine has it. */
function isMember({ source, flags, literal }: Atom, character: string): boolean {
  if (literal >= 0 && !flags.includes("i")) return character.codePointAt(0) === literal;
  return new RegExp(`^(?:${source})$`, flags).test(character);
}

/**
 * Runs of ASCII letters and digits that stand in every match, in upper or lower case, and that folding leaves as they
 * are: but for a last n, which a tilde behind an invisible character would make an ñ.
 */
export function requiredRuns(source: string, flags: string): string[] {
  const { root, atoms } = parsePattern(source, flags);
  const runs: string[] = [];
  let run = "";
  const end = () => {
    const kept = run.toLowerCase().replace(/n+$/, "");
    if (kept !== "") runs.push(kept);
    run = "";
  };
  const visit = (node: Node): void => {
    if (node.kind === "char") {
      const { literal = -1 } = atoms[node.atom] ?? {};
      const letter = literal >= 0 ? String.fromCodePoint(literal) : "";
      if (/^[0-9A-Za-z]$/.test(letter)) run += letter;
      else end();
    } else if (node.kind === "sequence") node.items.forEach(visit);
    else if (node.kind === "group") visit(node.item);
    else if (node.kind === "repeat") {
      end();
      if (node.min > 0) visit(node.item);
      end();
    } else if (node.kind !== "assert") end();
  };
  visit(root);
  end();
  return runs;
}

/** Whether the pattern is nothing but ASCII letters and digits, so that each text that has them matches. */
export function isPlainRun(source: string): boolean {
  return /^[0-9A-Za-z]+$/.test(source);
}
