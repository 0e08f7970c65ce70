/** What `describe` and its like say, to be read: test/phrases.es.md and test/phrases.en.md. `vitest -u` writes them anew. */
import { expect, it, describe as suite } from "vitest";
import { describe, type Locale, Rule } from "../src/index.ts";
import { chapters, phraseWorkspace } from "./support/phraseRules.ts";
import { describedScenes } from "./support/phraseScenes.ts";

suite.each(["es", "en"] as const)("the sentences in %s", (locale) => {
  it("are those that were read and approved", async () => {
    await expect(page(locale)).toMatchFileSnapshot(`./phrases.${locale}.md`);
  });
});

suite("the examples", () => {
  it("are a hundred rules or more, all valid", () => {
    const rules = Object.values(chapters).flat();
    expect(rules.length).toBeGreaterThanOrEqual(100);
    for (const { title, rule } of rules) expect(Rule.safeParse(rule).error?.issues, title).toBeUndefined();
  });

  it("read differently, each from all others", () => {
    for (const locale of ["es", "en"] as const) {
      const sentences = Object.values(chapters)
        .flat()
        .filter(({ title }) => !MEAN_AS_ANOTHER.has(title))
        .map(({ rule }) => describe(rule, { locale, workspace: phraseWorkspace }));
      expect(sentences.filter((sentence, at) => sentences.indexOf(sentence) !== at)).toEqual([]);
    }
  });
});

/** Written otherwise than another example, and the same. */
const MEAN_AS_ANOTHER: ReadonlySet<string> = new Set(["a word that folding leaves nothing of", "not not"]);

function page(locale: Locale): string {
  const sections = Object.entries(chapters).map(([chapter, examples]) => {
    const items = examples.map(
      ({ title, rule }) =>
        `- **${title}** \`${written(rule)}\`\n\n  ${describe(rule, { locale, workspace: phraseWorkspace })}\n`,
    );
    return `## ${chapter}\n\n${items.join("\n")}`;
  });
  const scenes = describedScenes(locale).map(
    ({ title, text }) => `- **${title}**\n\n  ${text.replaceAll("\n", "\n\n  ")}\n`,
  );
  return `# Sentences (${locale})\n\nWritten by \`npx vitest run --config test/vitest.config.ts test/phrases.test.ts -u\`: read what changes.\n\n${sections.join("\n")}\n## Traces and decisions\n\n${scenes.join("\n")}`;
}

/** What differs from rule to rule, in short. */
function written({ operator, conditions, actions, stop, active, trigger }: Rule): string {
  const text = JSON.stringify({
    trigger,
    operator,
    conditions,
    actions,
    ...(stop ? { stop } : {}),
    ...(active ? {} : { active }),
  });
  const short = text
    .replace(/"(\w+)":/g, "$1: ")
    .replace(/type: "(\w+)"/g, "$1")
    .replace(/,(?=\S)/g, ", ")
    .replace(/[\u200b]/g, "\\u200b");
  return short.length > 260 ? `${short.slice(0, 259)}…` : short;
}
