/** What is planned, on a line of time, and what is not done and why. */
import type { Decision, Recheck, TicketEvent } from "ticket-rules";
import { namedWorkspace, ruleSet } from "../state/loaded.ts";
import { locale } from "../state/preferences.ts";
import { Icon, type IconName } from "../ui/Icon.tsx";
import { groupsBy } from "./groups.ts";
import { type PlannedEffect, planOf } from "./plan.ts";
import { SaveScenario } from "./SaveScenario.tsx";
import { tryTexts } from "./texts.ts";
import { VerdictMark } from "./Verdict.tsx";

/** The panel, for an event that could be evaluated. */
export function PlanPanel({ decision, event }: { decision: Decision; event: TicketEvent }) {
  const text = tryTexts();
  const { headline, planned, suppressed, notes } = planOf(decision, ruleSet.value, event, {
    locale: locale.value,
    workspace: namedWorkspace.value,
  });
  const groups = groupsBy(planned, ({ delayMinutes }) => delayMinutes);
  return (
    <section class="card stack plan" aria-labelledby="try-plan">
      <div class="plan-head">
        <h3 id="try-plan">{text.resultHeading}</h3>
        <SaveScenario event={event} decision={decision} />
      </div>
      <p
        class={`headline user-text ${decision.fired.length > 0 ? "headline-fired" : ""}`}
        data-testid="headline"
      >
        <VerdictMark verdict={decision.fired.length > 0} label="" />
        <span>{headline}</span>
      </p>
      {planned.length === 0 && <p class="soft">{text.nothingPlanned}</p>}
      {planned.length > 0 && (
        <ol class="timeline">
          {[...groups].map(([delay, effects]) => (
            <li key={delay} class={delay > 0 ? "moment moment-later" : "moment"}>
              <p class="moment-when">{delay > 0 ? text.later(text.durations(delay)) : text.atOnce}</p>
              <ul class="stack moment-effects">
                {effects.map((each) => (
                  <EffectCard key={each.effect.key} planned={each} />
                ))}
              </ul>
            </li>
          ))}
        </ol>
      )}
      {suppressed.length > 0 && (
        <div class="stack suppressed">
          <h4>{text.dropped}</h4>
          <ul class="stack">
            {suppressed.map(({ rule, action, sentence }, place) => (
              <li key={`${rule} ${action} ${place}`} class="dropped-effect">
                <Icon name="cross" size={18} />
                <span class="user-text">{sentence}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {notes.map((note) => (
        <p key={note} class="note user-text">
          <VerdictMark verdict="unknown" label="" />
          <span>{note}</span>
        </p>
      ))}
    </section>
  );
}

function EffectCard({ planned: { effect, sentence, later } }: { planned: PlannedEffect }) {
  const text = tryTexts();
  return (
    <li class={`effect effect-${effect.type}`}>
      <Icon name={SIGNS[effect.type]} size={20} />
      <div class="stack effect-text">
        <p class="user-text">{sentence}</p>
        {later !== undefined && (
          <ul class="later">
            <LaterLine when={text.undisturbed} recheck={later.undisturbed} />
            <LaterLine when={text.ifReopened} recheck={later.reopened} />
          </ul>
        )}
      </div>
    </li>
  );
}

function LaterLine({ when, recheck }: { when: string; recheck: Recheck }) {
  const text = tryTexts();
  return (
    <li>
      <VerdictMark verdict={recheck.send} label="" />
      <span>
        {when}{" "}
        {recheck.send
          ? text.willSend
          : text.willNotSend(text.recheckReasons[recheck.reason] ?? recheck.reason)}
      </span>
    </li>
  );
}

const SIGNS: { readonly [Type in Decision["effects"][number]["type"]]: IconName } = {
  activateBot: "play",
  terminateBot: "cross",
  sendSurvey: "clock",
  enableManualSurvey: "check",
  notify: "bell",
};
