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
import { compileRoot, type Root } from "../../conditions/root.ts";
import { compileConditions } from "../../conditions/tree.ts";
import type { Facts } from "../../facts.ts";
import { createMemo } from "../../matching/memo.ts";
import { createWordTable } from "../../matching/words.ts";
import type { Model } from "../../model.ts";
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
  return ({ id, integration, trigger, operator, conditions, actions, active, stop = false }, index) => {
    const table = createWordTable();
    let hasWords = false;
    const words: Model["words"] = {
      key(word, mode) {
        hasWords = true;
        return table.key(word, mode);
      },
      find: table.find,
    };
    const own: Model = { ...model, patterns, words, memo: createMemo() };
    try {
      const root = compileRoot(trigger, operator, compileConditions(conditions, [], own));
      const off = switchedOff[integration] ?? (active ? undefined : "ruleInactive");
      return { index, id, integration, actions, stop, off, root: hasWords ? withOwnWords(root, own) : root };
    } catch {
      // A host's regex engine refuses the pattern: as in `compile`, the rule does not load.
      return { index, rule: id, issues: [] };
    }
  };
}

/** The rule set with these rules at their places. */
export function patched(ruleSet: RuleSet, rules: readonly CompiledRule[]): RuleSet {
  const compiled = compiledOf(ruleSet);
  const list = [...compiled.rules];
  for (const rule of rules) list[rule.index] = rule;
  const places = rules.map(({ index }) => index).sort((a, b) => a - b);
  const own: Compiled = {
    ...compiled,
    rules: list,
    index: {
      candidates(facts, visit) {
        // In the order of rules: those that come before, then the place itself, whether or not the index names it.
        let waiting = places;
        compiled.index.candidates(facts, (place) => {
          for (const changed of waiting) if (changed < place) visit(changed);
          waiting = waiting.filter((changed) => changed > place);
          visit(place);
        });
        for (const changed of waiting) visit(changed);
      },
    },
  };
  return { invalid: ruleSet.invalid, issues: ruleSet.issues, [COMPILED]: own };
}

/** Facts know the words of the rule set they were read for; these are looked for in a table of their own. */
function withOwnWords(root: Root, { words }: Model): Root {
  const adapted = (facts: Facts): Facts => {
    let found: ReadonlySet<number> | undefined;
    return {
      ...facts,
      wordsFound() {
        if (typeof facts.text !== "string") return facts.wordsFound();
        found ??= words.find(facts.folded(facts.text));
        return found;
      },
    };
  };
  return {
    ...root,
    test: (facts) => root.test(adapted(facts)),
    trace: (facts) => root.trace(adapted(facts)),
    missing: (facts) => root.missing(adapted(facts)),
    blame: (facts) => root.blame(adapted(facts)),
  };
}
