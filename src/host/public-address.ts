/** Tells addresses of the public Internet from those of the machine and its own networks. */
import type { LookupAddress } from "node:dns";
import { lookup as systemLookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";

/** Whether an address is a public unicast one; of one that carries an IPv4 address, that one decides. */
export function isPublic(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, "").replace(/%.*$/, "");
  if (!ipaddr.isValid(bare)) return false;
  const parsed = ipaddr.process(bare);
  // Networks without IPv4 reach all of it through this prefix (NAT64); 6to4 and Teredo have no good use left.
  if (parsed.kind() === "ipv6" && /^64:ff9b::/.test(bare)) return isPublic(parsed.toByteArray().slice(12).join("."));
  return parsed.range() === "unicast";
}

export class PrivateAddressError extends Error {
  override readonly name = "PrivateAddressError";
  constructor(host: string, address: string) {
    super(host === address ? `${address} is a private address` : `${host} leads to the private address ${address}`);
  }
}

/** A look-up for connections that refuses a name as soon as one of its addresses is private, whatever was asked before. */
export function publicLookup(
  lookup: LookupFunction = systemLookup as LookupFunction,
  judge = isPublic,
): LookupFunction {
  return (host, options, callback) => {
    lookup(host, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, "", 0);
      const addresses = found as unknown as LookupAddress[];
      const inside = addresses.find(({ address }) => !judge(address));
      if (inside) return callback(new PrivateAddressError(host, inside.address), "", 0);
      if (options.all) return (callback as (e: null, all: LookupAddress[]) => void)(null, addresses);
      const [first] = addresses;
      return first ? callback(null, first.address, first.family) : callback(new Error(`no address for ${host}`), "", 0);
    });
  };
}

/** Sockets skip the look-up for a host that is an address, so it is judged here. */
export function assertPublicHost(host: string, judge = isPublic): void {
  const bare = host.replace(/^\[|\]$/g, "");
  if (isIP(bare) && !judge(bare)) throw new PrivateAddressError(bare, bare);
}
