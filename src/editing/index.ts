import { randomUUID } from "node:crypto";
import { HubError } from "../domain/kit/errors";
import { changeOf } from "../projections/projection";
import { refresh } from "../projections/refresh";
import { createRepositories } from "../storage";
import type { Table } from "../storage/engine/table";
import { contentHash } from "../storage/records/codec";
import { type EditRequest, takeRequestKey } from "../storage/records/edit";
import type { HubRecord, RecordTypes } from "../storage/records/hub-record";
import type { Unreadable } from "../storage/records/readable";
import { editorsOrigin } from "../storage/records/save";
import { checkReferences } from "./check-references";
import type { EditableType } from "./editable";
import { currentRecord, editableOf, recordNow, refOf, type Seen } from "./editables";
import { saveEditorsSource, withEditorsSource } from "./editors-source";
import { mergeRecords } from "./merge-records";
import { type Author, writeRecord, writeTombstone } from "./write";

export interface EditOptions extends Author {
  /** A repeated request with the same key has no further effect; `null` when the caller prevents repetition. */
  readonly requestKey: string | null;
}

/** The record after an edit. */
export interface Edited {
  /** `null` when it was retired. */
  readonly record: object | null;
  readonly version: number;
}

/**
 * Edits of records by people. Each edit writes everything or, after an error, nothing, and throws a HubError: INVALID_RECORD with every problem, UNKNOWN_CODE, ALREADY_EXISTS, VERSION_CONFLICT, STILL_IN_USE or
 * REQUEST_KEY_REUSED.
 * @param unreadable is called for stored items that an edit could not read and left out of the projections.
 */
export function createEditing(
  table: Table,
  unreadable: (items: readonly Unreadable[]) => void = () => undefined,
) {
  const repositories = createRepositories(table);

  /** Runs an edit once per request key. */
  async function once(
    type: EditableType,
    options: EditOptions,
    asked: { readonly code: string | null; readonly what: unknown },
    run: (code: string) => Promise<Edited>,
  ): Promise<Edited> {
    const { requestKey, editor } = options;
    const fresh = asked.code ?? `hub:${randomUUID()}`;
    if (requestKey === null) return run(fresh);
    const request: EditRequest = {
      editor,
      requestKey,
      hash: contentHash([type, asked.code, asked.what]),
      code: fresh,
    };
    const { code } = await takeRequestKey(table, request);
    const done = await repositories.history.versionOfRequest(refOf(type, code), requestKey);
    if (done === null) return run(code);
    const record = await recordNow(table, type, code);
    if (record === null) return { record, version: done };
    // The first attempt may have been killed before the projections were updated.
    await finish([{ type, record } as HubRecord], options.now);
    const [state] = await repositories.history.states([
      refOf(type, editableOf(type).codec.code(record as never)),
    ]);
    return { record, version: state?.version ?? done };
  }

  async function finish(changed: readonly HubRecord[], now: string): Promise<void> {
    const options = { now, origin: editorsOrigin, written: true };
    unreadable((await refresh(table, changed.map(changeOf), options)).unreadable);
  }

  async function completed<T extends EditableType>(
    type: T,
    before: RecordTypes[T],
    fields: Partial<RecordTypes[T]>,
    now: string,
  ): Promise<RecordTypes[T]> {
    const editable = editableOf(type);
    const changed = new Set(Object.keys(fields));
    const edited = withEditorsSource({ ...before, ...fields });
    const whole = (await editable.complete?.(edited, changed, { repositories, now })) ?? edited;
    const record = editable.codec.create!(whole);
    await checkReferences(before, record, editable.definition.references, repositories);
    return record;
  }

  return {
    /** @param code `null` for a code from the hub. */
    create<T extends EditableType>(
      type: T,
      code: string | null,
      fields: Partial<RecordTypes[T]>,
      options: EditOptions,
    ): Promise<Edited> {
      return once(type, options, { code, what: ["create", fields] }, async (given) => {
        const editable = editableOf(type);
        const record = await completed(
          type,
          editable.definition.blank(given) as RecordTypes[T],
          fields,
          options.now,
        );
        await saveEditorsSource(table, options.now);
        const version = await writeRecord(table, editable.codec, record, null, options);
        await finish([{ type, record } as HubRecord], options.now);
        return { record, version };
      });
    },

    /** Replaces the values of some fields. */
    update<T extends EditableType>(
      type: T,
      { code, expectedVersion }: Seen,
      fields: Partial<RecordTypes[T]>,
      options: EditOptions,
    ): Promise<Edited> {
      return once(type, options, { code, what: ["update", expectedVersion, fields] }, async () => {
        const { codec } = editableOf(type);
        const before = await currentRecord(table, type, code);
        if (contentHash({ ...before, ...fields }) === contentHash(before))
          return { record: before, version: expectedVersion };
        const record = await completed(type, before, fields, options.now);
        await saveEditorsSource(table, options.now);
        const version = await writeRecord(table, codec, record, { before, expectedVersion }, options);
        await finish([{ type, record: before } as HubRecord, { type, record } as HubRecord], options.now);
        return { record, version };
      });
    },

    /** Removes a record from every list. Its history stays, and no import restores it. */
    retire(type: EditableType, { code, expectedVersion }: Seen, options: EditOptions): Promise<Edited> {
      return once(type, options, { code, what: ["retire", expectedVersion] }, async () => {
        const editable = editableOf(type);
        const before = await currentRecord(table, type, code);
        const dependants = await editable.dependants(code, repositories);
        const uses = dependants.length + ((await editable.namedBy?.(code, repositories)) ?? 0);
        if (uses > 0) {
          const values = { name: `${editable.codec.type} ${code}`, count: uses };
          throw new HubError("STILL_IN_USE", "records", values, { where: "code" });
        }
        const version = await writeTombstone(table, editable.codec, code, expectedVersion, null, options);
        await finish([{ type, record: before } as HubRecord], options.now);
        return { record: null, version };
      });
    },

    /**
     * Two records of the same thing become one. Unknown fields of `into` are filled from `from`, references to `from` become
     * references to `into`, and the code of `from` answers `into`. After an interruption, the same request key completes it.
     */
    merge(type: EditableType, from: Seen, into: Seen, options: EditOptions): Promise<Edited> {
      const what = ["merge", from.expectedVersion, into];
      return once(type, options, { code: from.code, what }, async () => {
        const { changed, ...edited } = await mergeRecords(table, type, from, into, options);
        await finish(changed, options.now);
        return edited;
      });
    },
  };
}

export type Editing = ReturnType<typeof createEditing>;
