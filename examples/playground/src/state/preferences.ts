/** What the reader chose: language and theme. */
import { effect, signal } from "@preact/signals";
import type { Locale } from "ticket-rules";
import { store, stored } from "./storage.ts";

/** The themes there are. `system` follows the machine. */
export type Theme = "system" | "light" | "dark";

/** The language of the page and of all sentences. */
export const locale = signal<Locale>(firstLocale());

/** The theme that was chosen. */
export const theme = signal<Theme>(firstTheme());

/** Keeps both, and tells the page. */
export function followPreferences(): void {
  effect(() => {
    globalThis.document.documentElement.lang = locale.value;
    store("locale", locale.value);
  });
  const system = globalThis.matchMedia("(prefers-color-scheme: dark)");
  const systemDark = signal(system.matches);
  system.addEventListener("change", ({ matches }) => {
    systemDark.value = matches;
  });
  effect(() => {
    const ofSystem = systemDark.value ? "dark" : "light";
    globalThis.document.documentElement.dataset.theme = theme.value === "system" ? ofSystem : theme.value;
    store("theme", theme.value);
  });
}

function firstLocale(): Locale {
  const kept = stored("locale");
  if (kept === "es" || kept === "en") return kept;
  const [preferred = "es"] = globalThis.navigator?.languages ?? [];
  return preferred.toLowerCase().startsWith("en") ? "en" : "es";
}

function firstTheme(): Theme {
  const kept = stored("theme");
  return kept === "light" || kept === "dark" ? kept : "system";
}
