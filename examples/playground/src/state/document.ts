/** The document that is edited, and its history. */
import { computed, signal } from "@preact/signals";
import { event } from "./event.ts";
import { startingDocument } from "./examples.ts";
import { carryKeys } from "./identity.ts";
import type { JsonObject } from "./json.ts";
import { scenarios } from "./scenarios.ts";

/** The workspace document as it is being edited. Anything may be wrong with it. */
export const document = signal<JsonObject>(startingDocument);

/** What can be undone or done again, by the label of the edit. */
interface Step {
  readonly label: string;
  readonly document: JsonObject;
  /** Where they were replaced too. */
  readonly beside?: Beside | undefined;
}

/** The work beside the document. */
interface Beside {
  readonly event: JsonObject;
  readonly scenarios: JsonObject;
}

interface History {
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

const history = signal<History>({ past: [], future: [] });
let lastEdit = { merge: "", at: 0 };

/** The label of the edit that `undo` takes back, if there is one. */
export const undoLabel = computed(() => history.value.past.at(-1)?.label);

/** The label of the edit that `redo` does again, if there is one. */
export const redoLabel = computed(() => history.value.future.at(-1)?.label);

/** How many edits can be taken back. */
const MOST_STEPS = 200;

/** Edits with the same `merge` within this time are one step of the history: the letters of a word. */
const MERGED_MS = 1500;

/**
 * Changes the document, as one step of the history.
 * @param label What was done, for people, in the language of the page.
 * @param change Gives the new document; must not change the old one. The same document: nothing happens.
 * @param merge Typing: edits in a row with the same text here are undone together.
 */
export function edit(label: string, change: (document: JsonObject) => JsonObject, merge = ""): void {
  const before = document.peek();
  const after = change(before);
  if (after === before) return;
  carryKeys(before, after);
  const now = performance.now();
  const joins = merge !== "" && merge === lastEdit.merge && now - lastEdit.at < MERGED_MS;
  lastEdit = { merge, at: now };
  const { past } = history.peek();
  if (!joins || past.length === 0)
    history.value = { past: [...past, { label, document: before }].slice(-MOST_STEPS), future: [] };
  else if (history.peek().future.length > 0) history.value = { past, future: [] };
  document.value = after;
}

/** Takes other work in the place of this: one step of the history, which brings all of it back. */
export function replaceWork(label: string, work: { document: JsonObject } & Partial<Beside>): void {
  const step: Step = { label, document: document.peek(), beside: besideNow() };
  lastEdit = { merge: "", at: 0 };
  history.value = { past: [...history.peek().past, step].slice(-MOST_STEPS), future: [] };
  show({ label, document: work.document, beside: { ...besideNow(), ...work } });
}

/** Takes the last edit back. */
export function undo(): void {
  const { past, future } = history.peek();
  const last = past.at(-1);
  if (last === undefined) return;
  history.value = { past: past.slice(0, -1), future: [...future, insteadOf(last)] };
  show(last);
}

/** Does again what was taken back. */
export function redo(): void {
  const { past, future } = history.peek();
  const next = future.at(-1);
  if (next === undefined) return;
  history.value = { past: [...past, insteadOf(next)], future: future.slice(0, -1) };
  show(next);
}

/** The step that leads back from another. */
function insteadOf({ label, beside }: Step): Step {
  return { label, document: document.peek(), beside: beside && besideNow() };
}

function besideNow(): Beside {
  return { event: event.peek(), scenarios: scenarios.peek() };
}

function show(step: Step): void {
  lastEdit = { merge: "", at: 0 };
  carryKeys(document.peek(), step.document);
  document.value = step.document;
  if (step.beside === undefined) return;
  event.value = step.beside.event;
  scenarios.value = step.beside.scenarios;
}
