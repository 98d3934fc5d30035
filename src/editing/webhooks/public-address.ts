import { BlockList, isIP } from "node:net";

/**
 * Addresses in private or special use (the registries of IANA for IPv4 and IPv6): what answers there is not a receiver of a partner, and may be
 * part of the network of the hub, as the metadata of a cloud at 169.254.169.254.
 */
const special = new BlockList();
for (const range of [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
]) {
  const [net, bits] = range.split("/");
  special.addSubnet(net!, Number(bits), "ipv4");
}

/** Of IPv6, all that is public lies in here. So mapped and translated addresses (::ffff:0:0/96, 64:ff9b::/96) are not. */
const globalUnicast = new BlockList();
globalUnicast.addSubnet("2000::", 3, "ipv6");
for (const range of [
  // Protocols of the IETF: in it are Teredo and benchmarks.
  "2001::/23",
  "2001:db8::/32",
  // 6to4 has an IPv4 address inside.
  "2002::/16",
  "3fff::/20",
]) {
  const [net, bits] = range.split("/");
  special.addSubnet(net!, Number(bits), "ipv6");
}

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

const familyOf = (address: string) => (isIP(address) === 4 ? "ipv4" : "ipv6");

/** Whether an IP address is on the public internet; false for a text that is none, and for one with a zone. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0 || address.includes("%")) return false;
  const family = familyOf(address);
  if (special.check(address, family)) return false;
  return family === "ipv4" || globalUnicast.check(address, family);
}

export const isLoopback = (address: string): boolean =>
  isIP(address) !== 0 && !address.includes("%") && loopback.check(address, familyOf(address));

/** The name or address of a URL without the brackets around IPv6. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, "$1");
