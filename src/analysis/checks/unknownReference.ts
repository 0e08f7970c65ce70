import { fold } from "../../text/fold.ts";
import type { DocumentPath, Edit, Texts } from "../findings.ts";
import { itemsOf } from "../linting/items.ts";
import { leavesOf, type RuleScene, type Scene } from "../linting/scene.ts";
import { quoted, ruleName } from "../linting/wording.ts";
import { defineCheck, type Found } from "./define.ts";

/** An id of an account, calendar, field, option or bot that is not in the workspace. */
export const unknownReference = /* @__PURE__ */ defineCheck({
  severity: "error",
  *find(scene) {
    for (const [at, { name, calendar }] of (scene.workspace.accounts ?? []).entries()) {
      if (calendar === undefined || scene.calendars.has(calendar)) continue;
      const user = { es: `la cuenta ${quoted(name)}`, en: `account ${quoted(name)}` };
      yield missing(["accounts", at, "calendar"], user, { kind: "calendar", id: calendar });
    }
    for (const each of scene.rules) {
      const user = ruleName(each);
      for (const { path, suggest, ...dangling } of danglingIn(each, scene)) {
        const found = missing(path, user, dangling);
        yield suggest === undefined ? found : { ...found, suggest };
      }
    }
  },
});

interface Missing {
  readonly kind: keyof typeof KINDS;
  readonly id: string;
  /** Of an option: the name of its field. Another field may have such an option. */
  readonly field?: string;
}

interface Dangling extends Missing {
  readonly path: DocumentPath;
  readonly suggest?: readonly Edit[];
}

function* danglingIn(each: RuleScene, scene: Scene): Iterable<Dangling> {
  for (const { condition, path } of leavesOf(each, "account")) {
    for (const item of itemsOf(condition.is, [...path, "is"])) {
      if (!scene.accounts.has(item.value)) yield { ...item, kind: "account", id: item.value };
    }
  }
  for (const { condition, path } of leavesOf(each, "classification")) {
    const field = scene.knownFields.get(condition.field);
    if (field === undefined) yield { path: [...path, "field"], kind: "field", id: condition.field };
    if (field?.type !== "select" && field?.type !== "multi") continue;
    for (const { value, ...item } of itemsOf(condition.is, [...path, "is"])) {
      const key = typeof value === "string" ? fold(value) : "";
      // What can be no option at all is an impossible value.
      if (typeof value === "string" && key !== "" && !field.options.has(key)) {
        const { name } = scene.fields.get(condition.field) ?? { name: condition.field };
        yield { ...item, kind: "option", id: value, field: name };
      }
    }
  }
  for (const { condition, path } of leavesOf(each, "withinBusinessHours", "outsideBusinessHours")) {
    if (condition.calendar === undefined || scene.calendars.has(condition.calendar)) continue;
    yield { path: [...path, "calendar"], kind: "calendar", id: condition.calendar };
  }
  for (const [at, action] of each.rule.actions.entries()) {
    if (action.type !== "activateBot" || scene.bots.has(action.bot)) continue;
    yield { path: [...each.path, "actions", at, "bot"], kind: "bot", id: action.bot };
  }
}

const KINDS = {
  account: { es: "una cuenta", en: "an account" },
  field: { es: "un campo", en: "a field" },
  option: { es: "una opción", en: "an option" },
  calendar: { es: "un horario hábil", en: "a calendar" },
  bot: { es: "un bot", en: "a bot" },
};

function missing(path: DocumentPath, user: Texts, { kind, id, field }: Missing): Found {
  const lacks =
    field === undefined
      ? { es: "que no existe", en: "that does not exist" }
      : { es: `que el campo ${quoted(field)} no tiene`, en: `that field ${quoted(field)} does not have` };
  return {
    path,
    texts: {
      es: `En ${user.es} se menciona ${KINDS[kind].es} ${lacks.es}: ${quoted(id)}.`,
      en: `In ${user.en} there is a reference to ${KINDS[kind].en} ${lacks.en}: ${quoted(id)}.`,
    },
  };
}
