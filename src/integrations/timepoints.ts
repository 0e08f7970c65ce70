/** TimePoints: surveys after a conversation. */
import { addMinutes } from "date-fns/addMinutes";
import { differenceInMilliseconds } from "date-fns/differenceInMilliseconds";
import type { SendSurveyEffect } from "../decision.ts";
import type { Extensions } from "../extensions.ts";
import { exact, flag, literal, member, nonEmpty, whole } from "../schema.ts";
import { MS_PER_DAY } from "../time/date.ts";
import { parseInstant, requireInstant } from "../time/instant.ts";
import {
  defineIntegration,
  effectBase,
  type RecheckReason,
  type RecheckState,
  type Request,
  type Scene,
  type Switches,
} from "./define.ts";

/** The settings of TimePoints. */
export interface TimepointsSettings extends Switches, Extensions {
  /** Secret. */
  apiToken: string;
}

/** Send a survey, now or later. */
export interface SendSurveyAction extends Extensions {
  type: "sendSurvey";
  /** The number of the survey in TimePoints: 1 or more. */
  survey: number;
  /** Absent: 0. */
  delayMinutes?: number | undefined;
  /** The least number of days between two surveys to one customer. Absent: 0, no limit. */
  spamThresholdDays?: number | undefined;
}

/** Let an executive send a survey by hand. */
export interface EnableManualSurveyAction extends Extensions {
  type: "enableManualSurvey";
}

/** What TimePoints rules ask for. */
export type TimepointsAction = SendSurveyAction | EnableManualSurveyAction;

/** About nineteen years: longer delays are slips of the keyboard, and would leave the years that dates can write. */
const MAX_DELAY_MINUTES = 10_000_000;

/** Settings, capabilities, actions and planning of TimePoints (spec §6, "Surveys"). */
export const timepoints = defineIntegration<TimepointsSettings, TimepointsAction>({
  settings: exact({ enabled: flag(), active: flag(), apiToken: nonEmpty("token") }),
  items: {},
  triggers: ["ticket.closed"],
  conditions: ["account", "classification"],
  actions: {
    sendSurvey: exact({
      type: literal("sendSurvey"),
      survey: whole("survey", 1, Number.MAX_SAFE_INTEGER),
      delayMinutes: whole("minutes", 0, MAX_DELAY_MINUTES).optional(),
      spamThresholdDays: whole("days", 0, Number.MAX_SAFE_INTEGER).optional(),
    }),
    enableManualSurvey: exact({ type: literal("enableManualSurvey") }),
  },
  reads: ["ticket.customer", "surveys"],
  actionCount: "exactlyOne",
  planner: () => ({
    plan(requests, scene) {
      const customer = customerOf(scene);
      const known = (readSurveys(member(scene.event, "surveys")) ?? []).filter(
        (survey) => survey.customer === customer,
      );
      // What this decision has planned so far counts as pending for what follows.
      const planned: KnownSurvey[] = [];
      return requests.map((request) => {
        const { rule, action, order } = request;
        if (action.type === "enableManualSurvey") {
          return { order, effect: { type: action.type, ...effectBase(request, scene) } };
        }
        const effect = surveyEffect(request, action, customer, scene);
        // A redelivered event finds the survey that its first delivery planned: that is this one, and no other.
        const others = [...known.filter(({ key }) => key !== effect.key), ...planned];
        const reason = tooNear(effect, Date.parse(effect.executeAt), others);
        if (reason !== undefined) return { order, rule, action: action.type, reason };
        if (customer !== null) planned.push({ customer, at: Date.parse(effect.executeAt), key: effect.key });
        return { order, effect };
      });
    },
    recheck: (effect, state) => (effect.type === "sendSurvey" ? recheckSurvey(effect, state) : undefined),
  }),
});

function surveyEffect(
  request: Request<unknown>,
  { type, survey, delayMinutes = 0, spamThresholdDays = 0 }: SendSurveyAction,
  customer: string | null,
  scene: Scene,
): SendSurveyEffect {
  return {
    type,
    ...effectBase(request, scene),
    survey,
    customer,
    executeAt: addMinutes(new Date(scene.head.at), delayMinutes).toISOString(),
    spamThresholdDays,
    cancelOn: ["ticket.reopened"],
  };
}

/** A survey that counts: epoch milliseconds of its sending. */
interface KnownSurvey {
  readonly customer: string;
  readonly at: number;
  /** The key of the effect that planned it, if the host told. */
  readonly key: unknown;
}

/** Exactly the threshold apart is allowed (spec §6). */
function tooNear(
  { customer, spamThresholdDays }: SendSurveyEffect,
  sendingAt: number,
  surveys: readonly KnownSurvey[],
): "customerUnknown" | "spamThreshold" | undefined {
  if (spamThresholdDays === 0) return undefined;
  if (customer === null) return "customerUnknown";
  const near = surveys.some((survey) => {
    const apart = differenceInMilliseconds(sendingAt, survey.at);
    return survey.customer === customer && apart >= 0 && apart < spamThresholdDays * MS_PER_DAY;
  });
  return near ? "spamThreshold" : undefined;
}

function recheckSurvey(effect: SendSurveyEffect, state: RecheckState): RecheckReason | undefined {
  const reopened = state.ticket?.status === "open" && effect.event.type === "ticket.closed";
  if (state.reopened === true || reopened) return "ticketReopened";
  if (effect.spamThresholdDays === 0) return undefined;
  const surveys = readSurveys(state.surveys, effect);
  if (surveys === undefined) return "surveysUnknown";
  const sendingAt =
    state.at === undefined ? Date.parse(effect.executeAt) : requireInstant(state.at, "state.at");
  return tooNear(effect, sendingAt, surveys);
}

/**
 * The surveys of a list that can be read, without the entry of `own`: the one with its key, or else, since the host
 * may not keep keys, the first pending one for its customer at its very instant. Nothing when there is no list.
 */
function readSurveys(list: unknown, own?: SendSurveyEffect): KnownSurvey[] | undefined {
  if (!Array.isArray(list)) return undefined;
  const entries = list.flatMap((entry) => {
    const customer = member(entry, "customer");
    const at = parseInstant(member(entry, "at"));
    if (typeof customer !== "string" || at === undefined) return [];
    return [{ customer, at, key: member(entry, "key"), pending: member(entry, "status") === "pending" }];
  });
  if (own === undefined) return entries;
  const byKey = entries.find(({ key }) => key === own.key);
  const itself =
    byKey ??
    entries.find(
      ({ customer, at, key, pending }) =>
        pending && key === undefined && customer === own.customer && at === Date.parse(own.executeAt),
    );
  return entries.filter((entry) => entry !== itself);
}

function customerOf({ head }: Scene): string | null {
  const customer = member(head.ticket, "customer");
  return typeof customer === "string" && customer !== "" ? customer : null;
}
