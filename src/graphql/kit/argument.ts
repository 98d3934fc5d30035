import type { GraphQLScalarType } from "graphql";

/** An argument of a field, of which a resolver gets a `V`. */
export interface Argument<V> {
  readonly type: () => object;
  readonly options: {
    readonly description: string;
    readonly nullable?: boolean;
    readonly defaultValue?: unknown;
  };
  /** Never there: it carries the type of the value. */
  readonly takes?: (value: V) => void;
}

/** The arguments of a field by name. A class of arguments stands for all of its own. */
export type Arguments = { readonly [name: string]: Argument<never> | (new () => object) };

/** What a resolver gets of them. */
export type Given<A extends Arguments> = {
  readonly [Name in keyof A]: A[Name] extends Argument<infer V>
    ? V
    : A[Name] extends new () => infer Args
      ? Args
      : never;
};

/** The value that a GraphQL type stands for: of a list, a scalar, an input or an enum. */
export type Value<T> = T extends readonly (infer Item)[]
  ? Value<Item>[]
  : T extends StringConstructor
    ? string
    : T extends BooleanConstructor
      ? boolean
      : T extends GraphQLScalarType<infer Internal, infer _>
        ? Internal
        : T extends new () => infer Input
          ? Input
          : T extends Readonly<Record<string, infer Word extends string>>
            ? Word
            : never;

export const required = <T extends object>(type: () => T, description: string): Argument<Value<T>> => ({
  type,
  options: { description },
});

export const optional = <T extends object>(
  type: () => T,
  description: string,
): Argument<Value<T> | null | undefined> => ({ type, options: { description, nullable: true } });

/** An argument that has a value when it is absent. */
export const usually = <T extends object>(
  type: () => T,
  defaultValue: NoInfer<Value<T>>,
  description: string,
): Argument<Value<T>> => ({ type, options: { description, defaultValue } });
