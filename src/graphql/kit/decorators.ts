import type { GraphQLScalarType } from "graphql";
import { Field, InputType, ObjectType } from "type-graphql";
import type { Value } from "./argument";

/** What a property must be to hold what its GraphQL type shows or takes. Objects are not looked into: records have more. */
type Held<T> = T extends readonly (infer Item)[]
  ? readonly Held<Item>[]
  : T extends StringConstructor | BooleanConstructor | GraphQLScalarType
    ? Value<T> | (Value<T> extends Date ? string : never)
    : T extends Readonly<Record<string, string>>
      ? Value<T>
      : object;
type Decorates<V> = <Key extends string>(target: { readonly [K in Key]?: V }, key: Key) => void;

/** A type that the API answers with. What it implements hands on its fields. */
export const Output = (name: string, description: string, implemented?: abstract new () => object) =>
  ObjectType(name, {
    description,
    simpleResolvers: true,
    ...(implemented && { implements: implemented }),
  });

/** A type that the API takes. */
export const Input = (name: string, description: string) => InputType(name, { description });

export const NonNull = <T extends object>(type: () => T, description: string): Decorates<Held<T>> =>
  Field(type, { description });

export const Nullable = <T extends object>(
  type: () => T,
  description: string,
): Decorates<Held<T> | null | undefined> => Field(type, { nullable: true, description });

/** A field of an input that has a value when it is absent. */
export const Default = <T extends object, V extends Held<T> | null>(
  type: () => T,
  defaultValue: V,
  description: string,
): Decorates<Held<T> | V> => Field(type, { description, defaultValue, nullable: defaultValue === null });
