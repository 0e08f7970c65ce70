/** Rules that may set one another off, step by step, each with its event. */
import type { PossibleLoop } from "ticket-rules/analysis";
import { tryTexts } from "../try/texts.ts";
import { Icon } from "../ui/Icon.tsx";
import { proveTexts } from "./texts.ts";
import { Witness } from "./Witness.tsx";

/** One loop as a finding: its steps, the arrows between them, and the one back. `name` gives a rule's in quotes. */
export function LoopShown({
  loop: { steps, anyAnswer },
  label,
  name,
}: {
  loop: PossibleLoop;
  label: string;
  name: (rule: string) => string;
}) {
  const text = proveTexts();
  const { types } = tryTexts();
  return (
    <li class="loop">
      <ol class="loop-steps" aria-label={label}>
        {steps.map(({ rule, effect, event, lead }, at) => {
          const said = text.loopStep(types[event.type] ?? event.type, name(rule), text.deeds[effect]);
          const isLast = at === steps.length - 1;
          return (
            <li key={`${at} ${rule}`} class="stack loop-step" data-rule={rule}>
              <div class="finding loop-deed">
                <span class="user-text">{said}</span>
                <Witness answer={{ kind: "yes", event }} label={text.tryEvent} about={said} />
              </div>
              <p class="small soft loop-lead">
                <Icon name={isLast ? "undo" : "down"} size={18} />
                <span>
                  {text.leads[lead]}
                  {isLast && `, ${text.roundAgain}`}
                </span>
              </p>
            </li>
          );
        })}
      </ol>
      <p class="small loop-turn">{anyAnswer ? text.anyAnswer : text.likeAnswers}</p>
    </li>
  );
}
