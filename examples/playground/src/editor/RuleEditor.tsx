/** A rule, unfolded: its sentence, the blue window of conditions and the green window of actions. */
import type { IntegrationName } from "ticket-rules";
import { allowedFor, integrationNames, operators } from "../state/allowed.ts";
import { put } from "../state/change.ts";
import { edit } from "../state/document.ts";
import { isObject, listOf, type Path, pathKey, textOf } from "../state/json.ts";
import { Segments, Select, Switch, TextInput } from "../ui/controls.tsx";
import { Field, IssueList } from "../ui/Field.tsx";
import { ActionList } from "./ActionList.tsx";
import { freshAction } from "./actions/index.ts";
import { ConditionList } from "./ConditionList.tsx";
import { FindingsOfRule } from "./Findings.tsx";
import { isLit, light } from "./light.ts";
import { issuesBeside, objectOf, type Part, partAt, setIn } from "./part.ts";
import { RuleSentence } from "./RuleSentence.tsx";
import { editorTexts } from "./texts.ts";

/** The keys of a rule that something below shows. */
const SHOWN = ["name", "id", "integration", "trigger", "operator", "conditions", "actions", "stop"];

/** All of a rule. `rule` is its key. */
export function RuleEditor({ part, rule }: { part: Part; rule: string }) {
  const text = editorTexts();
  const { name, id, integration, stop } = objectOf(part);
  const allowed = allowedFor(textOf(integration));
  const set = (key: string) => (value: string) => setIn(part, key, value);
  return (
    <div class="stack">
      <RuleSentence part={part} rule={rule} />
      <FindingsOfRule rule={rule} />
      <IssueList issues={issuesBeside(part, SHOWN)} />
      <div class="operands rule-fields">
        <div class="wide" data-path={pathKey([...part.path, "name"])}>
          <Field label={text.name} issues={partAt(part, "name").issues}>
            <TextInput value={textOf(name)} onInput={set("name")} />
          </Field>
        </div>
        <div data-path={pathKey([...part.path, "integration"])}>
          <Field label={text.integration} issues={partAt(part, "integration").issues}>
            <Select
              value={textOf(integration)}
              choices={integrationNames.map((value) => ({ value, label: text.integrations[value] }))}
              placeholder={text.choose}
              onChange={(chosen) => changeIntegration(part, chosen)}
            />
          </Field>
        </div>
        <div data-path={pathKey([...part.path, "id"])}>
          <Field label={text.id} issues={partAt(part, "id").issues}>
            <TextInput mono value={textOf(id)} onInput={set("id")} />
          </Field>
        </div>
      </div>

      <div class="window blue">
        <h4>{text.conditions}</h4>
        <ConditionsWindow part={part} rule={rule} />
      </div>

      <div class="window green">
        <h4>{text.actions}</h4>
        <ActionList part={partAt(part, "actions")} rule={rule} allowed={allowed} />
        <div data-path={pathKey([...part.path, "stop"])} class={`stop ${isLit(rule, ["stop"]) ? "lit" : ""}`}>
          <Switch
            label={text.stop(integrationLabel(textOf(integration)))}
            checked={stop === true}
            onChange={(on) => setIn(part, "stop", on ? true : undefined)}
          />
          <IssueList issues={partAt(part, "stop").issues} />
        </div>
      </div>
    </div>
  );
}

/** The numbered steps of the page: what starts the rule, how conditions combine, the conditions. */
function ConditionsWindow({ part, rule }: { part: Part; rule: string }) {
  const text = editorTexts();
  const { integration, trigger, operator } = objectOf(part);
  const allowed = allowedFor(textOf(integration));
  const conditions = partAt(part, "conditions");
  const count = listOf(conditions.value).length;
  const words = textOf(operator);
  const lights = (path: Path) => ({
    class: `step ${isLit(rule, path) ? "lit" : ""}`,
    "data-path": pathKey([...part.path, ...path]),
    onPointerEnter: () => light(rule, path),
    onPointerLeave: () => light(rule, undefined),
    onFocusIn: () => light(rule, path),
    onFocusOut: () => light(rule, undefined),
  });
  return (
    <ol class="steps">
      <li {...lights(["trigger"])}>
        <Field label={text.trigger} issues={partAt(part, "trigger").issues}>
          <Select
            value={textOf(trigger)}
            choices={allowed.triggers.map((value) => ({ value, label: text.triggers[value] ?? value }))}
            placeholder={text.choose}
            onChange={(chosen) => setIn(part, "trigger", chosen)}
          />
        </Field>
      </li>
      <li {...lights(["operator"])}>
        <Segments
          label={text.operator}
          value={words}
          choices={operators.map((value) => ({ value, label: text.operators[value] ?? value }))}
          hint={text.operatorHints[words]}
          issues={partAt(part, "operator").issues}
          onChange={(chosen) => setIn(part, "operator", chosen)}
        />
      </li>
      <li class="step" data-path={pathKey(conditions.path)}>
        <p class="field-label">{text.moreConditions}</p>
        {count === 0 && <p class="hint">{words === "or" ? text.noConditionsOr : text.noConditions}</p>}
        <ConditionList
          part={conditions}
          context={{ rule, rulePath: part.path, kinds: allowed.conditions }}
          operator={words}
          level={0}
        />
      </li>
    </ol>
  );
}

/** Another integration allows other things: what it does not allow is told as an issue, save the trigger and actions. */
function changeIntegration(part: Part, integration: IntegrationName): void {
  const allowed = allowedFor(integration);
  const rule = objectOf(part);
  const keepsTrigger = allowed.triggers.includes(textOf(rule.trigger));
  const kept = listOf(rule.actions).filter(
    (action) => isObject(action) && allowed.actions.includes(textOf(action.type)),
  );
  const [first = ""] = allowed.actions;
  edit(part.label, (document) =>
    put(document, part.path, {
      ...rule,
      integration,
      trigger: keepsTrigger ? rule.trigger : allowed.triggers[0],
      actions: kept.length > 0 ? kept : [freshAction(first)],
    }),
  );
}

/** What people call an integration. */
export function integrationLabel(name: string): string {
  const { integrations } = editorTexts();
  return Object.hasOwn(integrations, name) ? integrations[name as IntegrationName] : name;
}
