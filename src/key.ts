/**
 * The idempotency key of an effect: of the event's id, the rule's id and the action's position, and of nothing else,
 * so that a redelivery gives the same key even after the rule was edited (spec §6).
 */
export function effectKey(event: string, rule: string, position: number): string {
  return `${escaped(event)}:${escaped(rule)}:${position}`;
}

/** The key of the one merged notification of an event. */
export function notificationKey(event: string): string {
  return `${escaped(event)}:notify`;
}

/**
 * An id without separators: every UTF-16 unit but letters, digits, `_` and `-` as `~` and four digits.
 * Two ids never give one text, and the result may stand in a header, a file name or a queue's job id.
 */
function escaped(id: string): string {
  return id.replace(/[^A-Za-z0-9_-]/g, (unit) => `~${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
