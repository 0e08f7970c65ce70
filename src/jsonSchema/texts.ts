/**
 * What editors show of each type and key of the document. Here and not beside the schemas, so that no bundle of the
 * evaluator carries it; the types ask for every key.
 */
import type { Account } from "../account.ts";
import type { Field, FieldOption } from "../field.ts";
import type { Bot, BotcenterSettings } from "../integrations/botcenter.ts";
import type { TimepointsSettings } from "../integrations/timepoints.ts";
import type { WebhookSettings } from "../integrations/webhook.ts";
import type { Calendar } from "../time/calendar.ts";
import type { Integrations, Workspace } from "../workspace.ts";
import { about, type ObjectText, type Text } from "./about.ts";
import { ruleTexts } from "./ruleTexts.ts";

const switches = {
  enabled: ["Enabled", "Whether the integration is installed. Switching it off loses no configuration."],
  active: ["Active", "The on/off check of the integration. Its rules run when it is enabled and active."],
} as const;

const names = {
  id: [
    "Id",
    "What events and other parts of the document refer to it by. Unique in its list, compared exactly.",
  ],
  name: ["Name", "For people. Not blank; need not be unique."],
} as const;

/** Of the objects of a workspace, by the names that the generator gives them. */
export const objectTexts: { readonly [name: string]: ObjectText } = {
  ...ruleTexts,
  workspace: about<Workspace>()(
    "ticket-rules workspace",
    "All that is configured: accounts, calendars, fields, integrations and rules. Keys that begin with `x-` are " +
      "yours, on every object; other unknown keys are errors.",
    {
      schemaVersion: ["Schema version", "The version of the format."],
      timeZone: [
        "Time zone",
        "The local time of accounts without a calendar: an IANA name with a slash, as `America/Santiago`, or `UTC`.",
      ],
      accounts: ["Accounts", "The channels by which tickets come in."],
      calendars: ["Calendars", "Opening hours."],
      fields: ["Fields", "The fields by which tickets are classified."],
      integrations: ["Integrations", "The settings of the integrations that are installed."],
      rules: ["Rules", "In order of priority, first in the list first. At most 10,000."],
    },
  ),
  account: about<Account>()("Account", "A channel by which tickets come in.", {
    ...names,
    calendar: ["Calendar", "The id of the calendar of its opening hours, which also has its time zone."],
  }),
  field: about<Field>()("Field", "A field by which tickets are classified.", {
    ...names,
    type: ["Type", "How the values of the field compare."],
    options: ["Options", "The choices of a `select` or `multi` field, and of no other."],
  }),
  fieldOption: about<FieldOption>()("Option", "One choice of a field.", names),
  calendar: about<Calendar>()("Calendar", "Weekly opening hours with exceptions, in one time zone.", {
    ...names,
    timeZone: [
      "Time zone",
      "The zone of its hours, and of the local time of its accounts: an IANA name with a slash, or `UTC`.",
    ],
    weekly: ["Weekly hours", "What starts on each weekday. A missing day is closed."],
    exceptions: [
      "Exceptions",
      "What starts on a date instead: keys `YYYY-MM-DD`, or `MM-DD` for every year. An empty list is closed.",
    ],
  }),
  "calendar.weekly": about<Calendar["weekly"]>()(
    "Weekly hours",
    "Intervals by the weekday on which they start.",
    {
      mon: ["Monday", "The intervals that start on Mondays."],
      tue: ["Tuesday", "The intervals that start on Tuesdays."],
      wed: ["Wednesday", "The intervals that start on Wednesdays."],
      thu: ["Thursday", "The intervals that start on Thursdays."],
      fri: ["Friday", "The intervals that start on Fridays."],
      sat: ["Saturday", "The intervals that start on Saturdays."],
      sun: ["Sunday", "The intervals that start on Sundays."],
    },
  ),
  integrations: about<Integrations>()(
    "Integrations",
    "Settings by integration. An absent one is not installed.",
    {
      botcenter: ["BotCenter", "Chatbots that answer in a ticket."],
      timepoints: ["TimePoints", "Surveys after a conversation."],
      webhook: ["Webhook", "Notifications to the host's other systems."],
    },
  ),
  botcenterSettings: about<BotcenterSettings>()("BotCenter", "Chatbots that answer in a ticket.", {
    ...switches,
    apiToken: ["API token", "Secret: the key to BotCenter."],
    bots: ["Bots", "The bots that rules may activate."],
  }),
  "botcenterSettings.bots[]": about<Bot>()("Bot", "A bot that can be activated.", {
    id: ["Bot id", "Its id in BotCenter."],
    name: names.name,
    active: ["Active", "When false, its activations are suppressed."],
  }),
  timepointsSettings: about<TimepointsSettings>()("TimePoints", "Surveys after a conversation.", {
    ...switches,
    apiToken: ["API token", "Secret: the key to TimePoints."],
  }),
  webhookSettings: about<WebhookSettings>()("Webhook", "Notifications to the host's other systems.", {
    ...switches,
    url: ["URL", "Where notifications go: https, without credentials, no local or private address."],
    secret: ["Secret", "Secret: what notifications are signed with. Best in the form `whsec_…`."],
  }),
};

/** Of what stands in lists, without a key that tells what it is. */
export const valueTexts: { readonly [name: string]: Text } = {
  startTime: ["Start", "A local time of day, `HH:MM` from 00:00 to 23:59."],
  endTime: ["End", "A local time of day, `HH:MM` from 00:00 to 24:00."],
  interval: ["Interval", "`[start, end]`, the end being out. An end before its start lies on the next day."],
};
