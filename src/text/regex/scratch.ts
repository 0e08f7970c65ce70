/** What is longer is not kept. */
const HUGE = 131_072;
let kept = new Int32Array(0);

/**
 * An array of at least `length` numbers for the time of one test, holding whatever it held before. A test is over
 * before the next begins, so all patterns can use the same memory.
 */
export function scratch(length: number): Int32Array {
  if (kept.length >= length) return kept;
  const fresh = new Int32Array(2 * length);
  if (fresh.length <= HUGE) kept = fresh;
  return fresh;
}
