/** BotCenter, TimePoints and the webhook: their switches, their keys, their bots. */
import { useState } from "preact/hooks";
import type { IntegrationName } from "ticket-rules";
import { integrationNames } from "../../state/allowed.ts";
import { put } from "../../state/change.ts";
import { edit } from "../../state/document.ts";
import { isObject, type JsonObject, pathKey, textOf } from "../../state/json.ts";
import { Button } from "../../ui/Button.tsx";
import { Switch, TextInput } from "../../ui/controls.tsx";
import { Field, IssueList } from "../../ui/Field.tsx";
import { issuesBeside, objectOf, type Part, partAt, setIn } from "../part.ts";
import { editorTexts } from "../texts.ts";
import { Items, NameAndId, Section } from "./Section.tsx";
import { setSection } from "./sections.ts";
import { settingsTexts } from "./texts.ts";

/** What stands in the settings when an integration is enabled for the first time. */
const fresh: { readonly [Name in IntegrationName]: JsonObject } = {
  botcenter: { enabled: true, active: true, apiToken: "", bots: [] },
  timepoints: { enabled: true, active: true, apiToken: "" },
  webhook: { enabled: true, active: true, url: "" },
};

/** The settings that have a control of their own, beside the switches. */
const shown: { readonly [Name in IntegrationName]: readonly string[] } = {
  botcenter: ["apiToken", "bots"],
  timepoints: ["apiToken"],
  webhook: ["url", "secret"],
};

/** All integrations. `part` is the document. */
export function Integrations({ part }: { part: Part }) {
  const text = editorTexts();
  const whole = partAt(part, "integrations");
  return (
    <>
      {integrationNames.map((name) => {
        const own = partAt(whole, name);
        return (
          <div key={name} class={`integration ${name}`} data-path={pathKey(own.path)}>
            <Section
              name={name}
              title={text.integrations[name]}
              note={statusOf(own)}
              issues={own.issues.length}
            >
              <p class="hint">{text.integrationsAbout[name]}</p>
              <Integration name={name} part={own} />
            </Section>
          </div>
        );
      })}
      <IssueList issues={issuesBeside(whole, integrationNames)} />
    </>
  );
}

function statusOf({ value }: Part): string {
  const text = settingsTexts();
  if (!isObject(value) || value.enabled === false) return text.statusOff;
  return value.active === false ? text.statusPaused : text.statusOn;
}

function Integration({ name, part }: { name: IntegrationName; part: Part }) {
  const text = settingsTexts();
  const enable = () => {
    setSection(name, true);
    edit(`${text.enable}: ${editorTexts().integrations[name]}`, (all) => put(all, part.path, fresh[name]));
  };
  if (part.value === undefined)
    return (
      <Button look="primary" onClick={enable}>
        {text.enable}
      </Button>
    );
  const { enabled, active } = objectOf(part);
  return (
    <div class="stack tight">
      <div class="row">
        <Switch
          label={text.enabled}
          checked={enabled === true}
          onChange={(on) => setIn(part, "enabled", on)}
        />
        <Switch label={text.active} checked={active === true} onChange={(on) => setIn(part, "active", on)} />
      </div>
      <IssueList issues={issuesBeside(part, shown[name])} />
      {name === "webhook" ? (
        <>
          <Field label={text.url} hint={text.urlHint} issues={partAt(part, "url").issues}>
            <TextInput
              mono
              value={textOf(objectOf(part).url)}
              onInput={(typed) => setIn(part, "url", typed)}
            />
          </Field>
          <Secret part={partAt(part, "secret")} label={text.secret} optional />
        </>
      ) : (
        <Secret part={partAt(part, "apiToken")} label={text.apiToken} />
      )}
      {name === "botcenter" && <Bots part={partAt(part, "bots")} />}
    </div>
  );
}

/** A key, which is only shown when it is asked for. */
function Secret({ part, label, optional = false }: { part: Part; label: string; optional?: boolean }) {
  const text = settingsTexts();
  const [inSight, setInSight] = useState(false);
  const key = part.path.at(-1) ?? "";
  const holder: Part = { ...part, path: part.path.slice(0, -1) };
  return (
    <div class="secret" data-path={pathKey(part.path)}>
      <Field label={label} hint={text.tokenHint} issues={part.issues}>
        <TextInput
          mono
          type={inSight ? "text" : "password"}
          value={textOf(part.value)}
          onInput={(typed) => setIn(holder, key, optional && typed === "" ? undefined : typed)}
        />
      </Field>
      <Button onClick={() => setInSight(!inSight)} title={`${inSight ? text.hide : text.show}: ${label}`}>
        {inSight ? text.hide : text.show}
      </Button>
    </div>
  );
}

function Bots({ part }: { part: Part }) {
  const text = settingsTexts();
  return (
    <div class="stack tight">
      <h4>{text.bots}</h4>
      <Items
        part={part}
        shown={["name", "id"]}
        Item={Bot}
        addLabel={text.addBot}
        removeLabel={text.removeBot}
        base="bot"
        fresh={() => ({ name: text.newBot, active: true })}
      />
    </div>
  );
}

function Bot({ part }: { part: Part }) {
  const text = settingsTexts();
  return (
    <>
      <NameAndId part={part} idLabel={text.botId} />
      <Switch
        label={text.botActive}
        checked={objectOf(part).active === true}
        onChange={(on) => setIn(part, "active", on)}
      />
    </>
  );
}
