import type { Meter } from "./budget.ts";
import { type Alphabet, OUTSIDE, type Reading } from "./classes.ts";
import { buildNfa } from "./nfa.ts";
import { type Look, type Node, type Pattern, type Reference, some } from "./tree.ts";

/** What each state passed costs, so that a step here takes no longer than elsewhere. */
const STEP = 2;

/** Searches with exact captures, one step at a time. */
export interface Backtracker {
  /** Whether a match starts before a symbol of which the atom `starts` holds. Undefined: the allowance is spent. */
  search(text: Reading, characters: string, starts: number, meter: Meter): boolean | undefined;
}

/**
 * Makes the matcher for patterns with references, which no automaton of bounded size can run: ECMAScript's own
 * backtracking (§22.2.2), iterative, so that a long text cannot exhaust the stack. `known` are the look-arounds
 * decided for every position, as atoms; those with captures are decided anew.
 */
export function makeBacktracker(
  { root, names, unicode }: Pattern,
  alphabet: Alphabet,
  known: ReadonlyMap<Node, number>,
): Backtracker {
  const looks = new Map([...known].filter(([look]) => !some(look, captures)));
  const { states, start, slots } = buildNfa(root, { reversed: false, looks, groups: names.length });

  function search(text: Reading, characters: string, starts: number, meter: Meter): boolean | undefined {
    const { symbols, length: end } = text;
    const codes = unicode ? Array.from(characters, (character) => character.codePointAt(0)) : undefined;
    const slot = new Array<number>(slots).fill(-1);
    /** Pairs: what to try instead (state, position), or what to restore (-1 - slot, value). */
    const trail: number[] = [];

    for (let p = 0; p <= end; p++) {
      if (alphabet.answers(symbols[p + 1] ?? OUTSIDE)[starts] !== 1) continue;
      if (run(start, p, 1)) return true;
      if (meter.left < 0) return undefined;
    }
    return false;

    function run(from: number, at: number, direction: number): boolean {
      const base = trail.length;
      let id = from;
      let p = at;
      for (;;) {
        const state = states[id];
        meter.left -= STEP;
        if (meter.left < 0 || state === undefined) return false;
        let fails = false;
        const { does, next, other } = state;
        switch (does.kind) {
          case "accept":
            forgetChoices(base);
            return true;
          case "char":
            fails = alphabet.answers(symbols[direction > 0 ? p + 1 : p] ?? OUTSIDE)[does.atom] !== 1;
            p += direction;
            break;
          case "fork":
            trail.push(other, p);
            break;
          case "save":
            set(does.slot, p);
            break;
          case "clear":
            for (let i = does.slot; i < does.end; i++) if (slot[i] !== -1) set(i, -1);
            break;
          case "moved":
            fails = slot[does.slot] === p;
            break;
          case "assert":
            fails = !alphabet.holds(does, symbols[p] ?? OUTSIDE, symbols[p + 1] ?? OUTSIDE);
            break;
          case "look":
            fails = !sees(does, other, p);
            break;
          case "reference": {
            const length = recalled(does, p, direction);
            fails = length < 0;
            p += direction * length;
          }
        }
        if (!fails) {
          id = next;
          continue;
        }
        if (!undo(base)) return false;
        p = trail.pop() ?? 0;
        id = trail.pop() ?? 0;
      }
    }

    function set(index: number, value: number): void {
      trail.push(-1 - index, slot[index] ?? -1);
      slot[index] = value;
    }

    /** Undoes what was done since the last choice after `base`; whether there is one, now last in the trail. */
    function undo(base: number): boolean {
      while (trail.length > base) {
        const what = trail[trail.length - 2] ?? 0;
        if (what >= 0) return true;
        slot[-1 - what] = trail.pop() ?? -1;
        trail.pop();
      }
      return false;
    }

    /** A look-around that has succeeded is not tried another way, but its captures are undone with the rest. */
    function forgetChoices(base: number): void {
      let kept = base;
      for (let i = base; i < trail.length; i += 2) {
        const what = trail[i] ?? 0;
        if (what >= 0) continue;
        trail[kept++] = what;
        trail[kept++] = trail[i + 1] ?? 0;
      }
      trail.length = kept;
    }

    function sees(look: Look, inner: number, p: number): boolean {
      const base = trail.length;
      const found = run(inner, p, look.ahead ? 1 : -1);
      if (look.negated) undo(base);
      return found !== look.negated;
    }

    function sameCharacter(p: number, q: number, { ignoreCase }: Reference): boolean {
      const [a, b] = codes ? [codes[p], codes[q]] : [characters.charCodeAt(p), characters.charCodeAt(q)];
      return a === b || (ignoreCase && alphabet.same(a ?? 0, b ?? 0, true));
    }

    /** How many characters the reference passes over; -1 if it does not match here. */
    function recalled(node: Reference, p: number, direction: number): number {
      for (const index of node.groups) {
        const first = slot[2 * index] ?? -1;
        const last = slot[2 * index + 1] ?? -1;
        if (first < 0 || last < 0) continue;
        const length = last - first;
        const from = direction > 0 ? p : p - length;
        if (from < 0 || from + length > end) return -1;
        let i = 0;
        while (i < length && sameCharacter(first + i, from + i, node)) i++;
        // Comparing is quicker than other steps.
        meter.left -= i >> 2;
        return i < length ? -1 : length;
      }
      return 0;
    }
  }

  return { search };
}

function captures(node: Node): boolean {
  return node.kind === "group" || node.kind === "reference";
}
