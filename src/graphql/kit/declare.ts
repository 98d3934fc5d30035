import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Arguments, Given } from "./argument";
import type { Context } from "./context";

/** A field as data: what it answers with, what it can be asked, and the plain function that answers. */
export interface FieldOf<Source> {
  readonly type: () => object;
  readonly description: string;
  readonly nullable: boolean | "items";
  readonly args: Arguments;
  readonly resolve: (source: Source, given: never, context: Context, info: GraphQLResolveInfo) => unknown;
}

type Fields<Source> = { readonly [name: string]: FieldOf<Source> };

/** A field that a plain function answers. Where that fails the field is null, and what it belongs to stays. */
export const field = <Source>(
  type: () => object,
  description: string,
  resolve: (source: Source, context: Context, info: GraphQLResolveInfo) => unknown,
): FieldOf<Source> => ({
  type,
  description,
  nullable: true,
  args: {},
  resolve: (source, _, context, info) => resolve(source, context, info),
});

/** A field that takes arguments. */
export const fieldWith = <Source, A extends Arguments>(
  type: () => object,
  description: string,
  args: A,
  resolve: (source: Source, given: Given<A>, context: Context) => unknown,
): FieldOf<Source> => ({ type, description, nullable: true, args, resolve });

/** A query or a mutation. */
export const operation = <A extends Arguments>(
  type: () => object,
  description: string,
  args: A,
  resolve: (given: Given<A>, context: Context) => unknown,
): FieldOf<unknown> => fieldWith(type, description, args, (_, given, context) => resolve(given, context));

/** The same field for what cannot fail. */
export const nonNull = <Source>(of: FieldOf<Source>): FieldOf<Source> => ({ ...of, nullable: false });

export const nonNullField = <Source>(...of: Parameters<typeof field<Source>>): FieldOf<Source> =>
  nonNull(field(...of));

/** Adds fields to a type, in the capability that can answer them. */
export const fields = <Source>(type: () => object, of: Fields<Source>): void =>
  declare(of, Resolver(type as () => never), FieldResolver);

export const queries = (of: Fields<unknown>): void => declare(of, Resolver(), Query);

export const mutations = (of: Fields<unknown>): void => declare(of, Resolver(), Mutation);

/** The classes that type-graphql wants of all that is declared, complete when all files are loaded. It refuses to have none. */
export const declaredResolvers = [] as unknown as [new () => object, ...(new () => object)[]];

/** Puts fields before type-graphql as if a class with decorators had been written for them. */
function declare<Source>(of: Fields<Source>, owner: ClassDecorator, kind: typeof Query): void {
  class DeclaredResolver {}
  owner(DeclaredResolver);
  for (const [name, { type, args, resolve, ...options }] of Object.entries(of)) {
    const names = Object.keys(args);
    const given = (values: unknown[]) => Object.fromEntries(names.map((key, i) => [key, values[i]])) as never;
    const answer = (source: Source, context: Context, info: GraphQLResolveInfo, ...values: unknown[]) =>
      resolve(source, given(values), context, info);
    Object.defineProperty(DeclaredResolver.prototype, name, { value: answer });
    kind(type, options)(DeclaredResolver.prototype, name, {});
    const parameters = Object.entries(args).map(([key, arg]) =>
      typeof arg === "function" ? Args(() => arg) : Arg(key, arg.type, arg.options),
    );
    for (const [i, parameter] of [Root(), Ctx(), Info(), ...parameters].entries())
      parameter(DeclaredResolver.prototype, name, i);
  }
  declaredResolvers.push(DeclaredResolver);
}
