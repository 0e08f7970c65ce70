/** Before and after: on which events something else would be done. */
import { computed } from "@preact/signals";
import { useState } from "preact/hooks";
import { document } from "../state/document.ts";
import type { JsonObject } from "../state/json.ts";
import { tell } from "../state/messages.ts";
import { locale } from "../state/preferences.ts";
import { Button } from "../ui/Button.tsx";
import { TextArea } from "../ui/controls.tsx";
import { Field } from "../ui/Field.tsx";
import { Notice } from "../ui/Notice.tsx";
import { createQuestion } from "./asked.ts";
import { baseline, markBaseline, otherParts, type PartName, readBaseline } from "./baseline.ts";
import { ChangesShown, type Versions as Compared } from "./ChangesShown.tsx";
import { Outcome } from "./Outcome.tsx";
import { readVersion } from "./readVersion.ts";
import { proveTexts } from "./texts.ts";

const question = createQuestion("diff");

const before = computed(() => readVersion(baseline.value.document));

/** What was asked about last: the versions, and the documents that they were read from. */
let asked: (Compared & { readonly documents: readonly [JsonObject, JsonObject] }) | undefined;

/** The section. */
export function Versions() {
  const text = proveTexts();
  const { origin, name, document: old } = baseline.value;
  const { workspace, leftOut, spoiled } = before.value;
  const listed = (parts: readonly PartName[]) =>
    new Intl.ListFormat(locale.value).format(parts.map((part) => text.parts[part]));
  const others = otherParts(old, document.value);
  const ask = () => {
    const after = readVersion(document.peek()).workspace;
    asked = { before: workspace, after, documents: [old, document.peek()] };
    question.ask({ before: workspace, after });
  };
  const isStale =
    asked !== undefined && (asked.documents[0] !== old || asked.documents[1] !== document.value);
  return (
    <section class="card stack" aria-labelledby="prove-versions">
      <h3 id="prove-versions">{text.diffHeading}</h3>
      <p class="soft">{text.diffIntro}</p>
      <p class="user-text" data-testid="baseline">
        {origin === "file" ? text.origins.file(name) : text.origins[origin]}
      </p>
      {leftOut > 0 && <Notice tone="warning">{text.leftOut(leftOut)}</Notice>}
      {spoiled.length > 0 && <Notice tone="warning">{text.spoiled(listed(spoiled))}</Notice>}
      {others.length > 0 && <Notice tone="info">{text.otherParts(listed(others))}</Notice>}
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
            {asked !== undefined && <ChangesShown changes={changes} versions={asked} />}
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
