import { isIPv6 } from "node:net";

/** Where a request comes from, as its server says. */
export interface Origin {
  /** Of the other end of the connection; `undefined` inside a process. */
  readonly socketAddress: string | undefined;
  readonly header: (name: string) => string | undefined;
}

/**
 * The address of a client as it is stated, perhaps with a port.
 * @param trustedHeader set by the edge of the hub, which overwrites or extends what clients send; `null` without an edge: no header is
 * believed.
 */
export function addressOf({ socketAddress, header }: Origin, trustedHeader: string | null): string {
  const stated = trustedHeader === null ? undefined : header(trustedHeader);
  // Of a list, the last one: those before it are what the client sent.
  return stated?.split(",").at(-1)?.trim() ?? socketAddress ?? "unknown";
}

/** The network of an address: an IPv4 address, or the first 64 bits of an IPv6 address, because one client has all addresses of a /64. */
export const networkOf = (address: string): string => prefixOf(withoutPort(address));

/** `192.0.2.1:443` and `[2001:db8::1]:443` without the port, and `2001:db8::1:443` of CloudFront, which has no brackets. */
function withoutPort(text: string): string {
  const [, inBrackets] = /^\[(.*)\](?::\d+)?$/.exec(text) ?? [];
  if (inBrackets !== undefined) return inBrackets;
  if (/^[\d.]+:\d+$/.test(text)) return text.slice(0, text.indexOf(":"));
  return text;
}

function prefixOf(address: string): string {
  const bare = address.replace(/%.*$/, "").toLowerCase();
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(bare) ?? [];
  if (mapped !== undefined) return mapped;
  // A port at the end of an address without brackets is among the bits that do not count.
  const valid = isIPv6(bare) ? bare : bare.slice(0, Math.max(0, bare.lastIndexOf(":")));
  return isIPv6(valid) ? `${firstGroups(valid)}::/64` : bare;
}

function firstGroups(address: string): string {
  const [before = "", after] = address.split("::");
  const left = before === "" ? [] : before.split(":");
  const right = after === undefined || after === "" ? [] : after.split(":");
  const missing = after === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(missing).fill("0"), ...right];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}
