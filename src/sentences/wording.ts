/** The words that hold the sentences of rules together. */
import type { Locale } from "../language/define.ts";

/** What stands between the parts of a rule's sentence. */
export interface Wording {
  /** Before the conditions. */
  readonly when: string;
  /** Between alternatives that stand alone. */
  readonly orWhen: string;
  /** Before the first of alternatives that stand beside other conditions, and before the others. */
  readonly either: string;
  readonly orElse: string;
  /** After them. */
  readonly andAlso: string;
  /** Before conditions that must not all hold. */
  readonly notAll: string;
  readonly thus: string;
  readonly unconditionally: string;
  /** Before conditions of an `or` rule that no event can make true: "sin importar si". */
  readonly regardless: string;
  readonly orRegardless: string;
  /** Before an event that makes an alternative of an `or` rule true. */
  readonly orOn: string;
  readonly fieldChanges: readonly [before: string, after: string];
  readonly makesTrue: string;
  readonly stop: (integration: string) => string;
  readonly doesNotRun: string;
  readonly ruleInactive: string;
  readonly integrationAbsent: (integration: string) => string;
  readonly integrationDisabled: (integration: string) => string;
  readonly integrationInactive: (integration: string) => string;
}

/** By language. */
export const wordings: { readonly [Language in Locale]: Wording } = {
  es: {
    when: "si ",
    orWhen: "o si ",
    either: "o bien ",
    orElse: "o bien ",
    andAlso: "y además",
    notAll: "no se cumple todo esto a la vez: ",
    thus: "entonces ",
    unconditionally: "sin más condiciones",
    regardless: "sin importar si ",
    orRegardless: "o si ",
    orOn: "o ",
    fieldChanges: ["al cambiar el campo ", ""],
    makesTrue: "si con eso pasa a cumplirse que ",
    stop: (integration) => `y no se evaluarán las reglas siguientes de ${integration}`,
    doesNotRun: "por ahora no se ejecuta, porque ",
    ruleInactive: "la regla está desactivada",
    integrationAbsent: (integration) => `la integración ${integration} no está en el espacio de trabajo`,
    integrationDisabled: (integration) => `la integración ${integration} no está habilitada`,
    integrationInactive: (integration) => `la integración ${integration} está desactivada`,
  },
  en: {
    when: "if ",
    orWhen: "or if ",
    either: "either ",
    orElse: "or ",
    andAlso: "and also",
    notAll: "these do not all hold at once: ",
    thus: "then ",
    unconditionally: "without further conditions",
    regardless: "no matter whether ",
    orRegardless: "or whether ",
    orOn: "or ",
    fieldChanges: ["when the field ", " changes"],
    makesTrue: "if that makes it true that ",
    stop: (integration) => `and the later rules of ${integration} will not be evaluated`,
    doesNotRun: "for now it does not run, because ",
    ruleInactive: "the rule is switched off",
    integrationAbsent: (integration) => `the integration ${integration} is not in the workspace`,
    integrationDisabled: (integration) => `the integration ${integration} is not enabled`,
    integrationInactive: (integration) => `the integration ${integration} is switched off`,
  },
};
