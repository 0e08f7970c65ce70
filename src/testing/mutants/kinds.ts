/** The kinds of small mistakes that mutants make, each in words, with what scenario would notice it. */

/** A kind of mistake. */
export type MutantKind = keyof typeof mutantKinds;

/** The parts of a change that its words are made of. Absent where a kind needs none. */
export interface Wording {
  /** What stood there. */
  readonly from?: string | undefined;
  /** What stands there now. */
  readonly to?: string | undefined;
}

/** A text in both languages. */
export interface Texts {
  es: string;
  en: string;
}

interface KindWords {
  readonly es: (wording: Wording) => string;
  readonly en: (wording: Wording) => string;
  readonly hint: Texts;
}

const ALONE = {
  es: "agrega un escenario en que esta condición decida por sí sola",
  en: "add a scenario in which this condition alone decides",
};

const VALUE = {
  es: "agrega un escenario con este valor",
  en: "add a scenario with this very value",
};

const BOUND = {
  es: "agrega un escenario justo en el límite y otro justo antes",
  en: "add a scenario right at the bound, and one right before it",
};

const EFFECT = {
  es: "comprueba en `effects` lo que la regla pide al dispararse",
  en: "say in `effects` what the rule asks for when it fires",
};

const BOTH = {
  es: "agrega un escenario en que se disparen las dos",
  en: "add a scenario in which both fire",
};

/** Every kind. */
export const mutantKinds = {
  toggleRule: {
    es: ({ to }) => (to === "off" ? "desactivada" : "activada"),
    en: ({ to }) => (to === "off" ? "switched off" : "switched on"),
    hint: {
      es: "agrega un escenario en que la regla se dispare, y dilo en `fired`",
      en: "add a scenario in which the rule fires, and say so in `fired`",
    },
  },
  changeTrigger: {
    es: ({ from, to }) => `se inicia con \`${to}\` en lugar de \`${from}\``,
    en: ({ from, to }) => `starts from \`${to}\` instead of \`${from}\``,
    hint: {
      es: "agrega un escenario de cada tipo de evento",
      en: "add a scenario of each type of event",
    },
  },
  changeOperator: {
    es: ({ from, to }) => `operador \`${to}\` en lugar de \`${from}\``,
    en: ({ from, to }) => `operator \`${to}\` instead of \`${from}\``,
    hint: {
      es: "agrega un escenario en que solo una de las condiciones se cumpla",
      en: "add a scenario in which only one of the conditions holds",
    },
  },
  negateCondition: { es: () => "condición negada", en: () => "condition negated", hint: ALONE },
  dropCondition: {
    es: () => "sin la condición",
    en: () => "without the condition",
    hint: {
      es: "agrega un escenario en que solo esta condición impida el disparo",
      en: "add a scenario in which only this condition keeps the rule from firing",
    },
  },
  swapHours: {
    es: ({ to }) => (to === "outsideBusinessHours" ? "fuera de horario hábil" : "en horario hábil"),
    en: ({ to }) => (to === "outsideBusinessHours" ? "outside business hours" : "within business hours"),
    hint: ALONE,
  },
  changeCalendar: {
    es: ({ from, to }) => `horario hábil \`${to}\` en lugar de \`${from}\``,
    en: ({ from, to }) => `calendar \`${to}\` instead of \`${from}\``,
    hint: {
      es: "agrega un escenario a una hora en que los dos horarios difieran",
      en: "add a scenario at a time at which the two calendars differ",
    },
  },
  dropValue: { es: ({ from }) => `sin \`${from}\``, en: ({ from }) => `without \`${from}\``, hint: VALUE },
  addValue: { es: ({ to }) => `también \`${to}\``, en: ({ to }) => `\`${to}\` too`, hint: VALUE },
  changeValue: {
    es: ({ from, to }) => `\`${to}\` en lugar de \`${from}\``,
    en: ({ from, to }) => `\`${to}\` instead of \`${from}\``,
    hint: VALUE,
  },
  changeMode: {
    es: ({ to }) => (to === "substring" ? "en cualquier parte del texto" : "como palabras completas"),
    en: ({ to }) => (to === "substring" ? "anywhere in the text" : "as whole words"),
    hint: {
      es: "agrega un escenario con la palabra dentro de otra",
      en: "add a scenario with the word inside another one",
    },
  },
  changeMatch: {
    es: ({ to }) => (to === "all" ? "todas las palabras" : "cualquiera de las palabras"),
    en: ({ to }) => (to === "all" ? "all of the words" : "any of the words"),
    hint: {
      es: "agrega un escenario con una sola de las palabras",
      en: "add a scenario with one of the words only",
    },
  },
  changePattern: {
    es: ({ from, to }) => `patrón \`${to}\` en lugar de \`${from}\``,
    en: ({ from, to }) => `pattern \`${to}\` instead of \`${from}\``,
    hint: {
      es: "agrega un escenario con texto antes y después de lo buscado, o con otras mayúsculas",
      en: "add a scenario with text around what is looked for, or in other case",
    },
  },
  shiftTime: {
    es: ({ from, to }) => `${to} en lugar de ${from}`,
    en: ({ from, to }) => `${to} instead of ${from}`,
    hint: BOUND,
  },
  shiftDate: {
    es: ({ from, to }) => `${to} en lugar de ${from}`,
    en: ({ from, to }) => `${to} instead of ${from}`,
    hint: BOUND,
  },
  dropBound: {
    es: ({ from }) => `sin el límite ${from}`,
    en: ({ from }) => `without the bound ${from}`,
    hint: BOUND,
  },
  dropAction: { es: ({ from }) => `sin \`${from}\``, en: ({ from }) => `without \`${from}\``, hint: EFFECT },
  swapActions: {
    es: ({ from, to }) => `\`${to}\` antes que \`${from}\``,
    en: ({ from, to }) => `\`${to}\` before \`${from}\``,
    hint: EFFECT,
  },
  changeAction: {
    es: ({ from, to }) => `\`${to}\` en lugar de \`${from}\``,
    en: ({ from, to }) => `\`${to}\` instead of \`${from}\``,
    hint: EFFECT,
  },
  shiftNumber: {
    es: ({ from, to }) => `${to} en lugar de ${from}`,
    en: ({ from, to }) => `${to} instead of ${from}`,
    hint: EFFECT,
  },
  toggleStop: {
    es: ({ to }) => (to === "on" ? "detiene las reglas siguientes" : "no detiene las reglas siguientes"),
    en: ({ to }) => (to === "on" ? "stops later rules" : "does not stop later rules"),
    hint: {
      es: "agrega un escenario en que se cumplan esta regla y una posterior de la misma integración",
      en: "add a scenario in which this rule and a later one of its integration hold",
    },
  },
  swapRules: {
    es: ({ to }) => `después de la regla \`${to}\``,
    en: ({ to }) => `after rule \`${to}\``,
    hint: BOTH,
  },
} satisfies { [kind: string]: KindWords };

/** What was changed, in words. */
export function wordsOf(kind: MutantKind, wording: Wording): Texts {
  const { es, en }: KindWords = mutantKinds[kind];
  return { es: es(wording), en: en(wording) };
}

/** What scenario would notice it. */
export function hintOf(kind: MutantKind): Texts {
  return { ...mutantKinds[kind].hint };
}
