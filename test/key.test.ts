import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { effectKey, notificationKey } from "../src/key.ts";

const id = fc.oneof(
  fc.string({ unit: "binary", minLength: 1, maxLength: 6 }),
  fc
    .array(fc.constantFrom("a", ":", "~", "0", "003a", "notify", ".", "1", "é", "\uD800"), {
      minLength: 1,
      maxLength: 4,
    })
    .map((pieces) => pieces.join("")),
);
const parts = fc.tuple(id, id, fc.nat({ max: 12 }));

describe("the key of an effect", () => {
  it("differs for any other event, rule or position, whatever separators ids contain", () => {
    fc.assert(
      fc.property(parts, parts, ([a, b, c], [x, y, z]) => {
        const same = a === x && b === y && c === z;
        expect(effectKey(a, b, c) === effectKey(x, y, z)).toBe(same);
        expect(notificationKey(a) === notificationKey(x)).toBe(a === x);
        expect(effectKey(a, b, c)).not.toBe(notificationKey(x));
      }),
      { numRuns: 20_000 },
    );
  });

  it("may stand in a header, a file name or a job id, and has no dot, which Standard Webhooks joins by", () => {
    fc.assert(
      fc.property(parts, (each) => {
        expect(effectKey(...each)).toMatch(/^[\w~:-]+$/);
      }),
    );
  });

  it("is readable for plain ids", () => {
    expect(effectKey("evt-1", "lead-bot", 0)).toBe("evt-1:lead-bot:0");
    expect(notificationKey("evt-1")).toBe("evt-1:notify");
  });
});
