import type { Conjunction } from "../../language/define.ts";
import { type Phrase, phrase, value } from "../../language/phrase.ts";
import type { Say } from "../../language/say.ts";
import { fold } from "../../text/fold.ts";
import type { MessageContainsCondition } from "../messageContains.ts";
import type { ConditionPhrases } from "./define.ts";
import { noText, withQuote } from "./message.ts";

export const messageContains: ConditionPhrases<MessageContainsCondition> = {
  es: {
    holds: (condition, say) => phrase`el mensaje contiene ${es(condition, say)}`,
    fails: (condition, say) => phrase`el mensaje no contiene ${notEs(condition, say)}`,
    unmet: (condition, actual, say) =>
      noText(actual)
        ? phrase`el mensaje no tiene texto`
        : withQuote(phrase`el mensaje no contiene ${notEs(condition, say)}`, actual, "dice", say),
    becomes: (condition, say) => phrase`al recibir un mensaje del cliente que contenga ${es(condition, say)}`,
  },
  en: {
    holds: (condition, say) => phrase`the message contains ${en(condition, say)}`,
    fails: (condition, say) => phrase`the message does not contain ${en(condition, say, "not even")}`,
    unmet: (condition, actual, say) =>
      noText(actual)
        ? phrase`the message has no text`
        : withQuote(
            phrase`the message does not contain ${en(condition, say, "not even")}`,
            actual,
            "it says",
            say,
          ),
    becomes: (condition, say) =>
      phrase`when a customer's message that contains ${en(condition, say)} is received`,
  },
};

/** "la palabra «baja»", "alguna de las palabras «baja» o «cancelar»", "a la vez las palabras «rut» y «factura»" */
function es(condition: MessageContainsCondition, say: Say, suffix = suffixEs("incluso", condition)): Phrase {
  const { one, many, some } = NOUNS_ES[madeOf(condition)];
  if (heard(condition).length === 1) return phrase`${one}${listOf(condition, "or", say)}${suffix}`;
  return condition.match === "all"
    ? phrase`a la vez ${many}${listOf(condition, "and", say)}${suffix}`
    : phrase`${some}${listOf(condition, "or", say)}${suffix}`;
}

/** What is not contained: "las palabras «baja» ni «cancelar»" */
function notEs(condition: MessageContainsCondition, say: Say): Phrase {
  const { many } = NOUNS_ES[madeOf(condition)];
  const suffix = suffixEs("ni siquiera", condition);
  if (heard(condition).length === 1 || condition.match === "all") return es(condition, say, suffix);
  return phrase`${many}${listOf(condition, "nor", say)}${suffix}`;
}

function suffixEs(even: string, { mode }: MessageContainsCondition): string {
  return mode === "substring" ? `, ${even} como parte de otra palabra` : "";
}

const NOUNS_ES = {
  words: /* @__PURE__ */ nouns("la palabra ", "las palabras ", "alguna de las palabras "),
  phrases: /* @__PURE__ */ nouns("la frase ", "las frases ", "alguna de las frases "),
  both: /* @__PURE__ */ nouns("", "las palabras o frases ", "alguna de las palabras o frases "),
  signs: /* @__PURE__ */ nouns("", "", ""),
  texts: /* @__PURE__ */ nouns("el texto ", "los textos ", "alguno de los textos "),
};

/** "the word “baja”", "any of the words “baja” or “cancelar”", "all of the words “rut” and “factura”" */
function en(condition: MessageContainsCondition, say: Say, even = "even"): Phrase {
  const { one, many, some } = NOUNS_EN[madeOf(condition)];
  const suffix = condition.mode === "substring" ? `, ${even} inside another word` : "";
  if (heard(condition).length === 1) return phrase`${one}${listOf(condition, "or", say)}${suffix}`;
  return condition.match === "all"
    ? phrase`all of ${many}${listOf(condition, "and", say)}${suffix}`
    : phrase`${some}${listOf(condition, "or", say)}${suffix}`;
}

const NOUNS_EN = {
  words: /* @__PURE__ */ nouns("the word ", "the words ", "any of the words "),
  phrases: /* @__PURE__ */ nouns("the phrase ", "the phrases ", "any of the phrases "),
  both: /* @__PURE__ */ nouns("", "the words or phrases ", "any of the words or phrases "),
  signs: /* @__PURE__ */ nouns("", "", ""),
  texts: /* @__PURE__ */ nouns("the text ", "the texts ", "any of the texts "),
};

/** What stands before one, before all and before any of several words, and behind them. */
function nouns(one: string, many: string, some: string, suffix = "") {
  return { one, many, some, suffix };
}

/** Words, phrases of several words, signs such as emoji, which need no noun, or texts anywhere. */
function madeOf(condition: MessageContainsCondition): keyof typeof NOUNS_ES & keyof typeof NOUNS_EN {
  if (condition.mode === "substring") return "texts";
  const words = heard(condition);
  if (words.every((word) => !/[\p{L}\p{N}]/u.test(word))) return "signs";
  const phrases = words.filter((word) => fold(word).includes(" ")).length;
  if (phrases === 0) return "words";
  return phrases === words.length ? "phrases" : "both";
}

/** The words that count: those of which folding leaves nothing are ignored (spec §4.1). */
const heard = ({ words }: MessageContainsCondition) => words.filter((word) => fold(word) !== "");

/** Words are at most a hundred characters long: they stand whole. */
const listOf = ({ words }: MessageContainsCondition, conjunction: Conjunction, say: Say) =>
  say.list(
    words.flatMap((word, at) => (fold(word) === "" ? [] : [value(say.quote(word, 100), "words", at)])),
    conjunction,
  );
