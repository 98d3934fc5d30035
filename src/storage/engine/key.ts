export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** A stored item; codecs turn it into a record. */
export type Item = Record<string, unknown> & Key;

/**
 * The length of a key in bytes that DynamoDB accepts; a longer one can only come from a request and matches nothing.
 */
export const canExist = ({ pk, sk }: Key): boolean =>
  Buffer.byteLength(pk) <= 2048 && Buffer.byteLength(sk) <= 1024;

/**
 * A text for sorting: no case, no accents, no punctuation; at most 60 characters. Words are joined by `-`, which sorts
 * after the `#` that ends a name, so that "Casa" comes before "Casa Verde".
 */
export const sortableText = (text: string): string => {
  const words = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  // By characters, not by UTF-16 units: the table cannot store half a character.
  return [...(words ?? []).join("-")].slice(0, 60).join("");
};
