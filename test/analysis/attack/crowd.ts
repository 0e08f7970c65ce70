/**
 * Every event of a small world at once. What a single condition comes to is asked of the reference evaluator, as a rule
 * of its own; what becomes of it under groups, operators and edges is written out here once more, a bit an event.
 */
import type { Condition, Rule, TicketEvent, Workspace } from "ticket-rules";
import { referenceOutcomes } from "ticket-rules/testing";

export type Leaf = Exclude<Condition, { type: "group" }>;
/** What of a rule decides when it fires; `before`: what its alternatives were before the event, if that is not the same. */
export type Firing = Pick<Rule, "trigger" | "operator" | "conditions"> & { before?: readonly Condition[] };
type Classification = NonNullable<TicketEvent["ticket"]["classification"]>;
type Changes = NonNullable<NonNullable<TicketEvent["changes"]>["classification"]>;

/** The values of each part of an event: its events are all their combinations. `undefined` is not supplied. */
export interface Parts {
  readonly type: string;
  readonly places: readonly { readonly account: string | null | undefined; readonly at: string }[];
  readonly texts: readonly (string | null | undefined)[];
  readonly people: readonly {
    readonly isAssigned: boolean | undefined;
    readonly attended: boolean | undefined;
  }[];
  readonly classes: readonly {
    readonly classification: Classification | undefined;
    readonly changes?: Changes;
  }[];
}

/** The same parts, and each not supplied. */
export function withMissing({ type, places, texts, people, classes }: Parts): Parts {
  const some = <Item>(items: readonly Item[], most: number) =>
    items.filter((_, index) => index % Math.ceil(items.length / most) === 0);
  const [at = ""] = places.map((place) => place.at);
  return {
    type,
    places: [
      ...some(places, 60),
      ...some(places, 6).map((place) => ({ ...place, account: undefined })),
      { account: undefined, at },
    ],
    texts: [...some(texts, 300), undefined],
    people: [
      ...people,
      { isAssigned: undefined, attended: false },
      { isAssigned: false, attended: undefined },
    ],
    classes: [...some(classes, 20), { classification: undefined }],
  };
}

type Bits = Uint32Array;
interface Verdicts {
  readonly yes: Bits;
  readonly no: Bits;
}

export interface Crowd {
  readonly type: string;
  readonly size: number;
  event(at: number): TicketEvent;
  fires(rule: Firing): Bits;
  /** The verdicts of a condition after the event. */
  verdicts(condition: Condition): Verdicts;
}

export function crowdOf(workspace: Workspace, parts: Parts): Crowd {
  const { type, places, texts, people, classes } = parts;
  const sizes = [places.length, texts.length, people.length, classes.length] as const;
  const size = sizes.reduce((product, each) => product * each, 1);
  const words = Math.ceil(size / 32);
  const known = new Map<string, Verdicts>();
  const firing = new WeakMap<Firing, Bits>();

  function eventOf(place: number, text: number, person: number, kind: number): TicketEvent {
    const { account, at } = places[place]!;
    const { isAssigned, attended } = people[person]!;
    const { classification, changes } = classes[kind]!;
    const bot = isAssigned === true ? ({ type: "bot", id: "b" } as const) : null;
    const assignee = isAssigned === undefined ? undefined : bot;
    return {
      ...{ id: "e", type, at, message: { text: texts[text] } },
      ticket: { id: "t", account, assignee, attended, classification },
      ...(changes && { changes: { classification: changes } }),
    };
  }

  function bits(holds: (at: number) => boolean): Bits {
    const result = new Uint32Array(words);
    for (let at = 0; at < size; at++) if (holds(at)) result[at >>> 5]! |= 1 << (at & 31);
    return result;
  }

  const all = bits(() => true);
  const none = new Uint32Array(words);

  /** The verdict of a leaf on each value of the part that it looks at, spread over all events. */
  function leafVerdicts(leaf: Leaf, isBefore: boolean): Verdicts {
    const axis = axisOf(leaf);
    const steps = sizes.slice(axis + 1).reduce((product, each) => product * each, 1);
    const verdicts = Array.from({ length: sizes[axis]! }, (_, value) => {
      const event = eventOf(...([0, 0, 0, 0].map((_zero, at) => (at === axis ? value : 0)) as [0, 0, 0, 0]));
      return isBefore ? verdictBefore(leaf, event) : verdictOn(workspace, leaf, event);
    });
    const valueAt = (at: number) => Math.floor(at / steps) % sizes[axis]!;
    return {
      yes: bits((at) => verdicts[valueAt(at)] === true),
      no: bits((at) => verdicts[valueAt(at)] === false),
    };
  }

  function verdictBefore(leaf: Leaf, event: TicketEvent): boolean | undefined {
    if (axisOf(leaf) === TEXT) return undefined;
    const changes = event.changes?.classification ?? {};
    if (leaf.type !== "classification" || !Object.hasOwn(changes, leaf.field))
      return verdictOn(workspace, leaf, event);
    const { before } = changes[leaf.field]!;
    const { classification: now, ...ticket } = event.ticket;
    // What it was is not known, but some conditions hold of nothing.
    if (before === undefined) return verdictOn(workspace, leaf, { ...event, ticket });
    const classification = Object.fromEntries([...Object.entries(now ?? {}), [leaf.field, before]]);
    return verdictOn(workspace, leaf, { ...event, ticket: { ...ticket, classification } });
  }

  function of(condition: Condition, isBefore: boolean): Verdicts {
    if (condition.type === "group") {
      const inner = condition.conditions.map((each) => of(each, isBefore));
      const [yes, no] = [inner.map((each) => each.yes), inner.map((each) => each.no)];
      if (condition.operator === "and") return { yes: meet(yes), no: union(no) };
      return condition.operator === "or"
        ? { yes: union(yes), no: meet(no) }
        : { yes: meet(no), no: union(yes) };
    }
    const key = JSON.stringify([condition, isBefore]);
    const found = known.get(key) ?? leafVerdicts(condition, isBefore);
    known.set(key, found);
    return found;
  }

  const meet = (sets: readonly Bits[]) =>
    sets.reduce((one, other) => one.map((word, at) => word & other[at]!), all);
  const union = (sets: readonly Bits[]) =>
    sets.reduce((one, other) => one.map((word, at) => word | other[at]!), none);

  function touched(condition: Condition): Bits {
    if (condition.type === "group") return union(condition.conditions.map(touched));
    if (type === "message.received" && axisOf(condition) === TEXT) return all;
    if (type !== "ticket.classified" || condition.type !== "classification") return none;
    const { field } = condition;
    return bits((at) => Object.hasOwn(classes[at % classes.length]!.changes ?? {}, field));
  }

  function firesOf({ trigger, operator, conditions, before: earlier = conditions }: Firing): Bits {
    if (operator !== "or") {
      return type === trigger ? of({ type: "group", operator, conditions }, false).yes : none;
    }
    if (type === trigger) return all;
    return union(
      conditions.map((each, index) => {
        const [touch, after, before] = [touched(each), of(each, false).yes, of(earlier[index]!, true).yes];
        return touch.map((word, at) => word & after[at]! & ~before[at]!);
      }),
    );
  }

  return {
    type,
    size,
    event(at) {
      const [, t, p, c] = sizes;
      return eventOf(
        Math.floor(at / (t * p * c)),
        Math.floor(at / (p * c)) % t,
        Math.floor(at / c) % p,
        at % c,
      );
    },
    fires(rule) {
      const found = firing.get(rule) ?? firesOf(rule);
      firing.set(rule, found);
      return found;
    },
    verdicts: (condition) => of(condition, false),
  };
}

const TEXT = 1;

function axisOf({ type }: Leaf): number {
  if (type === "messageContains" || type === "messageMatches") return TEXT;
  if (type === "unassigned" || type === "unattended") return 2;
  return type === "classification" ? 3 : 0;
}

/** What a single condition comes to, by whether a rule of it fires, or one of its contrary. */
function verdictOn(workspace: Workspace, leaf: Leaf, event: TicketEvent): boolean | undefined {
  const rule = (operator: Rule["operator"]): Rule => ({
    ...{ id: operator, name: operator, active: true, integration: "webhook", trigger: "message.received" },
    ...{ operator, conditions: [leaf], actions: [{ type: "notify" }] },
  });
  const [is, isNot] = referenceOutcomes(
    { ...workspace, rules: [rule("and"), rule("not")] },
    { ...event, type: "message.received" },
  );
  return is?.outcome === "fired" ? true : isNot?.outcome === "fired" ? false : undefined;
}

/** Whether a rule fires on an event. */
export function firesOn(workspace: Workspace, rule: Firing, event: TicketEvent): boolean {
  const { type, message, changes } = event;
  const { account, assignee, attended, classification } = event.ticket;
  const crowd = crowdOf(workspace, {
    type,
    places: [{ account, at: String(event.at) }],
    texts: [message?.text],
    people: [{ isAssigned: assignee === undefined ? undefined : assignee !== null, attended }],
    classes: [{ classification, ...(changes?.classification && { changes: changes.classification }) }],
  });
  return firstOf(crowd.fires(rule), 1) === 0;
}

/** The first event of a set, or -1. */
export function firstOf(set: Bits, size: number): number {
  for (let at = 0; at < size; at++) if ((set[at >>> 5]! >>> (at & 31)) & 1) return at;
  return -1;
}
