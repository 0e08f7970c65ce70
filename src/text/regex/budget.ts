/** What is left of a test's allowance of steps. */
export interface Meter {
  left: number;
  /** How much has been charged for what is remembered, in all tests so far. */
  built: number;
}

/** Charges for something that is remembered. */
export function charge(meter: Meter, steps: number): void {
  meter.left -= steps;
  meter.built += steps;
}

/** What all the patterns of one evaluation share: about a second's work where 1,000 of them are hostile. */
const EVALUATION = 100_000_000;

/**
 * How many steps each of an evaluation's patterns may take on a text: an equal share of what the evaluation may,
 * so that a verdict depends neither on the order of evaluation nor on what other patterns need.
 *
 * At the least 20,000 + 3 · textLength, which is what ordinary patterns need (measured: two steps a character, and
 * once for each new combination about 40), so that they are decided however many there are; then the work of the
 * evaluation grows with their number, and is still linear in the text. At the most max(250,000, 16 · textLength):
 * what takes more is hostile, alone or not. With up to 400 patterns on up to 15,625 characters each gets the most.
 */
export function stepsAllowed(textLength: number, distinctPatterns: number): number {
  const least = 20_000 + 3 * textLength;
  const most = Math.max(250_000, 16 * textLength);
  return Math.min(most, Math.max(least, Math.floor(EVALUATION / Math.max(1, distinctPatterns))));
}

/** How many steps of the host's matcher are worth one of ours; each costs a small part of it. */
export const HOST_STEPS = 4;
