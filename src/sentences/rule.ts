/** The sentence of a rule. */

import type { Action } from "../integrations/index.ts";
import { eventWording } from "../integrations/phrases/events.ts";
import { actionPhrase, integrationPhrases } from "../integrations/phrases/index.ts";
import type { Locale } from "../language/define.ts";
import { capitalized, joined, type Phrase, phrase, placed } from "../language/phrase.ts";
import type { Say } from "../language/say.ts";
import type { Rule } from "../rule.ts";
import { isRecord, member } from "../schema.ts";
import { alternativesPhrase } from "./alternatives.ts";
import { clauseOfAll, joinerIn, leafIn } from "./clauses.ts";
import { type DescribeOptions, sayIn } from "./names.ts";
import { wordings } from "./wording.ts";

/** "Al recibir un mensaje del cliente, si A y B, entonces se hará C." */
export function ruleSentence(rule: Rule, options: DescribeOptions): Phrase {
  const { locale, workspace } = options;
  const say = sayIn(options);
  const name = integrationPhrases[rule.integration][locale].name;
  const when = eventWording(rule.trigger, locale)?.when ?? say.quote(rule.trigger);
  return capitalized([
    ...placed(phrase`${when}`, "trigger", ["trigger"]),
    ...conditionsPhrase(rule, locale, say),
    ...actionsPhrase(rule, locale, say),
    ...(rule.stop === true
      ? phrase`, ${placed(phrase`${wordings[locale].stop(name)}`, "stop", ["stop"])}`
      : []),
    ...switchesPhrase(rule, workspace, name, locale, say),
    { text: "." },
  ]);
}

/** With the commas on both sides. */
function conditionsPhrase(rule: Rule, locale: Locale, say: Say): Phrase {
  const words = wordings[locale];
  const operator = (text: string) => placed(phrase`${text}`, "operator", ["operator"]);
  if (rule.conditions.length === 0) return phrase`, ${operator(words.unconditionally)}, `;
  if (rule.operator === "or") return phrase`${alternativesPhrase(rule, locale, say)}, `;
  const clause = clauseOfAll(rule.operator, rule.conditions, [], true, leafIn(locale, say));
  return phrase`, ${operator(words.when)}${joinerIn(locale, say).alone(clause)}, ${words.thus}`;
}

function actionsPhrase({ integration, actions }: Rule, locale: Locale, say: Say): Phrase {
  const written = actions.map((action: Action, at: number) =>
    placed(actionPhrase(action, locale, say), "action", ["actions", at]),
  );
  return joined(written, () => phrase`${integrationPhrases[integration][locale].between}`);
}

/** "; por ahora no se ejecuta, porque la regla está desactivada" */
function switchesPhrase(
  { active, integration }: Rule,
  workspace: unknown,
  name: string,
  locale: Locale,
  say: Say,
): Phrase {
  const words = wordings[locale];
  const settings = member(member(workspace, "integrations"), integration);
  const reasons: Phrase[] = [
    ...(active ? [] : [placed(phrase`${words.ruleInactive}`, "switch", ["active"])]),
    ...integrationReasons(settings, words, name).map((text) =>
      placed(phrase`${text}`, "switch", ["integration"]),
    ),
  ];
  return reasons.length === 0 ? [] : phrase`; ${words.doesNotRun}${say.list(reasons, "and")}`;
}

function integrationReasons(
  settings: unknown,
  words: (typeof wordings)[Locale],
  name: string,
): readonly string[] {
  if (settings === undefined) return [words.integrationAbsent(name)];
  if (!isRecord(settings)) return [];
  if (settings.enabled === false) return [words.integrationDisabled(name)];
  return settings.active === false ? [words.integrationInactive(name)] : [];
}
