import type { EntityRef } from "../../domain/quality/data-quality-issue";
import type { Codec } from "./codec";
import { codecs } from "./codecs";

type Codecs = typeof codecs;

/** A type of record by its name in the registry. */
export type HubRecordType = keyof Codecs;

/** The record of each codec. */
export type RecordTypes = { readonly [N in HubRecordType]: Parameters<Codecs[N]["key"]>[0] };

/** Names of the codecs with a trait. */
type Having<Trait> = { [N in HubRecordType]: Codecs[N] extends Trait ? N : never }[HubRecordType];

/** Types of records that are read by a code. */
export type EntityName = Having<{ readonly plural: string }>;

/** Types in the list of changes. */
type FollowedName = Having<{ readonly feed: true }>;

/** The same types, named as in items and the API. */
export type RecordType = Codecs[FollowedName]["type"];

/** A record with the name of its codec, for lists of several types. */
export type HubRecord = {
  readonly [T in HubRecordType]: { readonly type: T; readonly record: RecordTypes[T] };
}[HubRecordType];

export const codecOf = (type: HubRecordType): Codec<unknown> => codecs[type] as Codec<unknown>;

export const hubRecordTypes = Object.keys(codecs) as readonly HubRecordType[];

const having = <Name extends HubRecordType>(trait: string): readonly Name[] =>
  hubRecordTypes.filter((name): name is Name => trait in codecs[name]);

export const entityNames = having<EntityName>("plural");
const followedNames = having<FollowedName>("feed");

/** Descriptions of the types in the list of changes. */
export const recordTypes = Object.fromEntries(
  followedNames.map((name) => [codecs[name].type, codecs[name].description]),
) as Readonly<Record<RecordType, string>>;

export const isFollowed = (itemType: unknown): itemType is RecordType =>
  Object.hasOwn(recordTypes, itemType as string);

/** Types with global ids, by their name in items and the API. */
export const nodeNames: ReadonlyMap<string, EntityName> = new Map(
  entityNames.filter((name) => codecOf(name).node).map((name) => [codecs[name].type, name]),
);

/** What makes the repository of each entity, by its plural. */
export const entityRepositories = Object.fromEntries(
  entityNames.map((name) => [codecs[name].plural, codecs[name].repository]),
) as unknown as { readonly [N in EntityName as Codecs[N]["plural"]]: Codecs[N]["repository"] };

const namesByType = new Map(hubRecordTypes.map((name) => [codecOf(name).type, name]));

export const isRecordType = (itemType: unknown): boolean => namesByType.has(itemType as string);

/** The name in the registry for the type of an item: `areaBoundary` for `AreaBoundary`. */
export function recordTypeOf(itemType: string): HubRecordType {
  const type = namesByType.get(itemType);
  if (type === undefined) throw new Error(`No codec has the type ${itemType}.`);
  return type;
}

/** Equal exactly for records with the same key in the table. */
export function identityOf({ type, record }: HubRecord): string {
  return `${type} ${codecOf(type).code(record)}`;
}

/** The entity of a record for users: boundary, overlaps and hints belong to their area. */
export function entityOf({ type, record }: HubRecord): EntityRef {
  const codec = codecOf(type);
  if (type === "areaHint") return { type: "Area", code: record.areaCode };
  return { type: codec.type.replace(/^Area.+/, "Area"), code: codec.code(record) };
}
