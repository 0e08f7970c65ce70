/**
 * Is it Chatwoot that speaks? Since early 2026 it signs what it sends:
 *
 *     X-Chatwoot-Timestamp: 1775131946
 *     X-Chatwoot-Signature: sha256=<hex of HMAC-SHA256(secret, "1775131946." + body)>
 *
 * with a secret for each webhook (and for each API inbox), shown where the webhook is set up. Older versions sign
 * nothing and send no header of the administrator's choice: there the URL itself has to hold a secret.
 */
import { createHash, createHmac, timingSafeEqual } from "node:crypto";

export interface Credentials {
  /** Several: each webhook has its own, and a new one is accepted before the old one is gone. */
  secrets: readonly string[];
  /** The secret part of the URL, for versions that do not sign. Null: unsigned requests are refused. */
  token: string | null;
}

export interface Request {
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The bytes as they came: parsed and printed again they are others. */
  body: Buffer;
  /** From the URL. */
  token: string | null;
  /** Milliseconds since 1970. */
  now: number;
}

/** A request that was recorded and sent again is refused after five minutes; so is one from a clock as far ahead. */
export const TOLERANCE_SECONDS = 300;

/** Why a request is not Chatwoot's, or null. A request that is signed stands or falls with its signature. */
export function authenticityProblem(request: Request, credentials: Credentials): string | null {
  const signature = single(request.headers["x-chatwoot-signature"]);
  if (signature !== undefined && credentials.secrets.length > 0) {
    return signatureProblem(request, signature, credentials.secrets);
  }
  const { token } = credentials;
  if (token === null)
    return credentials.secrets.length > 0 ? "it is not signed" : "nothing to know Chatwoot by";
  return request.token !== null && isEqual(request.token, token) ? null : "the token in the URL is not ours";
}

function signatureProblem(request: Request, signature: string, secrets: readonly string[]): string | null {
  const timestamp = single(request.headers["x-chatwoot-timestamp"]) ?? "";
  if (!/^\d{1,12}$/.test(timestamp)) return "the timestamp is missing or is no number of seconds";
  const expected = secrets.map((secret) => signatureOf(secret, timestamp, request.body));
  // All are compared: how long it takes does not tell which secret was nearly right.
  const matching = expected.filter((each) => isEqual(each, signature));
  if (matching.length === 0) return "the signature is not of this body, this time and one of our secrets";
  const age = Math.abs(request.now / 1000 - Number(timestamp));
  return age > TOLERANCE_SECONDS ? `the timestamp is ${Math.round(age)} s away from now` : null;
}

/** What Chatwoot writes into `X-Chatwoot-Signature`. */
export function signatureOf(secret: string, timestamp: string, body: Buffer | string): string {
  return `sha256=${createHmac("sha256", secret).update(`${timestamp}.`).update(body).digest("hex")}`;
}

/** In a time that tells nothing: hashed first, since the comparison wants texts of one length. */
function isEqual(one: string, other: string): boolean {
  return timingSafeEqual(
    createHash("sha256").update(one).digest(),
    createHash("sha256").update(other).digest(),
  );
}

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
