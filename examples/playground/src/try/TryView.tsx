/** Compose an event and see what the rules make of it. */
import { useState } from "preact/hooks";
import { event, loadEvent } from "../state/event.ts";
import { workspace } from "../state/loaded.ts";
import { locale } from "../state/preferences.ts";
import { Fold } from "../ui/Fold.tsx";
import { Notice } from "../ui/Notice.tsx";
import { ClockPanel } from "./ClockPanel.tsx";
import { Composer } from "./Composer.tsx";
import { PlanPanel } from "./PlanPanel.tsx";
import { RulesPanel } from "./RulesPanel.tsx";
import { samplesFor } from "./samples.ts";
import { tryTexts } from "./texts.ts";
import { tried, week } from "./tried.ts";

/** The tab. */
export function TryView() {
  const text = tryTexts();
  // Where the form would push all else out of sight, it is folded at first.
  const [isOpen, setOpen] = useState(() => globalThis.matchMedia("(min-width: 62rem)").matches);
  return (
    <div class="stack try" data-own-undo>
      <header class="stack try-head">
        <h2>{text.title}</h2>
        <p class="soft">{text.intro}</p>
        <Samples />
      </header>
      <div class="try-columns">
        <section class="card try-composer" aria-label={text.eventHeading}>
          <Fold open={isOpen} onToggle={setOpen} title={text.eventHeading}>
            <Composer />
          </Fold>
        </section>
        <div class="stack try-results">
          <ClockPanel />
          <Results />
        </div>
      </div>
    </div>
  );
}

function Results() {
  const text = tryTexts();
  const result = tried.value;
  if (result.event === undefined) {
    return (
      <Notice tone="error">
        <p>{text.notEvaluated}</p>
        <details>
          <summary>{text.detail}</summary>
          <code class="user-text">{result.reason}</code>
        </details>
      </Notice>
    );
  }
  return (
    <>
      <PlanPanel decision={result.decision} event={result.event} />
      <RulesPanel traces={result.traces} />
    </>
  );
}

function Samples() {
  const text = tryTexts();
  const samples = samplesFor(workspace.value, locale.value, week.value.from);
  return (
    <fieldset class="row samples">
      <legend class="visually-hidden">{text.samples}</legend>
      {samples.map((sample) => (
        <button
          key={sample.id}
          type="button"
          class="sample user-text"
          aria-pressed={event.value.id === sample.event.id}
          onClick={() => loadEvent(sample.event)}
        >
          {sample.title}
        </button>
      ))}
    </fieldset>
  );
}
