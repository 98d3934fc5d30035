import type { PersonTerms } from "../../domain/identity/person-terms";
import { namesPerson, redacted } from "../../domain/identity/redact";
import { partBytes, unzipped, zipped } from "../engine/compressed";
import type { Table } from "../engine/table";
import { type LoggedBlob, loggedFrom } from "./change-log";
import type { RecordChange } from "./record-change";
import { rootKey, rootOf } from "./root";
import { blobKey, blobKeys, partsById } from "./snapshot-store";

/**
 * Removes a person from the reasons in the log of changes. Positions and ids stay, so that clients go on following it.
 * @returns how many changes named the person.
 */
export async function eraseFromLog(table: Table, terms: PersonTerms, dryRun: boolean): Promise<number> {
  const { log } = rootOf(await table.get(rootKey, true));
  if (log === null) return 0;
  let count = 0;
  const changed = () => new Error("The log of changes was shortened meanwhile: run the erasure again.");
  for await (const { blobs } of loggedFrom(table, log.from, log, changed))
    for (const blob of blobs) count += await eraseFromBlob(table, blob, terms, dryRun);
  return count;
}

async function eraseFromBlob(
  table: Table,
  blob: LoggedBlob,
  terms: PersonTerms,
  dryRun: boolean,
): Promise<number> {
  const bytes = partsById([blob], await table.batchGet(blobKeys(blob), undefined, true)).get(blob.id);
  // Removed at this moment.
  if (bytes === undefined) return 0;
  const changes = JSON.parse(await unzipped(Buffer.concat(bytes))) as readonly RecordChange[];
  const named = changes.filter(({ reason }) => namesPerson(reason, terms)).length;
  if (named === 0 || dryRun) return named;
  const rest = changes.map((change) => ({ ...change, reason: redacted(change.reason, terms) }));
  const whole = await zipped(JSON.stringify(rest));
  // In as many parts as before: readers expect them. Without some text it is hardly longer.
  const size = Math.max(partBytes, Math.ceil(whole.length / blob.parts));
  const puts = Array.from({ length: blob.parts }, (_, part) => ({
    ...blobKey(blob.id, part),
    bytes: whole.subarray(part * size, (part + 1) * size),
  }));
  await table.batchWrite({ puts });
  return named;
}
