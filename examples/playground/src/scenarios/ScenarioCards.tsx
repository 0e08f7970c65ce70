/** The scenarios, each with how it fared. */
import { useState } from "preact/hooks";
import type { Outcome } from "ticket-rules";
import { describeFailure, type ScenarioResult } from "ticket-rules/testing";
import { put, removeItem } from "../state/change.ts";
import { document, editScenarios } from "../state/document.ts";
import { loadEvent } from "../state/event.ts";
import { at, isObject, type Json, listOf, member, textOf } from "../state/json.ts";
import { workspace } from "../state/loaded.ts";
import { tell } from "../state/messages.ts";
import { locale } from "../state/preferences.ts";
import { scenarios } from "../state/scenarios.ts";
import { tryTexts } from "../try/texts.ts";
import { VerdictMark } from "../try/Verdict.tsx";
import { Button, IconButton } from "../ui/Button.tsx";
import { TextInput } from "../ui/controls.tsx";
import { Field } from "../ui/Field.tsx";
import { Fold } from "../ui/Fold.tsx";
import { Notice } from "../ui/Notice.tsx";
import { removeAloud } from "../ui/removeAloud.ts";
import { isStale, report } from "./report.ts";
import { scenarioOf } from "./scenarioList.ts";
import { scenarioTexts } from "./texts.ts";

/** How many are shown before one asks for more; those that fail stand first. */
const FEW = 25;

/** All scenarios: what fails before what passes. */
export function ScenarioCards() {
  const text = scenarioTexts();
  const [most, setMost] = useState(FEW);
  const all = listOf(scenarios.value.scenarios);
  const results = report.value?.results;
  const resultOf = (place: number) => results?.get(all[place] ?? null);
  const places = [...all.keys()];
  const isFailed = (place: number) => resultOf(place)?.passed === false;
  const sorted = [...places.filter(isFailed), ...places.filter((place) => !isFailed(place))];
  const failed = places.filter(isFailed).length;
  return (
    <section class="stack" aria-labelledby="scenarios-list">
      <div class="scenario-summary">
        <h3 id="scenarios-list">{text.listHeading}</h3>
        <p role="status" class="row" data-testid="totals">
          {!isStale.value ? (
            <>
              <span class="total">
                <VerdictMark verdict={true} label="" /> {text.passed(places.length - failed)}
              </span>
              <span class="total">
                <VerdictMark verdict={false} label="" /> {text.failed(failed)}
              </span>
            </>
          ) : (
            <span class="soft">{text.stale}</span>
          )}
        </p>
      </div>
      <FileProblem />
      {/* Nothing is shown before it is known how it fared: cards that fail grow, and go to the front. */}
      {results === undefined && <div class="cards-coming" />}
      <ul class="stack cards" hidden={results === undefined}>
        {sorted.slice(0, most).map((place) => (
          <ScenarioCard key={place} place={place} scenario={all[place]} result={resultOf(place)} />
        ))}
      </ul>
      {sorted.length > most && (
        <div>
          <Button look="quiet" onClick={() => setMost(most + FEW)}>
            {text.showMore(Math.min(sorted.length - most, FEW))}
          </Button>
        </div>
      )}
    </section>
  );
}

function ScenarioCard({
  place,
  scenario,
  result,
}: {
  place: number;
  scenario: Json | undefined;
  result: ScenarioResult | undefined;
}) {
  const text = scenarioTexts();
  const name = textOf(member(scenario, "name"));
  const { event, decision } = result ?? {};
  const accept = () => {
    if (!event || !decision) return;
    const accepted: Json = JSON.parse(JSON.stringify(scenarioOf(event, decision, name)));
    editScenarios(text.accept, (file) => put(file, ["scenarios", place], accepted));
    tell("good", text.accepted(name));
  };
  const remove = () => {
    removeAloud(`${text.remove}: ${name || text.nameless}`, () =>
      editScenarios(text.remove, (file) => removeItem(file, ["scenarios"], place)),
    );
  };
  const state = result === undefined ? text.notRun : result.passed ? text.passes : text.fails;
  return (
    <li class={`card scenario ${result?.passed === false ? "scenario-failed" : ""}`} data-scenario={name}>
      <div class="scenario-head">
        <span class="scenario-state">
          <VerdictMark verdict={result === undefined ? "unknown" : result.passed} label="" />
          <span class="small">{state}</span>
        </span>
        <div class="scenario-name">
          <Field label={text.name(place + 1)} labelHidden>
            <TextInput
              value={name}
              onInput={(typed) =>
                editScenarios(
                  text.rename,
                  (file) => put(file, ["scenarios", place, "name"], typed),
                  `scenario ${place}`,
                )
              }
            />
          </Field>
        </div>
        <div class="row scenario-tools">
          {event && (
            <Button icon="play" onClick={() => loadEvent(event)}>
              {text.tryIt}
              <span class="visually-hidden">: {name}</span>
            </Button>
          )}
          <IconButton icon="trash" label={`${text.remove}: ${name}`} onClick={remove} />
        </div>
      </div>
      <Expected scenario={scenario} />
      {result?.passed === false && <Failures result={result} onAccept={decision ? accept : undefined} />}
    </li>
  );
}

/** What is expected of rules, in short. */
function Expected({ scenario }: { scenario: Json | undefined }) {
  const text = scenarioTexts();
  const { outcomes } = tryTexts();
  const fired = at(scenario, ["expect", "fired"]);
  const single = at(scenario, ["expect", "outcomes"]);
  const names = new Map(workspace.value.rules.map((rule) => [rule.id, rule.name]));
  const nameOf = (id: Json) => names.get(textOf(id)) ?? textOf(id);
  const tags = [
    ...listOf(fired).map(nameOf),
    ...Object.entries(isObject(single) ? single : {}).map(([id, expected]) => {
      const outcome = textOf(isObject(expected) ? expected.outcome : expected);
      return `${nameOf(id)}: ${Object.hasOwn(outcomes, outcome) ? outcomes[outcome as Outcome] : outcome}`;
    }),
  ];
  const effects = listOf(at(scenario, ["expect", "effects"])).length;
  const nothing = Array.isArray(fired) && fired.length === 0;
  return (
    <p class="small soft expected">
      {nothing && <span>{text.expectsNothing}</span>}
      {tags.length > 0 && <span>{text.expects}:</span>}
      {tags.map((tag, place) => (
        <span key={place} class="tag user-text">
          {tag}
        </span>
      ))}
      {effects > 0 && <span>{text.expectsEffects(effects)}</span>}
      {!nothing && tags.length === 0 && effects === 0 && <span>{text.expectsOther}</span>}
    </p>
  );
}

/** What is wrong with the file as a whole, if anything is. */
function FileProblem() {
  const file = report.value?.file;
  return file === undefined ? null : <Notice tone="error">{wordsOf(file).differences.join("\n")}</Notice>;
}

/** A failure in words: a line for each difference, then what came. */
function wordsOf(result: ScenarioResult): { differences: string[]; rest: string[] } {
  // Without the name, which may hold anything, the first part is one line for each difference.
  const words = describeFailure({ ...result, name: "" }, { locale: locale.value, workspace: document.value });
  const [first = "", ...rest] = words.split("\n\n");
  const differences = first.split("\n").slice(1);
  return { differences: differences.map((line) => line.replace(/^\s*- /, "")), rest };
}

function Failures({ result, onAccept }: { result: ScenarioResult; onAccept: (() => void) | undefined }) {
  const text = scenarioTexts();
  const [open, setOpen] = useState(false);
  const { differences, rest } = wordsOf(result);
  return (
    <div class="stack failures">
      <ul class="differences">
        {differences.map((difference) => (
          <li key={difference} class="user-text">
            {difference}
          </li>
        ))}
      </ul>
      {rest.length > 0 && (
        <Fold open={open} onToggle={setOpen} title={text.why} level={4}>
          <div class="stack">
            {rest.map((part) => (
              <p key={part} class="failure-words user-text">
                {part.replace(/^ {4}/gm, "")}
              </p>
            ))}
          </div>
        </Fold>
      )}
      {onAccept !== undefined && (
        <div>
          <Button icon="check" onClick={onAccept}>
            {text.accept}
          </Button>
        </div>
      )}
    </div>
  );
}
