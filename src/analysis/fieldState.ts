/** What is known of the value of one field. Exact: what it allows can be built. */

/** Values by key. A single value; or, of a `multi` field, those that are among its values. */
export interface FieldState {
  /** One of these; absent: whatever is not barred, or nothing at all. Of a `multi` field: all of these. */
  readonly allowed: ReadonlySet<number> | undefined;
  readonly barred: ReadonlySet<number>;
}

/** Nothing is known. */
export const ANY_VALUE: FieldState = { allowed: undefined, barred: new Set() };

/** With one more thing known, or nothing when both cannot be. */
export function assumeValue(
  { allowed, barred }: FieldState,
  keys: readonly number[],
  sign: boolean,
  isMulti: boolean,
): FieldState | undefined {
  if (isMulti) {
    const against = sign ? barred : (allowed ?? new Set());
    if (keys.some((key) => against.has(key))) return undefined;
    return sign
      ? { allowed: new Set([...(allowed ?? []), ...keys]), barred }
      : { allowed, barred: new Set([...barred, ...keys]) };
  }
  const now = sign ? barred : new Set([...barred, ...keys]);
  const from = sign ? keys.filter((key) => allowed?.has(key) ?? true) : allowed;
  if (from === undefined) return { allowed, barred: now };
  const left = new Set([...from].filter((key) => !now.has(key)));
  return left.size === 0 ? undefined : { allowed: left, barred: now };
}

/** Whether the value is one of these as far as is known; nothing when it may be and may not. */
export function knownValue(
  { allowed, barred }: FieldState,
  keys: readonly number[],
  isMulti: boolean,
): boolean | undefined {
  if (keys.every((key) => barred.has(key))) return false;
  if (isMulti) return keys.some((key) => allowed?.has(key)) ? true : undefined;
  if (allowed === undefined) return undefined;
  let inside = 0;
  for (const key of allowed) if (keys.includes(key)) inside++;
  return inside === 0 ? false : inside === allowed.size ? true : undefined;
}
