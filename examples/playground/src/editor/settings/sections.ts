/** Which sections of the settings are unfolded. */
import { signal } from "@preact/signals";
import type { Path } from "../../state/json.ts";

/** The names of the sections that are unfolded; of lists, also `calendars/3`. */
export const openSections = signal<ReadonlySet<string>>(new Set());

/** Unfolds or folds a section. */
export function setSection(name: string, open: boolean): void {
  const next = new Set(openSections.peek());
  if (open) next.add(name);
  else next.delete(name);
  openSections.value = next;
}

/** Unfolds the section that a path of the document leads into. */
export function openSectionOf([key, below]: Path): void {
  if (key === "integrations" && typeof below === "string") setSection(below, true);
  else if (typeof key === "string") {
    setSection(key, true);
    if (typeof below === "number") setSection(`${key}/${below}`, true);
  }
}
