/** What editors show of rules, conditions and actions. The types ask for every key. */
import type { AccountCondition } from "../conditions/account.ts";
import type { BusinessHoursCondition } from "../conditions/businessHours.ts";
import type { ClassificationCondition } from "../conditions/classification.ts";
import type { DateRangeCondition } from "../conditions/dateRange.ts";
import type { LeafType } from "../conditions/index.ts";
import type { MessageContainsCondition } from "../conditions/messageContains.ts";
import type { MessageMatchesCondition } from "../conditions/messageMatches.ts";
import type { TimeRangeCondition } from "../conditions/timeRange.ts";
import type { Group } from "../conditions/tree.ts";
import type { UnassignedCondition } from "../conditions/unassigned.ts";
import type { UnattendedCondition } from "../conditions/unattended.ts";
import type { WeekdayCondition } from "../conditions/weekday.ts";
import type { BotcenterAction } from "../integrations/botcenter.ts";
import type { Action, IntegrationName } from "../integrations/index.ts";
import type { SendSurveyAction } from "../integrations/timepoints.ts";
import type { BotcenterRule } from "../rule.ts";
import { about, type ObjectText, type Text } from "./about.ts";

const typeKey = (what: string): Text => ["Type", `Tells that this is the ${what}.`];

const calendarKey: Text = [
  "Calendar",
  "The id of a calendar. Absent: the calendar of the ticket's account, and unknown if it has none.",
];

const ruleText = (
  title: string,
  description: string,
  { trigger, conditions, actions }: Record<"trigger" | "conditions" | "actions", string>,
) =>
  about<BotcenterRule>()(title, description, {
    id: [
      "Id",
      "Stands in decisions and in the keys of effects. Unique among the rules; a new id is a new rule.",
    ],
    name: ["Name", "Tells people what the rule does. Not blank."],
    active: ["Active", "The rule's own switch."],
    integration: ["Integration", "For which integration the rule works. It must be in `integrations`."],
    trigger: ["Trigger", trigger],
    operator: [
      "Operator",
      "`and`: on the trigger, if all conditions hold. `not`: on the trigger, if none holds. " +
        "`or`: on the trigger whatever the conditions say, and on any other event that makes one of them true.",
    ],
    conditions: [
      "Conditions",
      `${conditions} At most 100 in all, groups in groups to five levels. Empty: none.`,
    ],
    actions: ["Actions", actions],
    stop: [
      "Stop",
      "When true and the rule fires, later rules of its integration are left out for that event.",
    ],
  });

const hours = (title: string, description: string, type: LeafType) =>
  about<BusinessHoursCondition<LeafType>>()(title, description, {
    type: typeKey(`condition ${type}`),
    calendar: calendarKey,
  });

const conditionTexts: { readonly [Type in LeafType | "group" as `${Type}Condition`]: ObjectText } = {
  accountCondition: about<AccountCondition>()("Account", "The ticket came in by one of these accounts.", {
    type: typeKey("condition on the account"),
    is: ["Accounts", "The id of an account, or a list of ids of which one must match."],
  }),
  classificationCondition: about<ClassificationCondition>()(
    "Classification",
    "A field of the ticket holds one of these values. Text compares without case and accents.",
    {
      type: typeKey("condition on the classification"),
      field: ["Field", "The id of a field of the document."],
      is: [
        "Values",
        "A value, or a list of which one must match. Of `select` and `multi` fields: ids of options.",
      ],
    },
  ),
  messageContainsCondition: about<MessageContainsCondition>()(
    "Message contains",
    "The message contains words or phrases, whatever their case and accents; ñ is not n.",
    {
      type: typeKey("condition on words of the message"),
      words: ["Words", "Words, or phrases with spaces. At most 200, each of at most 100 characters."],
      mode: ["Mode", "`word`: as words of their own (when absent). `substring`: anywhere, within words too."],
      match: ["Match", "`any`: one of them is enough (when absent). `all`: all of them must be there."],
    },
  ),
  messageMatchesCondition: about<MessageMatchesCondition>()(
    "Message matches",
    "The message matches a regular expression, anywhere. Accents count.",
    {
      type: typeKey("condition on a pattern of the message"),
      pattern: [
        "Pattern",
        "An ECMAScript regular expression, as between the slashes. At most 2,000 characters.",
      ],
      flags: ["Flags", "Some of `imsuv`, each once, not both `u` and `v`. Absent: `i`."],
    },
  ),
  withinBusinessHoursCondition: hours(
    "Within business hours",
    "The event falls within opening hours.",
    "withinBusinessHours",
  ),
  outsideBusinessHoursCondition: hours(
    "Outside business hours",
    "The event falls outside opening hours.",
    "outsideBusinessHours",
  ),
  weekdayCondition: about<WeekdayCondition>()(
    "Weekday",
    "It is one of these weekdays where the account is.",
    {
      type: typeKey("condition on the weekday"),
      is: ["Weekdays", "A weekday, or a list of which one must match."],
    },
  ),
  unassignedCondition: about<UnassignedCondition>()("Unassigned", "Nobody has the ticket, no bot either.", {
    type: typeKey("condition that nobody has the ticket"),
  }),
  dateRangeCondition: about<DateRangeCondition>()(
    "Date range",
    "The local date lies in a range. Both ends are included, one may be absent.",
    {
      type: typeKey("condition on the date"),
      from: ["From", "The first date."],
      to: ["To", "The last date, included."],
    },
  ),
  timeRangeCondition: about<TimeRangeCondition>()(
    "Time range",
    "The local time of day lies in a range. A `to` before `from` crosses midnight.",
    {
      type: typeKey("condition on the time of day"),
      from: ["From", "From this time on."],
      to: ["To", "Up to this time, which is out. `24:00` is the end of the day."],
    },
  ),
  unattendedCondition: about<UnattendedCondition>()(
    "Unattended",
    "No executive has sent a first reply; replies of bots do not count.",
    { type: typeKey("condition that nobody has replied") },
  ),
  groupCondition: about<Group>()("Group", "Conditions under an operator of their own.", {
    type: typeKey("group of conditions"),
    operator: ["Operator", "`and`: all hold. `or`: one holds. `not`: none holds."],
    conditions: ["Conditions", "At least one. Groups may stand in groups to five levels."],
  }),
};

const actionTexts: { readonly [Type in Action["type"] as `${Type}Action`]: ObjectText } = {
  activateBotAction: about<Extract<BotcenterAction, { type: "activateBot" }>>()(
    "Activate bot",
    "Start a bot. Suppressed while one runs.",
    { type: typeKey("action that starts a bot"), bot: ["Bot", "The id of a bot of the integration's list."] },
  ),
  terminateBotAction: about<{ type: string }>()("Terminate bot", "Stop the bot that runs.", {
    type: typeKey("action that stops the bot"),
  }),
  sendSurveyAction: about<SendSurveyAction>()("Send survey", "Send a survey, now or later.", {
    type: typeKey("action that sends a survey"),
    survey: ["Survey", "The number of the survey in TimePoints."],
    delayMinutes: ["Delay", "Minutes from the event to the sending. Absent: 0."],
    spamThresholdDays: [
      "Spam threshold",
      "The least number of days between two surveys to one customer. Absent: 0.",
    ],
  }),
  enableManualSurveyAction: about<{ type: string }>()(
    "Enable manual survey",
    "Let an executive send a survey by hand.",
    { type: typeKey("action that lets executives send a survey") },
  ),
  notifyAction: about<{ type: string }>()("Notify", "Send a notification to the webhook.", {
    type: typeKey("action that sends a notification"),
  }),
};

/** Of unions: what all of their options have. */
const unionTexts = {
  rule: ruleText("Rule", "What starts it, what must hold, and what it asks for, for one integration.", {
    trigger: "The event type the rule starts from. Which there are depends on the integration.",
    conditions: "Which kinds there are depends on the integration.",
    actions: "What the rule asks for. Which actions there are depends on the integration.",
  }),
  condition: about<{ type: string }>()("Condition", "A condition, or a group of conditions.", {
    type: ["Type", "The kind of condition."],
  }),
  action: about<{ type: string }>()("Action", "What a rule asks for.", {
    type: ["Type", "The kind of action."],
  }),
};

const integrationTexts: { readonly [Name in IntegrationName as `${Name}Rule`]: ObjectText } = {
  botcenterRule: ruleText("BotCenter rule", "When it starts or stops a chatbot.", {
    trigger: "The event type the rule starts from: a message was received.",
    conditions: "Conditions of every kind.",
    actions: "One action or more: activate a bot, terminate the bot.",
  }),
  timepointsRule: ruleText("TimePoints rule", "When it sends a survey, or lets an executive send one.", {
    trigger: "The event type the rule starts from: the ticket was closed.",
    conditions: "Conditions on the account and the classification.",
    actions: "Exactly one action: send a survey, or enable sending one by hand.",
  }),
  webhookRule: ruleText("Webhook rule", "When it sends a notification.", {
    trigger: "The event type the rule starts from: the ticket was closed, or a message was received.",
    conditions: "Conditions of every kind.",
    actions: "Exactly one action: notify.",
  }),
};

/** By the names that the generator gives them. */
export const ruleTexts: { readonly [name: string]: ObjectText } = {
  ...conditionTexts,
  ...actionTexts,
  ...integrationTexts,
  ...unionTexts,
};
