/**
 * HTTP out: every request of this service to bots, surveys and webhooks goes through here, since their URLs are
 * written by administrators, who are not the operators of this network.
 */
import { Agent, request } from "undici";
import { parseAllowed } from "./addresses.ts";
import { readExcerpt } from "./excerpt.ts";
import { checkedLookup, FORBIDDEN, type Resolve, resolveBySystem } from "./lookup.ts";
import { urlProblem } from "./urls.ts";

export interface OutboundOptions {
  /** Names, addresses and CIDR ranges that may be called although private, and over plain http. */
  allow?: readonly string[];
  resolve?: Resolve;
  /** Milliseconds. `totalMs` bounds all of it: name, connection, TLS, request, answer. */
  connectMs?: number;
  headersMs?: number;
  totalMs?: number;
  /** Connections to one origin at once: a slow receiver does not eat up the sockets of the others. */
  connectionsPerOrigin?: number;
}

export interface Post {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
  /** Ends the request early, as when the service stops. */
  signal?: AbortSignal;
}

/** What came of a request. Nothing is thrown: each of these is an everyday answer of the internet. */
export type Answer =
  /** The receiver answered. `excerpt` is the beginning of its body, for people to read. */
  | { type: "answered"; status: number; retryAfter: string | null; excerpt: string }
  /** It may or may not have arrived: no connection, a closed one, or no answer in time. */
  | { type: "unanswered"; problem: string }
  /** Our own policy refused it; no byte was sent. */
  | { type: "forbidden"; problem: string };

export interface Outbound {
  post(post: Post): Promise<Answer>;
  close(): Promise<void>;
}

export function createOutbound(options: OutboundOptions = {}): Outbound {
  const { connectMs = 5_000, headersMs = 10_000, totalMs = 15_000, connectionsPerOrigin = 16 } = options;
  const allowed = parseAllowed(options.allow ?? []);
  const agent = new Agent({
    connections: connectionsPerOrigin,
    headersTimeout: headersMs,
    bodyTimeout: headersMs,
    connect: { timeout: connectMs, lookup: checkedLookup(allowed, options.resolve ?? resolveBySystem) },
  });

  return {
    async post({ url, headers, body, signal }) {
      const problem = urlProblem(url, allowed);
      if (problem !== null) return { type: "forbidden", problem };
      const timeout = AbortSignal.timeout(totalMs);
      try {
        // Redirects are not followed: the request carries a customer's data and a signature made for one URL, and a
        // receiver that moved is for its administrator to write down. undici's `request` follows none of itself.
        const answer = await request(url, {
          method: "POST",
          dispatcher: agent,
          headers: { "content-type": "application/json", "accept-encoding": "identity", ...headers },
          body,
          signal: signal === undefined ? timeout : AbortSignal.any([timeout, signal]),
        });
        return {
          type: "answered",
          status: answer.statusCode,
          retryAfter: single(answer.headers["retry-after"]),
          excerpt: await readExcerpt(answer.body),
        };
      } catch (error) {
        return {
          type: hasCode(error, FORBIDDEN) ? "forbidden" : "unanswered",
          problem: problemOf(error, timeout),
        };
      }
    },

    /** Waits for what is under way. */
    close: () => agent.close(),
  };

  function problemOf(error: unknown, timeout: AbortSignal): string {
    if (timeout.aborted) return `no answer within ${totalMs} ms`;
    const { message, code } = error as NodeJS.ErrnoException;
    return message || code || String(error);
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}

function single(header: string | string[] | undefined): string | null {
  return (Array.isArray(header) ? header[0] : header) ?? null;
}
