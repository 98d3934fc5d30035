export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** An item as the table holds it; codecs turn it into a record. */
export type Item = Record<string, unknown> & Key;

/** What DynamoDB takes as a key, in bytes; a longer one can only come from a request and names nothing. */
export const canExist = ({ pk, sk }: Key): boolean =>
  Buffer.byteLength(pk) <= 2048 && Buffer.byteLength(sk) <= 1024;

/**
 * Letters only differ by letter: no case, no accents, no punctuation; at most 60 characters. Words are joined by
 * `-`, which sorts after the `#` that ends a name, so that "Casa" comes before "Casa Verde".
 */
export const sortableText = (text: string): string => {
  const words = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  // By characters, not by UTF-16 units: half a character is no text that the table can hold.
  return [...(words ?? []).join("-")].slice(0, 60).join("");
};
