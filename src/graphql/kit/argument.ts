import type { GraphQLScalarType } from "graphql";
import type { Known } from "../../queries/kit/known-code";
import type { Records } from "../../queries/kit/records";

interface CodeMeaning {
  readonly of: Known;
  /** Whether a code without a record is accepted. */
  readonly also?: (code: string, records: Records) => boolean;
  /** The question looks it up itself, because a published answer needs no look-up. */
  readonly isLookedUpLater?: boolean;
  /** With a value of this argument the code may be that of a retired record. */
  readonly unless?: string;
}

/** Argument of a field. The resolver gets a `V`. */
export interface Argument<V> {
  readonly type: TypeOf<object>;
  readonly options: {
    readonly description: string;
    readonly nullable?: boolean;
    readonly defaultValue?: unknown;
  };
  /** Never set: it only carries the type of the value. */
  readonly takes?: (value: V) => void;
}

/** Arguments of a field, or fields of an input, by name. */
export type Arguments = { readonly [name: string]: Argument<never> };

/** Values that the resolver gets. */
export type Given<A extends Arguments> = {
  readonly [Name in keyof A]: A[Name] extends Argument<infer V> ? V : never;
};

/** TypeScript type of the values of a GraphQL list, scalar, input or enum. */
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

export const required = <T extends object>(type: TypeOf<T>, description: string): Argument<Value<T>> => ({
  type,
  options: { description },
});

export const optional = <T extends object>(
  type: TypeOf<T>,
  description: string,
  defaultValue?: Value<T>,
): Argument<Value<T> | null | undefined> => ({
  type,
  options: { description, nullable: true, defaultValue },
});

/** Argument with a default value. It cannot be null, unless that is the default. */
export const usually = <T extends object, V extends Value<T> | null>(
  type: TypeOf<T>,
  defaultValue: V,
  description: string,
): Argument<Value<T> | V> => ({
  type,
  options: { description, defaultValue, nullable: defaultValue === null },
});

/** For answers that are published: they look a code up only where no document has it. */
export const later = { isLookedUpLater: true };

/** Type of an argument, which may say that its text is a code. */
type TypeOf<T> = (() => T) & { readonly code?: CodeMeaning };

/**
 * Type of an argument with the code of a record. Any usual spelling is accepted; the resolver gets the code of the record. A
 * code without a record is UNKNOWN_CODE with the nearest codes.
 */
export const codeOf = (of: Known, rest: Omit<CodeMeaning, "of"> = {}): TypeOf<StringConstructor> =>
  Object.assign(() => String, { code: { of, ...rest } });

export const codesOf = (of: Known, rest: Omit<CodeMeaning, "of"> = {}): TypeOf<StringConstructor[]> =>
  Object.assign(() => [String], { code: { of, ...rest } });
