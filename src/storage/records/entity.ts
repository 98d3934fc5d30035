import type { EditedForm } from "../../domain/kit/edits";
import type { Key } from "../engine/key";
import type { Reader } from "../engine/reader";
import type { Coded } from "./codec";
import { keys } from "./keys";
import {
  type CodedRepository,
  codedRepository,
  type ListedRepository,
  listedRepository,
  type StrategyRecordsRepository,
  strategyRecordsRepository,
} from "./records.repository";

/** A type of records that are read by a code, with a repository. */
export interface Entity<T, Type extends string, Plural extends string, R> extends Coded<T> {
  readonly type: Type;
  /** The name of the repository. */
  readonly plural: Plural;
  readonly repository: (reader: Reader) => R;
}

/** Every version is kept, and the last change is listed. */
export interface Followed<T, Type extends string, Plural extends string, R>
  extends Entity<T, Type, Plural, R> {
  readonly audited: true;
  readonly feed: true;
  /** The type in words, for clients that follow the changes. */
  readonly description: string;
}

interface WithCode {
  readonly code: string;
}

/** The part of the definition of a record that a codec needs. */
interface Defined<T, Type extends string> extends EditedForm {
  readonly name: Type;
  create(fields: NoInfer<T>): T;
  jsonSchema(): object;
}

/** Records under a key of their own form. */
export function keyed<T, const Type extends string, const Plural extends string>(
  type: Type,
  plural: Plural,
  keyOf: (code: string) => Key,
  code: (record: T) => string,
): Entity<T, Type, Plural, CodedRepository<T>> {
  const codec: Coded<T> = { type, code, key: (record) => keyOf(code(record)), keyOf };
  return { ...codec, type, plural, repository: (reader) => codedRepository(reader, codec) };
}

/** Records with global ids. */
export const entity = <T extends WithCode, const Type extends string, const Plural extends string>(
  { name: type, create, jsonSchema, itemKey, isDerived }: Defined<T, Type>,
  plural: Plural,
): Entity<T, Type, Plural, CodedRepository<T>> => ({
  ...keyed(
    type,
    plural,
    (code) => keys.record(type, code),
    ({ code }: T) => code,
  ),
  create,
  edited: { itemKey, isDerived },
  jsonSchema,
  node: true,
});

export const followed = <T extends WithCode, const Type extends string, const Plural extends string>(
  definition: Defined<T, Type>,
  plural: Plural,
  description: string,
): Followed<T, Type, Plural, CodedRepository<T>> => ({
  ...entity(definition, plural),
  description,
  audited: true,
  feed: true,
});

/** Records in one list of their type. */
export const listed = <T extends WithCode, const Type extends string, const Plural extends string>(
  definition: Defined<T, Type>,
  plural: Plural,
  description: string,
): Followed<T, Type, Plural, ListedRepository<T>> => {
  const codec = followed(definition, plural, description);
  return {
    ...codec,
    starterFile: starterFileOf(plural),
    index: ({ code }) => keys.list.records(codec.type, code),
    repository: (reader) => listedRepository(reader, codec),
  };
};

/** Records in a list of their type per strategy, by `order` and then by code. */
export const ofStrategy = <
  T extends WithCode & { readonly strategyCode: string },
  const Type extends string,
  const Plural extends string,
>(
  definition: Defined<T, Type>,
  plural: Plural,
  description: string,
  order: (record: T) => string = () => "",
): Followed<T, Type, Plural, StrategyRecordsRepository<T>> => {
  const codec = followed(definition, plural, description);
  return {
    ...codec,
    starterFile: starterFileOf(plural),
    index: (record) => keys.list.strategyRecords(codec.type, record.strategyCode, order(record), record.code),
    repository: (reader) => strategyRecordsRepository(reader, codec),
  };
};

/** `indicatorTargets` are in `indicator-targets.json`. */
const starterFileOf = (plural: string): string =>
  `${plural.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}.json`;
