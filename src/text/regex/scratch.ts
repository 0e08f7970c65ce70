/** What is longer is not kept. */
const HUGE = 131_072;
const kept = { symbols: new Int32Array(0), marks: new Int32Array(0), codes: new Int32Array(0) };

/**
 * An array of at least `length` numbers for the time of one test, holding whatever it held before. A test is over
 * before the next begins, so all patterns can use the same memory, one array for each purpose.
 */
export function scratch(purpose: keyof typeof kept, length: number): Int32Array {
  const known = kept[purpose];
  if (known.length >= length) return known;
  const fresh = new Int32Array(2 * length);
  if (fresh.length <= HUGE) kept[purpose] = fresh;
  return fresh;
}
