import type { RecordDefinition } from "../domain/kit/record";
import type { Repositories } from "../storage";
import type { Codec } from "../storage/records/codec";
import type { HubRecord, RecordTypes } from "../storage/records/hub-record";

/** Types of record that people may edit. */
const editableTypes = ["centre", "organization", "service", "serviceAtLocation"] as const;
export type EditableType = (typeof editableTypes)[number];
export type EditableRecord = RecordTypes[EditableType];

/** What makes a type of record editable. */
export interface Editable<T> {
  readonly codec: Codec<T>;
  readonly definition: RecordDefinition;
  /** What follows from the fields that were changed. */
  complete?(record: T, changed: ReadonlySet<string>, context: CompletionContext): Promise<T>;
  /** Records that lead to this one and would lead nowhere without it. */
  dependants(code: string, repositories: Repositories): Promise<readonly Dependant[]>;
  /** How many records that nobody may edit name it: they keep it from being retired, and follow it through a merge. */
  namedBy?(code: string, repositories: Repositories): Promise<number>;
  /** What one record says after another was merged into it. */
  merged(into: T, from: T): T;
}

export interface CompletionContext {
  readonly repositories: Repositories;
  /** Instant of the edit, ISO 8601 UTC. */
  readonly now: string;
}

/** A record that leads to another, and the same record leading elsewhere. */
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
