/** Two rules: whether they fire on the same events. */
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { workspace } from "../state/loaded.ts";
import { Button } from "../ui/Button.tsx";
import { Select } from "../ui/controls.tsx";
import { Field } from "../ui/Field.tsx";
import { createQuestion } from "./asked.ts";
import { Outcome } from "./Outcome.tsx";
import { Regions } from "./Regions.tsx";
import { proveTexts } from "./texts.ts";

/** The rules that are compared, by their ids. */
const pair = signal<{ readonly first: string; readonly second: string }>({ first: "", second: "" });

const question = createQuestion("compare");

/** Chooses the rules to compare, and shows the section. */
export function compareRules(first: string, second: string): void {
  pair.value = { first, second };
  globalThis.document.getElementById("prove-compare")?.scrollIntoView({ block: "center" });
}

/** The section. Asks as soon as two rules are chosen. */
export function CompareRules() {
  const text = proveTexts();
  const rules = workspace.value;
  const { first, second } = pair.value;
  const names = new Map(rules.rules.map(({ id, name }) => [id, name]));
  const isReady = first !== second && names.has(first) && names.has(second);
  useEffect(() => {
    if (isReady) question.ask({ workspace: rules, first, second });
    return () => question.cancel();
  }, [rules, first, second, isReady]);
  const choices = rules.rules.map(({ id, name }) => ({ value: id, label: name }));
  const state = question.state.value;
  const quoted = (id: string) => text.quoted(names.get(id) ?? id);
  return (
    <section class="card stack" aria-labelledby="prove-compare">
      <h3 id="prove-compare">{text.compareHeading}</h3>
      <p class="soft">{text.compareIntro}</p>
      <div class="compare-fields">
        <Field label={`A · ${text.first}`}>
          <Select
            value={names.has(first) ? first : ""}
            placeholder={text.choose}
            choices={choices.filter(({ value }) => value !== second)}
            onChange={(chosen) => {
              pair.value = { first: chosen, second };
            }}
          />
        </Field>
        <Field label={`B · ${text.second}`}>
          <Select
            value={names.has(second) ? second : ""}
            placeholder={text.choose}
            choices={choices.filter(({ value }) => value !== first)}
            onChange={(chosen) => {
              pair.value = { first, second: chosen };
            }}
          />
        </Field>
      </div>
      {isReady && (
        <Outcome state={state} onCancel={question.cancel}>
          {(comparison) => (
            <>
              <p class="relation user-text" data-relation={comparison.relation}>
                {text.relations[comparison.relation](quoted(first), quoted(second))}
              </p>
              <Regions
                comparison={comparison}
                first={names.get(first) ?? first}
                second={names.get(second) ?? second}
              />
              <p class="hint">{text.stopNote}</p>
            </>
          )}
        </Outcome>
      )}
      {isReady && state.status === "cancelled" && (
        <div>
          <Button icon="play" onClick={() => question.ask({ workspace: rules, first, second })}>
            {text.askAgain}
          </Button>
        </div>
      )}
    </section>
  );
}
