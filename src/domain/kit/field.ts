import * as z from "zod";
import { canonicalText } from "./canonical-text";
import { type Rules, raiseIn } from "./check";
import { isPartialDate, isPeriod } from "./dates";
import { limits } from "./limits";
import { checks } from "./messages/en/checks";
import type { ReferenceTo } from "./reference";

/** What a field means beyond its type. */
interface Meaning {
  /** The type of record that a code refers to. */
  readonly names?: ReferenceTo;
  /** Value in a blank record. Default: null, [] or "", which no required field accepts. */
  readonly blank?: unknown;
  /** Merge rule. Default: the first value wins, and the second one replaces null. */
  readonly merged?: (first: never, second: never) => unknown;
  /** Items of a list with equal keys are the same item. */
  readonly key?: (item: never) => string;
  /** The hub sets the whole field from other fields. */
  readonly derived?: true;
  /** A date, which files write in their own ways. */
  readonly isDate?: true;
}

export const meanings = z.registry<Meaning>();

/** A schema without its wrappers: nullable, optional, read-only. */
export function unwrapped(schema: z.ZodType): z.ZodType {
  return schema.type === "readonly" || schema.type === "nullable" || schema.type === "optional"
    ? unwrapped((schema as z.ZodReadonly<z.ZodType>).def.innerType)
    : schema;
}

export const meaningOf = (schema: z.ZodType): Meaning =>
  meanings.get(schema) ?? meanings.get(unwrapped(schema)) ?? {};

const codePattern = /^[A-Za-z0-9][A-Za-z0-9._:+-]{0,99}$/;

/** Codes are public keys, used in storage keys and links: letters, digits and `. _ : + -`, at most 100 characters. */
export const isCode = (value: string): boolean => codePattern.test(value);

/** A code and what it refers to: the code of an editor is looked up there. */
export const code = (names: ReferenceTo) =>
  z.string().regex(codePattern, checks.code).register(meanings, { names });

/** Text that is not blank. */
export const text = (rule: string = checks.empty) => z.string().regex(/\S/, rule);

/** An ISO 8601 date at the precision of the source. */
export const partialDate = () =>
  z.string().refine(isPartialDate, checks.date).register(meanings, { isDate: true });

/** A period of values: a date, a half year or a quarter. */
export const period = () => z.string().refine(isPeriod, checks.period);

/** One word of a closed list. `blank` is the word for an unknown value. */
export const choice = <const Words extends readonly [string, ...string[]]>(
  words: Words,
  blank: Words[number] | "" = "",
) => z.enum(words).register(meanings, { blank });

/** `null` when no source says. */
export const optional = <Schema extends z.ZodType>(schema: Schema) => schema.nullable();

/** An object with exactly these fields; `rules` are conditions between them. */
export const group = <Shape extends z.ZodRawShape>(
  shape: Shape,
  rules?: Rules<z.output<z.ZodObject<Shape, z.core.$strict>>>,
) => {
  const schema = z.strictObject(shape);
  return (rules ? schema.check(raiseIn(rules)) : schema).readonly();
};

/** Items in an order. @param most items; `null` for a list of the hub that its readers bound. */
export const list = <Schema extends z.ZodType>(item: Schema, most: number | null = limits.recordList) =>
  (most === null ? z.array(item) : z.array(item).max(most)).readonly();

/** Items without repetition: two with equal keys are the same. */
export const distinct = <Schema extends z.ZodType>(
  item: Schema,
  key: (item: z.output<Schema>) => string = canonicalText,
  most: number = limits.recordList,
) =>
  list(item, most)
    .refine((items) => new Set(items.map(key)).size === items.length, checks.once)
    .register(meanings, { key });

/** Distinct codes and what they refer to. */
export const codes = (names: ReferenceTo) => distinct(code(names));

/** Codes of the areas around a place: they follow from its position. */
export const areasAround = () =>
  codes("SET_BY_HUB").register(meanings, { key: canonicalText, derived: true });

/** Codes of the sources of a record: at least one. */
export const sources = () =>
  list(code("SET_BY_HUB"))
    .refine(({ length }) => length > 0, checks.sources)
    .register(meanings, { key: canonicalText });

/** A whole number; without `most` there is no upper limit. */
export const whole = (least: number, most: number | null = null) =>
  z.number().refine((value) => Number.isSafeInteger(value) && value >= least && value <= (most ?? value), {
    params: { rule: (texts: typeof checks) => texts.whole({ least, most }) },
  });

/** Smaller ones the store cannot keep. */
const smallest = 1e-130;

/** Whether the store keeps the number as it is: beyond 2^53 neighbouring whole numbers are one, and it refuses them. */
export const isExact = (value: number): boolean =>
  Math.abs(value) <= Number.MAX_SAFE_INTEGER && (value === 0 || Math.abs(value) >= smallest);

/** A finite number that the store can keep. */
export const number = () => z.number(checks.number).refine(isExact, checks.exactNumber);

export const url = () => z.string().regex(/^https?:\/\/[^\s/]+\S*$/, checks.url);
