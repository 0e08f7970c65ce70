import type { Atom } from "./tree.ts";

/** What can be told of the characters of atoms without trying them all; "no" may also mean "not known". */
export interface Sets {
  /** Whether no character is of both atoms. */
  disjoint(a: number, b: number): boolean;
  /** Whether every character of `a` is of `b`. */
  within(a: number, b: number): boolean;
}

/** The first 128 characters, and the two others that have one of them as another case. */
const SAMPLE = `${String.fromCharCode(...Array(128).keys())}\u017f\u212a`;
/** Classes written so that they hold none but characters of SAMPLE. */
const SMALL = /^(?:\\[dw]|\[(?!\^)(?:[ -Z_-~]|\\[\^\]\\/.*+?$(){}|\-dwtnr])*\])$/;

/** Compares the atoms of a pattern by asking the host about single characters. */
export function makeSets(atoms: readonly Atom[]): Sets {
  const members = new Map<number, string>();

  function among(index: number): string {
    const found = members.get(index) ?? SAMPLE.match(hostSet(index, "", "g"))?.join("") ?? "";
    members.set(index, found);
    return found;
  }

  function hostSet(index: number, around: string, more: string): RegExp {
    const { source = "[]", flags = "" } = atoms[index] ?? {};
    return new RegExp(around === "" ? source : `^(?:${source})${around}`, flags + more);
  }

  function small(index: number): boolean {
    const atom = atoms[index];
    return atom !== undefined && (atom.literal < 0 ? SMALL.test(atom.source) : atom.literal < 128);
  }

  function holds(index: number, literal: number): boolean {
    return hostSet(index, "$", "").test(String.fromCodePoint(literal));
  }

  return {
    disjoint(a, b) {
      // A set is closed under case if its flags say so, so one case of a literal answers for all.
      const [one, other] = [atoms[a]?.literal ?? -1, atoms[b]?.literal ?? -1];
      if (one >= 0) return !holds(b, one);
      if (other >= 0) return !holds(a, other);
      if (!small(a) && !small(b)) return false;
      const [small_, large] = [among(a), among(b)];
      return [...small_].every((character) => !large.includes(character));
    },
    within(a, b) {
      return a === b || (small(a) && hostSet(b, "*$", "").test(among(a)));
    },
  };
}
