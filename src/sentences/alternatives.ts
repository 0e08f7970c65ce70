/** What an `or` at the root means (spec §5): which events can make which of its alternatives true. */
import { conditionKinds, type LeafCondition, type LeafType } from "../conditions/index.ts";
import type { Reading } from "../conditions/leaf.ts";
import { phrasesOf } from "../conditions/phrases/index.ts";
import { touchedBy } from "../conditions/root.ts";
import type { Condition, Path } from "../conditions/tree.ts";
import { eventWording } from "../integrations/phrases/events.ts";
import type { Locale } from "../language/define.ts";
import { joined, type Phrase, phrase, placed, value } from "../language/phrase.ts";
import type { Say } from "../language/say.ts";
import type { Rule } from "../rule.ts";
import { clauseOf, joinerIn, leafIn } from "./clauses.ts";
import { wordings } from "./wording.ts";

/** After the trigger: "(sin importar si A)", and the events that fire the rule as well: ", o cuando B pasa a ser C". */
export function alternativesPhrase({ trigger, conditions }: Rule, locale: Locale, say: Say): Phrase {
  const words = wordings[locale];
  const { within } = joinerIn(locale, say);
  const write = leafIn(locale, say);
  const operator = (text: string) => placed(phrase`${text}`, "operator", ["operator"]);
  const nodes = conditions.map((condition, at) => {
    const path: Path = ["conditions", at];
    const others = readingsOf(condition, path).filter(({ events }) =>
      events.some((type) => type !== trigger),
    );
    return { condition, path, others, clause: clauseOf(condition, path, true, write) };
  });
  const still = nodes.filter(({ others }) => others.length === 0).map(({ clause }) => within(clause));
  const moving = nodes.filter(({ others }) => others.length > 0);
  return [
    ...(still.length === 0
      ? []
      : phrase` (${operator(words.regardless)}${joined(still, () => operator(` ${words.orRegardless}`))})`),
    ...moving.flatMap(({ condition, path, others, clause }) => [
      ...operator(`, ${words.orOn}`),
      ...(becoming(condition, path, locale, say) ??
        phrase`${eventsPhrase(others, trigger, locale, say)}${operator(`, ${words.makesTrue}`)}${within(clause)}`),
    ]),
  ];
}

/** The short form of an alternative that is one leaf: "cuando el campo «A» pasa a ser «B»". */
function becoming(condition: Condition, path: Path, locale: Locale, say: Say): Phrase | undefined {
  if (condition.type === "group") {
    const [only, ...others] = condition.conditions;
    const isOnly = only !== undefined && others.length === 0 && condition.operator !== "not";
    return isOnly ? becoming(only, [...path, "conditions", 0], locale, say) : undefined;
  }
  const becomes = phrasesOf(condition)[locale].becomes?.(condition, say);
  return becomes && placed(becomes, "condition", path);
}

/** "al recibir un mensaje del cliente o al cambiar el campo «A» o «B»" */
function eventsPhrase(others: readonly Touch[], trigger: string, locale: Locale, say: Say): Phrase {
  const { fieldChanges } = wordings[locale];
  const fields = new Map(
    others.flatMap(({ reading, path }) =>
      reading.fact === "field"
        ? [[reading.field, placed(value(say.field(reading.field), "field"), "value", path)]]
        : [],
    ),
  );
  const types = new Set(others.flatMap(({ reading, events }) => (reading.fact === "field" ? [] : events)));
  types.delete(trigger);
  const [before, after] = fieldChanges;
  return say.list(
    [
      ...[...types].map((type) => phrase`${eventWording(type, locale)?.when ?? say.quote(type)}`),
      ...(fields.size === 0 ? [] : [phrase`${before}${say.list([...fields.values()], "or")}${after}`]),
    ],
    "or",
  );
}

/** A leaf that some events touch. */
interface Touch {
  readonly path: Path;
  readonly reading: Reading;
  readonly events: readonly string[];
}

function readingsOf(condition: Condition, path: Path): Touch[] {
  if (condition.type === "group")
    return condition.conditions.flatMap((each, at) => readingsOf(each, [...path, "conditions", at]));
  const reading = readingOf(condition);
  return [{ path, reading, events: touchedBy(reading) }];
}

/** What a leaf reads: the list of kinds is keyed by the tag, which the types cannot follow. */
function readingOf<Leaf extends LeafCondition>(leaf: Leaf): Reading {
  const { reads } = conditionKinds[leaf.type as LeafType] as unknown as { reads: (leaf: Leaf) => Reading };
  return reads(leaf);
}
