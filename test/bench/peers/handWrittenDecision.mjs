/** The baseline with all of the answer, not only ids: the decision with its effects, put together by hand. */
import * as handWritten from "./handWritten.mjs";

export const name = "hand-written, whole decision";

export function translate(rules, workspace) {
  const { id, actions } = workspace.rules[0];
  return { ids: handWritten.translate(rules), rule: id, action: actions[0] };
}

export function prepare({ ids, rule, action }, context) {
  const match = handWritten.prepare(ids, context);
  return (event) => {
    const head = { id: event.id, type: event.type, at: event.at.toISOString() };
    const fired = match(event);
    const effects = fired.length === 0 ? [] : [effectOf(event, head)];
    return { event: head, fired, effects, suppressed: [], indeterminate: [], skipped: [] };
  };

  function effectOf({ id, ticket }, head) {
    const { type, bot } = action;
    return {
      type,
      key: type === "notify" ? `${id}:notify` : `${id}:${rule}:0`,
      ticket: ticket.id,
      rules: [rule],
      event: { ...head },
      cause: { rules: [rule], depth: 1 },
      ...(bot === undefined ? {} : { bot }),
    };
  }
}
