/** The rules of a set as rows of numbers, one after the other, for the loop that decides which of them fire. */
import { cheapestFirst, FALSE, idOf, type Node, TRUE, testNode, UNKNOWN } from "../conditions/node.ts";
import { testRoot } from "../conditions/root.ts";
import type { Facts } from "../facts.ts";
import type { Verdict } from "../verdict.ts";
import type { Indexed } from "./ruleIndex.ts";

/** The verdicts of the rules of a set: what `testRoot` says of their roots. */
export interface Rows {
  /** The verdict of the rule at a place, on facts whose trigger has this number. */
  verdict(place: number, trigger: number, facts: Facts): Verdict;
  /** The number of the facts' trigger. */
  triggerOf(facts: Facts): number;
}

/** What decides a row: a condition that is false, one that is true, or the root itself is asked. */
const [BY_FALSE, BY_TRUE, BY_ROOT] = [FALSE, TRUE, 2];
const NO_TRIGGER = -1;

/**
 * Rows instead of the rules themselves, which are scattered over the memory: of ten thousand rules an event concerns
 * eighty or so, and fetching each with its root, its nodes and their leaves took longer than testing them.
 */
export function rowsOf(rules: readonly Indexed[]): Rows {
  const size = rules.reduce((most, { place }) => Math.max(most, place + 1), 0);
  const triggers = new Map<string, number>();
  const nodes: Node[] = [];
  const ids: number[] = [];
  const triggerAt = new Int32Array(size).fill(NO_TRIGGER);
  const decidedBy = new Uint8Array(size);
  const starts = new Int32Array(size);
  const ends = new Int32Array(size);
  const roots = new Map(rules.map(({ place, root }) => [place, root]));
  for (const { place, root } of rules) {
    const { trigger, operator } = root;
    const number = triggers.get(trigger) ?? triggers.size;
    triggers.set(trigger, number);
    triggerAt[place] = number;
    decidedBy[place] = operator === "and" ? BY_FALSE : operator === "not" ? BY_TRUE : BY_ROOT;
    starts[place] = ids.length;
    for (const node of cheapestFirst(root.nodes)) {
      const id = idOf(node);
      nodes[id] ??= node;
      ids.push(id);
    }
    ends[place] = ids.length;
  }
  const tests = Int32Array.from(ids);
  const ask = (id: number, facts: Facts): number => {
    const node = nodes[id];
    const verdict = node === undefined ? "unknown" : testNode(node, facts);
    return verdict === false ? FALSE : verdict === true ? TRUE : UNKNOWN;
  };
  return {
    triggerOf: ({ trigger }) => (trigger === null ? NO_TRIGGER : (triggers.get(trigger) ?? NO_TRIGGER)),
    verdict(place, trigger, facts) {
      const deciding = decidedBy[place] ?? BY_ROOT;
      if (deciding === BY_ROOT) {
        const root = roots.get(place);
        return root !== undefined && testRoot(root, facts);
      }
      if (triggerAt[place] !== trigger || trigger === NO_TRIGGER) return false;
      const { verdicts, stamp } = facts;
      const end = ends[place] ?? 0;
      let decided: Verdict = true;
      for (let at = starts[place] ?? 0; at < end; at++) {
        const id = tests[at] ?? 0;
        const known = (verdicts[id] ?? 0) - stamp;
        const verdict = known >= FALSE && known <= UNKNOWN ? known : ask(id, facts);
        if (verdict === deciding) return false;
        if (verdict === UNKNOWN) decided = "unknown";
      }
      return decided;
    },
  };
}
