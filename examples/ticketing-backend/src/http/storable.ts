/** What the library accepts and the tables cannot hold or index. Told as issues, like the library's own. */
import type { Issue, TicketEvent } from "ticket-rules";

const LONGEST_ID = 255;
const EARLIEST = Date.UTC(1970, 0);
/** Far enough from the year 10000 for the longest delay. */
const LATEST = Date.UTC(9900, 0);

export function notStorable(event: TicketEvent): Issue[] {
  const { ticket } = event;
  const ids: [path: string[], value: string | null | undefined][] = [
    [["id"], event.id],
    [["type"], event.type],
    [["ticket", "id"], ticket.id],
    [["ticket", "account"], ticket.account],
    [["ticket", "customer"], ticket.customer],
    [["ticket", "assignee", "id"], ticket.assignee?.id],
    [["ticket", "activeBot"], ticket.activeBot],
  ];
  const issues = ids.flatMap(([path, value]) => (typeof value === "string" ? ofId(path, value) : []));
  const at = new Date(event.at).getTime();
  return at >= EARLIEST && at < LATEST
    ? issues
    : [...issues, other(["at"], "expected a time from 1970 to 9899")];
}

function ofId(path: string[], value: string): Issue[] {
  if (value.length > LONGEST_ID)
    return [
      {
        code: "tooLong",
        path,
        params: { most: LONGEST_ID },
        message: `longer than ${LONGEST_ID} characters`,
      },
    ];
  // PostgreSQL's text has no U+0000, and halves of a surrogate pair would all become the same character.
  if (value.includes("\u0000") || !value.isWellFormed())
    return [other(path, "holds U+0000 or half of a surrogate pair, which no id may")];
  return [];
}

function other(path: string[], message: string): Issue {
  return { code: "other", path, params: { message }, message };
}
