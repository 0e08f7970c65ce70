/** Which addresses this service may connect to. */
import ipaddr from "ipaddr.js";

/** What may be called although it is private. Names are exact; ranges are CIDR; an address is a range of one. */
export interface Allowed {
  names: ReadonlySet<string>;
  ranges: readonly [ipaddr.IPv4 | ipaddr.IPv6, number][];
}

/** Reads the configured list: `["127.0.0.1", "10.2.0.0/16", "bots.internal"]`. */
export function parseAllowed(entries: readonly string[]): Allowed {
  const names = new Set<string>();
  const ranges: [ipaddr.IPv4 | ipaddr.IPv6, number][] = [];
  for (const entry of entries.map((each) => each.trim()).filter((each) => each !== "")) {
    if (ipaddr.isValidCIDR(entry)) ranges.push(ipaddr.parseCIDR(entry));
    else if (isAddress(entry)) ranges.push(wholeAddress(entry));
    else if (/^[a-z0-9.-]+$/i.test(entry)) names.add(hostName(entry));
    else throw new Error(`neither a host name, an address nor a CIDR range: \`${entry}\``);
  }
  return { names, ranges };
}

/** Why an address may not be called, or null. Only addresses of the public internet may, and allowed ones. */
export function addressProblem(address: string, allowed: Allowed): string | null {
  if (!isAddress(address)) return `not an address: \`${address}\``;
  // An IPv4 address in IPv6 clothes (::ffff:10.0.0.1) is judged as what it is.
  const parsed = ipaddr.process(address);
  if (isListed(parsed, allowed)) return null;
  const range = rangeOf(parsed);
  return range === "unicast" ? null : `${address} is not a public address (${range})`;
}

/** True of an address that the configuration allows by name of its range, private or not. */
export function isAllowedAddress(address: string, allowed: Allowed): boolean {
  return isAddress(address) && isListed(ipaddr.process(address), allowed);
}

/** True of `127.0.0.1` and `::1`, brackets taken off; also of a host that a URL parser made of `0x7f.1`. */
export function isAddress(host: string): boolean {
  return ipaddr.IPv4.isValidFourPartDecimal(host) || ipaddr.IPv6.isValid(host);
}

/** As names are compared: lower case, without the dot that ends a fully qualified one. */
export function hostName(host: string): string {
  return host.toLowerCase().replace(/\.$/, "");
}

function isListed(address: ipaddr.IPv4 | ipaddr.IPv6, { ranges }: Allowed): boolean {
  return ranges.some(([range, bits]) => address.kind() === range.kind() && address.match(range, bits));
}

const GLOBAL_UNICAST = ipaddr.parseCIDR("2000::/3");

/** `unicast` is what is left when all special ranges are gone. Outside 2000::/3 no IPv6 address is public. */
function rangeOf(address: ipaddr.IPv4 | ipaddr.IPv6): string {
  const range = address.range();
  if (range !== "unicast" || address.kind() === "ipv4") return range;
  return address.match(GLOBAL_UNICAST) ? range : "not global";
}

function wholeAddress(address: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  const parsed = ipaddr.process(address);
  return [parsed, parsed.kind() === "ipv4" ? 32 : 128];
}
