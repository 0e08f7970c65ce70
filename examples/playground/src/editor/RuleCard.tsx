/** A rule in the list: folded, its name and sentence; unfolded, all of it. */

import { Component } from "preact";
import { describe, type Issue } from "ticket-rules";
import { insert, removeItem } from "../state/change.ts";
import { document, edit } from "../state/document.ts";
import { keyOf } from "../state/identity.ts";
import { isObject, type Json, listOf, member, pathKey, textOf } from "../state/json.ts";
import { issuesOfRule, namedSettings, validRule } from "../state/loaded.ts";
import { locale } from "../state/preferences.ts";
import { IconButton } from "../ui/Button.tsx";
import { Switch } from "../ui/controls.tsx";
import { Fold } from "../ui/Fold.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Menu } from "../ui/Menu.tsx";
import { removeAloud } from "../ui/removeAloud.ts";
import { Handle } from "./Handle.tsx";
import { findings } from "./lint.ts";
import { openRules, setOpen } from "./open.ts";
import { type Part, setIn } from "./part.ts";
import { integrationLabel, RuleEditor } from "./RuleEditor.tsx";
import { freshId, moveRule } from "./rules.ts";
import { editorTexts } from "./texts.ts";

interface RuleCardProps {
  readonly rule: Json;
  readonly place: number;
  readonly count: number;
  /** What is wrong between this rule and others; paths from the rule. The same list as long as it is the same. */
  readonly crossIssues: readonly Issue[];
}

/** Drawn again only when something of its own has changed: there may be thousands. */
export class RuleCard extends Component<RuleCardProps> {
  override shouldComponentUpdate(next: RuleCardProps): boolean {
    const { rule, place, count, crossIssues } = this.props;
    return (
      rule !== next.rule || place !== next.place || count !== next.count || crossIssues !== next.crossIssues
    );
  }

  override render({ rule, place, count, crossIssues }: RuleCardProps) {
    return <Card rule={rule} place={place} count={count} crossIssues={crossIssues} />;
  }
}

function Card({ rule, place, count, crossIssues }: RuleCardProps) {
  const text = editorTexts();
  const key = keyOf(rule);
  const open = openRules.value.has(key);
  const integration = textOf(member(rule, "integration"));
  const name = textOf(member(rule, "name")).trim() || text.unnamed;
  const issues = crossIssues.length === 0 ? issuesOfRule(rule) : [...issuesOfRule(rule), ...crossIssues];
  const part: Part = { path: ["rules", place], value: rule, issues, label: text.editRule };
  const remove = () =>
    removeAloud(`${text.removeRule}: ${name}`, () =>
      edit(text.removeRule, (all) => removeItem(all, ["rules"], place)),
    );
  const duplicate = () =>
    edit(text.duplicate, (all) => insert(all, ["rules"], place + 1, copyOf(rule, name)));
  return (
    <li
      data-place={place}
      aria-setsize={count}
      aria-posinset={place + 1}
      class={`card rule ${integration}`}
      data-path={pathKey(part.path)}
    >
      <Fold
        open={open}
        onToggle={(next) => setOpen(key, next)}
        title={
          <>
            <span class="rule-name user-text">{name}</span>
            <span class="rule-kind">
              <span class="soft">{integrationLabel(integration)}</span>
              {member(rule, "active") === false && <span class="badge off">{text.inactive}</span>}
              <Marks rule={key} issues={issues.length} />
            </span>
          </>
        }
        aside={
          <div class="rule-tools">
            <Switch
              label={`${text.ruleActive}: ${name}`}
              labelHidden
              checked={member(rule, "active") === true}
              onChange={(active) => setIn(part, "active", active)}
            />
            <Handle own={key} name={name} place={place} count={count} move={moveRule} />
            <Menu
              label={`${text.rule}: ${name}`}
              items={[
                {
                  label: text.moveUp,
                  icon: "up",
                  disabled: place === 0,
                  onSelect: () => moveRule(place, place - 1),
                },
                {
                  label: text.moveDown,
                  icon: "down",
                  disabled: place === count - 1,
                  onSelect: () => moveRule(place, place + 1),
                },
                { label: text.duplicate, icon: "copy", onSelect: duplicate },
              ]}
            />
            <IconButton icon="trash" label={`${text.removeRule}: ${name}`} onClick={remove} />
          </div>
        }
      >
        <RuleEditor part={part} rule={key} />
      </Fold>
      {!open && <Folded rule={rule} />}
    </li>
  );
}

/** What a folded rule says of itself. */
function Folded({ rule }: { rule: Json }) {
  const valid = validRule(rule);
  if (valid === undefined) return null;
  return (
    <p class="folded-sentence user-text soft" lang={locale.value}>
      {describe(valid, { locale: locale.value, workspace: namedSettings.value })}
    </p>
  );
}

/** How much is wrong with a rule, and how much is found. */
function Marks({ rule, issues }: { rule: string; issues: number }) {
  const text = editorTexts();
  const found = findings.value.byRule.get(rule) ?? [];
  const worst = (["error", "warning", "info"] as const).find((severity) =>
    found.some(({ finding }) => finding.severity === severity),
  );
  return (
    <>
      {issues > 0 && (
        <span class="badge error">
          <Icon name="error" size={14} />
          {text.issueCount(issues)}
        </span>
      )}
      {worst !== undefined && (
        <span class={`badge ${worst}`}>
          <Icon name={worst} size={14} />
          {text.findings(found.length)}
        </span>
      )}
    </>
  );
}

/** A copy that is a rule of its own. */
function copyOf(rule: Json, name: string): Json {
  if (!isObject(rule)) return structuredClone(rule);
  const ids = listOf(document.peek().rules).map((each) => textOf(member(each, "id")));
  return {
    ...structuredClone(rule),
    id: freshId(textOf(rule.id) || "regla", ids),
    name: editorTexts().copyOf(name),
  };
}
