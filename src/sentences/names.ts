/** The names of a workspace in a language. */

import type { Language, Locale } from "../language/define.ts";
import { en } from "../language/en.ts";
import { es } from "../language/es.ts";
import type { Say } from "../language/say.ts";
import { asCode, shown } from "../language/shown.ts";
import { requireLocale } from "../locale.ts";
import { isRecord, member } from "../schema.ts";
import { fold } from "../text/fold.ts";
import { parseDay } from "../time/date.ts";
import type { Workspace } from "../workspace.ts";

/** In which language, and with whose names. */
export interface DescribeOptions {
  locale: Locale;
  /** Where the names are. A document that did not load whole does too: what cannot be read is told by its id. */
  workspace: Workspace;
}

/** What phrases are made with. @throws TypeError for a language that is not there. */
export function sayIn({ locale, workspace }: DescribeOptions): Say {
  const languages: { readonly [Name in Locale]: Language } = { es, en };
  const language = languages[requireLocale(locale)];
  const catalogue = (list: () => unknown) => once(() => catalogueOf(list()));
  const accounts = catalogue(() => member(workspace, "accounts"));
  const calendars = catalogue(() => member(workspace, "calendars"));
  const fields = catalogue(() => member(workspace, "fields"));
  const bots = catalogue(() => member(member(member(workspace, "integrations"), "botcenter"), "bots"));
  const options = new Map<string, Catalogue | undefined>();
  const optionsOf = (field: string): Catalogue | undefined => {
    if (!options.has(field)) options.set(field, catalogueOf(member(itemOf(fields(), field), "options")));
    return options.get(field);
  };
  return {
    ...language,
    account: (id) => referred(id, accounts(), language),
    calendar: (id) => referred(id, calendars(), language),
    field: (id) => referred(id, fields(), language),
    bot: (id) => referred(id, bots(), language),
    // Traces and decisions may be of another state of the workspace.
    rule: (id) => ruleName(id, member(workspace, "rules"), language),
    fieldType(id) {
      const type = member(itemOf(fields(), id), "type");
      return typeof type === "string" ? type : undefined;
    },
    fieldValue: (field, value) =>
      written(value, member(itemOf(fields(), field), "type"), () => optionsOf(field), language),
    isBotOff: (id) => member(itemOf(bots(), id), "active") === false,
  };
}

/** The items of a list. */
interface Catalogue {
  /** By id, the first of each. */
  readonly items: ReadonlyMap<string, { readonly item: unknown; readonly name: string | undefined }>;
  /** How many have a name, as it is shown. */
  readonly names: ReadonlyMap<string, number>;
  /** The id that is the same after folding. */
  folded(id: string): string | undefined;
}

/** Nothing when it is no list: then nobody knows what is in it. */
function catalogueOf(list: unknown): Catalogue | undefined {
  if (list !== undefined && !Array.isArray(list)) return undefined;
  const items = new Map<string, { item: unknown; name: string | undefined }>();
  const names = new Map<string, number>();
  for (const item of list ?? []) {
    const [id, name] = [member(item, "id"), member(item, "name")];
    if (typeof id !== "string" || items.has(id)) continue;
    const read = typeof name === "string" ? shown(name) : "";
    items.set(id, { item, name: read === "" ? undefined : read });
    names.set(read, (names.get(read) ?? 0) + 1);
  }
  const folded = once(() => new Map([...items.keys()].reverse().map((id) => [fold(id), id])));
  return { items, names, folded: (id) => folded().get(fold(id)) };
}

function itemOf(catalogue: Catalogue | undefined, id: string): unknown {
  return catalogue?.items.get(id)?.item;
}

/** The name; with the id where several have that name; the id alone where there is no name. */
function referred(id: string, catalogue: Catalogue | undefined, language: Language): string {
  if (shown(id) === "") return language.quote("");
  const found = catalogue?.items.get(id);
  if (catalogue === undefined || (found !== undefined && found.name === undefined)) return asCode(id);
  if (found?.name === undefined) return `${asCode(id)} (${language.gone})`;
  const quoted = language.quote(found.name);
  return catalogue.names.get(found.name) === 1 ? quoted : `${quoted} (${asCode(id)})`;
}

/** As `referred`, without a catalogue: the one rule of a trace is found sooner than ten thousand are listed. */
function ruleName(id: string, rules: unknown, language: Language): string {
  const list: readonly unknown[] = Array.isArray(rules) ? rules : [];
  const rule = list.find((each) => isRecord(each) && each.id === id);
  const name = member(rule, "name");
  if (typeof name !== "string" || shown(name) === "") return asCode(id);
  const isAlone = list.every((each) => each === rule || !isRecord(each) || each.name !== name);
  return isAlone ? language.quote(name) : `${language.quote(name)} (${asCode(id)})`;
}

/** A value as a field of a type is read. */
function written(
  value: unknown,
  type: unknown,
  options: () => Catalogue | undefined,
  language: Language,
): string {
  if (typeof value === "boolean") return language.quote(value ? language.yes : language.no);
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") return "…";
  if (type === "date" && parseDay(value) !== undefined) return language.dateValue(value);
  if (type !== "select" && type !== "multi") return language.quote(value);
  const known = options();
  // Options are compared folded (spec §4).
  const id = known?.items.has(value) ? value : (known?.folded(value) ?? value);
  return referred(id, known, language);
}

function once<Value>(work: () => Value): () => Value {
  let done: { value: Value } | undefined;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}
