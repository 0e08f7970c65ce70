/** What the workspace is compared with: as they were opened, imported or marked last, or another file. */
import { effect, signal } from "@preact/signals";
import { redact } from "ticket-rules";
import { appTexts } from "../app/texts.ts";
import { document, undoLabel } from "../state/document.ts";
import { isObject, type JsonObject } from "../state/json.ts";
import { withPlaceholders } from "../state/placeholders.ts";

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
  // Files come without secrets: without one that stands in, all rules of the integration would count as not there.
  baseline.value = { document: withPlaceholders(parsed).document, origin: "file", name };
  return undefined;
}

/** The parts beside the rules that are others than before, secrets aside. */
export function otherParts(before: JsonObject, after: JsonObject): PartName[] {
  const [one, other] = [redact(before), redact(after)];
  return PARTS.filter((part) => JSON.stringify(one[part]) !== JSON.stringify(other[part]));
}

/** The parts of a workspace beside its rules. */
export type PartName = (typeof PARTS)[number];

const PARTS = ["timeZone", "accounts", "calendars", "fields", "integrations"] as const;
