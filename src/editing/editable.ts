import type { RecordDefinition } from "../domain/kit/record";
import type { TableRepositories } from "../storage";
import type { Codec } from "../storage/records/codec";
import type { HubRecord, RecordTypes } from "../storage/records/hub-record";

const editableTypes = ["centre", "milestone", "organization", "service", "serviceAtLocation"] as const;
export type EditableType = (typeof editableTypes)[number];
export type EditableRecord = RecordTypes[EditableType];

export interface Editable<T> {
  readonly codec: Codec<T>;
  readonly definition: RecordDefinition;
  /** Fills in the fields that follow from the changed ones. */
  complete?(record: T, changed: ReadonlySet<string>, context: CompletionContext): Promise<T>;
  /** Records with a code of this one, which would be invalid without it. */
  dependants(code: string, repositories: TableRepositories): Promise<readonly Dependant[]>;
  /** Number of records without an editor that refer to it. They prevent its retirement, and follow it in a merge. */
  namedBy?(code: string, repositories: TableRepositories): Promise<number>;
  /** `into` after a merge with `from`. */
  merged(into: T, from: T): T;
}

export interface CompletionContext {
  readonly repositories: TableRepositories;
  /** Instant of the edit, ISO 8601 UTC. */
  readonly now: string;
}

/** A record with a code of another record, and the same record with a different code. */
export interface Dependant {
  readonly type: EditableType;
  readonly record: EditableRecord;
  repointed(to: string): HubRecord;
}

/** Records of one type that lead to another. @param repointed the record when it leads elsewhere. */
export const leading = <T extends EditableType>(
  type: T,
  records: Iterable<RecordTypes[T]>,
  repointed: (record: RecordTypes[T], to: string) => RecordTypes[T],
): Dependant[] =>
  [...records].map((record) => ({
    type,
    record,
    repointed: (to) => ({ type, record: repointed(record, to) }) as HubRecord,
  }));
