/** What two versions of a workspace do otherwise: rule by rule, then by planned effect. */
import { type Decision, describeDecision, type Effect, type TicketEvent, type Workspace } from "ticket-rules";
import type { Changes, EffectChange, RuleChange } from "ticket-rules/analysis";
import { locale } from "../state/preferences.ts";
import { Icon } from "../ui/Icon.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Few } from "./Few.tsx";
import { Regions } from "./Regions.tsx";
import { proveTexts } from "./texts.ts";
import { Witness } from "./Witness.tsx";

/** The two that were compared. */
export interface Versions {
  readonly before: Workspace;
  readonly after: Workspace;
}

/** All differences. */
export function ChangesShown({ changes, versions }: { changes: Changes; versions: Versions }) {
  const text = proveTexts();
  const before = new Map(versions.before.rules.map((rule) => [rule.id, rule]));
  const after = new Map(versions.after.rules.map((rule) => [rule.id, rule]));
  const nameOf = (id: string) => text.quoted((after.get(id) ?? before.get(id))?.name ?? id);
  // Written and active in both: it is the integration that was switched.
  const isSwitched = (id: string) => before.get(id)?.active === true && after.get(id)?.active === true;
  const { rules, effects, unknown } = changes;
  const isSame = rules.length === 0 && effects.length === 0 && unknown.length === 0;
  return (
    <div class="stack" data-testid="changes">
      {isSame && <Notice tone="good">{text.same}</Notice>}
      <Few items={rules} look="stack changes">
        {(change) => (
          <ChangeRow
            key={change.rule}
            change={change}
            name={nameOf(change.rule)}
            isSwitched={isSwitched(change.rule)}
          />
        )}
      </Few>
      {!isSame && <h4>{text.actionsHeading}</h4>}
      {!isSame && effects.length === 0 && unknown.length === 0 && <p>{text.noActions}</p>}
      <Few items={effects} look="findings">
        {(change, place) => (
          <EffectRow
            key={`${change.rule} ${change.change} ${place}`}
            change={change}
            versions={versions}
            name={nameOf(change.rule)}
          />
        )}
      </Few>
      {unknown.length > 0 && (
        <p class="hint user-text">
          {text.actionUnknown(new Intl.ListFormat(locale.value).format(unknown.map(nameOf)))}
        </p>
      )}
      <p class="hint">{text.planAssumption}</p>
    </div>
  );
}

function ChangeRow({
  change: { change, comparison, edited, rule },
  name,
  isSwitched,
}: {
  change: RuleChange;
  name: string;
  isSwitched: boolean;
}) {
  const text = proveTexts();
  const tag = isSwitched && change !== "changed" ? text.switched[change] : text.changes[change];
  return (
    <li class="change" data-rule={rule}>
      <p class="change-head">
        <span class={`tag change-tag change-tag-${change}`}>{tag}</span>
        <span class="user-text">
          {name}
          {comparison !== undefined && `: ${text.changeRelations[comparison.relation]}`}
        </span>
      </p>
      {edited === false && <p class="hint">{text.notEdited}</p>}
      {comparison !== undefined && (
        <Regions comparison={comparison} first={text.before} second={text.after} />
      )}
    </li>
  );
}

function EffectRow({
  change: { rule, change, effect, instead, event },
  versions: { before, after },
  name,
}: {
  change: EffectChange;
  versions: Versions;
  name: string;
}) {
  const text = proveTexts();
  const [planning, other] = change === "gained" ? [after, before] : [before, after];
  const sentence = sentenceOf(effect, event, planning);
  // The sentence names the rules that ask for it; the difference may come of another one, which stops them.
  const isOwn = effect.rules.every((each) => each === rule);
  return (
    <li class={`finding change-${change}`}>
      <div class="user-text change-text">
        <Icon name={change === "gained" ? "plus" : "trash"} size={18} />
        <div class="stack effect-change">
          <p>
            <strong>{text.planned[change]}:</strong> {sentence}
            {!isOwn && <span class="soft"> {text.because(name)}</span>}
          </p>
          {instead.length === 0 ? (
            <p class="small soft">{text.insteadNothing[change]}</p>
          ) : (
            <div class="small soft">
              <p>{text.instead[change]}</p>
              <ul class="bullets">
                {instead.map((each) => (
                  <li key={each.key}>{sentenceOf(each, event, other)}</li>
                ))}
              </ul>
            </div>
          )}
        </div>
      </div>
      <Witness
        answer={{ kind: "yes", event }}
        label={text.tryEvent}
        about={`${text.planned[change]}: ${sentence}`}
      />
    </li>
  );
}

/** The library's own sentence: a decision with one effect has one line for what fired, and one for the effect. */
function sentenceOf(effect: Effect, { ticket }: TicketEvent, workspace: Workspace): string {
  const decision: Decision = {
    event: effect.event,
    fired: effect.rules,
    effects: [effect],
    suppressed: [],
    indeterminate: [],
    skipped: [],
  };
  const options = { locale: locale.value, workspace, account: ticket.account };
  return describeDecision(decision, options).split("\n")[1] ?? effect.type;
}
