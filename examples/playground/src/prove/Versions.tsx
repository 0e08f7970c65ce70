/** Before and after: on which events something else would be done. */
import { useState } from "preact/hooks";
import type { Rule, Workspace } from "ticket-rules";
import type { Changes, RuleChange } from "ticket-rules/analysis";
import { document } from "../state/document.ts";
import { workspace } from "../state/loaded.ts";
import { tell } from "../state/messages.ts";
import { locale } from "../state/preferences.ts";
import { actionText } from "../try/phrases.ts";
import { Button } from "../ui/Button.tsx";
import { TextArea } from "../ui/controls.tsx";
import { Field } from "../ui/Field.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Notice } from "../ui/Notice.tsx";
import { createQuestion } from "./asked.ts";
import { baseline, markBaseline, otherParts, readBaseline, rulesBefore } from "./baseline.ts";
import { Outcome } from "./Outcome.tsx";
import { Regions } from "./Regions.tsx";
import { proveTexts } from "./texts.ts";
import { Witness } from "./Witness.tsx";

const question = createQuestion("diff");

/** The two versions of the question that was asked last. */
let versions: { readonly before: readonly Rule[]; readonly after: Workspace } | undefined;

/** The section. */
export function Versions() {
  const text = proveTexts();
  const { origin, name, document: old } = baseline.value;
  const { rules, leftOut } = rulesBefore(old);
  const parts = otherParts(old, document.value).map((part) => text.parts[part] ?? part);
  const ask = () => {
    versions = { before: rules, after: workspace.peek() };
    question.ask({ workspace: workspace.peek(), before: rules });
  };
  const isStale = versions !== undefined && versions.after !== workspace.value;
  return (
    <section class="card stack" aria-labelledby="prove-versions">
      <h3 id="prove-versions">{text.diffHeading}</h3>
      <p class="soft">{text.diffIntro}</p>
      <p class="user-text" data-testid="baseline">
        {origin === "file" ? text.origins.file(name) : text.origins[origin]}
      </p>
      {leftOut > 0 && <Notice tone="warning">{text.leftOut(leftOut)}</Notice>}
      {parts.length > 0 && (
        <Notice tone="info">{text.otherParts(new Intl.ListFormat(locale.value).format(parts))}</Notice>
      )}
      <OtherVersion />
      <div class="row">
        <Button look="primary" icon="search" onClick={ask}>
          {text.compareVersions}
        </Button>
        <Button onClick={markBaseline}>{text.mark}</Button>
      </div>
      <Outcome state={question.state.value} onCancel={question.cancel}>
        {(changes) => (
          <>
            {isStale && <Notice tone="info">{text.stale}</Notice>}
            <ChangesShown changes={changes} />
          </>
        )}
      </Outcome>
    </section>
  );
}

/** A file that is chosen, dropped or pasted. */
function OtherVersion() {
  const text = proveTexts();
  const [pasted, setPasted] = useState("");
  const [isOver, setOver] = useState(false);
  const take = (json: string, name: string) => {
    const problem = readBaseline(json, name);
    if (problem !== undefined)
      return tell("error", problem === "notJson" ? text.notJson : text.noRulesInFile);
    setPasted("");
  };
  const takeFile = async (file: File | undefined) => {
    if (file !== undefined) take(await file.text(), file.name);
  };
  const choose = () => {
    const input = Object.assign(globalThis.document.createElement("input"), {
      type: "file",
      accept: ".json,application/json",
    });
    input.addEventListener("change", () => takeFile(input.files?.[0]));
    input.click();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what can be dropped here can be chosen and pasted too
    <div
      class={`drop stack ${isOver ? "drop-over" : ""}`}
      data-own-undo
      onDragOver={(dragged) => {
        dragged.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(dropped) => {
        dropped.preventDefault();
        setOver(false);
        takeFile(dropped.dataTransfer?.files[0]);
      }}
    >
      <div class="row">
        <Button icon="upload" onClick={choose}>
          {text.chooseFile}
        </Button>
        <span class="small soft">{text.dropHere}</span>
      </div>
      <Field label={text.pasteLabel}>
        <TextArea mono rows={2} value={pasted} onInput={setPasted} />
      </Field>
      {pasted.trim() !== "" && (
        <div>
          <Button onClick={() => take(pasted, text.pasteLabel)}>{text.usePasted}</Button>
        </div>
      )}
    </div>
  );
}

function ChangesShown({ changes }: { changes: Changes }) {
  const text = proveTexts();
  const before = new Map(versions?.before.map((rule) => [rule.id, rule]));
  const after = new Map(versions?.after.rules.map((rule) => [rule.id, rule]));
  const nameOf = (id: string) => text.quoted((after.get(id) ?? before.get(id))?.name ?? id);
  if (changes.rules.length === 0) return <Notice tone="good">{text.same}</Notice>;
  const options = { locale: locale.value, workspace: versions?.after ?? workspace.value };
  return (
    <div class="stack" data-testid="changes">
      <ul class="stack changes">
        {changes.rules.map((change) => (
          <ChangeRow key={change.rule} change={change} name={nameOf(change.rule)} />
        ))}
      </ul>
      <h4>{text.actionsHeading}</h4>
      {changes.actions.length === 0 && changes.unknown.length === 0 && <p>{text.noActions}</p>}
      <ul class="findings">
        {changes.actions.map(({ action, change, rule: id, event }, place) => {
          const rule = (change === "gained" ? after : before).get(id);
          const words = rule === undefined ? action.type : actionText(action, rule, options);
          const said = text[change](words, nameOf(id));
          return (
            <li key={`${id} ${change} ${place}`} class={`finding change-${change}`}>
              <span class="user-text change-text">
                <Icon name={change === "gained" ? "plus" : "trash"} size={18} />
                {said}
              </span>
              <Witness answer={{ kind: "yes", event }} label={text.tryEvent} about={said} />
            </li>
          );
        })}
      </ul>
      {changes.unknown.length > 0 && (
        <p class="hint user-text">
          {text.actionUnknown(new Intl.ListFormat(locale.value).format(changes.unknown.map(nameOf)))}
        </p>
      )}
    </div>
  );
}

function ChangeRow({ change: { change, comparison, rule }, name }: { change: RuleChange; name: string }) {
  const text = proveTexts();
  return (
    <li class="change" data-rule={rule}>
      <p class="change-head">
        <span class={`tag change-tag change-tag-${change}`}>{text.changes[change]}</span>
        <span class="user-text">
          {name}
          {comparison !== undefined && `: ${text.changeRelations[comparison.relation]}`}
        </span>
      </p>
      {comparison !== undefined && (
        <Regions comparison={comparison} first={text.before} second={text.after} />
      )}
    </li>
  );
}
