/** What an answer means for its effect: done, to be tried again and when, or given up. Pure. */
import type { Effect } from "ticket-rules";
import type { Answer } from "../outbound/outbound.ts";

export type Verdict =
  | { kind: "done" }
  | { kind: "retry"; at: Date; reason: string }
  | { kind: "dead"; reason: string };

export interface Circumstances {
  type: Effect["type"];
  /** Attempts begun, this one included. */
  attempts: number;
  at: Date;
  retryBaseMs: number;
  /** In [0, 1). */
  random: number;
}

/** Attempts for each type. A bot that comes an hour late comes into another conversation: ten minutes. Else a day. */
const ATTEMPTS: Record<Effect["type"], number> = {
  activateBot: 6,
  terminateBot: 6,
  sendSurvey: 12,
  enableManualSurvey: 12,
  notify: 12,
};

const HOUR = 3_600_000;
const LONGEST_BACKOFF = 6 * HOUR;
const LONGEST_RETRY_AFTER = HOUR;

/** Client errors that another time may not be: timeout, too early, too many. Any other says that it never will be. */
const PASSING = new Set([408, 425, 429]);

export function judge(answer: Answer, circumstances: Circumstances): Verdict {
  if (answer.type === "forbidden") return { kind: "dead", reason: answer.problem };
  if (answer.type === "unanswered") return again(answer.problem, null, circumstances);

  const { status, retryAfter, excerpt } = answer;
  const reason = excerpt === "" ? `status ${status}` : `status ${status}: ${excerpt.slice(0, 300)}`;
  if (status >= 200 && status < 300) return { kind: "done" };
  // To a repeated key a receiver may say "I have that already": an earlier attempt arrived, whose answer did not.
  if (status === 409 && circumstances.attempts > 1) return { kind: "done" };
  if (status >= 400 && status < 500 && !PASSING.has(status)) return { kind: "dead", reason };
  // Redirects are not followed; one that leads to a page "back soon" passes.
  return again(reason, retryAfter, circumstances);
}

function again(reason: string, retryAfter: string | null, circumstances: Circumstances): Verdict {
  const { type, attempts, at } = circumstances;
  if (attempts >= ATTEMPTS[type])
    return { kind: "dead", reason: `${reason} (attempt ${attempts}, the last)` };
  const wait = waitOf(retryAfter, at) ?? backoff(circumstances);
  return { kind: "retry", at: new Date(at.getTime() + wait), reason };
}

/** Thrice as long each time, up to six hours, less up to a half: those that failed together do not come together. */
function backoff({ attempts, retryBaseMs, random }: Circumstances): number {
  const longest = Math.min(LONGEST_BACKOFF, retryBaseMs * 3 ** (attempts - 1));
  return Math.round(longest * (1 - random / 2));
}

/** `Retry-After`, in seconds or as a date: at least a second, and no longer than an hour on a stranger's word. */
function waitOf(retryAfter: string | null, at: Date): number | null {
  if (retryAfter === null) return null;
  const text = retryAfter.trim();
  const asked = /^\d{1,10}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - at.getTime();
  return Number.isNaN(asked) ? null : Math.min(LONGEST_RETRY_AFTER, Math.max(1_000, asked));
}
