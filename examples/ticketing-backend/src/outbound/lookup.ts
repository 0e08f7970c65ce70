/** Name resolution that refuses private addresses, between the name and the connection. */
import { lookup as systemLookup } from "node:dns/promises";
import type { LookupFunction } from "node:net";
import { type Allowed, addressProblem, hostName } from "./addresses.ts";

/** All addresses of a name, as `dns.lookup` gives them. Tests bring their own. */
export type Resolve = (name: string) => Promise<{ address: string; family: number }[]>;

export const resolveBySystem: Resolve = (name) => systemLookup(name, { all: true });

/** The code of the error with which a connection fails when its name leads to a forbidden address. */
export const FORBIDDEN = "EFORBIDDEN";

/**
 * A `lookup` for sockets. The socket connects to the very addresses checked here: there is no second resolution
 * that could answer otherwise (DNS rebinding). One forbidden address among several forbids the name: which of them
 * a socket takes is not ours to say.
 */
export function checkedLookup(allowed: Allowed, resolve: Resolve): LookupFunction {
  return (name, options, callback) => {
    resolve(name).then(
      (addresses) => {
        const [first] = addresses;
        const problem = first === undefined ? `${name} has no address` : problemOf(name, addresses);
        if (first === undefined || problem !== null) callback(forbidden(problem ?? ""), "", 0);
        else if (options.all) callback(null, addresses);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, "", 0),
    );
  };

  function problemOf(name: string, addresses: { address: string }[]): string | null {
    if (allowed.names.has(hostName(name))) return null;
    for (const { address } of addresses) {
      const problem = addressProblem(address, allowed);
      if (problem !== null) return `${name}: ${problem}`;
    }
    return null;
  }
}

function forbidden(message: string): NodeJS.ErrnoException {
  return Object.assign(new Error(message), { code: FORBIDDEN });
}
