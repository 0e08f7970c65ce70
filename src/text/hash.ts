import { hmac } from "@noble/hashes/hmac";
import { sha256 } from "@noble/hashes/sha2";
import { bytesToHex } from "@noble/hashes/utils";
import { canonicalJson } from "./canonicalJson.ts";

/** SHA-256 of the canonical JSON of a value, as `sha256:` and 64 hexadecimal digits. */
export function hashOf(value: unknown): string {
  return `sha256:${bytesToHex(sha256(canonicalJson(value)))}`;
}

/** HMAC-SHA-256 of the same: without the key nobody can try values until one fits. */
export function keyedHashOf(value: unknown, key: string): string {
  return `hmac-sha256:${bytesToHex(hmac(sha256, key, canonicalJson(value)))}`;
}
