import { HubError } from "../domain/kit/errors";
import type { Service } from "../domain/services/service";
import { ownListing } from "../domain/services/service-listing";
import { type Change, changeOf } from "../projections/projection";
import { refreshListings } from "../projections/refresh";
import { tableRepositories } from "../storage";
import type { Table } from "../storage/engine/table";
import { contentHash } from "../storage/records/codec";
import type { Edited } from "../storage/records/edit-request";
import type { HubRecord, RecordTypes } from "../storage/records/hub-record";
import { editorsOrigin } from "../storage/records/override";
import { completed } from "./completed";
import type { EditableType } from "./editable";
import { editableOf, type Seen } from "./editables";
import { saveEditorsSource } from "./editors-source";
import { mergeRecords } from "./merge-records";
import { type EditOptions, onceOnly } from "./once-only";
import { checkKept } from "./ownership";
import { planRetirement } from "./plan-retirement";
import { type Changes, changesOf, type PlannedUpdate, planUpdate } from "./plan-update";
import { checkReviewed } from "./review";
import { writeRecord, writeTombstone } from "./write";

export type { Edited } from "../storage/records/edit-request";
export type { EditOptions } from "./once-only";
export type { Changes } from "./plan-update";

/** How often an update begins again after another one was faster. */
const attempts = 3;

/** Another edit was written between the look at the record and the write: the fields of both may still differ. */
const isOvertaken = (error: unknown): boolean =>
  error instanceof HubError && error.code === "VERSION_CONFLICT";

const hashOfListing = (service: object): string => contentHash(ownListing(service as Service));

/**
 * Edits of records by people. Each edit writes everything or, after an error, nothing, and throws a HubError: INVALID_RECORD
 * with every problem, FORBIDDEN, UNKNOWN_CODE, ALREADY_EXISTS, VERSION_CONFLICT, STILL_IN_USE or REQUEST_KEY_REUSED. `where` of an error
 * is an argument of the edit, such as `code`, or `fields.` and the place in the record, such as `fields.phones[0].number`.
 * @param followed is called with the stored changes of an edit; whoever gets them publishes them.
 */
export function createEditing(table: Table, followed: (changes: readonly Change[]) => void) {
  const repositories = tableRepositories(table);

  const once = onceOnly(table, repeated);

  /** After a repetition: the first attempt may have been killed before the projections were updated. */
  function repeated(type: EditableType, codes: readonly string[], now: string): Promise<number> {
    const { codec } = editableOf(type);
    return follow(
      codes.map((code) => ({ key: codec.key({ code } as never) })),
      now,
    );
  }

  /** @returns the version of the data that includes the changes. */
  const finish = (changed: readonly HubRecord[], now: string): Promise<number> =>
    follow(changed.map(changeOf), now);

  /** @param listed whether the listings of services may have changed: services are found by them, and the next edit must see it. */
  async function follow(changes: readonly Change[], now: string, listed = true): Promise<number> {
    const save = { origin: editorsOrigin, now };
    const lists = listed ? await table.unpublished.during(() => refreshListings(table, changes, save)) : [];
    const written = [...changes.map(({ key }) => key), ...lists];
    const { version } = await repositories.hub.bumpDataVersion(now, written);
    followed(changes);
    return version;
  }

  async function written<T extends EditableType>(
    type: T,
    { before, version: expectedVersion, item, record, isMerged }: PlannedUpdate<RecordTypes[T]>,
    options: EditOptions,
  ): Promise<Edited> {
    const merged = isMerged && { isMerged };
    if (record === null)
      return { record: before, version: expectedVersion, isChanged: false, ...merged, dataVersion: null };
    await saveEditorsSource(table, options.now);
    const seen = { before, expectedVersion, item };
    const version = await writeRecord(table, editableOf(type).codec, record, seen, options);
    const changed = [{ type, record: before } as HubRecord, { type, record } as HubRecord];
    const listed = type !== "service" || hashOfListing(before) !== hashOfListing(record);
    const dataVersion = await follow(changed.map(changeOf), options.now, listed);
    return { record, version, isChanged: true, ...merged, dataVersion };
  }

  return {
    /** @param code `null` for a code from the hub. */
    create<T extends EditableType>(
      type: T,
      code: string | null,
      changes: Changes<RecordTypes[T]>,
      options: EditOptions,
    ): Promise<Edited> {
      return once(type, options, code, async (given) => {
        const editable = editableOf(type);
        const record = await completed(
          repositories,
          type,
          editable.definition.blank(given) as RecordTypes[T],
          changesOf(changes, null),
          options.now,
        );
        await checkKept(table, type, null, record, options.by);
        await checkReviewed(repositories, type, record, options.by);
        await saveEditorsSource(table, options.now);
        const version = await writeRecord(table, editable.codec, record, null, options);
        const dataVersion = await finish([{ type, record } as HubRecord], options.now);
        return { record, version, isChanged: true, dataVersion };
      });
    },

    /** Replaces the values of some fields. */
    update<T extends EditableType>(
      type: T,
      seen: Seen,
      changes: Changes<RecordTypes[T]>,
      options: EditOptions,
    ): Promise<Edited> {
      return once(type, options, seen.code, async () => {
        for (let attempt = 1; ; attempt++) {
          const plan = await planUpdate(table, repositories, type, seen, changes, options);
          const edited = await written(type, plan, options).catch((error: unknown) => {
            if (attempt === attempts || !isOvertaken(error)) throw error;
            return null;
          });
          if (edited !== null) return edited;
        }
      });
    },

    /** Removes a record from every list. Its history stays, and no import restores it. */
    retire(type: EditableType, { code, expectedVersion }: Seen, options: EditOptions): Promise<Edited> {
      return once(type, options, code, async () => {
        const before = await planRetirement(table, repositories, type, code, options.by);
        const { codec } = editableOf(type);
        const version = await writeTombstone(table, codec, before, expectedVersion, null, options);
        const dataVersion = await finish([{ type, record: before } as HubRecord], options.now);
        return { record: null, version, isChanged: true, dataVersion };
      });
    },

    /**
     * Two records of the same thing become one. Unknown fields of `into` are filled from `from`, references to `from` become
     * references to `into`, and the code of `from` answers `into`. After an interruption, the same request key completes it.
     */
    merge(type: EditableType, from: Seen, into: Seen, options: EditOptions): Promise<Edited> {
      return once(type, options, from.code, async () => {
        const { changed, ...edited } = await mergeRecords(table, type, from, into, options);
        return { ...edited, isChanged: true, dataVersion: await finish(changed, options.now) };
      });
    },
  };
}

export type Editing = ReturnType<typeof createEditing>;
