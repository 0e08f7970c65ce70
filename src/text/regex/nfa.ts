import { tooMany } from "./errors.ts";
import { children, type Look, type Node, nullable, type Repeat } from "./tree.ts";

/** How many states a pattern may have once its counted repetitions are written out. */
export const MAX_STATES = 10_000;

/**
 * What a state does besides what parts of a pattern do:
 * - `accept`: a match ends here; `fork`: leads on freely.
 *
 * Only where captures are built (see backtrack.ts):
 * - `save`: notes the position in a slot; `clear`: empties the slots from `slot` up to `end`;
 * - `moved`: leads on if the position is not that in the slot.
 */
type Action =
  | { readonly kind: "accept" | "fork" }
  | { readonly kind: "save" | "moved"; readonly slot: number }
  | { readonly kind: "clear"; readonly slot: number; readonly end: number };

/**
 * One state of an automaton. It leads to `next` where `does` allows, and a fork also, second in order of preference,
 * to `other`. A look-around that is left, where captures are built, has its own first state in `other`.
 */
export interface State {
  readonly does: Extract<Node, { kind: "char" | "assert" | "look" | "reference" }> | Action;
  next: number;
  other: number;
}

const FORK: Action = { kind: "fork" };

/** A nondeterministic automaton without empty loops of its own making: `states[0]` accepts. */
export interface Nfa {
  readonly states: readonly State[];
  readonly start: number;
  /** How many slots its `save` states use. */
  readonly slots: number;
}

/** How to build an automaton. */
export interface NfaOptions {
  /** Reads the text from right to left. Assertions still tell left from right. */
  readonly reversed: boolean;
  /** The look-arounds known for every position, each as the atom that holds of what follows where it succeeds. */
  readonly looks: ReadonlyMap<Node, number>;
  /** The number of groups whose captures are kept, exactly; 0 for none. Then not all look-arounds need be known. */
  readonly groups: number;
}

/** Thompson's construction, from the end to the start: each part is built knowing what follows it. */
export function buildNfa(root: Node, options: NfaOptions): Nfa {
  const { looks, groups: captures } = options;
  const states: State[] = [];
  let slots = captures > 0 ? 2 * (captures + 1) : 0;
  const accept = add({ kind: "accept" }, 0);

  function add(does: State["does"], next: number, other = 0): number {
    return states.push({ does, next, other }) - 1;
  }

  function build(node: Node, reversed: boolean, next: number): number {
    switch (node.kind) {
      case "sequence":
        return reversed
          ? node.items.reduce((then, item) => build(item, reversed, then), next)
          : node.items.reduceRight((then, item) => build(item, reversed, then), next);
      case "choice":
        return node.items
          .map((item) => build(item, reversed, next))
          .reduceRight((rest, item) => fork(item, rest));
      case "group":
        return group(node.index, node.item, reversed, next);
      case "repeat":
        return repeat(node, reversed, next);
      case "look":
        return look(node, next);
      default:
        return add(node, next);
    }
  }

  function fork(preferred: number, other: number): number {
    return preferred === other ? other : add(FORK, preferred, other);
  }

  function look(node: Look, next: number): number {
    const atom = looks.get(node);
    if (atom === undefined) return add(node, next, build(node.item, !node.ahead, accept));
    return add({ kind: "assert", what: "after", negated: node.negated, atom }, next);
  }

  function group(index: number, item: Node, reversed: boolean, next: number): number {
    if (captures === 0) return build(item, reversed, next);
    const last = add({ kind: "save", slot: 2 * index + Number(!reversed) }, next);
    return add({ kind: "save", slot: 2 * index + Number(reversed) }, build(item, reversed, last));
  }

  function repeat({ item, min, max, lazy }: Repeat, reversed: boolean, next: number): number {
    // An iteration beyond the least number must consume something (§22.2.2.3.1); only captures can tell.
    const slot = captures > 0 && nullable(item) ? slots++ : -1;
    const groups = captures > 0 ? groupsIn(item) : [];
    const save = (then: number) => (slot < 0 ? then : add({ kind: "save", slot }, then));
    const moved = (then: number) => (slot < 0 ? then : add({ kind: "moved", slot }, then));
    const clear = (first: number, end: number, then: number) =>
      add({ kind: "clear", slot: first, end }, then);
    const body = (then: number) => {
      const inner = build(item, reversed, then);
      if (groups.length === 0) return inner;
      return clear(2 * Math.min(...groups), 2 * Math.max(...groups) + 2, inner);
    };
    let entry = next;
    let copies = min;
    if (max === Infinity) {
      // One body serves the first iteration and all others: the first, if required, finds an empty slot.
      const loop = states.length;
      const state = { does: FORK, next, other: next };
      states.push(state);
      const inner = body(moved(loop));
      const again = save(inner);
      if (lazy) state.other = again;
      else state.next = again;
      entry = loop;
      if (min > 0) {
        entry = slot < 0 ? inner : clear(slot, slot + 1, inner);
        copies = min - 1;
      }
    } else {
      for (let i = min; i < max; i++) {
        const more = save(body(moved(entry)));
        entry = lazy ? fork(next, more) : fork(more, next);
      }
    }
    for (let i = 0; i < copies; i++) entry = body(entry);
    return entry;
  }

  const start = build(root, options.reversed, accept);
  return { states, start, slots };
}

/**
 * How many states `buildNfa` makes of `node` without captures, at the most.
 * @throws a RegexError `regex/tooLarge` at the repetition that makes them more than MAX_STATES.
 */
export function countStates(node: Node): number {
  const inside = children(node).reduce((sum, child) => sum + countStates(child), 0);
  if (node.kind === "sequence" || node.kind === "group") return inside;
  if (node.kind === "choice") return inside + node.items.length;
  if (node.kind !== "repeat") return inside + 1;
  const { min, max } = node;
  const states = max === Infinity ? inside * Math.max(1, min) + 1 : inside * max + max - min;
  if (states > MAX_STATES) throw tooMany(MAX_STATES, "states", node.at);
  return states;
}

function groupsIn(node: Node): number[] {
  const inside = children(node).flatMap(groupsIn);
  return node.kind === "group" ? [node.index, ...inside] : inside;
}
