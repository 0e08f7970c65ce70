/** The document that is edited, and the history of all that is worked on. */
import { batch, computed, signal } from "@preact/signals";
import { event } from "./event.ts";
import { startingDocument } from "./examples.ts";
import { carryKeys } from "./identity.ts";
import type { JsonObject } from "./json.ts";
import { scenarios } from "./scenarios.ts";

/** The workspace document as it is being edited. Anything may be wrong with it. */
export const document = signal<JsonObject>(startingDocument);

/** Everything that is worked on. */
interface Work {
  readonly document: JsonObject;
  readonly event: JsonObject;
  readonly scenarios: JsonObject;
}

/** What can be undone or done again, by the label of the edit: what was replaced, as it was. */
interface Step {
  readonly label: string;
  readonly work: Partial<Work>;
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
  replaceWork(label, { document: change(document.peek()) }, merge);
}

/** Changes the scenarios, as `edit` does the document. */
export function editScenarios(label: string, change: (file: JsonObject) => JsonObject, merge = ""): void {
  replaceWork(label, { scenarios: change(scenarios.peek()) }, merge);
}

/** Takes other work in the place of this: one step of the history, which brings back all that was replaced. */
export function replaceWork(label: string, work: Partial<Work>, merge = ""): void {
  const before = nowOf(work);
  if (Object.entries(before).every(([name, value]) => value === work[name as keyof Work])) return;
  const now = performance.now();
  const joins = merge !== "" && merge === lastEdit.merge && now - lastEdit.at < MERGED_MS;
  const { past, future } = history.peek();
  if (!joins || past.length === 0)
    history.value = { past: [...past, { label, work: before }].slice(-MOST_STEPS), future: [] };
  else if (future.length > 0) history.value = { past, future: [] };
  show(work);
  lastEdit = { merge, at: now };
}

/** Takes the last edit back. */
export function undo(): void {
  const { past, future } = history.peek();
  const last = past.at(-1);
  if (last === undefined) return;
  history.value = { past: past.slice(0, -1), future: [...future, insteadOf(last)] };
  show(last.work);
}

/** Does again what was taken back. */
export function redo(): void {
  const { past, future } = history.peek();
  const next = future.at(-1);
  if (next === undefined) return;
  history.value = { past: [...past, insteadOf(next)], future: future.slice(0, -1) };
  show(next.work);
}

/** The step that leads back from another. */
function insteadOf({ label, work }: Step): Step {
  return { label, work: nowOf(work) };
}

const signals = { document, event, scenarios };

/** The same parts of the work, as they are now. */
function nowOf(work: Partial<Work>): Partial<Work> {
  const names = (["document", "event", "scenarios"] as const).filter((name) => work[name] !== undefined);
  return Object.fromEntries(names.map((name) => [name, signals[name].peek()]));
}

function show(work: Partial<Work>): void {
  lastEdit = { merge: "", at: 0 };
  batch(() => {
    if (work.document !== undefined) {
      carryKeys(document.peek(), work.document);
      document.value = work.document;
    }
    if (work.event !== undefined) event.value = work.event;
    if (work.scenarios !== undefined) {
      carryKeys(scenarios.peek(), work.scenarios);
      scenarios.value = work.scenarios;
    }
  });
}
