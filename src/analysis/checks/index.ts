/** The list of checks. */
import type { FindingCode } from "../findings.ts";
import { accentInPattern } from "./accentInPattern.ts";
import { alwaysFires } from "./alwaysFires.ts";
import { botWithoutGuard } from "./botWithoutGuard.ts";
import { calendarMissing } from "./calendarMissing.ts";
import { conflictingEffects } from "./conflictingEffects.ts";
import type { Check } from "./define.ts";
import { duplicateRule } from "./duplicateRule.ts";
import { emptyCalendar } from "./emptyCalendar.ts";
import { endsAt2359 } from "./endsAt2359.ts";
import { gateExpectedFromOr } from "./gateExpectedFromOr.ts";
import { impossibleValue } from "./impossibleValue.ts";
import { ineffectiveCondition } from "./ineffectiveCondition.ts";
import { neverFires } from "./neverFires.ts";
import { notLoaded } from "./notLoaded.ts";
import { orOfNegations } from "./orOfNegations.ts";
import { overnightWithWeekday } from "./overnightWithWeekday.ts";
import { pastDateRange } from "./pastDateRange.ts";
import { patternInSlashes } from "./patternInSlashes.ts";
import { patternIsPlainWord } from "./patternIsPlainWord.ts";
import { possibleLoop } from "./possibleLoop.ts";
import { redundantCondition } from "./redundantCondition.ts";
import { shadowedRule } from "./shadowedRule.ts";
import { slowElsewhere } from "./slowElsewhere.ts";
import { triggerOnlyOr } from "./triggerOnlyOr.ts";
import { unknownReference } from "./unknownReference.ts";
import { unreachableWord } from "./unreachableWord.ts";

/** Every check by the code of its findings. */
export const checks: { readonly [Code in FindingCode]: Check } = {
  notLoaded,
  neverFires,
  shadowedRule,
  unknownReference,
  calendarMissing,
  impossibleValue,
  emptyCalendar,
  pastDateRange,
  conflictingEffects,
  duplicateRule,
  alwaysFires,
  triggerOnlyOr,
  gateExpectedFromOr,
  orOfNegations,
  botWithoutGuard,
  possibleLoop,
  ineffectiveCondition,
  redundantCondition,
  unreachableWord,
  endsAt2359,
  overnightWithWeekday,
  patternIsPlainWord,
  patternInSlashes,
  accentInPattern,
  slowElsewhere,
};
