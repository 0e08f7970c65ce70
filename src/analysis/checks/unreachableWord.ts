import { fold } from "../../text/fold.ts";
import { leavesOf } from "../linting/scene.ts";
import { quoted, ruleName } from "../linting/wording.ts";
import { bringsWord } from "../texts/hasWord.ts";
import { defineCheck, type Found } from "./define.ts";

/** A word of a list that another word of it makes useless. */
export const unreachableWord = /* @__PURE__ */ defineCheck({
  severity: "info",
  *find(scene) {
    for (const each of scene.rules) {
      for (const { condition, path } of leavesOf(each, "messageContains")) {
        const { words, mode = "word", match = "any" } = condition;
        if (words.length < 2) continue;
        const folded = words.map((word) => ({ text: fold(word), mode }));
        for (const [at, one] of folded.entries()) {
          const rival = folded.findIndex((other, index) => {
            if (index === at || other.text === "") return false;
            if (one.text === "") return true;
            if (one.text === other.text) return index < at;
            return match === "any" ? bringsWord(one, other) : bringsWord(other, one);
          });
          const [useless, stronger] = [words[at], words[rival]];
          if (useless === undefined || stronger === undefined) continue;
          const rule = ruleName(each);
          const place = [...path, "words", at];
          const found: Found = {
            path: place,
            texts:
              one.text === ""
                ? {
                    es: `En ${rule.es} la palabra ${quoted(useless)} no tiene letras, números ni signos: no se busca.`,
                    en: `In ${rule.en} the word ${quoted(useless)} has no letters, digits or signs: it is not looked for.`,
                  }
                : {
                    es: `En ${rule.es} la palabra ${quoted(useless)} sobra: ${quoted(stronger)} ya decide.`,
                    en: `In ${rule.en} the word ${quoted(useless)} is useless: ${quoted(stronger)} decides already.`,
                  },
          };
          yield { ...found, suggest: [{ op: "remove", path: place }] };
        }
      }
    }
  },
});
