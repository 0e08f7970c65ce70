import { describe, expect, it } from "vitest";
import { boundedEngine } from "../../../src/text/regex/engine.ts";
import { departures, isDeparture } from "./departures.ts";

describe("where the host departs from ECMAScript, the engine does not", () => {
  it.each(departures)("$name", ({ pattern, flags, text, standard }) => {
    expect(boundedEngine.compile(pattern, flags).test(text, 250_000)).toBe(standard);
    const host = new RegExp(pattern, flags).test(text);
    if (host === standard) console.log(`this host no longer departs: /${pattern}/${flags}`);
    else expect(isDeparture(pattern, flags, text)).toBe(true);
  });
});
