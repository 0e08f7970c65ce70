/** Classes of characters of patterns that read code points, and what lies beyond the first 65,536. */
import type { Atom } from "../../text/regex/tree.ts";

/** Classes that are surely within: of ASCII characters, written plainly. Letter case adds nothing that is beyond. */
const WITHIN = /^(?:\\[dws]|\[(?!\^)[ -Z\]-~]*\])$/;

/** Whether a class surely has no character beyond the first 65,536, and no half of one. */
export function isWithinUnits({ source, literal }: Atom): boolean {
  return literal >= 0 ? literal < 0xd800 || (literal > 0xdfff && literal < 0x10000) : WITHIN.test(source);
}

/** Whether a class has a character beyond the first 65,536, or a half of one: asked of the host's own engine. */
export function mayBeBeyond(atom: Atom): boolean {
  if (isWithinUnits(atom)) return false;
  const key = `${atom.flags}/${atom.source}`;
  const found = answers.get(key) ?? new RegExp(atom.source, atom.flags).test(allBeyond());
  answers.set(key, found);
  return found;
}

const answers = new Map<string, boolean>();

/** Halves that make no character, and all characters of two. */
function allBeyond(): string {
  if (all === undefined) {
    const parts: string[] = [];
    for (let half = 0xdc00; half <= 0xdfff; half++) parts.push(String.fromCharCode(half));
    for (let half = 0xd800; half <= 0xdbff; half++) parts.push(String.fromCharCode(half));
    for (let code = 0x10000; code <= 0x10ffff; code++) parts.push(String.fromCodePoint(code));
    all = parts.join("");
  }
  return all;
}

/** Kept as long as the process, 4 MB: only patterns that read code points ask for it. */
let all: string | undefined;
