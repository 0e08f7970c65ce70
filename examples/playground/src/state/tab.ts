import { signal } from "@preact/signals";

/** The tabs, in order. */
export const tabNames = ["rules", "try", "prove", "scenarios"] as const;

/** The name of a tab. */
export type TabName = (typeof tabNames)[number];

/** The tab that is shown. */
export const tab = signal<TabName>("rules");

/** Shows a tab. */
export function showTab(name: TabName): void {
  tab.value = name;
}
