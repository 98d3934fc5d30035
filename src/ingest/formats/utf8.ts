import { isAscii, isUtf8 } from "node:buffer";

/** Where a file is not UTF-8. */
export interface Utf8Fault {
  /** Of the first invalid byte, from 1. */
  readonly byte: number;
  /** From 1. */
  readonly line: number;
}

/** The possible contents of a file, by bytes. */
export interface ByteCounts {
  readonly bytes: number;
  /** `null` if all is UTF-8. */
  readonly firstFault: Utf8Fault | null;
  /** Bytes that are not UTF-8. */
  readonly faults: number;
  /** Characters of UTF-8 with more than one byte. */
  readonly wideCharacters: number;
  /** Bytes that no text has: NUL, and those that Windows-1252 does not define. */
  readonly noText: number;
}

export interface Utf8Check {
  push(chunk: Uint8Array): void;
  counts(): ByteCounts;
}

const newline = 0x0a;
/** 1 for NUL and the bytes that Windows-1252 does not define. */
const isNoText = new Uint8Array(256);
for (const byte of [0, 0x81, 0x8d, 0x8f, 0x90, 0x9d]) isNoText[byte] = 1;

/**
 * Checks bytes that arrive piece by piece. A file may end within a character: then it was cut, which readers report.
 */
export function utf8Check(): Utf8Check {
  let rest: Buffer = Buffer.alloc(0);
  let [offset, line] = [0, 1];
  let [faults, wideCharacters, noText] = [0, 0, 0];
  let firstFault: Utf8Fault | null = null;

  /** @returns how many bytes were checked: all but those that the next piece may complete to a character. */
  function walk(bytes: Buffer): number {
    for (let at = 0; at < bytes.length; ) {
      const byte = bytes[at]!;
      if (byte === newline) line++;
      const size = sizeOf(byte);
      const character = bytes.subarray(at, at + size);
      if (size === 1 || (size > 1 && character.length === size && isUtf8(character))) {
        if (size > 1) wideCharacters++;
        at += size;
      } else if (character.length < size && isBeginOfCharacter(character)) {
        return at;
      } else {
        firstFault ??= { byte: offset + at + 1, line };
        faults++;
        at++;
      }
    }
    return bytes.length;
  }

  return {
    push(chunk) {
      const bytes = rest.length === 0 ? bufferOf(chunk) : Buffer.concat([rest, chunk]);
      if (!isAscii(chunk) || chunk.indexOf(0) !== -1)
        for (let at = rest.length; at < bytes.length; at++) noText += isNoText[bytes[at]!]!;
      let looked = bytes.length;
      if (isUtf8(bytes)) {
        if (!isAscii(bytes))
          for (let at = 0; at < bytes.length; at++) if (bytes[at]! >= 0xc0) wideCharacters++;
        line += breaksIn(bytes);
      } else looked = walk(bytes);
      rest = Buffer.from(bytes.subarray(looked));
      offset += looked;
    },
    counts: () => ({ bytes: offset + rest.length, firstFault, faults, wideCharacters, noText }),
  };
}

/** The same bytes as a Buffer, without a copy. */
export const bufferOf = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Without byte order mark. */
export const withoutMark = (bytes: Buffer): Buffer =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;

/** The end of a text without an incomplete last character. */
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

/** Bytes of the character that begins with this one; 0 if none does. */
const sizeOf = (byte: number): number =>
  byte < 0x80 ? 1 : byte < 0xc2 ? 0 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : byte < 0xf5 ? 4 : 0;

/** Whether more bytes could complete these to a character. */
function isBeginOfCharacter(bytes: Buffer): boolean {
  const fills = [[0x80], [0x80, 0x80], [0x80, 0x80, 0x80], [0x90, 0x80, 0x80], [0xa0, 0x80]];
  return fills.some((fill) => isUtf8(Buffer.concat([bytes, Buffer.from(fill)])));
}
