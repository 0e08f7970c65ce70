/** fast-check as the arbitraries use it. It is an optional peer: all else of `ticket-rules/testing` does without. */
import type * as FastCheck from "fast-check";
import { loaded } from "./loadFastCheck.ts";

/** The package. Without it, each use throws an error that says how to install it. */
export const fc: typeof FastCheck = "fc" in loaded ? loaded.fc : absent(loaded.error);

function absent(cause: unknown): typeof FastCheck {
  const stand = new Proxy(
    {},
    {
      get() {
        throw new Error("arbitraries need the package fast-check: npm install --save-dev fast-check", {
          cause,
        });
      },
    },
  );
  // Nothing of it can be used, so it has whatever type is wished.
  return stand as typeof FastCheck;
}
