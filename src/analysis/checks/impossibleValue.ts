import type { Field } from "../../field.ts";
import { fold } from "../../text/fold.ts";
import { parseDay } from "../../time/date.ts";
import { itemsOf } from "../linting/items.ts";
import { leavesOf } from "../linting/scene.ts";
import { quoted, ruleName } from "../linting/wording.ts";
import { defineCheck, type Found } from "./define.ts";

/** A value that a field of that type never has: text for a number, `"true"` for a yes or no, nothing at all. */
export const impossibleValue = /* @__PURE__ */ defineCheck({
  severity: "error",
  *find(scene) {
    for (const each of scene.rules) {
      for (const { condition, path } of leavesOf(each, "classification")) {
        const field = scene.fields.get(condition.field);
        if (field === undefined) continue;
        for (const { value, path: place, suggest } of itemsOf(condition.is, [...path, "is"])) {
          if (HOLDS[field.type](value)) continue;
          const rule = ruleName(each);
          const written = quoted(String(value));
          const found: Found = {
            path: place,
            texts: {
              es: `En ${rule.es} el campo ${quoted(field.name)} se compara con ${written}, y nunca tendrá ese valor: ${EXPECTED[field.type].es}.`,
              en: `In ${rule.en} field ${quoted(field.name)} is compared with ${written}, which it never holds: ${EXPECTED[field.type].en}.`,
            },
          };
          // Text in a date field is compared as it is: a host may hold what is no date.
          const exact = field.type !== "date" || typeof value !== "string" || value === "";
          yield suggest === undefined || !exact ? found : { ...found, suggest };
        }
      }
    }
  },
});

type Test = (value: string | number | boolean) => boolean;

const isText: Test = (value) => typeof value === "string" && fold(value) !== "";

const HOLDS: { readonly [Type in Field["type"]]: Test } = {
  text: isText,
  select: isText,
  multi: isText,
  boolean: (value) => typeof value === "boolean",
  number: (value) => typeof value === "number",
  date: (value) => typeof value === "string" && parseDay(value) !== undefined,
};

const EXPECTED: { readonly [Type in Field["type"]]: { es: string; en: string } } = {
  text: { es: "se espera un texto", en: "text is expected" },
  select: { es: "se espera una de sus opciones", en: "one of its options is expected" },
  multi: { es: "se espera una de sus opciones", en: "one of its options is expected" },
  boolean: { es: "se espera true o false, sin comillas", en: "true or false without quotes is expected" },
  number: { es: "se espera un número, sin comillas", en: "a number without quotes is expected" },
  date: { es: "se espera una fecha AAAA-MM-DD", en: "a date, YYYY-MM-DD, is expected" },
};
