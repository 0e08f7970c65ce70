/** A workspace as checks look at it. */
import type { Account } from "../../account.ts";
import type { LeafCondition } from "../../conditions/index.ts";
import type { Condition } from "../../conditions/tree.ts";
import type { Field } from "../../field.ts";
import type { Bot } from "../../integrations/botcenter.ts";
import type { Say } from "../../language/say.ts";
import type { KnownField } from "../../model.ts";
import type { Rule } from "../../rule.ts";
import { sayIn } from "../../sentences/names.ts";
import { fold } from "../../text/fold.ts";
import type { Calendar } from "../../time/calendar.ts";
import type { Workspace } from "../../workspace.ts";
import type { DocumentPath, Texts } from "../findings.ts";
import { childSign, isGroup, type Joint, type Literal, literalsOf, needsAll } from "./junction.ts";

/** The workspace, what it names by id, and the conditions of all rules. */
export interface Scene extends Catalogue {
  readonly workspace: Workspace;
  readonly rules: readonly RuleScene[];
  /** What of the document is not in the workspace, because it is not valid. */
  readonly left: readonly { readonly path: DocumentPath; readonly texts: Texts }[];
  /** The names of the workspace in each language. */
  readonly say: { readonly [Language in keyof Texts]: Say };
  /** Epoch milliseconds: the instant of which findings may speak, if the caller gave one. */
  readonly at: number | undefined;
}

/** What conditions and actions refer to, by id. */
export interface Catalogue {
  readonly timeZone: string;
  readonly accounts: ReadonlyMap<string, Account>;
  readonly calendars: ReadonlyMap<string, Calendar>;
  /** The calendars that accounts have, each once. */
  readonly accountCalendars: readonly Calendar[];
  readonly fields: ReadonlyMap<string, Field>;
  /** The fields as conditions compare them. */
  readonly knownFields: ReadonlyMap<string, KnownField>;
  readonly bots: ReadonlyMap<string, Bot>;
  /** Whether every account is taken to have opening hours. */
  readonly supposesHours?: true;
}

/** A rule and its place. */
export interface RuleScene {
  readonly rule: Rule;
  /** Its place among the rules: lower goes first. */
  readonly at: number;
  readonly path: DocumentPath;
  /** Every condition, groups before what is in them. */
  readonly places: readonly Place[];
}

/** A condition in a rule. */
export interface Place {
  readonly condition: Condition;
  readonly path: DocumentPath;
  /** False under an odd number of `not`: there the condition must fail. */
  readonly sign: boolean;
  /** The leaves that hold or fail whenever this place decides anything: its own, and those it stands beside under "all". */
  readonly together: readonly Literal[];
}

/** Looks a workspace over, once for all checks. */
export function sceneOf(workspace: Workspace, left: Scene["left"], at: number | undefined): Scene {
  const { accounts = [], calendars = [], fields = [], integrations = {}, rules, timeZone } = workspace;
  const named = new Set(accounts.map(({ calendar }) => calendar));
  return {
    workspace,
    left,
    say: { es: sayIn({ locale: "es", workspace }), en: sayIn({ locale: "en", workspace }) },
    at,
    timeZone,
    accounts: byId(accounts),
    calendars: byId(calendars),
    accountCalendars: calendars.filter(({ id }) => named.has(id)),
    fields: byId(fields),
    knownFields: new Map(
      fields.map(({ id, type, options: choices = [] }) => [
        id,
        { type, options: new Set(choices.map((choice) => fold(choice.id))) },
      ]),
    ),
    bots: byId(integrations.botcenter?.bots ?? []),
    rules: rules.map((rule, place) => {
      const path = ["rules", place];
      return { rule, at: place, path, places: placesAmong(rule, path, true, []) };
    }),
  };
}

/** The leaves of these types. */
export function leavesOf<Type extends LeafCondition["type"]>(
  { places }: RuleScene,
  ...types: readonly Type[]
): (Place & { readonly condition: Extract<LeafCondition, { type: Type }> })[] {
  return places.filter((place): place is Place & { condition: Extract<LeafCondition, { type: Type }> } =>
    types.some((type) => type === place.condition.type),
  );
}

function placesAmong(
  { operator, conditions }: Joint,
  above: DocumentPath,
  signAbove: boolean,
  around: readonly Literal[],
): Place[] {
  const sign = childSign(operator, signAbove);
  const beside = needsAll(operator, signAbove) ? [...around, ...literalsOf(conditions, sign)] : undefined;
  return conditions.flatMap((condition, at) => {
    const path = [...above, "conditions", at];
    const together = beside ?? [...around, ...literalsOf([condition], sign)];
    const place = { condition, path, sign, together };
    return isGroup(condition) ? [place, ...placesAmong(condition, path, sign, together)] : [place];
  });
}

function byId<Item extends { id: string }>(items: readonly Item[]): Map<string, Item> {
  return new Map(items.map((item) => [item.id, item]));
}
