import type { WithinBusinessHoursCondition } from "../withinBusinessHours.ts";
import { businessHoursPhrases } from "./businessHours.ts";
import type { ConditionPhrases } from "./define.ts";

export const withinBusinessHours: ConditionPhrases<WithinBusinessHoursCondition> =
  /* @__PURE__ */ businessHoursPhrases("open");
