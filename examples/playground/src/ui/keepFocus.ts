/**
 * Takes an item of a list away, and gives the focus to the one that comes into its place, or the one before, or the button
 * below the list: else it would be nowhere. Called while the focus is in the item.
 */
export function keepFocus(remove: () => void): void {
  const item = globalThis.document.activeElement?.closest("li");
  const list = item?.parentElement;
  const place = item && list ? [...list.children].indexOf(item) : -1;
  remove();
  if (!list || place < 0) return;
  requestAnimationFrame(() => {
    const next = list.isConnected ? (list.children[place] ?? list.children[place - 1]) : undefined;
    const scope = next ?? list.parentElement ?? globalThis.document.querySelector("main");
    scope?.querySelector<HTMLElement>("button:not(:disabled), input, select")?.focus();
  });
}
