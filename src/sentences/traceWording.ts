/** The words of traces and decisions. */
import type { SuppressionReason } from "../decision.ts";
import type { Locale } from "../language/define.ts";
import type { SkipReason } from "../trace.ts";

/** What became of a rule, in one language. */
export interface TraceWording {
  readonly rule: string;
  /** A rule without an id that can be read, by its place from 1 on. */
  readonly nameless: (place: number) => string;
  readonly fired: string;
  readonly notFired: string;
  readonly indeterminate: string;
  readonly skipped: string;
  readonly invalid: string;
  readonly because: string;
  /** Before facts that the event brought about, and before facts that were so already. */
  readonly brought: string;
  readonly already: string;
  /** Of an event that touches no alternative; after what event it is. */
  readonly broughtNothing: string;
  readonly heldBefore: string;
  readonly someMessage: string;
  readonly unknown: string;
  readonly isEvent: (event: string) => string;
  readonly isNotEvent: (actual: string, expected: string) => string;
  readonly notFromCustomer: string;
  readonly fromCustomer: string;
  readonly remedy: string;
  readonly remedyKnown: string;
  readonly otherwise: string;
  readonly issueAt: (place: string) => string;
  readonly moreIssues: (count: number) => string;
  readonly skips: { readonly [Reason in SkipReason]: string };
  readonly nothingFired: string;
  readonly oneFired: (rule: string) => string;
  readonly severalFired: (rules: string) => string;
  /** "(regla «A»)" */
  readonly asked: (rules: string, count: number) => string;
  readonly at: (
    duration: string | undefined,
    weekday: string,
    date: string,
    time: string,
    zone: string,
  ) => string;
  readonly atOnce: string;
  readonly reasons: { readonly [Reason in SuppressionReason]: string };
}

/** By language. */
export const traceWordings: { readonly [Language in Locale]: TraceWording } = {
  es: {
    rule: "la regla ",
    nameless: (place) => `la regla n.º ${place}`,
    fired: " se disparó",
    notFired: " no se disparó",
    indeterminate: " no se pudo decidir, porque falta saber ",
    skipped: " no se disparó, porque ",
    invalid: " no es válida y nunca se dispara: ",
    because: ", porque ",
    brought: "con este evento pasó a cumplirse que ",
    already: "ya se cumplía antes del evento que ",
    broughtNothing: "no cambia nada de lo que consultan sus condiciones",
    heldBefore: "lo que consultan sus condiciones ya se cumplía antes del evento",
    someMessage: "la recepción de un mensaje",
    unknown: "no se sabe si ",
    isEvent: (event) => `el evento es ${event}`,
    isNotEvent: (actual, expected) => `el evento es ${actual}, no ${expected}`,
    notFromCustomer: "el mensaje no es del cliente",
    fromCustomer: "el mensaje es del cliente",
    remedy: "Para dispararse, tendría que cumplirse esto: ",
    remedyKnown: "Se dispararía si se cumpliera esto: ",
    otherwise: "De lo contrario, se habría disparado.",
    issueAt: (place) => `en ${place}, `,
    moreIssues: (count) => `${count} ${count === 1 ? "problema" : "problemas"} más`,
    skips: {
      ruleInactive: "está desactivada",
      integrationDisabled: "su integración no está habilitada",
      integrationInactive: "su integración está desactivada",
      stopped: "se disparó antes otra regla de la misma integración que no deja evaluar las siguientes",
      loop: "el evento es consecuencia de una acción de la misma regla; sus condiciones se cumplen",
      depth: "el evento viene de una cadena de diez acciones, que es el máximo; sus condiciones se cumplen",
    },
    nothingFired: "No se disparó ninguna regla.",
    oneFired: (rule) => `se disparó la regla ${rule}.`,
    severalFired: (rules) => `se dispararon las reglas ${rules}.`,
    asked: (rules, count) => `(${count === 1 ? "regla" : "reglas"} ${rules})`,
    at: (duration, weekday, date, time, zone) =>
      `el ${weekday} ${date} a ${time} (hora de ${zone})${duration === undefined ? "" : `, ${duration} después`}`,
    atOnce: "al instante",
    reasons: {
      alreadyActive: "ese bot ya está activo",
      otherBotActive: "hay otro bot activo",
      botInactive: "el bot está desactivado",
      botUnknown: "el bot no existe",
      noActiveBot: "no hay ningún bot activo",
      conflict: "una acción anterior ya decidió sobre el bot en este evento",
      spamThreshold: "hay otra encuesta al mismo cliente dentro del umbral de spam",
      customerUnknown: "la regla tiene un umbral de spam y no se sabe quién es el cliente",
    },
  },
  en: {
    rule: "rule ",
    nameless: (place) => `rule no. ${place}`,
    fired: " fired",
    notFired: " did not fire",
    indeterminate: " could not be decided, because this is not known: ",
    skipped: " did not fire, because ",
    invalid: " is not valid and never fires: ",
    because: ", because ",
    brought: "the event made it true that ",
    already: "it was true before the event that ",
    broughtNothing: "it changes nothing that its conditions look at",
    heldBefore: "what its conditions look at held before the event already",
    someMessage: "the receipt of a message",
    unknown: "it is not known whether ",
    isEvent: (event) => `the event is ${event}`,
    isNotEvent: (actual, expected) => `the event is ${actual}, not ${expected}`,
    notFromCustomer: "the message is not from the customer",
    fromCustomer: "the message is from the customer",
    remedy: "For it to fire, this would have to hold: ",
    remedyKnown: "It would fire if this held: ",
    otherwise: "Otherwise it would have fired.",
    issueAt: (place) => `at ${place}, `,
    moreIssues: (count) => `${count} more ${count === 1 ? "problem" : "problems"}`,
    skips: {
      ruleInactive: "it is switched off",
      integrationDisabled: "its integration is not enabled",
      integrationInactive: "its integration is switched off",
      stopped: "an earlier rule of the same integration fired and keeps later ones from being evaluated",
      loop: "the event came of an action of the same rule; its conditions hold",
      depth: "the event comes of a chain of ten actions, which is the most there may be; its conditions hold",
    },
    nothingFired: "No rule fired.",
    oneFired: (rule) => `rule ${rule} fired.`,
    severalFired: (rules) => `rules ${rules} fired.`,
    asked: (rules, count) => `(${count === 1 ? "rule" : "rules"} ${rules})`,
    at: (duration, weekday, date, time, zone) =>
      `on ${weekday} ${date} at ${time} (${zone} time)${duration === undefined ? "" : `, ${duration} later`}`,
    atOnce: "at once",
    reasons: {
      alreadyActive: "that bot is active already",
      otherBotActive: "another bot is active",
      botInactive: "the bot is switched off",
      botUnknown: "the bot does not exist",
      noActiveBot: "no bot is active",
      conflict: "an earlier action has already decided on the bot for this event",
      spamThreshold: "there is another survey to the same customer within the spam threshold",
      customerUnknown: "the rule has a spam threshold and nobody knows the customer",
    },
  },
};
