const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const base = BigInt(digits.length);

/** The lowest digits of a number in base 62, which no double click and no address cuts apart. */
export function base62(number: bigint, length: number): string {
  let [text, rest] = ["", number];
  while (text.length < length) {
    text = digits[Number(rest % base)] + text;
    rest /= base;
  }
  return text;
}

/** The number that bytes are, the first one counting most. */
export const numberOf = (bytes: Uint8Array): bigint =>
  bytes.reduce((number, byte) => number * 256n + BigInt(byte), 0n);
