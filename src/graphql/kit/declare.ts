import type { GraphQLResolveInfo } from "graphql";
import { Arg, FieldResolver, Mutation, Query, Resolver } from "type-graphql";
import type { Arguments, Given } from "./argument";
import type { Context } from "./context";
import { resolvedBy } from "./direct-resolvers";
import { haveCodes, knownArguments } from "./known-arguments";
import { itemsAtMost } from "./list-bounds";

/** A field as data: type, arguments and the plain function that resolves it. */
export interface FieldOf<Source> {
  readonly type: () => object;
  readonly description: string;
  readonly nullable: boolean | "items";
  /** Of a list: its most items. */
  readonly most?: number | undefined;
  readonly args: Arguments;
  readonly resolve: (source: Source, given: never, context: Context, info: GraphQLResolveInfo) => unknown;
}

type Fields<Source> = { readonly [name: string]: FieldOf<Source> };

/**
 * Field resolved by a plain function. If the function fails, only this field is null.
 * @param most items, if it is a list.
 */
export const field = <Source>(
  type: () => object,
  description: string,
  resolve: (source: Source, context: Context, info: GraphQLResolveInfo) => unknown,
  most?: number,
): FieldOf<Source> => ({
  type,
  description,
  nullable: true,
  most,
  args: {},
  resolve: (source, _, context, info) => resolve(source, context, info),
});

/** Field with arguments. */
export const fieldWith = <Source, A extends Arguments>(
  type: () => object,
  description: string,
  args: A,
  resolve: (source: Source, given: Given<A>, context: Context) => unknown,
  most?: number,
): FieldOf<Source> => ({ type, description, nullable: true, most, args, resolve });

/** Query or mutation. */
export const operation = <A extends Arguments>(
  type: () => object,
  description: string,
  args: A,
  resolve: (given: Given<A>, context: Context) => unknown,
  most?: number,
): FieldOf<unknown> =>
  fieldWith(type, description, args, (_, given, context) => resolve(given, context), most);

/** Non-null field, for functions that cannot fail. */
export const neverNull = <Source>(of: FieldOf<Source>): FieldOf<Source> => ({ ...of, nullable: false });

export const nonNullField = <Source>(...of: Parameters<typeof field<Source>>): FieldOf<Source> =>
  neverNull(field(...of));

/** Adds fields to a type, in the capability that can resolve them. */
export const fields = <Source>(type: () => object, of: Fields<Source>): void =>
  declare(of, Resolver(type as () => never), FieldResolver);

export const queries = (of: Fields<unknown>): void => declare(of, Resolver(), Query);

export const mutations = (of: Fields<unknown>): void => declare(of, Resolver(), Mutation);

/** Resolver classes for type-graphql, complete after all files are loaded. Its type requires at least one. */
export const declaredResolvers = [] as unknown as [new () => object, ...(new () => object)[]];

/** Registers fields in type-graphql. */
function declare<Source>(of: Fields<Source>, owner: ClassDecorator, kind: typeof Query): void {
  class DeclaredResolver {}
  owner(DeclaredResolver);
  for (const [name, { type, args, resolve, most, ...options }] of Object.entries(of)) {
    let hasCodes: boolean | undefined;
    const direct = (source: Source, given: never, context: Context, info: GraphQLResolveInfo): unknown => {
      // A change checks its codes itself and reports all of them. Types are complete only after all files are loaded.
      hasCodes ??= kind !== Mutation && haveCodes(args);
      const known = hasCodes ? knownArguments(args, given, context.records) : given;
      return resolve(source, known as never, context, info);
    };
    // Never called: the schema gets the direct function.
    Object.defineProperty(DeclaredResolver.prototype, name, { value: direct });
    kind(type, options)(DeclaredResolver.prototype, name, {});
    // type-graphql searches all extensions for each field.
    if (most !== undefined) itemsAtMost(most)(DeclaredResolver.prototype, name);
    resolvedBy(direct)(DeclaredResolver.prototype, name);
    for (const [i, [key, arg]] of Object.entries(args).entries())
      Arg(key, arg.type, arg.options)(DeclaredResolver.prototype, name, i);
  }
  declaredResolvers.push(DeclaredResolver);
}
