/**
 * Where V8 11.3 (Node 20) itself departs from ECMAScript, so that a difference is not ours. Each with its least
 * case, found by fuzzing; `departures.test.ts` tells when a host no longer has one.
 */
export const departures = [
  {
    name: "`[^]` under `v` may match nothing, or not match",
    pattern: "[^]{2}",
    flags: "v",
    text: "a",
    standard: false,
    is: (pattern: string, flags: string) => flags.includes("v") && pattern.includes("[^]"),
  },
  {
    name: "a search under `u` or `v` also starts between the halves of a surrogate pair",
    pattern: "\\B",
    flags: "u",
    text: "a😀a",
    standard: false,
    is: (pattern: string, flags: string, text: string) => {
      const index = new RegExp(pattern, flags).exec(text)?.index ?? 0;
      return /[uv]/.test(flags) && index > 0 && (text.codePointAt(index - 1) ?? 0) > 0xffff;
    },
  },
  {
    name: "after a reference to an unset group, an astral character is taken for its second half",
    pattern: "\\1😀()",
    flags: "u",
    text: "\ude00",
    standard: false,
    is: (pattern: string, flags: string, text: string) =>
      /[uv]/.test(flags) && /\\[1-9k]/.test(pattern) && /[\ud800-\udfff]/.test(text),
  },
] as const;

/** Whether a difference from the host on this test is put down to the host. */
export function isDeparture(pattern: string, flags: string, text: string): boolean {
  return departures.some(({ is }) => is(pattern, flags, text));
}
