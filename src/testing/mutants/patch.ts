/**
 * A compiled workspace with single rules in place of others: nothing else is compiled again. What the index says of
 * a place holds of the rule that stood there, so the changed places are always looked at too.
 */
import {
  COMPILED,
  type Compiled,
  type CompiledRule,
  type CompileOptions,
  compiledOf,
  type RuleSet,
} from "../../compile.ts";
import { compileConditions, workshopOf } from "../../conditions/node.ts";
import { testRoot } from "../../conditions/root.ts";
import { createMemo } from "../../matching/memo.ts";
import type { Memo, Model } from "../../model.ts";
import type { Rule } from "../../rule.ts";
import { boundedEngine } from "../../text/regex/engine.ts";
import type { CompiledRegex } from "../../text/regex/port.ts";

/** Compiles single rules against what a rule set says of all else. */
export type Patcher = (rule: Rule, index: number) => CompiledRule;

/** A patcher for a rule set. Patterns are compiled once, however many mutants have them. */
export function patcherOf(ruleSet: RuleSet, { regexEngine = boundedEngine }: CompileOptions = {}): Patcher {
  const { model, switchedOff } = compiledOf(ruleSet);
  const regexes = new Map<string, CompiledRegex>();
  const patterns: Model["patterns"] = {
    compile(pattern, flags) {
      // Flags have no slash.
      const key = `${flags}/${pattern}`;
      const regex = regexes.get(key) ?? regexEngine.compile(pattern, flags);
      regexes.set(key, regex);
      return regex;
    },
    stepsAllowed: (length) => model.patterns.stepsAllowed(length),
  };
  return ({ id, name, integration, trigger, operator, conditions, actions, active, stop = false }, index) => {
    // Words are those of the rule set: no mutant looks for another.
    const own: Model = { ...model, patterns, memo: forgetful() };
    try {
      const nodes = compileConditions(conditions, [], workshopOf(own));
      const off = switchedOff[integration] ?? (active ? undefined : "ruleInactive");
      return { index, id, name, active, integration, actions, stop, off, root: { trigger, operator, nodes } };
    } catch {
      // A host's regex engine refuses the pattern: as in `compile`, the rule does not load.
      return { index, rule: id, issues: [] };
    }
  };
}

/** Gives conditions a number that no list of verdicts has room for: theirs are not remembered, nor mixed up with others. */
function forgetful(): Memo {
  const memo = createMemo();
  const id = Number.MAX_SAFE_INTEGER;
  return { ...memo, add: (...leaf) => ({ ...memo.add(...leaf), id }), addGroup: () => id };
}

/** The rule set with these rules at their places. */
export function patched(ruleSet: RuleSet, rules: readonly CompiledRule[]): RuleSet {
  const compiled = compiledOf(ruleSet);
  const list = [...compiled.rules];
  for (const rule of rules) list[rule.index] = rule;
  const changed = new Map(rules.map((rule) => [rule.index, rule]));
  const places = rules.map(({ index }) => index).sort((a, b) => a - b);
  const own: Compiled = {
    ...compiled,
    rules: list,
    rows: {
      ...compiled.rows,
      verdict(place, trigger, facts) {
        const rule = changed.get(place);
        if (rule === undefined) return compiled.rows.verdict(place, trigger, facts);
        return rule.root !== undefined && testRoot(rule.root, facts);
      },
    },
    index: {
      candidates(facts, visit) {
        // In the order of rules: those that come before, then the place itself, whether or not the index names it.
        let waiting = places;
        compiled.index.candidates(facts, (place) => {
          for (const early of waiting) if (early < place) visit(early);
          waiting = waiting.filter((other) => other > place);
          visit(place);
        });
        for (const last of waiting) visit(last);
      },
    },
  };
  return { invalid: ruleSet.invalid, issues: ruleSet.issues, [COMPILED]: own };
}
