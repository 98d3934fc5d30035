import { isUtf8 } from "node:buffer";

/** Where a file is not UTF-8. */
export interface Utf8Fault {
  /** Of the first byte that is not, from 1. */
  readonly byte: number;
  /** From 1. */
  readonly line: number;
}

export interface Utf8Check {
  /** Whether what came so far can be the beginning of UTF-8 text; the first fault where it cannot. */
  push(chunk: Uint8Array): Utf8Fault | null;
}

const newline = 0x0a;

/** Checks bytes that come piece by piece. A file may end within a character: then it was cut, which readers tell. */
export function utf8Check(): Utf8Check {
  let rest: Buffer = Buffer.alloc(0);
  let offset = 0;
  let line = 1;
  let fault: Utf8Fault | null = null;
  const push = (chunk: Uint8Array): Utf8Fault | null => {
    if (fault !== null) return fault;
    const bytes = rest.length === 0 ? bufferOf(chunk) : Buffer.concat([rest, chunk]);
    const good = isUtf8(bytes) ? bytes.length : wellFormedLength(bytes);
    rest = Buffer.from(bytes.subarray(good));
    offset += good;
    line += breaksIn(bytes.subarray(0, good));
    if (rest.length > 3 || !isBeginOfCharacter(rest)) fault = { byte: offset + 1, line };
    return fault;
  };
  return { push };
}

/** The same bytes as a Buffer, without a copy. */
export const bufferOf = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Without byte order mark. */
export const withoutMark = (bytes: Buffer): Buffer =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;

/** Of the end of a text: without a last character of which only the first bytes are there. */
export function wholeCharacters(bytes: Buffer): { readonly bytes: Buffer; readonly cut: boolean } {
  for (const length of [1, 2, 3]) {
    const first = bytes.length - length;
    if (first < 0 || (bytes[first]! & 0xc0) === 0x80) continue;
    const last = bytes.subarray(first);
    const cut = !isUtf8(last) && isBeginOfCharacter(last);
    return { bytes: cut ? bytes.subarray(0, first) : bytes, cut };
  }
  return { bytes, cut: false };
}

function breaksIn(bytes: Buffer): number {
  let breaks = 0;
  for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, at + 1)) breaks++;
  return breaks;
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

/** Whether more bytes could make a character of these; nothing can become anything. */
function isBeginOfCharacter(bytes: Buffer): boolean {
  const fills = [[], [0x80], [0x80, 0x80], [0x80, 0x80, 0x80], [0x90, 0x80, 0x80], [0xa0, 0x80]];
  return fills.some((fill) => isUtf8(Buffer.concat([bytes, Buffer.from(fill)])));
}
