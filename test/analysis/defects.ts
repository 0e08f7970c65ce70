/** Flaws to be put into sensible rules: where, and what lint must say of it. */
import type { Condition, Rule, Workspace } from "ticket-rules";
import type { FindingCode } from "ticket-rules/analysis";
import {
  account,
  any,
  both,
  clock,
  dates,
  field,
  free,
  like,
  none,
  on,
  open,
  shut,
  words,
} from "./knownAnswers.ts";
import type { Random } from "./worlds.ts";

/** A workspace with a flaw. */
export interface Flawed {
  readonly workspace: Workspace;
  /** The rule of which it must be told; absent: of another part of the document. */
  readonly at?: string;
  /** Rules of which something may be told, too. */
  readonly touched: readonly string[];
}

export interface Defect {
  readonly name: string;
  /** One of these must be found. */
  readonly codes: readonly FindingCode[];
  /** Nothing when the rule has no place for it. */
  inject(workspace: Workspace, rule: Rule, random: Random): Flawed | undefined;
}

type Change = (rule: Rule, random: Random) => Partial<Rule> | undefined;

/** A flaw of one rule. */
function within(name: string, codes: readonly FindingCode[], change: Change): Defect {
  return {
    name,
    codes,
    inject(workspace, rule, random) {
      const changed = change(rule, random);
      if (changed === undefined) return undefined;
      const flawed = { ...rule, ...changed } as Rule;
      const rules = workspace.rules.map((each) => (each.id === rule.id ? flawed : each));
      return { workspace: { ...workspace, rules }, at: rule.id, touched: [rule.id] };
    },
  };
}

/** A flaw of a rule that needs all of its conditions, and takes any: more of them, at any place. */
function more(
  name: string,
  codes: readonly FindingCode[],
  make: (rule: Rule, random: Random) => Condition[] | undefined,
): Defect {
  return within(name, codes, (rule, random) => {
    if (rule.operator !== "and" || rule.integration === "timepoints") return undefined;
    if (rule.trigger !== "message.received") return undefined;
    const added = make(rule, random);
    if (added === undefined) return undefined;
    const conditions = [...rule.conditions];
    for (const each of added) conditions.splice(random.below(conditions.length + 1), 0, each);
    return { conditions };
  });
}

/** A flaw of one condition of a rule. */
function instead(
  name: string,
  codes: readonly FindingCode[],
  change: (condition: Condition) => Condition | undefined,
): Defect {
  return within(name, codes, (rule) => {
    const at = rule.conditions.findIndex((each) => change(each) !== undefined);
    const condition = rule.conditions[at];
    const changed = condition && change(condition);
    return changed && { conditions: rule.conditions.with(at, changed) };
  });
}

/** Rules put before another, which then need not be told of themselves. */
function before(
  name: string,
  codes: readonly FindingCode[],
  make: (rule: Rule, random: Random) => Rule[] | undefined,
): Defect {
  return {
    name,
    codes,
    inject(workspace, rule, random) {
      const added = make(rule, random);
      if (added === undefined) return undefined;
      const at = workspace.rules.findIndex(({ id }) => id === rule.id);
      const first = random.below(at + 1);
      const rules = workspace.rules.toSpliced(first, 0, ...added);
      return {
        workspace: { ...workspace, rules },
        at: rule.id,
        touched: [rule.id, ...added.map(({ id }) => id)],
      };
    },
  };
}

const CALENDAR = "cal-guardia";
const usesIt = ({ conditions }: Rule) => JSON.stringify(conditions).includes(CALENDAR);
const hasWords = (condition: Condition) =>
  condition.type === "messageContains" && condition.mode === undefined && condition.match === undefined
    ? condition.words
    : undefined;
const copyOf = (rule: Rule, id: string, changes: object = {}): Rule =>
  ({ ...rule, id, name: id, ...changes }) as Rule;

export const DEFECTS: readonly Defect[] = [
  more("the contrary of a condition", ["neverFires"], ({ conditions }, random) =>
    conditions.length === 0 ? undefined : [none(random.pick(conditions))],
  ),
  more("two accounts", ["neverFires"], () => [account("acc-wsp"), account("acc-tel")]),
  more("two weekdays", ["neverFires"], () => [on("sat"), on("mon", "tue")]),
  more("a date that is no such weekday", ["neverFires"], () => [
    on("mon"),
    dates("2026-09-06", "2026-09-06"),
  ]),
  more("two times of the day", ["neverFires"], () => [clock("08:00", "12:00"), clock("18:00", "07:00")]),
  more("open and closed", ["neverFires"], () => [open("cal-bodega"), shut("cal-bodega")]),
  more("open when it is not", ["neverFires"], () => [open(CALENDAR), on("wed")]),
  more("digits and a word", ["neverFires"], () => [like("^\\d+$"), words("hola")]),
  more("a phrase without its word", ["neverFires"], () => [words("no quiero nada"), none(words("quiero"))]),
  more("neither of two of which one must be", ["neverFires"], () => [
    both(any(field("urgente", true), free), none(free, field("urgente", true))),
  ]),
  more("a condition twice", ["redundantCondition"], ({ conditions }, random) =>
    conditions.length === 0 ? undefined : [random.pick(conditions)],
  ),
  more("a wider list of words", ["redundantCondition"], ({ conditions }) => {
    const list = conditions.flatMap((each) => hasWords(each) ?? []);
    return list.length === 0 || conditions.filter(hasWords).length > 1
      ? undefined
      : [words(...list, "zapallo")];
  }),
  more("what another pattern needs", ["redundantCondition"], ({ conditions }) =>
    /message/.test(JSON.stringify(conditions)) ? undefined : [like("^\\d{4}$"), like("\\d\\d")],
  ),
  more("every weekday", ["ineffectiveCondition"], () => [
    on("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
  ]),
  more("an accent at the edge of a pattern", ["accentInPattern"], () => [like("\\bllegó\\b")]),
  more("a pattern between slashes", ["patternInSlashes"], () => [like("/pedido \\d+/i")]),
  more("a pattern that is a word", ["patternIsPlainWord"], () => [like("zapallo")]),
  more("none of this, or none of that", ["orOfNegations"], () => [
    any(none(words("zapallo")), none(words("poroto"))),
  ]),
  more("a night of a weekday", ["overnightWithWeekday"], ({ conditions }) =>
    /time|date|week|hours/i.test(JSON.stringify(conditions))
      ? undefined
      : [clock("22:00", "06:00"), on("fri")],
  ),
  more("a date that is over", ["pastDateRange"], () => [dates("2020-01-01", "2020-01-31")]),
  more("hours of an account that has none", ["calendarMissing"], ({ conditions }) =>
    /account|hours/i.test(JSON.stringify(conditions)) ? undefined : [account("acc-tel"), open()],
  ),
  more("a calendar that is gone", ["unknownReference"], () => [open("cal-nada")]),
  more("a field that is gone", ["unknownReference"], () => [field("nada", "x")]),
  instead("an account that is gone", ["unknownReference"], (each) =>
    each.type === "account" ? { ...each, is: "acc-nadie" } : undefined,
  ),
  instead("an option that is gone", ["unknownReference"], (each) =>
    each.type === "classification" && each.field === "motivo" ? { ...each, is: "nada" } : undefined,
  ),
  instead("a yes in quotes", ["impossibleValue"], (each) =>
    each.type === "classification" && each.is === true ? { ...each, is: "true" } : undefined,
  ),
  instead("the last minute left out", ["endsAt2359"], (each) =>
    each.type === "timeRange" ? { ...each, from: "18:00", to: "23:59" } : undefined,
  ),
  instead("a word that another makes useless", ["unreachableWord"], (each) => {
    const list = hasWords(each);
    return list && each.type === "messageContains"
      ? { ...each, words: [...list, `${list[0]} mismo`] }
      : undefined;
  }),
  within("an action on a bot that is gone", ["unknownReference"], ({ actions }) =>
    actions[0]?.type === "activateBot"
      ? ({ actions: [{ type: "activateBot", bot: "nadie" }] } as Partial<Rule>)
      : undefined,
  ),
  within("what always holds", ["alwaysFires"], ({ integration, operator, conditions }, random) => {
    if (integration === "timepoints" || operator === "or" || conditions.length === 0) return undefined;
    const condition: Condition = random.pick([free, on("sat", "sun"), words("hola"), account("acc-wsp")]);
    return { operator: "and", conditions: [any(condition, none(condition))] };
  }),
  within("an `or` of what no event touches", ["triggerOnlyOr", "gateExpectedFromOr"], ({ integration }) =>
    integration === "webhook" ? { operator: "or", conditions: [free, account("acc-wsp")] } : undefined,
  ),
  before("a rule twice", ["duplicateRule"], (rule) =>
    rule.operator === "and" && rule.stop !== true
      ? [copyOf(rule, "copy", { conditions: rule.conditions.toReversed() })]
      : undefined,
  ),
  before("a rule that stops it", ["shadowedRule"], (rule, random) => {
    if (rule.operator !== "and" || rule.conditions.length < 2) return undefined;
    const conditions = rule.conditions.toSpliced(random.below(rule.conditions.length), 1);
    return [copyOf(rule, "stopper", { conditions, stop: true })];
  }),
  before("two rules that stop it together", ["shadowedRule"], (rule) =>
    rule.operator === "and" && rule.conditions.length > 0 && !JSON.stringify(rule).includes('"motivo"')
      ? [
          copyOf(rule, "one", { conditions: [...rule.conditions, field("motivo", "spam")], stop: true }),
          copyOf(rule, "other", {
            conditions: [...rule.conditions, none(field("motivo", "spam"))],
            stop: true,
          }),
        ]
      : undefined,
  ),
  before("another bot on the same tickets", ["conflictingEffects", "shadowedRule"], (rule) => {
    const [action] = rule.actions;
    if (rule.operator !== "and" || action?.type !== "activateBot") return undefined;
    const bot = action.bot === "bot-lead" ? "bot-noche" : "bot-lead";
    return [copyOf(rule, "rival", { actions: [{ type: "activateBot", bot }] })];
  }),
  {
    name: "another survey on the same close",
    codes: ["conflictingEffects"],
    inject(workspace, rule) {
      const [action] = rule.actions;
      if (rule.operator !== "and" || action?.type !== "sendSurvey") return undefined;
      // With a threshold the second would wait in vain.
      const often = copyOf(rule, rule.id, { actions: [{ ...action, spamThresholdDays: 0 }] });
      const rival = copyOf(rule, "rival", { actions: [{ ...action, survey: 99 }] });
      const rules = workspace.rules.flatMap((each) => (each.id === rule.id ? [rival, often] : [each]));
      return { workspace: { ...workspace, rules }, at: rule.id, touched: [rule.id, "rival"] };
    },
  },
  {
    name: "a calendar that never opens",
    codes: ["emptyCalendar"],
    inject(workspace) {
      const calendars = workspace.calendars?.map((each) =>
        each.id === CALENDAR ? { ...each, weekly: {} } : each,
      );
      const touched = workspace.rules.filter(usesIt).map(({ id }) => id);
      return touched.length === 0 ? undefined : { workspace: { ...workspace, calendars }, touched };
    },
  },
];
