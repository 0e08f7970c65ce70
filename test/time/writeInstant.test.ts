import fc from "fast-check";
import { expect, it } from "vitest";
import { writeInstant } from "../../src/time/writeInstant.ts";

const FIRST = Date.parse("0000-01-01T00:00:00.000Z");
const LAST = Date.parse("9999-12-31T23:59:59.999Z");

it("writes every instant of the years 0000 to 9999 as the host's Date does", () => {
  fc.assert(
    fc.property(fc.integer({ min: FIRST, max: LAST }), (ms) => {
      expect(writeInstant(ms)).toBe(new Date(ms).toISOString());
    }),
    {
      examples: [
        [FIRST],
        [LAST],
        [0],
        [-1],
        [Date.UTC(2000, 1, 29)],
        [Date.UTC(1900, 1, 28, 23, 59, 59, 999)],
      ],
    },
  );
});
