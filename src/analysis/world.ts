/** A workspace that is asked about: what its rules mean, and what the evaluator says of them. */
import { compiledOf, type RuleSet } from "../compile.ts";
import { combine, compileConditions, workshopOf } from "../conditions/node.ts";
import { testRoot } from "../conditions/root.ts";
import type { Condition } from "../conditions/tree.ts";
import type { TicketEvent } from "../event.ts";
import { hear } from "../judge.ts";
import type { Verdict } from "../verdict.ts";
import type { Workspace } from "../workspace.ts";
import { compileFiring, type Firing, firingFormula, readMessage, typesOf } from "./firing.ts";
import type { Formula } from "./formula.ts";
import { createMeanings } from "./meaning.ts";
import type { Whereabouts } from "./placeMeaning.ts";
import type { Subject } from "./subject.ts";
import type { Tables } from "./tables.ts";

/** A workspace, and what `compile` made of it. */
export interface World {
  readonly workspace: Workspace;
  readonly ruleSet: RuleSet;
}

/** A world, ready to be asked about. */
export interface AskedWorld {
  /** A rule, which need not be one of the workspace. */
  subject(firing: Firing): Subject;
  /** The ids of the rules that are switched on and fire on an event, each by itself. */
  firing(event: TicketEvent): string[];
  readonly assumed: Assumption;
}

/** What is taken to hold of every event. */
export interface Assumption {
  readonly formula: Formula;
  readonly readsMessage: boolean;
  /** Whether the evaluator agrees that it holds of an event. */
  isMet(event: TicketEvent): boolean;
}

/** Prepares a world; `assume`: what is taken to hold of every event. */
export function prepareWorld(
  { ruleSet }: World,
  where: Whereabouts,
  assume: readonly Condition[],
  tables: Tables,
): AskedWorld {
  const compiled = compiledOf(ruleSet);
  const workshop = workshopOf(compiled.model);
  const meanings = createMeanings(compiled.model, where, tables);
  const assumedNodes = compileConditions(assume, [], workshop);

  function subject(firing: Firing): Subject {
    const known = new Map<string, Formula>();
    let judge: ReturnType<typeof compileFiring> | undefined;
    return {
      types: typesOf(firing),
      readsMessage: readMessage(firing.conditions),
      formula(type) {
        const found = known.get(type) ?? firingFormula(firing, type, tables.formulas, meanings);
        known.set(type, found);
        return found;
      },
      fires: (event) => verdictOn(event) === true,
      verdict: verdictOn,
    };

    function verdictOn(event: TicketEvent): Verdict {
      judge ??= compileFiring(firing, workshop);
      // Read after compiling, so that the words of this rule are looked for.
      return judge(hear(compiled, event).facts);
    }
  }

  return {
    subject,
    firing(event) {
      const ids: string[] = [];
      const { facts } = hear(compiled, event);
      compiled.index.candidates(facts, (at) => {
        const rule = compiled.rules[at];
        if (rule?.root !== undefined && testRoot(rule.root, facts) === true) ids.push(rule.id);
      });
      return ids;
    },
    assumed: {
      formula: tables.formulas.and(assume.map((condition) => meanings.of(condition, "after").isTrue)),
      readsMessage: readMessage(assume),
      isMet: (event) => combine("and", assumedNodes, hear(compiled, event).facts) === true,
    },
  };
}
