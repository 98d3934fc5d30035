import type { GraphQLScalarType } from "graphql";
import { type ClassType, Field, InterfaceType, ObjectType } from "type-graphql";
import { limits } from "../../domain/kit/limits";
import type { Value } from "./argument";
import { itemsAtMost } from "./list-bounds";

/** A field that a type takes from its record unchanged. */
interface Shown<V> {
  readonly type: () => object;
  readonly options: { readonly description: string; readonly nullable: boolean | "items" };
  /** Of a list: its most items. */
  readonly most: number;
  /** Never set: it only carries the type of the values that the field can show. */
  readonly shows?: (value: V) => void;
}

type Interface = abstract new () => object;

/** A function of a record is called on request. */
type ShownFields<T> = {
  readonly [K in keyof T]-?: Shown<T[K] extends () => infer Result ? Awaited<Result> : T[K]>;
};

/** TypeScript type of the values of an output type. Objects are not compared: records can have more fields. */
type ShownValue<T> = T extends readonly (infer Item)[]
  ? readonly ShownValue<Item>[]
  : T extends StringConstructor | BooleanConstructor | GraphQLScalarType
    ? Value<T> | (Value<T> extends Date ? string : never)
    : T extends abstract new (
          ...args: never
        ) => object
      ? object
      : T extends Readonly<Record<string, string>>
        ? Value<T>
        : object;

/** @param most items, if it is a list. By default as many as a record holds. */
export const nonNull = <T extends object>(
  type: () => T,
  description: string,
  most: number = limits.recordList,
): Shown<ShownValue<T>> => ({ type, options: { description, nullable: false }, most });

export const nullable = <T extends object>(
  type: () => T,
  description: string,
  most: number = limits.recordList,
): Shown<ShownValue<T> | null | undefined> => ({ type, options: { description, nullable: true }, most });

/** List in which single items can be null. */
export const nullableItems = <T extends object>(
  type: () => readonly T[],
  description: string,
  most: number = limits.recordList,
): Shown<readonly (ShownValue<T> | null)[]> => ({ type, options: { description, nullable: "items" }, most });

/**
 * Output type with the fields of a record. Each field of the record is shown or named as hidden, so that a new one breaks
 * the build.
 * @param interfaces their fields that have a resolver are fields of the type.
 */
export function output<T extends object, Hidden extends keyof T = never>(
  name: string,
  description: string,
  fields: ShownFields<Omit<T, Hidden>>,
  interfaces: readonly Interface[] = [],
): ClassType<T> {
  class OutputType {}
  ObjectType(name, { description, simpleResolvers: true, implements: [...interfaces] })(OutputType);
  for (const [field, shown] of Object.entries<Shown<never>>(fields))
    declare(OutputType.prototype, field, shown, shown.options);
  return OutputType as unknown as ClassType<T>;
}

/** Interface with the fields that all its types have in common. */
export function interfaceOf<T extends object>(
  name: string,
  description: string,
  fields: ShownFields<T>,
): abstract new () => object {
  abstract class Interface {}
  InterfaceType(name, { description })(Interface);
  for (const [field, shown] of Object.entries<Shown<never>>(fields))
    declare(Interface.prototype, field, shown, { ...shown.options, simple: true });
  return Interface;
}

function declare(
  of: object,
  field: string,
  { type, most }: Shown<never>,
  options: Parameters<typeof Field>[1],
): void {
  Field(type, options)(of, field);
  itemsAtMost(most)(of, field);
}
