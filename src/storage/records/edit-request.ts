import { HubError } from "../../domain/kit/errors";
import type { Table } from "../engine/table";
import { ifUnchanged } from "../engine/write-input";
import { keys } from "./keys";
import { unchangedSince } from "./stored-item";

export interface EditRequest {
  /** Name of the caller. */
  readonly caller: string;
  readonly requestKey: string;
  /** Hash of the whole request. */
  readonly hash: string;
  readonly code: string;
}

/** The record after an edit. */
export interface Edited {
  /** `null` when it was retired. */
  readonly record: object | null;
  readonly version: number;
  /** False if the record already had the new values: then no version was written. */
  readonly isChanged: boolean;
  /** Whether the change of an earlier version was added to what others changed since; absent for no. */
  readonly isMerged?: boolean;
  /** The version of the data that includes the edit; `null` if nothing was changed. */
  readonly dataVersion: number | null;
}

export interface TakenRequest extends EditRequest {
  /** `null` while it runs, and after a run that was killed or ended with an error. */
  readonly answer: Edited | null;
  /** How many others took the same request: a repetition may still run. */
  readonly twins: number;
}

const keyOf = ({ caller, requestKey }: EditRequest) => keys.editRequest(caller, requestKey);

/**
 * Reserves a request key.
 * @returns the request, or the earlier one with the same key.
 * @throws HubError REQUEST_KEY_REUSED if the earlier request was a different one.
 */
export async function takeRequestKey(table: Table, request: EditRequest): Promise<TakenRequest> {
  const fresh: TakenRequest = { ...request, answer: null, twins: 0 };
  const taken = table.put({ ...keyOf(request), ...fresh }, unchangedSince(null)).then(() => fresh);
  return ifUnchanged(taken, async () => {
    const before = await requestNow(table, request);
    if (before.hash !== request.hash) {
      const { requestKey } = request;
      throw new HubError("REQUEST_KEY_REUSED", "reused", { requestKey }, { where: "requestKey" });
    }
    if (before.answer !== null) return before;
    return requestOf(await table.update(keyOf(request), { add: { twins: 1 } }));
  });
}

export const requestNow = async (table: Table, request: EditRequest): Promise<TakenRequest> =>
  requestOf(await table.get(keyOf(request), true));

/** Requests of an older hub have no answer. */
const requestOf = (item: object | null): TakenRequest => ({
  answer: null,
  twins: 0,
  ...(item as EditRequest),
});

/** Keeps the answer for repetitions of the request. */
export async function answerRequest(table: Table, request: EditRequest, answer: Edited): Promise<void> {
  await table.update(keyOf(request), { set: { answer } });
}
