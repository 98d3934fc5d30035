import type { ClassType } from "type-graphql";
import { limits } from "../../domain/kit/limits";
import { knownAsOf } from "../../queries/kit/as-of";
import type { Known } from "../../queries/kit/known-code";
import type { RecordsByName } from "../../queries/kit/records";
import type { RecordTypes } from "../../storage/records/hub-record";
import type { RecordRef } from "../../storage/records/record-state";
import { codeOf, optional, required } from "./argument";
import type { Context } from "./context";
import { type FieldOf, field, operation } from "./declare";
import { DateTimeScalar } from "./scalars";

/** A record with one or several codes in a field. */
type With<Key extends string, Code> = { readonly [K in Key]: Code };

/** Fields of other records and queries that return records of a type, by code. */
export const linkTo = <Name extends Known>(type: () => ClassType<RecordTypes[Name]>, name: Name) => {
  const recordsOf = (records: RecordsByName) => records[name];
  const oneBy = <Source>(codeOf: (source: Source) => string | null, description: string): FieldOf<Source> =>
    field(type, description, (source, { records }) => {
      const code = codeOf(source);
      return code === null ? null : recordsOf(records).one(code);
    });

  return {
    type,
    load: (code: string, { records }: Context): RecordTypes[Name] | null => recordsOf(records).one(code),

    /** Record of the code that a function returns; null without a code. */
    oneBy,

    /** Record of the code in a field; null without a code. */
    one: <Key extends string>(key: Key, description: string): FieldOf<With<Key, string | null>> =>
      oneBy(({ [key]: code }) => code, description),

    /** Records of the codes in a field, in the same order; by default as many as a record holds. */
    many: <Key extends string>(
      key: Key,
      description: string,
      most: number = limits.recordList,
    ): FieldOf<With<Key, readonly string[] | null>> =>
      field(
        () => [type()],
        description,
        ({ [key]: codes }, { records }) => codes && recordsOf(records).all(codes),
        most,
      ),

    /** Query for one record by its code. */
    byCode: (noun: string, example: string) =>
      operation(
        type,
        `One ${noun} by its code.`,
        { code: codeLike(codeOf(name), example) },
        ({ code }, { records }) => recordsOf(records).one(code),
      ),

    /** Query for one record by its code, for records with versions. */
    byCodeAsOf: (recordType: RecordRef["type"], noun: string, example: string) =>
      operation(
        type,
        `One ${noun} by its code.`,
        {
          code: codeLike(codeOf(name, { unless: "asOf" }), example),
          asOf: optional(() => DateTimeScalar, asOfDescription),
        },
        ({ code, asOf }, context) =>
          asOf ? knownAsOf(name, recordType, code, asOf, context) : recordsOf(context.records).one(code),
      ),
  };
};

const codeLike = (type: ReturnType<typeof codeOf>, example: string) =>
  required(type, `Code, for example ${example}.`);

/** Description of every `asOf` argument. */
export const asOfDescription =
  "Moment of the hub's knowledge; now when absent. Linked records are always current, except sources: these are those of that moment.";
