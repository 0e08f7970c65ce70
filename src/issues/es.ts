/** Issues in Spanish. */
import {
  type Expected,
  type NotAllowed,
  quote,
  type Sentences,
  type Thing,
  type Things,
  type Wording,
  type WordSet,
} from "./define.ts";
import { type PatternFault, refusalIn } from "./patterns/define.ts";
import { es as patternWords } from "./patterns/es.ts";

/** @see Sentences */
export const es: Sentences = {
  missing: ({ expected }) => `falta este dato: se espera ${written(expected)}`,
  wrongType: ({ expected }) => `se espera ${written(expected)}`,
  outOfRange: ({ expected }) => `se espera ${written(expected)}`,
  unknownKey({ keys, expected }) {
    const what = keys.length === 1 ? "clave desconocida" : "claves desconocidas";
    return `${what} ${keys.map(quote).join(", ")}: se espera ${anyOf(expected)}`;
  },
  tooMuchWrong: () => "hay demasiados errores aquí para enumerarlos todos",
  empty: ({ expected }) => `está vacío: se espera ${written(expected)}`,
  blankName: () => "está en blanco: se espera un nombre",
  tooLong: ({ most }) => `tiene más de ${most} caracteres`,
  emptyList: ({ of }) =>
    typeof of === "string"
      ? `no hay ${LISTS[of].name}: se espera al menos ${LISTS[of].one}`
      : `no hay ${of.es}`,
  tooMany: ({ of, most }) => `hay más de ${most} ${of === "items" ? "elementos" : listed(of)}`,
  unknownWord: ({ of, value, expected }) =>
    `${typeof of === "string" ? WORDS[of] : of.es} ${quote(value)}: se espera ${anyOf(expected)}`,
  duplicateId: () => "el id está repetido: se esperan ids distintos",

  unknownSchemaVersion: ({ value, expected }) =>
    `schemaVersion desconocido ${quote(value)}: se espera ${expected}`,
  otherSchemaVersion: () => "el schemaVersion del documento no es 1",
  unknownTimeZone: ({ value }) => `zona horaria desconocida ${quote(value)}`,
  optionsNotAllowed: ({ type }) =>
    `un campo de tipo ${type} no admite opciones: se espera un campo de tipo select o multi`,

  notATime: ({ value }) => `${quote(value)} no es una hora: se espera HH:MM`,
  endAsStart: () => "`24:00` no puede ser una hora de inicio: se espera una de 00:00 a 23:59",
  sameTimes: () => "empieza y termina a la misma hora: el día completo va de 00:00 a 24:00",
  overlappingIntervals: () => "se superpone con otro intervalo",
  notADate: ({ value }) => `${quote(value)} no es una fecha: se espera AAAA-MM-DD`,
  notAnExceptionDate: ({ value }) =>
    `${quote(value)} no es una fecha: se espera AAAA-MM-DD, o MM-DD si es de todos los años`,
  notAnInstant: () => `se espera ${INSTANT}`,
  noRange: () => "no hay rango: se espera `from`, `to` o ambos",
  reversedRange: () => "`to` es anterior a `from`",

  unknownIntegration: ({ value, expected }) =>
    `integración desconocida ${quote(value)}: se espera ${anyOf(expected)}`,
  absentIntegration: ({ integration }) =>
    `la integración ${quote(integration)} no está en el espacio de trabajo`,
  brokenIntegration: ({ integration }) =>
    `la configuración de la integración ${quote(integration)} no es válida`,
  triggerNotAllowed: (params) => `la primera condición (\`trigger\`) ${notAvailable(params)}`,
  unknownCondition: ({ value, expected }) =>
    `condición desconocida ${quote(value)}: se espera ${anyOf(expected)}`,
  conditionNotAllowed: (params) => `la condición ${notAvailable(params)}`,
  nestedTooDeep: ({ most }) =>
    `demasiados niveles de anidación: se esperan como máximo ${most} grupos uno dentro de otro`,
  unknownAction: ({ value, expected }) => `acción desconocida ${quote(value)}: se espera ${anyOf(expected)}`,
  actionNotAllowed: (params) => `la acción ${notAvailable(params)}`,
  noAction: () => "no hay acciones: se espera al menos una",
  notOneAction: () => "se espera exactamente una acción",

  noWordsLeft: () => "de estas palabras no queda nada que buscar: se esperan letras, dígitos o signos",
  emptyPattern: () => "está vacía: coincidiría con todos los mensajes",
  "regex/syntax": (fault) => `no es una expresión regular válida: ${aboutPattern(fault)}`,
  "regex/flags": aboutPattern,
  "regex/tooLong": aboutPattern,
  "regex/tooLarge": aboutPattern,
  patternRefused: ({ reason }) => `el motor de expresiones regulares la rechazó: ${reason}`,

  urlCharacters: () => "una URL no admite espacios, caracteres de control ni barras invertidas",
  notAUrl: () => "no es una URL: se espera https://…",
  urlNotHttps: () => "no es una URL https: se espera https://…",
  urlCredentials: () => "una URL no puede llevar credenciales",
  urlLocalhost: () => "no se admite localhost: se espera un servidor público",
  urlPrivate: () => "no se admite una dirección privada: se espera un servidor público",

  other: ({ message }) => (typeof message === "string" ? `no es válido: ${message}` : message.es),
};

const INSTANT = "un Date, o ISO 8601 con Z o con desfase horario, como 2026-03-14T09:30:00-03:00";

const THINGS: { readonly [Key in Thing]: string } = {
  object: "un objeto",
  boolean: "true o false",
  text: "un texto",
  id: "un id",
  name: "un nombre",
  token: "un token",
  secret: "un secreto",
  url: "una URL https",
  timeZone: "una zona horaria, como `America/Santiago`",
  time: "una hora, HH:MM",
  interval: "un par de horas, [inicio, término]",
  date: "una fecha, AAAA-MM-DD",
  instant: INSTANT,
  word: "una palabra",
  pattern: "una expresión regular",
  flags: "las opciones de la expresión regular",
  value: "un texto, un número o un booleano",
  fieldValue: "un texto, una lista de textos, un booleano, un número o null",
  rule: "una regla",
  condition: "una condición",
  action: "una acción",
  eventType: "un tipo de evento",
  workspace: "un espacio de trabajo: un objeto con `schemaVersion`",
};

/** What a list holds, and one of it. */
const LISTS: { readonly [Key in Things]: { readonly name: string; readonly one: "uno" | "una" } } = {
  accounts: { name: "cuentas", one: "una" },
  calendars: { name: "horarios hábiles", one: "uno" },
  fields: { name: "campos", one: "uno" },
  rules: { name: "reglas", one: "una" },
  options: { name: "opciones", one: "una" },
  bots: { name: "bots", one: "uno" },
  conditions: { name: "condiciones", one: "una" },
  actions: { name: "acciones", one: "una" },
  intervals: { name: "intervalos", one: "uno" },
  words: { name: "palabras", one: "una" },
  weekdays: { name: "días de la semana", one: "uno" },
  values: { name: "valores", one: "uno" },
  accountIds: { name: "ids de cuentas", one: "uno" },
  ruleIds: { name: "ids de reglas", one: "uno" },
  surveys: { name: "encuestas", one: "una" },
};

const PAIRS = {
  intervalsByDate: "fechas y sus intervalos",
  valuesByField: "ids de campos y sus valores",
  changesByField: "ids de campos y sus cambios",
};

const QUANTITIES = {
  survey: "un número de encuesta",
  minutes: "una cantidad de minutos",
  days: "una cantidad de días",
  depth: "una profundidad",
};

const WORDS: { readonly [Key in WordSet]: string } = {
  operator: "operador desconocido",
  weekday: "día de la semana desconocido",
  fieldType: "tipo de campo desconocido",
  mode: "modo desconocido",
  match: "forma de coincidir desconocida",
  assigneeType: "tipo de responsable desconocido",
  status: "estado desconocido",
  direction: "dirección desconocida",
  author: "autor desconocido",
  surveyStatus: "estado de encuesta desconocido",
};

/** As the page calls them. */
const INTEGRATIONS: ReadonlyMap<string, string> = new Map([
  ["botcenter", "BotCenter"],
  ["timepoints", "TimePoints"],
  ["webhook", "Webhook de Notificaciones"],
]);

function written(expected: Expected): string {
  if (typeof expected === "string") return THINGS[expected];
  if ("es" in expected) return expected.es;
  if ("oneOf" in expected) return anyOf(expected.oneOf);
  if ("listOf" in expected) return `una lista de ${listed(expected.listOf)}`;
  if ("objectOf" in expected) {
    const { objectOf } = expected;
    return `un objeto de ${typeof objectOf === "string" ? PAIRS[objectOf] : objectOf.es}`;
  }
  const { whole, least, most } = expected;
  const bounds = most === undefined ? `de ${least} o más` : `de ${least} a ${most}`;
  return `${typeof whole === "string" ? QUANTITIES[whole] : whole.es}, un número entero ${bounds}`;
}

function listed(things: Things | Wording): string {
  return typeof things === "string" ? LISTS[things].name : things.es;
}

/** "a, b o c"; "u" before the sound of an o. */
function anyOf(options: readonly string[]): string {
  const last = options.at(-1) ?? "";
  if (options.length < 2) return last;
  return `${options.slice(0, -1).join(", ")} ${/^h?o/i.test(last) ? "u" : "o"} ${last}`;
}

function notAvailable({ value, integration, expected }: NotAllowed): string {
  const rules = `las reglas de ${INTEGRATIONS.get(integration) ?? integration}`;
  return `${quote(value)} no está disponible en ${rules}: se espera ${anyOf(expected)}`;
}

function aboutPattern(fault: PatternFault): string {
  const { problem, instead, at } = refusalIn(patternWords, fault);
  return `${problem}${at === undefined ? "" : `, en el carácter ${at + 1}`}; ${instead}`;
}
