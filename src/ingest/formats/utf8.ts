import { isUtf8 } from "node:buffer";
import { HubError } from "../../domain/errors";

export interface DecodedBytes {
  /** Without byte order mark and without a last character of which only the first bytes are there. */
  readonly bytes: Buffer;
  /** The file ends within a character: it was cut. */
  readonly cut: boolean;
}

const newline = 0x0a;

/**
 * Checks that a file is UTF-8, with or without byte order mark.
 * @throws HubError SOURCE_UNREADABLE that names the first byte that is not, from 1, and its line.
 */
export function checkUtf8(input: Uint8Array): DecodedBytes {
  const whole = Buffer.from(input.buffer, input.byteOffset, input.byteLength);
  const marked = whole[0] === 0xef && whole[1] === 0xbb && whole[2] === 0xbf;
  const bytes = marked ? whole.subarray(3) : whole;
  if (isUtf8(bytes)) return { bytes, cut: false };
  const good = wellFormedLength(bytes);
  const rest = bytes.length - good;
  if (rest < 4 && isBeginOfCharacter(bytes.subarray(good)))
    return { bytes: bytes.subarray(0, good), cut: true };
  const at = good + (marked ? 3 : 0) + 1;
  const line = bytes.subarray(0, good).reduce((n, byte) => (byte === newline ? n + 1 : n), 1);
  throw new HubError("SOURCE_UNREADABLE", {
    message: `The file is not UTF-8 at byte ${at} (line ${line}).`,
    messageIt: `Il file non è in UTF-8 al byte ${at} (riga ${line}).`,
    hint: "Save it as UTF-8 and import it again. Spreadsheets call that format “CSV UTF-8”.",
    where: `line ${line}`,
  });
}

/** How many of the first bytes are whole characters. */
function wellFormedLength(bytes: Buffer): number {
  let [low, high] = [0, bytes.length];
  // What precedes the first fault is sound at every character boundary, so halving finds it within 3 bytes.
  while (high - low > 8) {
    const middle = boundaryBefore(bytes, (low + high) >> 1);
    if (middle <= low) break;
    if (isUtf8(bytes.subarray(low, middle))) low = middle;
    else high = middle;
  }
  for (let end = low; end < bytes.length; ) {
    const size = [1, 2, 3, 4].find((n) => end + n <= bytes.length && isUtf8(bytes.subarray(end, end + n)));
    if (size === undefined) return end;
    end += size;
  }
  return bytes.length;
}

/** The nearest place at or before `at` where a character can begin. */
function boundaryBefore(bytes: Buffer, at: number): number {
  for (let i = at; i > at - 4 && i > 0; i--) if ((bytes[i]! & 0xc0) !== 0x80) return i;
  return at;
}

/** Whether more bytes could make a character of these. */
function isBeginOfCharacter(bytes: Buffer): boolean {
  const fills = [[], [0x80], [0x80, 0x80], [0x80, 0x80, 0x80], [0x90, 0x80, 0x80], [0xa0, 0x80]];
  return fills.some((fill) => isUtf8(Buffer.concat([bytes, Buffer.from(fill)])));
}
