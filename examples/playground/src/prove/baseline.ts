/** What the rules are compared with: as they were opened, imported or marked last, or another file. */
import { effect, signal } from "@preact/signals";
import { Rule } from "ticket-rules";
import { appTexts } from "../app/texts.ts";
import { document, undoLabel } from "../state/document.ts";
import { isObject, type JsonObject, listOf } from "../state/json.ts";

/** The state before. */
export interface Baseline {
  readonly document: JsonObject;
  readonly origin: "opened" | "marked" | "file";
  /** The name of the file, if it is one. */
  readonly name: string;
}

/** What is compared with. */
export const baseline = signal<Baseline>({ document: document.peek(), origin: "opened", name: "" });

// A document that was opened is where changes begin: at first, and whenever another one takes its place.
effect(() => {
  const opened = document.value;
  if (isOpening(undoLabel.value)) baseline.value = { document: opened, origin: "opened", name: "" };
});

function isOpening(label: string | undefined): boolean {
  const { importFile, share, startAgain, startEmpty } = appTexts();
  return label === undefined || [importFile, share, startAgain, startEmpty].includes(label);
}

/** From now on changes are counted from here. */
export function markBaseline(): void {
  baseline.value = { document: document.peek(), origin: "marked", name: "" };
}

/** Takes the text of a file. What is wrong with it, or nothing. */
export function readBaseline(json: string, name: string): "notJson" | "noRules" | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return "notJson";
  }
  if (!isObject(parsed) || !Array.isArray(parsed.rules)) return "noRules";
  baseline.value = { document: parsed, origin: "file", name };
  return undefined;
}

/** The rules of a document that are valid, each id once, and how many were left out. */
export function rulesBefore(before: JsonObject): { rules: Rule[]; leftOut: number } {
  const rules = new Map<string, Rule>();
  const written = listOf(before.rules);
  for (const each of written) {
    const parsed = Rule.safeParse(each);
    if (parsed.success && !rules.has(parsed.data.id)) rules.set(parsed.data.id, parsed.data);
  }
  return { rules: [...rules.values()], leftOut: written.length - rules.size };
}

/** The parts beside the rules that are others than before: they change what rules mean, and are not compared. */
export function otherParts(before: JsonObject, after: JsonObject): string[] {
  const parts = ["timeZone", "accounts", "calendars", "fields", "integrations"];
  return parts.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]));
}
