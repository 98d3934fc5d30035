import type { Repositories } from "../storage";
import type { Codec } from "../storage/records/codec";
import type { HubRecord, RecordTypes } from "../storage/records/hub-record";
import type { References } from "./references";

/** Types of record that people may edit. */
const editableTypes = ["centre", "organization", "service", "serviceAtLocation"] as const;
export type EditableType = (typeof editableTypes)[number];
export type EditableRecord = RecordTypes[EditableType];

/** What a type of record must tell to be edited. */
export interface Editable<T> {
  readonly codec: Codec<T>;
  /** A record that says nothing yet. */
  blank(code: string): T;
  /** What its codes name; each code that an edit adds is looked up. */
  readonly references: References<T>;
  /** What follows from the fields that were changed. */
  complete?(record: T, changed: ReadonlySet<string>, context: CompletionContext): Promise<T>;
  /** Records that lead to this one and would lead nowhere without it. */
  dependants(code: string, repositories: Repositories): Promise<readonly Dependant[]>;
  /** How many records that nobody may edit name it: they keep it from being retired, and follow it through a merge. */
  namedBy?(code: string, repositories: Repositories): Promise<number>;
  /** What two records say together: the first wins, the second fills what it is silent about. */
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
