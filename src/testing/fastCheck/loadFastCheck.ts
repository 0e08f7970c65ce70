/** fast-check, if it is installed. The CommonJS build has `loadFastCheck.cjs` in the place of this file. */
import type * as FastCheck from "fast-check";

/** The package, or what the runtime said when asked for it. */
export type Loaded = { readonly fc: typeof FastCheck } | { readonly error: unknown };

/** Within `try`, so that bundlers take the package for one that may be missing. */
export const loaded: Loaded = await load();

async function load(): Promise<Loaded> {
  try {
    return { fc: await import("fast-check") };
  } catch (error) {
    return { error };
  }
}
