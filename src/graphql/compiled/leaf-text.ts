import { type GraphQLLeafType, type GraphQLScalarType, isEnumType, isSpecifiedScalarType } from "graphql";
import { Bail, checkValue } from "./bail";

/** Anything but plain characters: quotes, backslashes, control characters and surrogates. */
const needsEscape = /[^ !#-[\]-\ud7ff\ue000-\uffff]/;

/** A text as JSON. Most need no escape. */
export const quoted = (text: string): string => (needsEscape.test(text) ? JSON.stringify(text) : `"${text}"`);

/** Texts that a scalar of the hub remembers, so that equal dates are checked once. */
const mostRemembered = 1_000;
const longestRemembered = 100;

/** Writes the values of a leaf that have no shorter way. */
export type LeafText = (value: unknown) => string;

/** @returns for a type of the schema; equal types share what they remember. */
export function leafTexts(): (type: GraphQLLeafType) => LeafText {
  const known = new WeakMap<GraphQLLeafType, LeafText>();
  return (type) => {
    const found = known.get(type) ?? textOf(type);
    known.set(type, found);
    return found;
  };
}

function textOf(type: GraphQLLeafType): LeafText {
  if (isEnumType(type)) return remembering(type, type.getValues().length);
  return isSpecifiedScalarType(type) ? (value) => serialized(type, value) : remembering(type, mostRemembered);
}

function remembering(type: GraphQLLeafType, most: number): LeafText {
  const texts = new Map<string, string>();
  return (value) => {
    if (typeof value !== "string") return serialized(type, value);
    const found = texts.get(value);
    if (found !== undefined) return found;
    const text = serialized(type, value);
    if (value.length <= longestRemembered) {
      if (texts.size >= most) texts.clear();
      texts.set(value, text);
    }
    return text;
  };
}

function serialized(type: GraphQLLeafType, value: unknown): string {
  checkValue(value);
  const result: unknown = (type as GraphQLScalarType).serialize(value);
  const text: string | undefined = result == null ? undefined : JSON.stringify(result);
  if (text === undefined) throw new Bail("leaf");
  return text;
}
