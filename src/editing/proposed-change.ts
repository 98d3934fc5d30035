import type { ChangeProposal } from "../domain/changes/change-proposal";
import type { Caller } from "../domain/identity/caller";
import { HubError } from "../domain/kit/errors";
import { tableRepositories } from "../storage";
import type { Table } from "../storage/engine/table";
import type { Edited } from "../storage/records/edit-request";
import type { RecordTypes } from "../storage/records/hub-record";
import type { Changes, Editing } from ".";
import { completed } from "./completed";
import type { EditableRecord, EditableType } from "./editable";
import { editableOf, type Seen, stateSeen } from "./editables";
import { planMerge } from "./merge-records";
import { planRetirement } from "./plan-retirement";
import { changesOf, planUpdate } from "./plan-update";
import type { Author } from "./write";

/** What is to happen to a record. */
export type ProposedDeed =
  | {
      readonly action: "FACTS";
      readonly fields: ChangeProposal["fields"];
      /** What the facts mean for the record. */
      readonly changes: Changes<EditableRecord>;
    }
  | { readonly action: "RETIRE" }
  | { readonly action: "MERGE"; readonly into: Seen };

/** What its proposer states. */
export interface Proposed {
  readonly type: EditableType;
  /** `null` for a code from the hub. */
  readonly code: string | null;
  /** `null` for a new record. */
  readonly expectedVersion: number | null;
  readonly deed: ProposedDeed;
}

const typeNames = new Map(
  (["centre", "milestone", "organization", "service", "serviceAtLocation"] as const).map((type) => [
    editableOf(type).codec.type,
    type as EditableType,
  ]),
);

/** What a proposal says of its deed. */
export function writtenDeed({
  deed,
  expectedVersion,
}: Proposed): Pick<ChangeProposal, "action" | "fields" | "mergeInto" | "mergeIntoVersion"> {
  const nothing = { fields: {}, mergeInto: null, mergeIntoVersion: null };
  if (deed.action === "RETIRE") return { ...nothing, action: "RETIRE" };
  if (deed.action === "FACTS")
    return { ...nothing, action: expectedVersion === null ? "CREATE" : "UPDATE", fields: deed.fields };
  const { code: mergeInto, expectedVersion: mergeIntoVersion } = deed.into;
  return { ...nothing, action: "MERGE", mergeInto, mergeIntoVersion };
}

/**
 * Checks a proposal as if a reviewer made the change.
 * @returns the records that it concerns, before it or the new one.
 */
export async function checkProposed(
  table: Table,
  { type, expectedVersion, deed }: Proposed,
  code: string,
  author: Author,
): Promise<readonly EditableRecord[]> {
  const repositories = tableRepositories(table);
  const reviewer: Author = { ...author, by: { ...author.by, scopes: ["REVIEW"] }, requestKey: null };
  const changed = deed.action === "FACTS" ? (deed.changes as Changes<RecordTypes[EditableType]>) : null;
  if (changed !== null && expectedVersion === null) {
    const blank = editableOf(type).definition.blank(code) as EditableRecord;
    return [
      await completed(repositories, type, blank as never, changesOf(changed, null) as never, author.now),
    ];
  }
  const seen = { code, expectedVersion: expectedVersion ?? 0 };
  if (deed.action === "MERGE") {
    const { gone, kept } = await planMerge(table, type, seen, deed.into, reviewer);
    return [gone, kept];
  }
  if (changed === null) {
    const record = await planRetirement(table, repositories, type, code, reviewer.by);
    await stateSeen(repositories, type, seen, "expectedVersion");
    return [record];
  }
  const plan = await planUpdate(table, repositories, type, seen, changed as never, reviewer);
  if (plan.record !== null) return [plan.before];
  const name = `${editableOf(type).codec.type} ${code}`;
  throw new HubError("BAD_USER_INPUT", "nothingProposed", { name }, { where: "fields" });
}

/**
 * Makes the change of an accepted proposal, once, also if its acceptance was killed and is repeated.
 * @param changesFor what the facts of a proposal mean for a record of its type.
 */
export function makeProposed(
  editing: Editing,
  proposal: ChangeProposal,
  by: Caller,
  now: string,
  changesFor: (type: EditableType, fields: object) => Changes<EditableRecord>,
): Promise<Edited> {
  const { id, action, code, expectedVersion, fields, mergeInto, mergeIntoVersion, reason } = proposal;
  const type = typeNames.get(proposal.type)!;
  const options = {
    by: { ...by, name: proposal.proposedBy },
    ...{ reviewedBy: by.name, reason, now },
    ...{ requestKey: `proposal:${id}`, request: { proposal: id } },
  };
  const seen = { code, expectedVersion: expectedVersion ?? 0 };
  if (action === "RETIRE") return editing.retire(type, seen, options);
  if (action === "MERGE")
    return editing.merge(type, seen, { code: mergeInto!, expectedVersion: mergeIntoVersion! }, options);
  const changes = changesFor(type, fields) as never;
  return action === "CREATE"
    ? editing.create(type, code, changes, options)
    : editing.update(type, seen, changes, options);
}
