/**
 * The port through which patterns meet messages (spec §4.2). A host may replace the engine:
 * `compile(workspace, { regexEngine })`.
 */
export interface RegexEngine {
  /** Names the engine in traces and records. */
  readonly id: string;
  /**
   * Prepares one pattern. `flags` is a subset of `imsuv`, without duplicates.
   * @throws any Error when the engine cannot take the pattern; its message becomes an issue of the rule.
   */
  compile(pattern: string, flags: string): CompiledRegex;
}

/** A prepared pattern. Stateless: the same text and allowance always give the same answer. */
export interface CompiledRegex {
  /**
   * Whether `pattern` matches anywhere in `text`.
   * @param maxSteps how many elementary steps the test may take; an engine that is linear by nature may ignore it.
   * @returns `"undecided"` when the allowance was spent first: never a guess.
   */
  test(text: string, maxSteps: number): boolean | "undecided";
}
