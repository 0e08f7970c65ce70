/**
 * Lets a receiver that does not answer rest. Each attempt at it costs a worker until the time is up; a few of them at
 * once, and nobody is left for the receivers that do answer.
 */
import type { Answer, Outbound } from "./outbound.ts";

export interface BreakerOptions {
  /** Requests in a row that had no answer, until one origin rests. */
  failures?: number;
  restMs?: number;
  /** Milliseconds since 1970. */
  now?: () => number;
}

/** After the rest one request goes out to try; the others wait for what comes of it. An answer of any kind ends the rest. */
export function withBreaker(outbound: Outbound, options: BreakerOptions = {}): Outbound {
  const { failures = 5, restMs = 10_000, now = Date.now } = options;
  const silent = new Map<string, { failed: number; restsUntil: number; isTried: boolean }>();

  function mayTry(origin: string): boolean {
    const state = silent.get(origin);
    if (state === undefined || state.failed < failures) return true;
    if (state.isTried || now() < state.restsUntil) return false;
    state.isTried = true;
    return true;
  }

  function note(origin: string, answer: Answer): void {
    if (answer.type !== "unanswered") {
      silent.delete(origin);
      return;
    }
    const failed = (silent.get(origin)?.failed ?? 0) + 1;
    silent.set(origin, { failed, restsUntil: now() + restMs, isTried: false });
  }

  return {
    async post(post) {
      const origin = URL.canParse(post.url) ? new URL(post.url).origin : "";
      if (!mayTry(origin)) {
        return { type: "unanswered", problem: `not tried: ${failures} requests in a row had no answer` };
      }
      const answer = await outbound.post(post);
      // Broken off by us: that says nothing of the receiver.
      if (post.signal?.aborted !== true) note(origin, answer);
      return answer;
    },
    close: () => outbound.close(),
  };
}
