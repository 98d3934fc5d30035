import type { GraphQLScalarType } from "graphql";
import { Field, InputType, ObjectType } from "type-graphql";
import type { Value } from "./argument";

/** TypeScript type of a property with this GraphQL type. Objects are not compared: records can have more fields. */
type PropertyOf<T> = T extends readonly (infer Item)[]
  ? readonly PropertyOf<Item>[]
  : T extends StringConstructor | BooleanConstructor | GraphQLScalarType
    ? Value<T> | (Value<T> extends Date ? string : never)
    : T extends Readonly<Record<string, string>>
      ? Value<T>
      : object;
type Decorates<V> = <Key extends string>(target: { readonly [K in Key]?: V }, key: Key) => void;

/** Output type. It inherits the fields of the interface that it implements. */
export const Output = (name: string, description: string, implemented?: abstract new () => object) =>
  ObjectType(name, {
    description,
    simpleResolvers: true,
    ...(implemented && { implements: implemented }),
  });

/** Input type. */
export const Input = (name: string, description: string) => InputType(name, { description });

export const NonNull = <T extends object>(type: () => T, description: string): Decorates<PropertyOf<T>> =>
  Field(type, { description });

export const Nullable = <T extends object>(
  type: () => T,
  description: string,
): Decorates<PropertyOf<T> | null | undefined> => Field(type, { nullable: true, description });

/** Input field with a default value. */
export const Default = <T extends object, V extends PropertyOf<T> | null>(
  type: () => T,
  defaultValue: V,
  description: string,
): Decorates<PropertyOf<T> | V> =>
  Field(type, { description, defaultValue, nullable: defaultValue === null });
