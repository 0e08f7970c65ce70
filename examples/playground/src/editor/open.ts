/** Which rules are unfolded, by their keys. */
import { signal } from "@preact/signals";

/** The keys of the rules that are unfolded. */
export const openRules = signal<ReadonlySet<string>>(new Set());

/** Unfolds or folds a rule. */
export function setOpen(key: string, open: boolean): void {
  const next = new Set(openRules.peek());
  if (open) next.add(key);
  else next.delete(key);
  openRules.value = next;
}
