/** What is done to the list of rules. */
import type { IntegrationName } from "ticket-rules";
import { allowedFor } from "../state/allowed.ts";
import { insert, moveItem } from "../state/change.ts";
import { document, edit } from "../state/document.ts";
import { keyOf } from "../state/identity.ts";
import { type JsonObject, listOf, member, textOf } from "../state/json.ts";
import { freshAction } from "./actions/index.ts";
import { setOpen } from "./open.ts";
import { editorTexts } from "./texts.ts";

/** Moves a rule to another place. */
export function moveRule(from: number, to: number): void {
  edit(editorTexts().rules, (all) => moveItem(all, ["rules"], from, to));
}

/** Adds a rule behind the others and unfolds it. Gives its place. */
export function addRule(integration: IntegrationName): number {
  const text = editorTexts();
  const rules = listOf(document.peek().rules);
  const allowed = allowedFor(integration);
  const [trigger = ""] = allowed.triggers;
  const [firstAction = ""] = allowed.actions;
  const ids = rules.map((each) => textOf(member(each, "id")));
  const rule: JsonObject = {
    id: freshId(integration, ids),
    name: text.newRule,
    active: true,
    integration,
    trigger,
    operator: "and",
    conditions: [],
    actions: [freshAction(firstAction)],
  };
  setOpen(keyOf(rule), true);
  edit(text.addRule, (all) => insert(all, ["rules"], rules.length, rule));
  return rules.length;
}

/** An id that is not taken. */
export function freshId(base: string, taken: readonly string[]): string {
  const all = new Set(taken);
  for (let number = 1; ; number += 1) {
    const id = `${base}-${number}`;
    if (!all.has(id)) return id;
  }
}
