/** What a condition looked at, in words. */
import type { LeafCondition, Workspace } from "ticket-rules";
import { isObject, listOf, member, textOf } from "../state/json.ts";
import type { tryTexts } from "./texts.ts";

type Texts = ReturnType<typeof tryTexts>;

/** The value with names instead of ids; texts in quotes, and short. */
export function shownValue(value: unknown, leaf: LeafCondition, workspace: Workspace, text: Texts): string {
  if (value === null) return leaf.type === "unassigned" ? text.nobodyActual : text.emptyActual;
  switch (leaf.type) {
    case "account":
      return nameOf(workspace.accounts, value);
    case "classification": {
      const options = workspace.fields?.find(({ id }) => id === leaf.field)?.options;
      if (Array.isArray(value)) return value.map((each) => nameOf(options, each)).join(", ");
      if (typeof value === "boolean") return value ? text.yes : text.no;
      return nameOf(options, value);
    }
    case "unassigned":
      return shortText(textOf(member(value, "id")));
    case "unattended":
      return value === true ? text.yes : text.no;
    case "withinBusinessHours":
    case "outsideBusinessHours": {
      if (!isObject(value)) return shortText(String(value));
      const calendar = nameOf(workspace.calendars, value.calendar);
      return `${textOf(value.date)} ${textOf(value.time)}, ${calendar}`;
    }
    case "messageContains":
    case "messageMatches":
      return `“${shortText(String(value))}”`;
    default:
      return shortText(Array.isArray(value) ? listOf(value).map(String).join(", ") : String(value));
  }
}

function nameOf(things: readonly { id: string; name: string }[] | undefined, id: unknown): string {
  return shortText(things?.find((thing) => thing.id === id)?.name ?? String(id));
}

function shortText(value: string): string {
  const signs = [...value.slice(0, 400).replace(/\s+/g, " ")];
  return signs.length > 80 ? `${signs.slice(0, 79).join("")}…` : signs.join("");
}
