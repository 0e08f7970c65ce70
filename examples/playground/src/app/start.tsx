import { effect } from "@preact/signals";
import { render } from "preact";
import { keepLinting } from "../editor/lint.ts";
import { tell } from "../state/messages.ts";
import { keepWork, openLink } from "../state/persist.ts";
import { followPreferences } from "../state/preferences.ts";
import { tab } from "../state/tab.ts";
import { App } from "./App.tsx";
import { redoAloud, undoAloud } from "./Header.tsx";
import { appTexts } from "./texts.ts";

/** Puts the page into its document. */
export function start(): void {
  const root = globalThis.document.getElementById("app");
  if (root === null) throw new Error("no element to put the page into");
  followPreferences();
  keepLinting();
  keepWork({
    onFull: () => tell("error", appTexts().notKept),
    onElsewhere: (whose) => tell("info", appTexts().elsewhere[whose]),
    elsewhere: () => appTexts().elsewhere.label,
  });
  effect(() => {
    globalThis.document.title = `${appTexts().tabs[tab.value]} · ticket-rules`;
  });
  globalThis.addEventListener("keydown", onKeyDown);
  globalThis.addEventListener("hashchange", openHash);
  openHash();
  render(<App />, root);
}

/** Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y) are the page's: what is typed is in its history too. */
function onKeyDown(event: KeyboardEvent): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const key = event.key.toLowerCase();
  const act = key === "z" ? (event.shiftKey ? redoAloud : undoAloud) : key === "y" ? redoAloud : undefined;
  if (act === undefined || isElsewhere(event.target)) return;
  event.preventDefault();
  act();
}

/** A field that edits something else than the document keeps the browser's own undo. */
function isElsewhere(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("[data-own-undo], dialog") !== null;
}

async function openHash(): Promise<void> {
  const { hash } = globalThis.location;
  try {
    const added = await openLink(hash, appTexts().fromLinkLabel);
    if (added === undefined) return;
    tell("good", appTexts().fromLink(added));
  } catch {
    tell("error", appTexts().brokenLink);
  }
  // What is edited from here on is not what the link says.
  globalThis.history.replaceState(null, "", globalThis.location.href.replace(/#.*$/, ""));
}
