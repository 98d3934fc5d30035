import { type Caller, may } from "../domain/identity/caller";
import { textOfScope } from "../domain/identity/scope";
import { HubError } from "../domain/kit/errors";
import type { Table } from "../storage/engine/table";
import type { Codec } from "../storage/records/codec";
import type { HubRecord, RecordTypes } from "../storage/records/hub-record";
import { ownersOf } from "../storage/records/ownership";
import type { Dependant, EditableRecord, EditableType } from "./editable";
import { editableOf } from "./editables";

/**
 * The organisation whose records alone a caller may change; `null` for a caller who may change all.
 * @throws HubError FORBIDDEN for a caller who may change none.
 */
export function ownerFor(by: Caller): string | null {
  if (may(by, "REVIEW")) return null;
  const where = { where: "authorization" };
  if (!may(by, "WRITE_OWN"))
    throw new HubError("FORBIDDEN", "scope", { scope: textOfScope("WRITE_OWN") }, where);
  if (by.organizationCode === null) throw new HubError("FORBIDDEN", "noOrganization", null, where);
  return by.organizationCode;
}

const codecOf = (type: EditableType) => editableOf(type).codec as Codec<EditableRecord>;
const nameOf = (type: EditableType, record: EditableRecord): string => `${codecOf(type).type} ${record.code}`;

/**
 * So that a caller learns early and in full what the store would reject.
 * @param where the argument that names the record.
 * @throws HubError FORBIDDEN for the record of another organisation.
 */
export async function checkOwned(
  table: Table,
  type: EditableType,
  record: EditableRecord,
  by: Caller,
  where: string,
): Promise<void> {
  const organization = ownerFor(by);
  if (organization === null) return;
  const owners = await ownersOf(table, codecOf(type), record);
  if (owners.includes(organization)) return;
  throw new HubError("FORBIDDEN", "notOwn", { name: nameOf(type, record), organization }, { where });
}

/**
 * A caller keeps what it owns, and puts nothing into the hands of another organisation.
 * @param before `null` for a new record.
 * @param argument where the error points; the field that names the owner if absent.
 * @throws HubError FORBIDDEN.
 */
export async function checkKept<T extends EditableType>(
  table: Table,
  type: T,
  before: RecordTypes[T] | null,
  after: RecordTypes[T],
  by: Caller,
  argument?: string,
): Promise<void> {
  const organization = ownerFor(by);
  if (organization === null) return;
  const codec = codecOf(type);
  const { by: fields = [], through } = codec.owned ?? {};
  const field = through?.field ?? fields.find((name) => name !== "code");
  const where = { where: argument ?? `fields.${field}` };
  const name = nameOf(type, after);
  const owners = await ownersOf(table, codec, after);
  if (!owners.includes(organization))
    throw new HubError("FORBIDDEN", before === null ? "notOwn" : "givenAway", { name, organization }, where);
  const earlier = before === null ? [] : await ownersOf(table, codec, before);
  // The code of an organisation is its own.
  const known = [organization, after.code, ...earlier];
  const other = owners.find((owner) => !known.includes(owner));
  if (other !== undefined)
    throw new HubError("FORBIDDEN", "otherOwner", { name, organization: other }, where);
}

interface Merge<T extends EditableType> {
  readonly type: T;
  /** The remaining record. */
  readonly before: RecordTypes[T];
  readonly after: RecordTypes[T];
  /** Code of the other one. */
  readonly gone: string;
  /** Records that lead to the other one, and the same when they lead to the remaining one. */
  readonly led: readonly Dependant[];
  readonly leading: readonly HubRecord[];
}

/** @throws HubError FORBIDDEN if a merge would change a record of another organisation, or give one away. */
export async function checkMerged<T extends EditableType>(
  table: Table,
  { type, before, after, gone, led, leading }: Merge<T>,
  by: Caller,
): Promise<void> {
  const organization = ownerFor(by);
  if (organization === null) return;
  await checkKept(table, type, before, after, by, "into");
  for (const [i, dependant] of led.entries()) {
    const codec = codecOf(dependant.type);
    const records = [dependant.record, leading[i]!.record as EditableRecord];
    const owners = await Promise.all(records.map((record) => ownersOf(table, codec, record)));
    if (owners.every((each) => each.includes(organization))) continue;
    const names = {
      name: nameOf(dependant.type, dependant.record),
      subject: `${codecOf(type).type} ${gone}`,
    };
    throw new HubError("FORBIDDEN", "foreignDependant", { ...names, organization }, { where: "from" });
  }
}
