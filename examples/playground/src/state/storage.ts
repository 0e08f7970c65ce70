/** The browser's own store. It may be full or forbidden: then nothing is kept, and nothing breaks. */

const PREFIX = "ticket-rules-playground/";

/** What was kept under a name. */
export function stored(name: string): string | undefined {
  try {
    return globalThis.localStorage?.getItem(PREFIX + name) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps text under a name. Whether it could. */
export function store(name: string, text: string): boolean {
  try {
    globalThis.localStorage?.setItem(PREFIX + name, text);
    return true;
  } catch {
    return false;
  }
}

/** Calls back with what another tab keeps under a name. */
export function followStore(name: string, onChange: (text: string) => void): void {
  globalThis.addEventListener?.("storage", ({ key, newValue }) => {
    if (key === PREFIX + name && newValue !== null) onChange(newValue);
  });
}
