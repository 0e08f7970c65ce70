/** The names of a workspace in a language. */
import type { Language, Locale } from "../language/define.ts";
import { en } from "../language/en.ts";
import { es } from "../language/es.ts";
import type { Say } from "../language/say.ts";
import { asCode, shown } from "../language/shown.ts";
import { member, quote } from "../schema.ts";
import { fold } from "../text/fold.ts";
import { parseDay } from "../time/date.ts";
import type { Workspace } from "../workspace.ts";

/** In which language, and with whose names. */
export interface DescribeOptions {
  locale: Locale;
  /** Where the names are. A document that did not load whole does too: what cannot be read is told by its id. */
  workspace: Workspace;
}

/** What phrases are made with. */
export function sayIn({ locale, workspace }: DescribeOptions): Say {
  const language = { es, en }[locale];
  if (language === undefined) throw new TypeError(`unknown locale ${quote(locale)}: expected es or en`);
  const lists = {
    account: lazy(() => entriesOf(member(workspace, "accounts"))),
    calendar: lazy(() => entriesOf(member(workspace, "calendars"))),
    field: lazy(() => entriesOf(member(workspace, "fields"))),
    bot: lazy(() => entriesOf(member(member(member(workspace, "integrations"), "botcenter"), "bots"))),
    rule: lazy(() => entriesOf(member(workspace, "rules"))),
  };
  const reference = (kind: keyof typeof lists) => (id: string) => referred(id, lists[kind](), language);
  const itemOf = (kind: keyof typeof lists, id: string) => lists[kind]()?.get(id)?.item;
  return {
    ...language,
    account: reference("account"),
    calendar: reference("calendar"),
    field: reference("field"),
    bot: reference("bot"),
    // Traces and decisions may be older than the workspace.
    rule: (id) => (itemOf("rule", id) === undefined ? asCode(id) : reference("rule")(id)),
    fieldType(id) {
      const type = member(itemOf("field", id), "type");
      return typeof type === "string" ? type : undefined;
    },
    fieldValue: (field, value) => written(itemOf("field", field), value, language),
    isBotOff: (id) => member(itemOf("bot", id), "active") === false,
  };
}

interface Entry {
  readonly item: unknown;
  /** Absent when it cannot be read. */
  readonly name: string | undefined;
}

type Entries = ReadonlyMap<string, Entry> & { readonly names: ReadonlyMap<string, number> };

/** The items of a list by id, the first of each. Nothing when it is no list: then nobody knows what is in it. */
function entriesOf(list: unknown): Entries | undefined {
  if (list !== undefined && !Array.isArray(list)) return undefined;
  const entries = new Map<string, Entry>();
  const names = new Map<string, number>();
  for (const item of list ?? []) {
    const [id, name] = [member(item, "id"), member(item, "name")];
    if (typeof id !== "string" || entries.has(id)) continue;
    const isName = typeof name === "string" && name.trim() !== "";
    entries.set(id, { item, name: isName ? name : undefined });
    if (isName) names.set(name, (names.get(name) ?? 0) + 1);
  }
  return Object.assign(entries, { names });
}

/** The name; with the id where several have that name; the id alone where there is no name. */
function referred(id: string, entries: Entries | undefined, language: Language): string {
  if (shown(id) === "") return language.quote("");
  const entry = entries?.get(id);
  if (entries === undefined || (entry !== undefined && entry.name === undefined)) return asCode(id);
  if (entry?.name === undefined) return `${asCode(id)} (${language.gone})`;
  const quoted = language.quote(entry.name);
  return entries.names.get(entry.name) === 1 ? quoted : `${quoted} (${asCode(id)})`;
}

/** A value as a field of its type is read. */
function written(field: unknown, value: unknown, language: Language): string {
  if (typeof value === "boolean") return language.quote(value ? language.yes : language.no);
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") return "…";
  const type = member(field, "type");
  if (type === "date")
    return parseDay(value) === undefined ? language.quote(value) : language.dateValue(value);
  if (type !== "select" && type !== "multi") return language.quote(value);
  const options = entriesOf(member(field, "options"));
  return referred(options?.has(value) ? value : (foldedLike(value, options) ?? value), options, language);
}

/** Options are compared folded (spec §4). */
function foldedLike(value: string, options: Entries | undefined): string | undefined {
  const wanted = fold(value);
  return wanted === "" ? undefined : [...(options?.keys() ?? [])].find((id) => fold(id) === wanted);
}

function lazy<Value>(work: () => Value): () => Value {
  let done: { value: Value } | undefined;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}
