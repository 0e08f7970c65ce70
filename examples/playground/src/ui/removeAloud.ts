import { tell } from "../state/messages.ts";
import { uiTexts } from "./texts.ts";

/**
 * Takes an item of a list away, tells so, and gives the focus to the one that comes into its place, or the one before,
 * or the button below the list: else it would be nowhere. Called while the focus is in the item.
 * @param what What is done, as its button says it.
 */
export function removeAloud(what: string, remove: () => void): void {
  const item = globalThis.document.activeElement?.closest("li");
  const list = item?.parentElement;
  const place = item && list ? [...list.children].indexOf(item) : -1;
  remove();
  tell("info", uiTexts().removed(what));
  if (!list || place < 0) return;
  const around = list.parentElement;
  requestAnimationFrame(() => {
    const next = list.isConnected ? (list.children[place] ?? list.children[place - 1]) : undefined;
    const near = around?.isConnected === true ? around : undefined;
    const scope = next ?? near ?? globalThis.document.querySelector("main");
    scope?.querySelector<HTMLElement>("button:not(:disabled), input, select")?.focus();
  });
}
