import { GraphQLDateTime } from "graphql-scalars";
import type { ClassType } from "type-graphql";
import { recordAsOf } from "../../queries/kit/as-of";
import { type CodeLoaders, loadAll, loadOne } from "../../queries/kit/loaders";
import type { RecordRef } from "../../storage/records/history.repository";
import type { EntityName, RecordTypes } from "../../storage/records/hub-record";
import { optional, required } from "./argument";
import type { Context } from "./context";
import { type FieldOf, field, operation } from "./declare";

/** A record with a code, or codes, in one of its fields. */
type With<Key extends string, Code> = { readonly [K in Key]: Code };

/** What a GraphQL type shows of its record as it is, so that a loader of another record breaks the build. */
type Shown<T> = {
  readonly [K in keyof T as T[K] extends Scalar ? Exclude<K, `${string}Code`> : never]: T[K];
};
type Scalar = string | number | boolean | null;

/** The ways that lead to the records of a type, all by code through its loader: fields of other records, and queries. */
export const linkTo = <Name extends EntityName>(
  type: () => ClassType<Shown<RecordTypes[Name]>>,
  name: Name,
) => {
  const loaderOf = (loaders: CodeLoaders) => loaders[name];
  const oneBy = <Source>(codeOf: (source: Source) => string | null, description: string): FieldOf<Source> =>
    field(type, description, (source, { loaders }) => loadOne(loaderOf(loaders), codeOf(source)));

  return {
    type,
    load: (code: string, { loaders }: Context): Promise<RecordTypes[Name] | null> =>
      loaderOf(loaders).load(code),

    /** The record of the code that a function finds; null where it finds none. */
    oneBy,

    /** The record whose code a field holds; null where it holds none. */
    one: <Key extends string>(key: Key, description: string): FieldOf<With<Key, string | null>> =>
      oneBy(({ [key]: code }) => code, description),

    /** The records whose codes a field holds, in that order. */
    many: <Key extends string>(key: Key, description: string): FieldOf<With<Key, readonly string[] | null>> =>
      field(
        () => [type()],
        description,
        ({ [key]: codes }, { loaders }) => codes && loadAll(loaderOf(loaders), codes),
      ),

    /** The query for one by its code. */
    byCode: (description: string, codeDescription: string) =>
      operation(
        type,
        description,
        { code: required(() => String, codeDescription) },
        ({ code }, { loaders }) => loaderOf(loaders).load(code),
      ),

    /** The same for records of which the hub keeps the versions. */
    byCodeAsOf: (recordType: RecordRef["type"], description: string, codeDescription: string) =>
      operation(
        type,
        description,
        {
          code: required(() => String, codeDescription),
          asOf: optional(() => GraphQLDateTime, asOfDescription),
        },
        ({ code, asOf }, context) =>
          recordAsOf({ type: recordType, code }, asOf, loaderOf(context.loaders), context),
      ),
  };
};

/** The description of every `asOf` argument. */
export const asOfDescription =
  "What the hub knew at this moment; now when absent. What it leads to is answered as of now.";
