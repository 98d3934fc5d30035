import { HubError } from "../domain/kit/errors";
import { tableRepositories } from "../storage";
import type { Table } from "../storage/engine/table";
import type { Codec } from "../storage/records/codec";
import type { HubRecord } from "../storage/records/hub-record";
import type { EditableRecord, EditableType } from "./editable";
import { currentRecord, editableOf, refOf, type Seen, stateSeen } from "./editables";
import { saveEditorsSource, withEditorsSource } from "./editors-source";
import { checkMerged, checkOwned } from "./ownership";
import { checkReviewed } from "./review";
import { type Author, writeRecord, writeTombstone } from "./write";

interface Merged {
  /** The remaining record and its version. */
  readonly record: object;
  readonly version: number;
  /** Every written record, before and after. */
  readonly changed: readonly HubRecord[];
}

/**
 * What a merge would write, and what it is made of.
 * @throws HubError BAD_USER_INPUT, UNKNOWN_CODE, FORBIDDEN or VERSION_CONFLICT; `where` is `from`, `into`, `fromVersion` or `intoVersion`.
 */
export async function planMerge(
  table: Table,
  type: EditableType,
  from: Seen,
  into: Seen,
  author: Pick<Author, "by" | "requestKey">,
) {
  if (from.code === into.code)
    throw new HubError("BAD_USER_INPUT", "mergedIntoItself", { code: from.code }, { where: "into" });
  const repositories = tableRepositories(table);
  const { codec, dependants, merged } = editableOf(type);
  const [{ record: gone }, { record: kept }] = await Promise.all([
    currentRecord(table, type, from.code, "from"),
    currentRecord(table, type, into.code, "into"),
  ]);
  await checkOwned(table, type, gone, author.by, "from");
  await checkOwned(table, type, kept, author.by, "into");
  for (const each of [gone, kept]) await checkReviewed(repositories, type, each as EditableRecord, author.by);
  const goneState = await stateSeen(repositories, type, from, "fromVersion");
  const record = codec.create!(withEditorsSource(merged(kept as never, gone as never)) as never);
  const former = [from.code, ...(goneState.formerCodes ?? [])];
  const done =
    author.requestKey === null
      ? null
      : await repositories.history.versionOfRequest(refOf(type, into.code), {
          requestKey: author.requestKey,
          changedBy: author.by.name,
        });
  if (done === null) await stateSeen(repositories, type, into, "intoVersion");
  const led = await dependants(from.code, repositories);
  const leading = led.map((dependant) => dependant.repointed(into.code));
  await checkMerged(
    table,
    { type, before: kept, after: record as never, gone: from.code, led, leading },
    author.by,
  );
  return { gone: gone as EditableRecord, kept: kept as EditableRecord, record, former, done, led, leading };
}

/** Writes the remaining record, then the dependants of the other one, and that one last. */
export async function mergeRecords(
  table: Table,
  type: EditableType,
  from: Seen,
  into: Seen,
  author: Author,
): Promise<Merged> {
  const plan = await planMerge(table, type, from, into, author);
  const { gone, kept, record, former, done, led, leading } = plan;
  const whole = editableOf(type).codec as Codec<EditableRecord>;
  const version = done?.version ?? (await writeMerged());
  for (const [i, before] of led.entries()) {
    const of = editableOf(before.type).codec as Codec<EditableRecord>;
    await writeRecord(table, of, leading[i]!.record as EditableRecord, { before: before.record }, author);
  }
  await writeTombstone(table, whole, gone, from.expectedVersion, into.code, author);
  return {
    record,
    version,
    changed: [{ type, record: gone }, { type, record }, ...led, ...leading] as HubRecord[],
  };

  async function writeMerged(): Promise<number> {
    await saveEditorsSource(table, author.now);
    const seen = { before: kept, expectedVersion: into.expectedVersion };
    return writeRecord(table, whole, record, seen, author, former);
  }
}
