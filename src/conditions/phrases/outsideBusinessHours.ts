import type { OutsideBusinessHoursCondition } from "../outsideBusinessHours.ts";
import { businessHoursPhrases } from "./businessHours.ts";
import type { ConditionPhrases } from "./define.ts";

export const outsideBusinessHours: ConditionPhrases<OutsideBusinessHoursCondition> =
  /* @__PURE__ */ businessHoursPhrases("closed");
