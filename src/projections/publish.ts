import { createRepositories } from "../storage";
import { snapshotForm } from "../storage/documents/snapshot.repository";
import type { Table } from "../storage/engine/table";
import { codecOf, type HubRecord } from "../storage/records/hub-record";
import { searchForm } from "../storage/search/search.repository";
import { publishSearchIndex } from "./search-index";
import { followChanges, rebuild } from "./snapshots";

/** Another release may read other documents: what was published for it is then not published for this one. */
export const publishedForm = `search ${searchForm}, snapshots ${snapshotForm}`;

/**
 * Makes what readers get as published documents follow the records, as they are now. To be called after anything was
 * written; it is made from the records alone, so a call that was killed is made good by the next one, and a call after
 * which nothing differs writes nothing.
 * @param now instant of the publication, ISO 8601 UTC.
 * @param changed the records that were written, where they are few; everything is made anew when absent.
 */
export async function publishReadDocuments(
  table: Table,
  now: string,
  changed?: readonly HubRecord[],
): Promise<void> {
  const { hub } = createRepositories(table);
  const { version, published, unfinished } = await hub.publication(publishedForm);
  await publishSearchIndex(table, now);
  if (changed === undefined) await rebuild(table, now);
  else await followChanges(table, changed.map(keyOf), now);
  const fromRecords = changed === undefined;
  // Who followed a few records says so only where everything else had been published before.
  const isWhole = fromRecords || (published === version - 1 && !unfinished);
  if (isWhole && (published !== version || unfinished))
    await hub.markPublished(version, publishedForm, fromRecords);
}

/** As `publishReadDocuments`, where something may have been written of which that was not told: by a run that was killed. */
export async function publishIfBehind(table: Table, now: string): Promise<void> {
  const { hub } = createRepositories(table);
  const { version, published, unfinished } = await hub.publication(publishedForm);
  if (published !== version || unfinished) await publishReadDocuments(table, now);
}

const keyOf = ({ type, record }: HubRecord) => codecOf(type).key(record);
