/** What is left of a test's allowance of steps. */
export interface Meter {
  left: number;
  /** Whether each step is charged. Otherwise at least as much is charged, which is quicker to reckon. */
  readonly exact: boolean;
}

/** What all the patterns of one evaluation share. */
const EVALUATION = 50_000_000;

/**
 * How many steps each of an evaluation's patterns may take on a text: an equal share, which depends neither on the
 * order of evaluation nor on what the other patterns need. It is never less than an ordinary pattern needs (a few
 * steps a character) and never more than max(250,000, 16 · textLength).
 */
export function stepsAllowed(textLength: number, distinctPatterns: number): number {
  const least = 20_000 + 4 * textLength;
  const most = Math.max(250_000, 16 * textLength);
  return Math.min(most, Math.max(least, Math.floor(EVALUATION / Math.max(1, distinctPatterns))));
}
