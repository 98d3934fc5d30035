import { randomUUID } from "node:crypto";
import { HubError } from "../domain/kit/errors";
import { tableRepositories } from "../storage";
import type { Table } from "../storage/engine/table";
import { contentHash } from "../storage/records/codec";
import {
  answerRequest,
  type Edited,
  type EditRequest,
  requestNow,
  takeRequestKey,
} from "../storage/records/edit-request";
import type { EditableType } from "./editable";
import { refOf } from "./editables";
import type { Author } from "./write";

/**
 * A repeated request with the same request key has no further effect and the same answer, and another request with the same
 * key is rejected. Without a key the caller prevents repetition.
 */
export type EditOptions = Author &
  ({ readonly requestKey: null; readonly request?: never } | { readonly request: unknown });

/** Looks for the answer of a twin in another process: all waits together are about 1.5 s. */
const looks = 6;

/**
 * Runs each edit once per request key. A request that ended with an error wrote nothing, or only a part that its repetition
 * completes, so a repetition runs again.
 * @param repeated is called before the answer of an attempt that wrote the record, and was then killed.
 */
export function onceOnly(
  table: Table,
  repeated: (type: EditableType, codes: readonly string[], now: string) => Promise<number>,
) {
  const { history } = tableRepositories(table);
  const running = new Map<string, Promise<Edited>>();

  /** What an attempt wrote; `null` if it did not come so far. After a merge: the remaining record. */
  async function written(type: EditableType, code: string, options: EditOptions): Promise<Edited | null> {
    const request = { requestKey: options.requestKey!, changedBy: options.by.name };
    const last = await history.versionOfRequest(refOf(type, code), request);
    if (last === null) return null;
    const into = last.mergedInto;
    const kept = into === null ? last : await history.versionOfRequest(refOf(type, into), request);
    if (kept === null) return null;
    const dataVersion = await repeated(type, into === null ? [code] : [code, into], options.now);
    const record = (kept.record as object | undefined) ?? null;
    return { record, version: kept.version, isChanged: true, dataVersion };
  }

  /** The answer of an attempt in another process at the same moment. */
  async function answerOfTwin(request: EditRequest, find: () => Promise<Edited | null>) {
    for (let look = 1; look <= looks; look++) {
      const { answer, twins } = await requestNow(table, request);
      const found = answer ?? (await find());
      if (found !== null || twins === 0) return found;
      await table.pause(look);
    }
    return null;
  }

  async function attempt(
    type: EditableType,
    request: EditRequest,
    options: EditOptions,
    run: (code: string) => Promise<Edited>,
  ): Promise<Edited> {
    const { answer, code, twins } = await takeRequestKey(table, request);
    if (answer !== null) return answer;
    const find = () => written(type, code, options);
    const before = twins === 0 ? null : await find();
    const edited =
      before ??
      (await run(code).catch(async (error: unknown) => {
        const found = error instanceof HubError ? await answerOfTwin(request, find) : null;
        if (found === null) throw error;
        return found;
      }));
    await answerRequest(table, request, edited);
    return edited;
  }

  /** @param given the code of the record; `null` for a new one from the hub. */
  return function once(
    type: EditableType,
    options: EditOptions,
    given: string | null,
    run: (code: string) => Promise<Edited>,
  ): Promise<Edited> {
    const { requestKey, by, request } = options;
    const fresh = given ?? `hub:${randomUUID()}`;
    if (requestKey === null) return run(fresh);
    const taken: EditRequest = { caller: by.name, requestKey, hash: contentHash(request), code: fresh };
    const id = JSON.stringify([by.name, requestKey, taken.hash]);
    const twin = running.get(id);
    if (twin !== undefined) return twin;
    const answer = attempt(type, taken, options, run).finally(() => running.delete(id));
    running.set(id, answer);
    return answer;
  };
}
