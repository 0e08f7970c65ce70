import type { Locale } from "../../language/define.ts";
import { type Phrase, phrase, value } from "../../language/phrase.ts";
import type { Say } from "../../language/say.ts";
import { patternPresets } from "../../text/presets.ts";
import type { MessageMatchesCondition } from "../messageMatches.ts";
import type { ConditionPhrases } from "./define.ts";
import { noText, withQuote } from "./message.ts";

export const messageMatches: ConditionPhrases<MessageMatchesCondition> = {
  es: {
    holds: (condition, say) => phrase`el mensaje ${es(condition, say, "contiene", "coincide")}`,
    fails: (condition, say) => phrase`el mensaje no ${es(condition, say, "contiene", "coincide")}`,
    unmet: (condition, actual, say) =>
      noText(actual)
        ? phrase`el mensaje no tiene texto`
        : withQuote(messageMatches.es.fails(condition, say), actual, "dice", say),
    becomes: (condition, say) =>
      phrase`al recibir un mensaje del cliente que ${es(condition, say, "contenga", "coincida")}`,
  },
  en: {
    holds: (condition, say) => phrase`the message ${en(condition, say, "contains", "matches")}`,
    fails: (condition, say) => phrase`the message does not ${en(condition, say, "contain", "match")}`,
    unmet: (condition, actual, say) =>
      noText(actual)
        ? phrase`the message has no text`
        : withQuote(messageMatches.en.fails(condition, say), actual, "it says", say),
    becomes: (condition, say) =>
      phrase`when a customer's message that ${en(condition, say, "contains", "matches")} is received`,
  },
};

function es(condition: MessageMatchesCondition, say: Say, contain: string, match: string): Phrase {
  const preset = presetOf(condition);
  if (preset !== undefined) return phrase`${contain} ${value(PRESETS[preset].es, "pattern")}`;
  const { isExact, others } = flagsOf(condition);
  const notes = [
    ...(isExact ? ["distingue mayúsculas"] : []),
    ...(others === "" ? [] : [`con las opciones ${say.quote(others)}`]),
  ];
  return phrase`${match} con la expresión regular ${pattern(condition, say)}${noted(notes)}`;
}

function en(condition: MessageMatchesCondition, say: Say, contain: string, match: string): Phrase {
  const preset = presetOf(condition);
  if (preset !== undefined) return phrase`${contain} ${value(PRESETS[preset].en, "pattern")}`;
  const { isExact, others } = flagsOf(condition);
  const notes = [
    ...(isExact ? ["case-sensitive"] : []),
    ...(others === "" ? [] : [`with the flags ${say.quote(others)}`]),
  ];
  return phrase`${match} the regular expression ${pattern(condition, say)}${noted(notes)}`;
}

const pattern = ({ pattern: source }: MessageMatchesCondition, say: Say) =>
  value(say.quote(source, MAX_PATTERN), "pattern");

/** How much of a pattern is shown. */
const MAX_PATTERN = 200;

const noted = (notes: readonly string[]): Phrase =>
  notes.length === 0 ? [] : phrase` (${value(notes.join(", "), "flags")})`;

function flagsOf({ flags = "i" }: MessageMatchesCondition): { isExact: boolean; others: string } {
  return { isExact: !flags.includes("i"), others: [...flags.replace("i", "")].sort().join("") };
}

type Preset = keyof typeof patternPresets;

const PRESETS: { readonly [Name in Preset]: { readonly [Language in Locale]: string } } = {
  rut: { es: "un RUT", en: "a RUT" },
  email: { es: "una dirección de correo", en: "an e-mail address" },
  phoneChile: { es: "un teléfono de Chile", en: "a Chilean phone number" },
  orderNumber: { es: "un número de pedido", en: "an order number" },
};

function presetOf({ pattern: source, flags = "i" }: MessageMatchesCondition): Preset | undefined {
  return Object.keys(patternPresets)
    .filter(isPreset)
    .find((name) => patternPresets[name].pattern === source && patternPresets[name].flags === flags);
}

function isPreset(name: string): name is Preset {
  return Object.hasOwn(patternPresets, name);
}
