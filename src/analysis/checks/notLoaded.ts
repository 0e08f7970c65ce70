import { defineCheck } from "./define.ts";

/** A part of the document that is not valid, and what could not be looked at for it. */
export const notLoaded = /* @__PURE__ */ defineCheck({
  severity: "error",
  find: ({ left }) => left,
});
