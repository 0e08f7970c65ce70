/** How findings name the parts of a workspace: by name, and conditions as the page calls them, by their number. */
import type { LeafType } from "../../conditions/index.ts";
import type { Condition } from "../../conditions/tree.ts";
import { textOf } from "../../language/phrase.ts";
import { clauseOf, joinerIn, leafIn } from "../../sentences/clauses.ts";
import type { DocumentPath, Texts } from "../findings.ts";
import type { RuleScene, Scene } from "./scene.ts";

/** The same in both languages. */
export function both(write: (language: keyof Texts) => string): Texts {
  return { es: write("es"), en: write("en") };
}

/** User text between quotation marks, and short. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return `“${line.length > 60 ? `${[...line.slice(0, 114)].slice(0, 57).join("")}…` : line}”`;
}

/** `la regla “Lead bot”`. */
export function ruleName({ rule }: RuleScene): Texts {
  return { es: `la regla ${quoted(rule.name)}`, en: `rule ${quoted(rule.name)}` };
}

/** `la condición 2.1 (la cuenta es “Instagram”)`: numbered as on the screen, from 1, and in words where they are few. */
export function conditionName(condition: Condition, path: DocumentPath, scene: Pick<Scene, "say">): Texts {
  const told = toldOf({ condition, path }, scene);
  return { es: `la condición ${told.es}`, en: `condition ${told.en}` };
}

/** `las condiciones 1 (la cuenta es “Instagram”) y 3 (Horario)`. */
export function conditionNames(
  conditions: readonly { condition: Condition; path: DocumentPath }[],
  scene: Pick<Scene, "say">,
): Texts {
  const [first] = conditions;
  if (conditions.length === 1 && first !== undefined) {
    return conditionName(first.condition, first.path, scene);
  }
  const names = (language: keyof Texts) => conditions.map((each) => toldOf(each, scene)[language]);
  return {
    es: `las condiciones ${listed(names("es"), "y")}`,
    en: `conditions ${listed(names("en"), "and")}`,
  };
}

/** The most characters that the words of a condition take. Longer ones are told by what the page calls their type. */
const FEW = 60;

function toldOf(
  { condition, path }: { condition: Condition; path: DocumentPath },
  { say }: Pick<Scene, "say">,
): Texts {
  return both((language) => {
    const clause = clauseOf(condition, [], true, leafIn(language, say[language]));
    // A group brings its own parentheses.
    const words = textOf(joinerIn(language, say[language]).within(clause));
    const told = clause.kind === "leaf" ? `(${words})` : words;
    const isShort = told.length <= FEW && told.startsWith("(");
    return `${numberOf(path)} ${isShort ? told : `(${LABELS[condition.type][language]})`}`;
  });
}

/** `a, b y c`. */
export function listed(items: readonly string[], joint: string): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${joint} ${items.at(-1)}`;
}

/** With a capital at the start. */
export function sentence(text: string): string {
  return text.replace(/^./u, (first) => first.toUpperCase());
}

/** What the page calls a type of condition. */
export const LABELS: { readonly [Type in LeafType | "group"]: Texts } = {
  account: { es: "Cuenta", en: "account" },
  classification: { es: "Clasificación de ticket", en: "classification" },
  messageContains: { es: "Mensaje contiene", en: "message contains" },
  messageMatches: { es: "Mensaje coincide con", en: "message matches" },
  withinBusinessHours: { es: "En horario hábil", en: "within business hours" },
  outsideBusinessHours: { es: "Fuera de horario hábil", en: "outside business hours" },
  weekday: { es: "Día de la semana", en: "weekday" },
  unassigned: { es: "Ticket no asignado", en: "unassigned" },
  dateRange: { es: "Rango de tiempo", en: "date range" },
  timeRange: { es: "Horario", en: "time range" },
  unattended: { es: "Ticket no abordado", en: "unattended" },
  group: { es: "condición anidada", en: "nested group" },
};

function numberOf(path: DocumentPath): string {
  return path
    .flatMap((key, at) => (path[at - 1] === "conditions" && typeof key === "number" ? [key + 1] : []))
    .join(".");
}
