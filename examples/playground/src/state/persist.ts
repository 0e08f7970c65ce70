/** Keeps the work in the browser, and opens what a link carries. */
import { effect } from "@preact/signals";
import { document, replaceWork } from "./document.ts";
import { event } from "./event.ts";
import { isObject, type JsonObject } from "./json.ts";
import { withPlaceholders } from "./placeholders.ts";
import { scenarios, withScenariosOf } from "./scenarios.ts";
import { sharedIn } from "./share.ts";
import { followStore, store, stored } from "./storage.ts";

/** How long nothing must change before it is written: typing would write at every letter. */
const WAIT_MS = 150;

/** What becomes of the work beside this page. */
export interface KeepingEvents {
  /** It cannot be kept. Called once. */
  readonly onFull: () => void;
  /** Another tab has changed it. `mine`: what this one was about to keep counts. */
  readonly onElsewhere: (whose: "theirs" | "mine") => void;
  /** The label of the edit that takes over what another tab has kept. */
  readonly elsewhere: () => string;
}

/** Takes up the work where it was left, and keeps it from now on, together with other tabs. */
export function keepWork(events: KeepingEvents): void {
  let told = false;
  const onFull = () => {
    if (!told) events.onFull();
    told = true;
  };
  for (const name of ["document", "event", "scenarios"] as const) keep(name, { ...events, onFull });
}

const signals = { document, event, scenarios };

function keep(name: keyof typeof signals, { onFull, onElsewhere, elsewhere }: KeepingEvents): void {
  const state = signals[name];
  const kept = parsed(stored(name));
  if (kept !== undefined) state.value = kept;
  /** What the store holds, as far as is known. */
  let known = state.peek();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    waiting = undefined;
    known = state.peek();
    if (!store(name, JSON.stringify(known))) onFull();
  };
  effect(() => {
    const isNew = state.value !== known;
    clearTimeout(waiting);
    waiting = isNew ? setTimeout(write, WAIT_MS) : undefined;
  });
  globalThis.addEventListener?.("pagehide", () => {
    if (waiting !== undefined) write();
  });
  followStore(name, (text) => {
    const theirs = parsed(text);
    if (theirs === undefined) return;
    if (waiting !== undefined) return onElsewhere("mine");
    if (text === JSON.stringify(state.peek())) return;
    known = theirs;
    replaceWork(elsewhere(), { [name]: theirs }, `elsewhere ${name}`);
    onElsewhere("theirs");
  });
}

/**
 * Opens what the address carries, as an edit that can be undone. Its scenarios come after those that are there.
 * @returns how many scenarios came; `undefined` where the address carries nothing.
 */
export async function openLink(hash: string, label: string): Promise<number | undefined> {
  const shared = await sharedIn(hash);
  if (shared === undefined) return undefined;
  const { file, added } = withScenariosOf(scenarios.peek(), shared.scenarios ?? {});
  replaceWork(label, {
    document: withPlaceholders(shared.document).document,
    ...(shared.event && { event: shared.event }),
    scenarios: file,
  });
  return added;
}

function parsed(json: string | undefined): JsonObject | undefined {
  try {
    const value: unknown = json === undefined ? undefined : JSON.parse(json);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
