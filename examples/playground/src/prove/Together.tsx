/** All rules together: what clashes, repeats, is needless, never reached or goes round. */
import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import type { Workspace } from "ticket-rules";
import type { Inspection, InspectionProgress } from "ticket-rules/analysis";
import { workspace } from "../state/loaded.ts";
import { locale } from "../state/preferences.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { createQuestion } from "./asked.ts";
import { compareRules } from "./CompareRules.tsx";
import { Few } from "./Few.tsx";
import { LoopShown } from "./Loop.tsx";
import { Outcome } from "./Outcome.tsx";
import { proveTexts } from "./texts.ts";
import { Witness } from "./Witness.tsx";

const question = createQuestion("inspect");

/** What was looked at. */
const asked = signal<Workspace | undefined>(undefined);

const STAGES = ["firing", "coverings", "stops", "fights", "loops"] as const;

/** The section. */
export function Together() {
  const text = proveTexts();
  const ask = () => {
    asked.value = workspace.peek();
    question.ask({ workspace: workspace.peek() });
  };
  const told = (progress: unknown) => {
    const { stage, done, total } = (progress ?? { stage: "firing", done: 0, total: 1 }) as InspectionProgress;
    const part = (STAGES.indexOf(stage) + done / Math.max(total, 1)) / STAGES.length;
    return { text: `${text.stages[stage]} (${done}/${total})`, part };
  };
  return (
    <section class="card stack" aria-labelledby="prove-together">
      <h3 id="prove-together">{text.togetherHeading}</h3>
      <p class="soft">{text.togetherIntro}</p>
      <div>
        <Button icon="search" onClick={ask}>
          {text.inspect}
        </Button>
      </div>
      <Outcome state={question.state.value} onCancel={question.cancel} told={told}>
        {(inspection) => (
          <>
            {asked.value !== workspace.value && <Notice tone="info">{text.stale}</Notice>}
            <Found inspection={inspection} />
          </>
        )}
      </Outcome>
    </section>
  );
}

function Found({ inspection }: { inspection: Inspection }) {
  const text = proveTexts();
  const names = new Map(asked.value?.rules.map((rule) => [rule.id, rule.name]));
  const name = (id: string) => text.quoted(names.get(id) ?? id);
  const list = (ids: readonly string[]) => new Intl.ListFormat(locale.value).format(ids.map(name));
  const { fights, duplicates, subsumed, stopped, outdone, possibleLoops, unknown } = inspection;
  const lists = [fights, duplicates, subsumed, stopped, outdone, possibleLoops, unknown];
  const isNothing = lists.every(({ length }) => length === 0);
  return (
    <div class="stack" data-testid="inspection">
      {isNothing && <Notice tone="good">{text.nothingFound}</Notice>}
      <Part title={text.fights} items={fights}>
        {({ kind, rules: [first, second], event }) => (
          <li key={`${kind} ${first} ${second}`} class="finding">
            <span class="user-text">
              {list([first, second])}: {text.fightKinds[kind]}
            </span>
            <span class="row">
              <Witness answer={{ kind: "yes", event }} label={text.tryEvent} about={list([first, second])} />
              <Compare first={first} second={second} />
            </span>
          </li>
        )}
      </Part>
      <Part title={text.duplicates} items={duplicates}>
        {(group) => (
          <li key={group.join("\n")} class="finding">
            <span class="user-text">{list(group)}</span>
            <Compare first={group[0] ?? ""} second={group[1] ?? ""} />
          </li>
        )}
      </Part>
      <Part title={text.subsumed} items={subsumed}>
        {({ rule, by }) => (
          <li key={rule} class="finding">
            <span class="user-text">{text.subsumedBy(name(rule), name(by))}</span>
            <Compare first={rule} second={by} />
          </li>
        )}
      </Part>
      {([stopped, outdone] as const).map((items, at) => (
        <Part key={at} title={at === 0 ? text.stopped : text.outdone} items={items}>
          {({ rule, by }) => (
            <li key={rule} class="finding">
              <span class="user-text">{text.stoppedBy(name(rule), list(by))}</span>
            </li>
          )}
        </Part>
      ))}
      <Part title={text.loops} help={text.loopHelp} items={possibleLoops}>
        {(loop) => {
          const rules = [...new Set(loop.steps.map(({ rule }) => rule))];
          return (
            <LoopShown key={rules.join("\n")} loop={loop} label={text.loopOf(list(rules))} name={name} />
          );
        }}
      </Part>
      {unknown.length > 0 && (
        <p class="hint user-text">
          {text.undecided} {list(unknown.slice(0, MOST))}
        </p>
      )}
    </div>
  );
}

/** How many undecided rules are named. */
const MOST = 50;

function Part<Item>({
  title,
  help,
  items,
  children,
}: {
  title: string;
  help?: string;
  items: readonly Item[];
  children: (item: Item) => ComponentChildren;
}) {
  if (items.length === 0) return null;
  return (
    <div class="stack part">
      <h4 class="group-title">
        {title} <span class="count">{items.length.toLocaleString(locale.value)}</span>
      </h4>
      {help !== undefined && <p class="hint">{help}</p>}
      <Few items={items} look="findings">
        {children}
      </Few>
    </div>
  );
}

function Compare({ first, second }: { first: string; second: string }) {
  return (
    <Button look="quiet" onClick={() => compareRules(first, second)}>
      {proveTexts().compareThem}
    </Button>
  );
}
