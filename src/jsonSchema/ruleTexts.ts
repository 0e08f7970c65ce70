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
import { about, type KeyTexts, type ObjectText, type Text } from "./about.ts";

/** Of an object with a tag, which tells the same as the object. */
const tagged =
  <Type>() =>
  (title: string, description: string, keys: KeyTexts<Omit<Type, "type">>): ObjectText => ({
    text: [title, description],
    keys: { type: [title, description], ...keys },
  });

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

const hours = (title: string, description: string) =>
  tagged<BusinessHoursCondition<string>>()(title, description, {
    calendar: calendarKey,
  });

const conditionTexts: { readonly [Type in LeafType | "group" as `${Type}Condition`]: ObjectText } = {
  accountCondition: tagged<AccountCondition>()("Account", "The ticket came in by one of these accounts.", {
    is: ["Accounts", "The id of an account, or a list of ids of which one must match."],
  }),
  classificationCondition: tagged<ClassificationCondition>()(
    "Classification",
    "A field of the ticket holds one of these values. Text compares without case and accents.",
    {
      field: ["Field", "The id of a field of the document."],
      is: [
        "Values",
        "A value, or a list of which one must match. Of `select` and `multi` fields: ids of options.",
      ],
    },
  ),
  messageContainsCondition: tagged<MessageContainsCondition>()(
    "Message contains",
    "The message contains words or phrases, whatever their case and accents; ñ is not n.",
    {
      words: ["Words", "Words, or phrases with spaces. At most 200, each of at most 100 characters."],
      mode: ["Mode", "`word`: as words of their own (when absent). `substring`: anywhere, within words too."],
      match: ["Match", "`any`: one of them is enough (when absent). `all`: all of them must be there."],
    },
  ),
  messageMatchesCondition: tagged<MessageMatchesCondition>()(
    "Message matches",
    "The message matches a regular expression, anywhere. Accents count.",
    {
      pattern: [
        "Pattern",
        "An ECMAScript regular expression, as between the slashes. At most 2,000 characters.",
      ],
      flags: ["Flags", "Some of `imsuv`, each once, not both `u` and `v`. Absent: `i`."],
    },
  ),
  withinBusinessHoursCondition: hours("Within business hours", "The event falls within opening hours."),
  outsideBusinessHoursCondition: hours("Outside business hours", "The event falls outside opening hours."),
  weekdayCondition: tagged<WeekdayCondition>()(
    "Weekday",
    "It is one of these weekdays where the account is.",
    {
      is: ["Weekdays", "A weekday, or a list of which one must match."],
    },
  ),
  unassignedCondition: tagged<UnassignedCondition>()(
    "Unassigned",
    "Nobody has the ticket, no bot either.",
    {},
  ),
  dateRangeCondition: tagged<DateRangeCondition>()(
    "Date range",
    "The local date lies in a range. Both ends are included, one may be absent.",
    {
      from: ["From", "The first date, `YYYY-MM-DD`."],
      to: ["To", "The last date, `YYYY-MM-DD`, included."],
    },
  ),
  timeRangeCondition: tagged<TimeRangeCondition>()(
    "Time range",
    "The local time of day lies in a range. A `to` before `from` crosses midnight.",
    {
      from: ["From", "From this time on, `HH:MM`."],
      to: ["To", "Up to this time, `HH:MM`, which is out. `24:00` is the end of the day."],
    },
  ),
  unattendedCondition: tagged<UnattendedCondition>()(
    "Unattended",
    "No executive has sent a first reply; replies of bots do not count.",
    {},
  ),
  groupCondition: tagged<Group>()("Group", "Conditions under an operator of their own.", {
    operator: ["Operator", "`and`: all hold. `or`: one holds. `not`: none holds."],
    conditions: ["Conditions", "At least one. Groups may stand in groups to five levels."],
  }),
};

const actionTexts: { readonly [Type in Action["type"] as `${Type}Action`]: ObjectText } = {
  activateBotAction: tagged<Extract<BotcenterAction, { type: "activateBot" }>>()(
    "Activate bot",
    "Start a bot. Suppressed while one runs.",
    { bot: ["Bot", "The id of a bot of the integration's list."] },
  ),
  terminateBotAction: tagged<{ type: string }>()("Terminate bot", "Stop the bot that runs.", {}),
  sendSurveyAction: tagged<SendSurveyAction>()("Send survey", "Send a survey, now or later.", {
    survey: ["Survey", "The number of the survey in TimePoints."],
    delayMinutes: ["Delay", "Minutes from the event to the sending. Absent: 0."],
    spamThresholdDays: [
      "Spam threshold",
      "The least number of days between two surveys to one customer. Absent: 0.",
    ],
  }),
  enableManualSurveyAction: tagged<{ type: string }>()(
    "Enable manual survey",
    "Let an executive send a survey by hand.",
    {},
  ),
  notifyAction: tagged<{ type: string }>()("Notify", "Send a notification to the webhook.", {}),
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
