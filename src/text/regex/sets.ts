import type { Atom } from "./tree.ts";

/** The first 128 characters, and the two others that have one of them as another case. */
const SAMPLE = `${String.fromCharCode(...Array(128).keys())}\u017f\u212a`;
/** Classes written so that they hold none but characters of SAMPLE. */
const SMALL = /^(?:\\[dw]|\[(?!\^)(?:[ -Z_-~]|\\[\^\]\\/.*+?$(){}|\-dwtnr])*\])$/;

/** Whether no character is of both atoms, as the host tells; `false` may also mean "not known". */
export function disjoint(one: Atom, other: Atom): boolean {
  // A set is closed under case if its flags say so, so one case of a literal answers for all.
  if (one.literal >= 0) return !matches(other).test(String.fromCodePoint(one.literal));
  if (other.literal >= 0) return disjoint(other, one);
  if (!SMALL.test(one.source) && !SMALL.test(other.source)) return false;
  const among = SAMPLE.match(new RegExp(one.source, `${one.flags}g`)) ?? [];
  return !among.some((character) => matches(other).test(character));
}

function matches({ source, flags }: Atom): RegExp {
  return new RegExp(`^(?:${source})$`, flags);
}
