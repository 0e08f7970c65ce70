/** Finds events on which given rules fire and others do not, or proves that there is none. */
import type { RuleSet } from "../compile.ts";
import { compiledOf } from "../compile.ts";
import { combine, compileConditions, workshopOf } from "../conditions/node.ts";
import { type Root, testRoot } from "../conditions/root.ts";
import type { Condition } from "../conditions/tree.ts";
import type { TicketEvent } from "../event.ts";
import { hear } from "../judge.ts";
import type { Verdict } from "../verdict.ts";
import type { Workspace } from "../workspace.ts";
import type { Answer, UnknownReason } from "./answer.ts";
import { type Atom, createAtoms } from "./atoms.ts";
import { type Bits, join } from "./bits.ts";
import { buildEvent, optionIdsOf } from "./buildEvent.ts";
import { type Firing, firingFormula, readMessage, typesOf } from "./firing.ts";
import { createFormulas, FALSE, type Formula } from "./formula.ts";
import { createMeanings } from "./meaning.ts";
import { createPlaceTheory } from "./placeState.ts";
import { type Places, placesOf } from "./places.ts";
import { createSearch } from "./search.ts";
import { createTextTheory } from "./textState.ts";
import { createTimeTable, type Days } from "./timeSets.ts";

/** A rule, ready to be asked about. */
export interface Subject {
  readonly types: readonly string[];
  /** Whether it looks at the message, which then is supplied, though it may say nothing of it. */
  readonly readsMessage: boolean;
  /** When it fires on events of a type. */
  formula(type: string): Formula;
  /** Whether the evaluator fires it. */
  fires(event: TicketEvent): boolean;
  /** What the evaluator says of it. */
  verdict(event: TicketEvent): Verdict;
}

/** That a rule fires, or that it does not. */
export interface Claim {
  readonly subject: Subject;
  readonly fires: boolean;
}

/** One of several events on one occasion: of one account, at one time, of one ticket and with one message. */
export interface View {
  readonly type: string;
  readonly claims: readonly Claim[];
  /** Whether the ticket has an assignee, if that is not open and the same in all views. */
  readonly isAssigned?: boolean | undefined;
  /** The accounts that are looked at. Absent: all. */
  readonly at?: Bits | undefined;
}

/** As `Answer`, with an event for each view. */
export type Occasion =
  | { readonly kind: "yes"; readonly events: readonly TicketEvent[] }
  | Exclude<Answer, { kind: "yes" }>;

/** Asks about the rules of a workspace, or of several that are compared. */
export interface Prover {
  /** A rule of a workspace, by the number of the workspace. Absent: the first. */
  subject(firing: Firing, world?: number): Subject;
  /**
   * Accounts such that two rules fare alike at all others; nothing when there are none. Of rules that are written alike
   * the others are those where calendars and zones are the same.
   */
  apartAt(one: Subject, other: Subject): Bits | undefined;
  /** That at least one of several claims holds, as a rule that fires then. */
  oneOf(claims: readonly Claim[]): Subject;
  /**
   * Whether there is an occasion of which all views meet their claims. `"plain"`: with a message that has none of the
   * words, and matches none of the patterns, that the claims look for.
   */
  occasion(views: readonly View[], isPlain?: "plain"): Occasion;
  /** Whether an event of one of these types meets all claims; `at`: of one of these accounts. */
  exists(claims: readonly Claim[], types: readonly string[], at?: Bits): Answer;
  /** The ids of the rules of the first workspace that are switched on and fire on an event, each by itself. */
  firing(event: TicketEvent): string[];
}

/** What a prover must know. */
export interface ProverOptions {
  readonly horizon: Days;
  /** The day from which on events are looked for first. */
  readonly start: number;
  /** What holds of every event. */
  readonly assume: readonly Condition[];
  readonly maxNodes: number;
}

/** A workspace, and what `compile` made of it. */
export interface World {
  readonly workspace: Workspace;
  readonly ruleSet: RuleSet;
}

/** A prover for a workspace; or for several, to compare their rules with one another: then events are of all of them. */
export function createProver(worlds: readonly World[], options: ProverOptions): Prover {
  const { horizon, start, assume, maxNodes } = options;
  const formulas = createFormulas();
  const atoms = createAtoms();
  const times = createTimeTable(horizon);
  const models = worlds.map(({ ruleSet }) => compiledOf(ruleSet).model);
  const views = placesOf(models);
  const home = firstOf(views);
  const sides = worlds.map(({ ruleSet }, at) => {
    const compiled = compiledOf(ruleSet);
    const { model } = compiled;
    const workshop = workshopOf(model);
    const own = { places: views[at] ?? home, home };
    const meanings = createMeanings(model, own, formulas, atoms, times, horizon);
    return { compiled, workshop, meanings, assumedNodes: compileConditions(assume, [], workshop) };
  });
  const placeTheory = createPlaceTheory(home, timeAtomAt, horizon, start);
  const search = createSearch(formulas, atoms, placeTheory, createTextTheory(atoms), maxNodes);
  const optionIds = optionIdsOf(sides.flatMap(({ compiled }) => compiled.content.fields));
  const assumed = formulas.and(
    sides.flatMap(({ meanings }) => assume.map((condition) => meanings.of(condition, "after").isTrue)),
  );

  function timeAtomAt(number: number): Extract<Atom, { kind: "time" }> {
    const atom = atoms.list[number];
    return atom?.kind === "time" ? atom : { kind: "time", sets: [] };
  }

  function subject(firing: Firing, world = 0): Subject {
    const side = sides[world];
    if (side === undefined) throw new TypeError(`no workspace ${world}`);
    const { compiled, workshop, meanings } = side;
    const types = typesOf(firing);
    const known = new Map<string, Formula>();
    let root: Root | undefined;
    return {
      types,
      readsMessage: readMessage(firing.conditions),
      formula(type) {
        const found = known.get(type) ?? firingFormula(firing, type, formulas, meanings);
        known.set(type, found);
        return found;
      },
      fires: (event) => verdictOn(event) === true,
      verdict: verdictOn,
    };

    function verdictOn(event: TicketEvent): Verdict {
      const { trigger, operator, conditions } = firing;
      root ??= { trigger, operator, nodes: compileConditions(conditions, [], workshop) };
      // Read after compiling, so that the words of this rule are looked for.
      return testRoot(root, hear(compiled, event).facts);
    }
  }

  function isAssumed(event: TicketEvent): boolean {
    return sides.every(
      ({ compiled, assumedNodes }) => combine("and", assumedNodes, hear(compiled, event).facts) === true,
    );
  }

  function formulaOf({ type, claims, isAssigned, at }: View): Formula {
    const parts = claims.map(({ subject: each, fires }) =>
      fires ? each.formula(type) : formulas.not(each.formula(type)),
    );
    const place = at === undefined ? [] : [accountIn(at)];
    const whole = formulas.and([...place, ...parts, assumed]);
    return isAssigned === undefined ? whole : formulas.given(whole, unassigned(), !isAssigned);
  }

  function unassigned(): number {
    return atoms.add("unassigned", () => ({ kind: "flag", flag: "unassigned" }));
  }

  /** That a message has none of the words of a formula, and matches none of its patterns. */
  function plainText(formula: Formula): Formula[] {
    return [...formulas.atoms(formula)].flatMap((number) => {
      const kind = atoms.list[number]?.kind;
      return kind === "words" || kind === "pattern" ? [formulas.literal(number, false)] : [];
    });
  }

  function occasion(asked: readonly View[], isPlain?: "plain"): Occasion {
    const together = formulas.and(asked.map(formulaOf));
    const formula = isPlain === undefined ? together : formulas.and([together, ...plainText(together)]);
    if (formula === FALSE) return { kind: "no" };
    const isMessageRead =
      readMessage(assume) ||
      asked.some(({ claims }) => claims.some(({ subject: { readsMessage } }) => readsMessage));
    const found = search(formula, (described) => {
      const events = asked.map(({ type, isAssigned }) => {
        const flags =
          isAssigned === undefined
            ? described.flags
            : new Map(described.flags).set("unassigned", !isAssigned);
        return buildEvent(type, { ...described, flags }, isMessageRead, {
          places: home,
          atoms,
          options: optionIds,
        });
      });
      const areMet = events.every(
        (event, at) =>
          (asked[at]?.claims ?? []).every(({ subject: each, fires }) => each.fires(event) === fires) &&
          isAssumed(event),
      );
      return areMet ? events : undefined;
    });
    if (found.kind === "found") return { kind: "yes", events: found.result };
    return found.kind === "none" ? { kind: "no" } : found;
  }

  function accountIn(accounts: Bits): Formula {
    const atom = atoms.add(`account ${accounts.join()}`, () => ({ kind: "account", accounts }));
    return formulas.literal(atom, true);
  }

  /** A formula as it reads at one site: equal texts are equal there. */
  function readingAt(site: number, formula: Formula, known: Map<Formula, string>): string {
    const found = known.get(formula);
    if (found !== undefined) return found;
    const own = formulas.node(formula);
    const atom = own.kind === "literal" ? atoms.list[own.atom] : undefined;
    const set = atom?.kind === "time" ? atom.sets[site] : undefined;
    const reading =
      own.kind !== "literal"
        ? `${own.kind}(${own.parts
            .map((part) => readingAt(site, part, known))
            .sort()
            .join()})`
        : `${own.sign ? "" : "-"}${atom?.kind === "time" ? `t${set === undefined ? "" : times.number(set)}` : own.atom}`;
    known.set(formula, reading);
    return reading;
  }

  function apartAt(one: Subject, other: Subject): Bits | undefined {
    const types = [...new Set([...one.types, ...other.types])];
    const apart = home.sites.flatMap(({ accounts }, site) => {
      const known = new Map<Formula, string>();
      const isAlike = types.every(
        (type) => readingAt(site, one.formula(type), known) === readingAt(site, other.formula(type), known),
      );
      return isAlike ? [] : [accounts];
    });
    return apart.length === 0 ? undefined : apart.reduce(join);
  }

  function existsOf(claims: readonly Claim[], type: string, at: Bits | undefined): Answer {
    const found = occasion([{ type, claims, at }]);
    if (found.kind !== "yes") return found;
    const [event] = found.events;
    return event === undefined ? { kind: "no" } : { kind: "yes", event };
  }

  function oneOf(claims: readonly Claim[]): Subject {
    const fires = (event: TicketEvent) => claims.some((claim) => claim.subject.fires(event) === claim.fires);
    return {
      types: [...new Set(claims.flatMap((claim) => claim.subject.types))],
      readsMessage: claims.some((claim) => claim.subject.readsMessage),
      formula: (type) =>
        formulas.or(
          claims.map((claim) => {
            const own = claim.subject.formula(type);
            return claim.fires ? own : formulas.not(own);
          }),
        ),
      fires,
      verdict: fires,
    };
  }

  return {
    subject,
    oneOf,
    occasion,
    firing(event) {
      const [first] = sides;
      const ids: string[] = [];
      if (first === undefined) return ids;
      const { compiled } = first;
      const { facts } = hear(compiled, event);
      compiled.index.candidates(facts, (at) => {
        const rule = compiled.rules[at];
        if (rule?.root !== undefined && testRoot(rule.root, facts) === true) ids.push(rule.id);
      });
      return ids;
    },
    apartAt,
    exists(claims, types, at) {
      let doubt: UnknownReason | undefined;
      for (const type of types) {
        const answer = existsOf(claims, type, at);
        if (answer.kind === "yes") return answer;
        if (answer.kind === "unknown") doubt ??= answer.reason;
      }
      return doubt === undefined ? { kind: "no" } : { kind: "unknown", reason: doubt };
    },
  };
}

function firstOf(views: readonly Places[]): Places {
  const [first] = views;
  if (first === undefined) throw new TypeError("no workspace to prove things about");
  return first;
}
