import { regexError } from "./errors.ts";
import { type Assert, children, type Look, type Node, nullable, type Reference, type Repeat } from "./tree.ts";

/** How many states a pattern may have once its counted repetitions are written out. */
export const MAX_STATES = 10_000;

/**
 * One state of an automaton. It leads to `next` (a fork also, and second in order of preference, to `other`):
 * - `char`: over one character of atom `arg`; `accept`: nowhere, a match ends here; `fork`: freely;
 * - `assert`: where `node` holds.
 *
 * Only where captures are built (see backtrack.ts):
 * - `look`: where `node` holds; `other` is the first state of what it looks for;
 * - `save`: noting the position in slot `arg`; `clear`: emptying the slots from `arg` up to `other`;
 * - `moved`: if the position is not that in slot `arg`; `reference`: over what the group of `node` matched.
 */
export interface State {
  readonly kind: "char" | "accept" | "fork" | "assert" | "look" | "save" | "clear" | "moved" | "reference";
  readonly arg: number;
  next: number;
  other: number;
  readonly node: Assert | Look | Reference | undefined;
}

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
  const accept = add("accept", 0, 0);

  function add(kind: State["kind"], arg: number, next: number, other = 0, node?: State["node"]): number {
    return states.push({ kind, arg, next, other, node }) - 1;
  }

  function build(node: Node, reversed: boolean, next: number): number {
    switch (node.kind) {
      case "char":
        return add("char", node.atom, next);
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
      case "assert":
        return add("assert", 0, next, 0, node);
      case "look":
        return look(node, next);
      case "reference":
        return add("reference", Number(reversed), next, 0, node);
    }
  }

  function fork(preferred: number, other: number): number {
    return preferred === other ? other : add("fork", 0, preferred, other);
  }

  function look(node: Look, next: number): number {
    const atom = looks.get(node);
    if (atom === undefined) return add("look", 0, next, build(node.item, !node.ahead, accept), node);
    return add("assert", 0, next, 0, { kind: "assert", what: "after", negated: node.negated, atom });
  }

  function group(index: number, item: Node, reversed: boolean, next: number): number {
    if (captures === 0) return build(item, reversed, next);
    const [first, last] = reversed ? [1, 0] : [0, 1];
    return add("save", 2 * index + first, build(item, reversed, add("save", 2 * index + last, next)));
  }

  function repeat({ item, min, max, lazy }: Repeat, reversed: boolean, next: number): number {
    // An iteration beyond the least number must consume something (§22.2.2.3.1); only captures can tell.
    const mark = captures > 0 && nullable(item) ? slots++ : -1;
    const groups = captures > 0 ? groupsIn(item) : [];
    const prefer = (more: number, exit: number) => (lazy ? fork(exit, more) : fork(more, exit));
    const body = (then: number) => {
      const inner = build(item, reversed, then);
      return groups.length === 0
        ? inner
        : add("clear", 2 * Math.min(...groups), inner, 2 * Math.max(...groups) + 2);
    };
    const optional = (then: number) =>
      mark < 0 ? body(then) : add("save", mark, body(add("moved", mark, then)));
    let entry = next;
    let copies = min;
    if (max === Infinity) {
      const loop = add("fork", 0, next, next);
      const state = states[loop];
      // One body serves the first iteration and all others: the first, if required, finds an empty mark.
      const inner = body(mark < 0 ? loop : add("moved", mark, loop));
      const again = mark < 0 ? inner : add("save", mark, inner);
      if (state) {
        state.next = lazy ? next : again;
        state.other = lazy ? again : next;
      }
      entry = loop;
      if (min > 0) {
        entry = mark < 0 ? inner : add("clear", mark, inner, mark + 1);
        copies = min - 1;
      }
    } else {
      for (let i = min; i < max; i++) entry = prefer(optional(entry), next);
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
  switch (node.kind) {
    case "sequence":
    case "choice":
      return node.items.reduce(
        (sum, item) => sum + countStates(item),
        node.kind === "choice" ? node.items.length : 0,
      );
    case "group":
      return countStates(node.item);
    case "look":
      return 1 + countStates(node.item);
    case "repeat": {
      const endless = node.max === Infinity;
      const copies = endless ? Math.max(1, node.min) : node.max;
      const states = countStates(node.item) * copies + (endless ? 1 : node.max - node.min);
      if (states <= MAX_STATES) return states;
      throw regexError(
        "regex/tooLarge",
        `pattern has more than ${MAX_STATES} states when written out`,
        node.at,
      );
    }
    default:
      return 1;
  }
}

function groupsIn(node: Node): number[] {
  const inside = children(node).flatMap(groupsIn);
  return node.kind === "group" ? [node.index, ...inside] : inside;
}
