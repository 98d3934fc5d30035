import { base62, numberOf } from "./base62";
import type { Scope } from "./scope";

/** What the hub knows of a key. The secret is not part of it: only its hash is stored. */
export interface ApiKey {
  /** Public name of the key, 10 characters. */
  readonly id: string;
  /** The organisation in whose name the key acts. */
  readonly organizationCode: string;
  readonly scopes: readonly Scope[];
  /** What the key is for, in the words of its organisation. */
  readonly label: string;
  /** Instants, ISO 8601 UTC. */
  readonly createdAt: string;
  readonly expiresAt: string;
  /** `null` for a key that was not revoked. */
  readonly revokedAt: string | null;
  /** Name of the caller who created it. */
  readonly createdBy: string;
  /** Day of the last request with it, in UTC; `null` before the first one. */
  readonly lastUsedOn: string | null;
}

/** Days from the creation of a key to its end. */
export const keyLifetimeDays = { smallest: 1, largest: 730, usual: 365 } as const;

/** Days for which a replaced key goes on working, so that every client can get the new one. */
export const keyOverlapDays = 7;

/** Live keys of an organisation with the same label: the old one works until all clients have the new one. */
export const liveKeysOfLabel = 2;

/** Characters of a label. */
export const keyLabelLength = { smallest: 1, largest: 100 } as const;

export type ApiKeyState = "EXPIRED" | "LIVE" | "REVOKED";

export function stateOfKey({ expiresAt, revokedAt }: ApiKey, now: string): ApiKeyState {
  if (revokedAt !== null) return "REVOKED";
  return expiresAt <= now ? "EXPIRED" : "LIVE";
}

/** A key as its owner gets it, once. */
interface WrittenKey {
  readonly id: string;
  readonly secret: string;
}

const prefix = "vic_live_";
const lengths = { id: 10, secret: 43, checksum: 6 } as const;
const form = new RegExp(`^${prefix}(\\w{${lengths.id}})(\\w{${lengths.secret}})(\\w{${lengths.checksum}})$`);

/** Bytes that a new key needs. Both parts must be random. */
export const keyBytes = { id: 8, secret: 32 } as const;

export const newKey = (id: Uint8Array, secret: Uint8Array): WrittenKey => ({
  id: base62(numberOf(id), lengths.id),
  secret: base62(numberOf(secret), lengths.secret),
});

/** `vic_live_`, id, secret and checksum without separators. Scanners for leaked secrets know it by its form. */
export const textOfKey = ({ id, secret }: WrittenKey): string =>
  `${prefix}${id}${secret}${checksumOf(id + secret)}`;

/** Whether a text looks like a key, also a damaged one. */
export const isKeyLike = (text: string): boolean => text.startsWith(prefix);

/** The parts of a key; `null` if the text has a typing error or was cut, which the checksum shows without a look-up. */
export function partsOfKey(text: string): WrittenKey | null {
  const [, id, secret, checksum] = form.exec(text) ?? [];
  if (id === undefined || secret === undefined) return null;
  return checksum === checksumOf(id + secret) ? { id, secret } : null;
}

const checksumOf = (text: string): string => base62(BigInt(crc32(text)), lengths.checksum);

/** CRC-32 (IEEE 802.3), as in zip files. */
function crc32(text: string): number {
  let crc = 0xffffffff;
  for (const character of text) {
    crc ^= character.charCodeAt(0);
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
