import type { EntityRef } from "../../domain/quality/data-quality-issue";
import type { Table } from "../engine/table";
import type { Codec } from "./codec";
import { codecs } from "./codecs";

type Codecs = typeof codecs;

/** A type of record by its name in the registry. */
export type HubRecordType = keyof Codecs;

/** What each codec of the table holds. */
export type RecordTypes = { readonly [N in HubRecordType]: Parameters<Codecs[N]["key"]>[0] };

/** Names of the codecs of which something is so. */
type Having<Trait> = { [N in HubRecordType]: Codecs[N] extends Trait ? N : never }[HubRecordType];

/** Types that are read by a code: each has a repository and a loader. */
export type EntityName = Having<{ readonly plural: string }>;

/** Types in the list of changes. */
type FollowedName = Having<{ readonly feed: true }>;

/** The same as items and the API call them. */
export type RecordType = Codecs[FollowedName]["type"];

/** A record with the name of its codec, so that records of several types can travel in one list. */
export type HubRecord = {
  readonly [T in HubRecordType]: { readonly type: T; readonly record: RecordTypes[T] };
}[HubRecordType];

export const codecOf = (type: HubRecordType): Codec<unknown> => codecs[type] as Codec<unknown>;

export const hubRecordTypes = Object.keys(codecs) as readonly HubRecordType[];

const having = <Name extends HubRecordType>(trait: string): readonly Name[] =>
  hubRecordTypes.filter((name): name is Name => trait in codecs[name]);

export const entityNames = having<EntityName>("plural");
const followedNames = having<FollowedName>("feed");

/** The types in the list of changes, each in words. */
export const recordTypes = Object.fromEntries(
  followedNames.map((name) => [codecs[name].type, codecs[name].description]),
) as Readonly<Record<RecordType, string>>;

/** The types that have global ids and are read by a code, by the name that items and the API give them. */
export const nodeNames: ReadonlyMap<string, EntityName> = new Map(
  entityNames.filter((name) => codecOf(name).node).map((name) => [codecs[name].type, name]),
);

/** The repository of each entity, as its codec declares it. */
export type EntityRepositories = {
  readonly [N in EntityName as Codecs[N]["plural"]]: ReturnType<Codecs[N]["repository"]>;
};

export const entityRepositories = (table: Table): EntityRepositories =>
  Object.fromEntries(
    entityNames.map((name) => [codecs[name].plural, codecs[name].repository(table)]),
  ) as unknown as EntityRepositories;

const namesByType = new Map(hubRecordTypes.map((name) => [codecOf(name).type, name]));

/** Under which name the table holds the records that items call so: of `AreaBoundary` it is `areaBoundary`. */
export function recordTypeOf(itemType: string): HubRecordType {
  const type = namesByType.get(itemType);
  if (type === undefined) throw new Error(`No codec has the type ${itemType}.`);
  return type;
}

/** The same for two records exactly when they have the same place in the table. */
export function identityOf({ type, record }: HubRecord): string {
  return `${type} ${codecOf(type).code(record)}`;
}

/** What a record is part of, as people look it up: boundary and overlaps are of their area. */
export function entityOf({ type, record }: HubRecord): EntityRef {
  const codec = codecOf(type);
  return { type: codec.type.replace(/^Area.+/, "Area"), code: codec.code(record) };
}
