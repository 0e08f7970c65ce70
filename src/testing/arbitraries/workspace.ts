import type { Arbitrary } from "fast-check";
import type { Account } from "../../account.ts";
import type { Field } from "../../field.ts";
import type { Integrations, Workspace } from "../../workspace.ts";
import { fc } from "../fastCheck/fc.ts";
import { calendar, zoneName } from "./calendar.ts";
import { awkwardId, rules } from "./rule.ts";

/**
 * Valid workspaces with a few rules each, drawn to reach every condition, operator and action, and what is rare in
 * stored rules and hard to get right: references to nothing, ids as `__proto__`, switches that are off, rules that
 * stop others, nights, exceptions, and zones whose clocks change at midnight.
 */
export function arbitraryWorkspace(): Arbitrary<Workspace> {
  return fc
    .record({ calendarIds: ids(), accountIds: ids(), fieldIds: ids(), timeZone: zoneName() })
    .chain(({ calendarIds, accountIds, fieldIds, timeZone }) =>
      fc.record({
        schemaVersion: fc.constant(1 as const),
        timeZone: fc.constant(timeZone),
        calendars: fc.tuple(...calendarIds.map(calendar)),
        accounts: fc.tuple(...accountIds.map((id) => account(id, calendarIds))),
        fields: fc.tuple(...fieldIds.map(field)),
        integrations: integrations(),
      }),
    )
    .chain((settings) => {
      const { botcenter, timepoints, webhook } = settings.integrations;
      const installed = [
        ...(botcenter === undefined ? [] : (["botcenter"] as const)),
        ...(timepoints === undefined ? [] : (["timepoints"] as const)),
        ...(webhook === undefined ? [] : (["webhook"] as const)),
      ];
      return rules(installed, settings, botcenter?.bots ?? []).map((drawn) => ({
        ...settings,
        rules: drawn,
      }));
    });
}

/** Now and then none. */
const ids = (): Arbitrary<string[]> =>
  fc.oneof(
    { weight: 9, arbitrary: fc.uniqueArray(awkwardId(), { minLength: 1, maxLength: 3 }) },
    { weight: 1, arbitrary: fc.constant<string[]>([]) },
  );

/** With one of these calendars, with one that is not there, or with none. */
const account = (id: string, calendarIds: readonly string[]): Arbitrary<Account> => {
  const named = fc.oneof(
    ...calendarIds.map((calendarId) => ({ weight: 6, arbitrary: fc.constant(calendarId) })),
    { weight: 1, arbitrary: fc.constant("gone") },
  );
  return fc.record(
    { id: fc.constant(id), name: fc.constant(`Account ${id}`), calendar: named },
    { requiredKeys: ["id", "name"] },
  );
};

const field = (id: string): Arbitrary<Field> => {
  const named = { id: fc.constant(id), name: fc.constant(`Field ${id}`) };
  return fc.oneof(
    fc.record({ ...named, type: fc.constantFrom("text", "boolean", "number", "date") }),
    fc.record({ ...named, type: fc.constantFrom("select", "multi"), options: options() }),
  );
};

const options = (): Arbitrary<{ id: string; name: string }[]> =>
  fc
    .subarray(["soporte", "Soporte", "Cancelación", "año", "ano", "__proto__", "a:b"], { maxLength: 4 })
    .map((optionIds) => optionIds.map((id) => ({ id, name: `Option ${id}` })));

/** Most often there and switched on. */
const integrations = (): Arbitrary<Integrations> => {
  const on = fc.oneof(
    { weight: 9, arbitrary: fc.constant(true) },
    { weight: 1, arbitrary: fc.constant(false) },
  );
  const settings = { enabled: on, active: on };
  const apiToken = fc.constant("token-of-no-use");
  const bot = fc.record({ id: awkwardId(), name: fc.constant("Bot"), active: on });
  const bots = fc.uniqueArray(bot, { selector: ({ id }) => id, maxLength: 3 });
  return fc.oneof(
    {
      weight: 9,
      arbitrary: fc.record({
        botcenter: fc.record({ ...settings, apiToken, bots }),
        timepoints: fc.record({ ...settings, apiToken }),
        webhook: fc.record({ ...settings, url: fc.constant("https://example.com/hook") }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record(
        {
          botcenter: fc.record({ ...settings, apiToken, bots }),
          timepoints: fc.record({ ...settings, apiToken }),
        },
        { requiredKeys: [] },
      ),
    },
  );
};
