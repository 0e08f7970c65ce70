/** The rule in words: under the pointer a word lights its condition, and the other way round. */
import { describeTokens, type Token } from "ticket-rules";
import { focusPath } from "../state/focus.ts";
import { namedSettings, validRule } from "../state/loaded.ts";
import { locale } from "../state/preferences.ts";
import { Sentence } from "../ui/Sentence.tsx";
import { isLit, light, lit } from "./light.ts";
import type { Part } from "./part.ts";
import { editorTexts } from "./texts.ts";

/** What a rule said when it was last complete, by its key. */
const lastSaid = new Map<string, readonly Token[]>();

/** The sentence of a rule. `rule` is its key. */
export function RuleSentence({ part, rule }: { part: Part; rule: string }) {
  const text = editorTexts();
  const valid = part.value === undefined ? undefined : validRule(part.value);
  const tokens =
    valid === undefined
      ? undefined
      : describeTokens(valid, { locale: locale.value, workspace: namedSettings.value });
  if (tokens !== undefined) lastSaid.set(rule, tokens);
  const old = lastSaid.get(rule);
  const now = lit.value?.rule === rule ? lit.value.path : undefined;
  return (
    <div class="sentence-box">
      {tokens === undefined ? (
        <>
          {old !== undefined && (
            <div class="old">
              <Sentence tokens={old} />
            </div>
          )}
          <p class="hint">{old === undefined ? text.sentenceMissing : text.sentenceOld}</p>
        </>
      ) : (
        <Sentence
          tokens={tokens}
          isLit={({ path }) => now !== undefined && path !== undefined && isLit(rule, path)}
          onPoint={(token) => light(rule, token?.path)}
          onSelect={({ path = [] }) => focusPath([...part.path, ...path])}
        />
      )}
    </div>
  );
}
