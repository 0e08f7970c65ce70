/** Which part of the document is to be shown and focused. */
import { signal } from "@preact/signals";
import type { Path } from "./json.ts";
import { showTab } from "./tab.ts";

/** What is asked to be focused, until the editor has done it. Each asking is an object of its own. */
export const focusRequest = signal<{ readonly path: Path } | undefined>(undefined);

/** Shows the rules, opens what a path of the document leads to, and focuses it. */
export function focusPath(path: Path): void {
  showTab("rules");
  focusRequest.value = { path };
}
