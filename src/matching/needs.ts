/** What must hold of an event for a condition not to be false, in terms that an index can look up. */
import type { Gate } from "../conditions/leaf.ts";
import type { Node } from "../conditions/node.ts";
import type { SharedLeaf } from "../model.ts";

/** A key that the event has, or whose source is not known; or a leaf whose verdict is not the opposite of `wanted`. */
export type Way = Gate | { readonly leaf: SharedLeaf; readonly wanted: boolean };

/** At least one of these must hold. None at all: the condition is always false. */
export type Need = readonly Way[];

/** A need of more ways than this is worth no lookup. */
const MAX_WAYS = 64;

/** The needs of a condition for its verdict not to be the opposite of `wanted`: each of them must be met. */
export function needsOf(condition: Node, wanted: boolean): Need[] {
  if (condition.nodes === undefined) {
    const { leaf } = condition;
    const { gates } = leaf;
    return wanted && gates !== undefined ? [gates] : [[{ leaf, wanted }]];
  }
  const { operator, nodes } = condition;
  // `not` is none of them: an `or` with the other answer.
  const wantedBelow = operator === "not" ? !wanted : wanted;
  const needsAll = (operator === "and") === wantedBelow;
  return needsAll ? nodes.flatMap((node) => needsOf(node, wantedBelow)) : needsOfAny(nodes, wantedBelow);
}

/** The needs of any of several nodes: one need of each, put together. */
export function needsOfAny(nodes: readonly Node[], wanted: boolean): Need[] {
  const ways: Way[] = [];
  for (const node of nodes) {
    const need = easiest(needsOf(node, wanted));
    if (need === undefined) return [];
    ways.push(...need);
  }
  return ways.length <= MAX_WAYS ? [ways] : [];
}

/** Of needs that must all be met, the one to look up when nothing is known of how often keys occur. */
function easiest(needs: readonly Need[]): Need | undefined {
  return needs.reduce<Need | undefined>(
    (best, need) => (best === undefined || effort(need) < effort(best) ? need : best),
    undefined,
  );
}

function effort(need: Need): number {
  return need.reduce((sum, way) => sum + ("leaf" in way ? 10 : 1), 0);
}
