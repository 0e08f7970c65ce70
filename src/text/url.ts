/** Which URLs a webhook may have (spec §2): https, and no literal address of the host's own network. */

/** The part of the WHATWG URL that is used; Node and browsers have it, the language does not. */
declare const URL: new (
  text: string,
) => { protocol: string; username: string; password: string; hostname: string };

/** What can be wrong with a URL, as codes of issues. */
export type UrlProblem =
  | "urlCharacters"
  | "notAUrl"
  | "urlNotHttps"
  | "urlCredentials"
  | "urlLocalhost"
  | "urlPrivate";

/** What is wrong with a webhook's URL, or nothing. Never quotes it: it may hold credentials. */
export function webhookUrlProblem(text: string): UrlProblem | undefined {
  // The URL parser drops or mends these silently; what is stored is what is sent to.
  if (/[\s\\\p{Cc}]/u.test(text)) return "urlCharacters";
  const url = parse(text);
  if (url === undefined) return "notAUrl";
  if (url.protocol !== "https:") return "urlNotHttps";
  if (url.username !== "" || url.password !== "" || /^https:\/\/[^/?#]*@/i.test(text))
    return "urlCredentials";
  // The parser has put numeric, hexadecimal and short spellings into one form by now.
  const host = url.hostname.replace(/\.$/, "");
  if (host === "localhost" || host.endsWith(".localhost")) return "urlLocalhost";
  return isPrivateHost(host) ? "urlPrivate" : undefined;
}

function parse(text: string) {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

function isPrivateHost(host: string): boolean {
  if (host.startsWith("[")) return isPrivateV6(groupsOf(host.slice(1, -1)));
  const octets = /^(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(host);
  return octets !== null && isPrivateV4(octets.slice(1).map(Number));
}

/** Unspecified, private, CGNAT, loopback, link-local, multicast, reserved and broadcast (RFC 6890). */
function isPrivateV4([a = 0, b = 0]: readonly number[]): boolean {
  return (
    a === 0 ||
    a === 10 ||
    (a === 100 && b >= 64 && b < 128) ||
    a === 127 ||
    (a === 169 && b === 254) ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && b === 168) ||
    a >= 224
  );
}

/** The eight groups of an address in the parser's canonical form: hexadecimal, at most one `::`. */
function groupsOf(address: string): number[] {
  const [head = "", tail] = address.split("::");
  const numbers = (part: string) =>
    part.split(":").flatMap((group) => (group === "" ? [] : [Number.parseInt(group, 16)]));
  if (tail === undefined) return numbers(head);
  const [before, after] = [numbers(head), numbers(tail)];
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}

function isPrivateV6(groups: readonly number[]): boolean {
  const [first = 0, second = 0, third = 0] = groups;
  const embedded = (at: number) => {
    const [high = 0, low = 0] = groups.slice(at);
    return isPrivateV4([high >> 8, high & 255, low >> 8, low & 255]);
  };
  const zeros = (count: number) => groups.slice(0, count).every((group) => group === 0);
  return (
    // Unspecified, loopback, and the long deprecated IPv4-compatible form.
    zeros(6) ||
    // IPv4-mapped, in both spellings of RFC 4291 and RFC 2765.
    (zeros(5) && groups[5] === 0xffff && embedded(6)) ||
    (zeros(4) && groups[4] === 0xffff && groups[5] === 0 && embedded(6)) ||
    // Addresses that carry an IPv4 one: NAT64 and 6to4.
    (first === 0x64 && second === 0xff9b && third === 0 && embedded(6)) ||
    (first === 0x64 && second === 0xff9b && third === 1) ||
    (first === 0x2002 && embedded(1)) ||
    // Unique local, link-local, site-local, multicast.
    (first & 0xfe00) === 0xfc00 ||
    (first & 0xffc0) === 0xfe80 ||
    (first & 0xffc0) === 0xfec0 ||
    (first & 0xff00) === 0xff00
  );
}
