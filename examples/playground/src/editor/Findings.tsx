/** Findings, with what can be done about them. */
import { document } from "../state/document.ts";
import { loadEvent } from "../state/event.ts";
import type { Path } from "../state/json.ts";
import { tell } from "../state/messages.ts";
import { locale } from "../state/preferences.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { applyFinding, type Found, findings, findingsAt } from "./lint.ts";
import { editorTexts } from "./texts.ts";

/** Those of a condition of a rule, and of its operands; not those of conditions within it. */
export function FindingsAt({ rule, path }: { rule: string; path: Path }) {
  return <FindingList found={findingsAt(rule, path, ([key]) => key !== "conditions")} />;
}

/** Those of a rule that are about no condition of it. */
export function FindingsOfRule({ rule }: { rule: string }) {
  const found = findingsAt(rule, [], ([key, place]) => !(key === "conditions" && typeof place === "number"));
  return <FindingList found={found} />;
}

/** Findings one under another. */
export function FindingList({ found }: { found: readonly Found[] }) {
  if (found.length === 0) return null;
  const text = editorTexts();
  const isFresh = findings.value.of === document.value;
  return (
    <ul class="findings">
      {found.map((each) => {
        const { code, severity, texts, suggest, witness } = each.finding;
        return (
          <li key={`${code}${JSON.stringify(each.path)}`}>
            <Notice tone={severity}>
              <p class="user-text">
                <strong class="visually-hidden">{text.severities[severity]}: </strong>
                {texts[locale.value]}
              </p>
              {(suggest !== undefined || witness !== undefined) && (
                <div class="row">
                  {suggest !== undefined && (
                    <Button
                      icon="wand"
                      disabled={!isFresh}
                      onClick={() => {
                        if (applyFinding(each, text.apply)) tell("good", text.applied);
                      }}
                    >
                      {text.apply}
                    </Button>
                  )}
                  {witness !== undefined && (
                    <Button icon="play" onClick={() => loadEvent(witness)}>
                      {text.witness}
                    </Button>
                  )}
                </div>
              )}
            </Notice>
          </li>
        );
      })}
    </ul>
  );
}
