import { NumberInput } from "../../ui/controls.tsx";
import { Field } from "../../ui/Field.tsx";
import type { ConditionForm } from "../conditions/define.ts";
import { type Part, partAt, replace } from "../part.ts";
import { actionTexts } from "./texts.ts";

/** A survey of TimePoints. */
export const sendSurvey: ConditionForm = {
  keys: ["survey", "delayMinutes", "spamThresholdDays"],
  fresh: () => ({}),
  Form: SurveyForm,
};

function SurveyForm({ part }: { part: Part }) {
  const text = actionTexts();
  const number = (key: string, label: string, hint: string, min: number) => {
    const own = partAt(part, key);
    return (
      <Field label={label} hint={hint} issues={own.issues}>
        <NumberInput
          min={min}
          value={typeof own.value === "number" ? own.value : undefined}
          onInput={(value) => replace(own, value)}
        />
      </Field>
    );
  };
  return (
    <div class="operands">
      {number("survey", text.survey, text.surveyHint, 1)}
      {number("delayMinutes", text.delay, text.delayHint, 0)}
      {number("spamThresholdDays", text.threshold, text.thresholdHint, 0)}
    </div>
  );
}
