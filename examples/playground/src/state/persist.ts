/** Keeps the work in the browser, and opens what a link carries. */
import { effect, type Signal } from "@preact/signals";
import { document, replaceWork } from "./document.ts";
import { event } from "./event.ts";
import { isObject, type JsonObject } from "./json.ts";
import { withPlaceholders } from "./placeholders.ts";
import { scenarios } from "./scenarios.ts";
import { sharedIn } from "./share.ts";
import { store, stored } from "./storage.ts";

/** How long nothing must change before it is written: typing would write at every letter. */
const WAIT_MS = 150;

/** Takes up the work where it was left, and keeps it from now on. `onFull` is called when it cannot be kept. */
export function keepWork(onFull: () => void): void {
  let told = false;
  const full = () => {
    if (!told) onFull();
    told = true;
  };
  keep("document", document, full);
  keep("event", event, full);
  keep("scenarios", scenarios, full);
}

function keep(name: string, state: Signal<JsonObject>, onFull: () => void): void {
  const kept = parsed(stored(name));
  if (kept !== undefined) state.value = kept;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let first = true;
  const write = () => {
    waiting = undefined;
    if (!store(name, JSON.stringify(state.peek()))) onFull();
  };
  effect(() => {
    state.value;
    if (!first) {
      clearTimeout(waiting);
      waiting = setTimeout(write, WAIT_MS);
    }
    first = false;
  });
  globalThis.addEventListener?.("pagehide", () => {
    if (waiting !== undefined) write();
  });
}

/** Opens what the address carries, as an edit that can be undone. Whether it carried anything. */
export async function openLink(hash: string, label: string): Promise<boolean> {
  const shared = await sharedIn(hash);
  if (shared === undefined) return false;
  const { event: tried, scenarios: kept } = shared;
  replaceWork(label, {
    document: withPlaceholders(shared.document).document,
    ...(tried && { event: tried }),
    ...(kept && { scenarios: kept }),
  });
  return true;
}

function parsed(json: string | undefined): JsonObject | undefined {
  try {
    const value: unknown = json === undefined ? undefined : JSON.parse(json);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
