/** Which URLs this service may call, as far as that can be told before a name is resolved. */
import { type Allowed, addressProblem, hostName, isAddress, isAllowedAddress } from "./addresses.ts";

/** Why a URL may not be called, or null. */
export function urlProblem(text: string, allowed: Allowed): string | null {
  if (!URL.canParse(text)) return "not a URL";
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    return `neither https nor http: \`${url.protocol}\``;
  }
  if (url.username !== "" || url.password !== "") return "a user name or a password in the URL";
  // The parser has made one form of `0x7f.1`, `2130706433` and `127.1`: 127.0.0.1.
  const host = hostName(url.hostname.replace(/^\[|\]$/g, ""));
  const problem = isAddress(host) ? addressProblem(host, allowed) : null;
  if (problem !== null) return problem;
  const exempt = allowed.names.has(host) || isAllowedAddress(host, allowed);
  return url.protocol === "http:" && !exempt
    ? "plain http to a host that the configuration does not allow"
    : null;
}
