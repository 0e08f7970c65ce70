import { describe, expect, it } from "vitest";
import { authenticityProblem, type Credentials, signatureOf } from "../../src/chatwoot/signature.ts";

const SECRET = "yTWcXfPtqHqnT2ZpLkVx2s8b";
const BODY = Buffer.from('{"event":"message_created","content":"¿Año?"}');
const NOW = Date.UTC(2026, 3, 2, 12, 12, 26);
const TIMESTAMP = String(NOW / 1000);
const signing: Credentials = { secrets: ["a-secret-of-another-webhook", SECRET], token: null };

function request(change: Partial<Parameters<typeof authenticityProblem>[0]> = {}) {
  const headers = {
    "x-chatwoot-timestamp": TIMESTAMP,
    "x-chatwoot-signature": signatureOf(SECRET, TIMESTAMP, BODY),
    "x-chatwoot-delivery": "5f0a7f5c-0b3c-4d8e-9c57-4f3b1d3f9e11",
  };
  return { headers, body: BODY, token: null, now: NOW, ...change };
}

describe("a signed webhook", () => {
  it("has the signature that Chatwoot computes", () => {
    // printf '1775131946.{"a":1}' | openssl dgst -sha256 -hmac secret
    expect(signatureOf("secret", "1775131946", '{"a":1}')).toBe(
      "sha256=a0fa270b1fbb7d4b13f41764dfe8ce06e3d7ca8b7de3d54b54f57e28200cde0a",
    );
  });

  it("is Chatwoot's with any of our secrets, up to five minutes late or early", () => {
    expect(authenticityProblem(request(), signing)).toBeNull();
    expect(authenticityProblem(request({ now: NOW + 300_000 }), signing)).toBeNull();
    expect(authenticityProblem(request({ now: NOW - 300_000 }), signing)).toBeNull();
  });

  it("is refused when it was recorded and sent again later", () => {
    expect(authenticityProblem(request({ now: NOW + 301_000 }), signing)).toMatch("301 s away");
    expect(authenticityProblem(request({ now: NOW - 301_000 }), signing)).toMatch("301 s away");
  });

  it("is refused with a fresh timestamp put on an old signature", () => {
    const headers = { ...request().headers, "x-chatwoot-timestamp": String(NOW / 1000 + 900) };
    expect(authenticityProblem(request({ headers, now: NOW + 900_000 }), signing)).toMatch(
      "the signature is not",
    );
  });

  it.each([
    ["one byte of the body is another", { body: Buffer.concat([BODY, Buffer.from(" ")]) }],
    ["it is empty", { headers: { ...request().headers, "x-chatwoot-signature": "" } }],
    ["it lacks its prefix", { headers: { ...request().headers, "x-chatwoot-signature": "0".repeat(64) } }],
    [
      "it is signed with no secret",
      {
        headers: { ...request().headers, "x-chatwoot-signature": signatureOf("", TIMESTAMP, BODY) },
      },
    ],
    ["its timestamp is missing", { headers: { "x-chatwoot-signature": signatureOf(SECRET, "", BODY) } }],
    [
      "its timestamp is no number",
      {
        headers: { "x-chatwoot-timestamp": "NaN", "x-chatwoot-signature": signatureOf(SECRET, "NaN", BODY) },
      },
    ],
  ])("is refused when %s", (_, change) => {
    expect(authenticityProblem(request(change), signing)).not.toBeNull();
  });
});

describe("a webhook of a Chatwoot that does not sign", () => {
  const byToken: Credentials = { secrets: [], token: "9b2f0d31c4e54e1f" };

  it("is known by the token in its URL", () => {
    expect(authenticityProblem(request({ headers: {}, token: "9b2f0d31c4e54e1f" }), byToken)).toBeNull();
    expect(authenticityProblem(request({ headers: {}, token: "9b2f0d31c4e54e1" }), byToken)).not.toBeNull();
    expect(authenticityProblem(request({ headers: {} }), byToken)).not.toBeNull();
  });

  it("is refused where only signed ones are taken, and where nothing is configured", () => {
    expect(authenticityProblem(request({ headers: {}, token: "x" }), signing)).toBe("it is not signed");
    expect(authenticityProblem(request(), { secrets: [], token: null })).toBe("nothing to know Chatwoot by");
  });

  it("gets no second chance by the token when its signature is wrong", () => {
    const both = { ...signing, ...byToken, secrets: signing.secrets };
    const headers = { ...request().headers, "x-chatwoot-signature": "sha256=0" };
    expect(authenticityProblem(request({ headers, token: "9b2f0d31c4e54e1f" }), both)).not.toBeNull();
    expect(authenticityProblem(request({ headers: {}, token: "9b2f0d31c4e54e1f" }), both)).toBeNull();
  });
});
