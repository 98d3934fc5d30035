import { matchingOrigin } from "../domain/kit/source-ref";
import { tableRepositories } from "../storage";
import type { Item } from "../storage/engine/key";
import { loaded } from "../storage/engine/reader";
import type { Table } from "../storage/engine/table";
import { checkDeedChains } from "../storage/identity/check-deed-chains";
import { checkChains } from "../storage/records/check-chains";
import { checkRecords, type RecordDrift } from "../storage/records/check-records";
import type { HubRecord } from "../storage/records/hub-record";
import { editorsOrigin } from "../storage/records/override";
import type { Skip, Unreadable } from "../storage/records/readable";
import { repairRecords } from "../storage/records/repair-records";
import type { SaveOptions, SaveOutcome } from "../storage/records/save";
import { idOf } from "../storage/records/stored-item";
import { checkSnapshot, type SnapshotDrift } from "../storage/snapshots/check-snapshot";
import { parkedWrites, unpark } from "../storage/snapshots/parked";
import { type Derive, publishSnapshot } from "../storage/snapshots/publish-snapshot";
import { snapshotForm } from "../storage/snapshots/root";
import { snapshotsOf } from "../storage/snapshots/snapshot-store";
import { unpublishedMarks, writesOf } from "./behind";
import { boundaries } from "./boundaries";
import { counts } from "./counts";
import { figures } from "./figures";
import { hsdsIndex } from "./hsds-index";
import { locations } from "./locations";
import {
  type Change,
  type Changes,
  changeOf,
  type Drift,
  type Projection,
  type Refreshed,
  type Work,
} from "./projection";
import { type DocumentProjection, documentChanges } from "./published";
import { sameAs } from "./same-as";
import { searchIndex } from "./search-index";
import { listServices, serviceListings } from "./service-listings";

/** Items that follow from records. They come first, because documents depend on some of them. */
export const derived: readonly Projection[] = [sameAs, serviceListings, locations];

/** Documents that readers get, published with the records from which they are computed. */
const documents: readonly DocumentProjection[] = [searchIndex, figures, boundaries, counts, hsdsIndex];

export interface RefreshOptions extends Partial<Pick<Work, "check" | "located">> {
  /** Instant of the refresh, ISO 8601 UTC. */
  readonly now: string;
  /** Who wrote; the projections themselves if absent. */
  readonly origin?: string;
  /** Whether the caller wrote records that have no data version yet: they get one here. */
  readonly written?: boolean;
  /** Whether to compare what is published with the whole table, because writes may be unknown. */
  readonly whole?: boolean;
}

export interface RefreshReport {
  /** In the order of their execution, without unaffected projections. */
  readonly refreshed: readonly Refreshed[];
  /** Stored items that were left out. */
  readonly unreadable: readonly Unreadable[];
}

/** Another release may publish in another form: its publication does not count for this one. */
export const publishedForm = `snapshot ${snapshotForm}`;

/**
 * Updates everything that follows from records, and publishes it: the one call after any write, by any writer. It computes
 * from the records as they are now, so a call may come late, twice or in another order. The next call completes one that was
 * killed, and a call without differences publishes nothing.
 * @param changes the writes: the former and the new record if both are known.
 */
export async function refresh(
  table: Table,
  changes: Changes,
  { now, origin = matchingOrigin, written = false, check = false, whole = false, located }: RefreshOptions,
): Promise<RefreshReport> {
  const { hub } = tableRepositories(table);
  const found = unreadableList();
  const work: Work = { table, save: { origin, now }, skip: found.skip, check, ...(located && { located }) };
  const writes =
    changes === "EVERYTHING"
      ? changes
      : await writesOf(table, [...changes, ...(await unpublishedMarks(table))]);
  const followed = await rebuild(derived, work, writes);
  if (writes !== "EVERYTHING") for (const { key } of writes) table.unpublished.add(key);
  if (written || followed.some((each) => each.written > 0)) {
    // The writes of an import are too many to note: it has a mark of its own. A stream comes again after a failure.
    await hub.bumpDataVersion(now, origin === editorsOrigin ? table.unpublished.pending : []);
  }
  const own = table.unpublished.take();
  try {
    const { entries } = await publishSnapshot(snapshotsOf(table), {
      written: whole ? null : own,
      derive: documentsAfter(work, writes === "EVERYTHING"),
      now,
    });
    // A run that began and did not end was known to be there: what is published was compared with the whole table.
    if (changes === "EVERYTHING" && (await hub.isUnfinished())) await hub.markFinished();
    return { refreshed: [...followed, { scope: "snapshot", written: entries }], unreadable: found.all() };
  } catch (error) {
    table.unpublished.putBack(own);
    throw error;
  }
}

/** The documents that what differs can affect, or all of them, from the version that includes it. */
const documentsAfter =
  ({ table, skip }: Pick<Work, "skip" | "table">, all: boolean): Derive =>
  async (reader, before, differing) => {
    const made = new Map<string, Item | null>();
    for (const projection of documents) {
      const own =
        before === null || all
          ? "EVERYTHING"
          : differing.filter(projection.affectedBy).map((key) => ({ key }));
      if (own.length === 0) continue;
      // Each by itself: what is missing for one does not repeat those before it.
      const scopes = await loaded(() => projection.documents({ reader, before, skip, table }, own));
      const changed = await loaded(() => documentChanges({ reader, skip }, scopes));
      for (const [place, item] of changed) made.set(place, item);
    }
    return made;
  };

/**
 * Updates after a batch of a run that ends with a `refresh`: only projections whose chunk is one record.
 * @returns the outcomes.
 */
export const refreshBatch = (
  table: Table,
  records: readonly HubRecord[],
  save: SaveOptions,
  skip: Skip = () => undefined,
): Promise<SaveOutcome[]> => refreshListings(table, records.map(changeOf), save, skip);

/** The lists of services after some writes. @returns the outcomes. */
export const refreshListings = (
  table: Table,
  changes: readonly Change[],
  save: SaveOptions,
  skip: Skip = () => undefined,
): Promise<SaveOutcome[]> =>
  listServices(
    { table, save, skip, check: false },
    changes.filter(({ key }) => serviceListings.affectedBy(key)),
  );

export interface VerifyReport {
  readonly drifts: readonly Drift[];
  readonly unreadable: readonly Unreadable[];
}

const places = { CONTENT: "content", EDGE: "lists", ENTRY: "indexes", PLACE: "places" } as const;

const driftOf = ({ what, drift, key }: RecordDrift): Drift => ({
  scope: places[what],
  document: `${key.pk} ${key.sk}`,
  drift,
});

const publishedDrift = ({ key, drift }: SnapshotDrift): Drift => ({
  scope: "snapshot",
  document: `${key.pk} ${key.sk}`,
  drift,
});

export interface RepairReport extends RefreshReport {
  /** Differences between records, their lists and the indexes that were repaired. */
  readonly repaired: number;
  /** Those that do not follow from a record: the next import of its source writes it again. */
  readonly left: readonly Drift[];
}

/** Rebuilds everything that follows from the records. */
export async function repair(table: Table, now: string): Promise<RepairReport> {
  const found = unreadableList();
  const { repaired, left } = await repairRecords(table, found.skip);
  const report = await refresh(table, "EVERYTHING", { now, check: true, whole: true });
  for (const each of report.unreadable) found.skip(each);
  await unpark(table);
  return { ...report, unreadable: found.all(), repaired, left: left.map(driftOf) };
}

/**
 * All differences: between the records, their hashes, chains, lists and indexes, and between all that follows from records, what is
 * published included, and the records. Nothing is written.
 */
export async function verify(table: Table): Promise<VerifyReport> {
  const found = unreadableList();
  const work = { table, save: { origin: matchingOrigin, now: table.clock() }, skip: found.skip, check: true };
  const drifts = (await checkRecords(table, found.skip)).map(driftOf);
  for (const { key, drift } of [...(await checkChains(table)), ...(await checkDeedChains(table))])
    drifts.push({ scope: "history", document: `${key.pk} ${key.sk}`, drift });
  for (const projection of derived) drifts.push(...(await projection.verify(work)));
  for (const each of await parkedWrites(table)) found.skip(each);
  const published = await checkSnapshot(snapshotsOf(table), documentsAfter(work, true));
  return { drifts: [...drifts, ...published.map(publishedDrift)], unreadable: found.all() };
}

async function rebuild(
  projections: readonly Projection[],
  work: Work,
  changes: Changes,
): Promise<Refreshed[]> {
  const refreshed: Refreshed[] = [];
  for (const { affectedBy, rebuild: again } of projections) {
    const own = changes === "EVERYTHING" ? changes : changes.filter(({ key }) => affectedBy(key));
    if (own.length > 0) refreshed.push(...(await again(work, own)));
  }
  return refreshed;
}

/** Each item once, even if several projections find it. */
function unreadableList() {
  const byId = new Map<string, Unreadable>();
  return {
    skip: (each: Unreadable): void => void byId.set(idOf(each.key), each),
    all: (): Unreadable[] => [...byId.values()],
  };
}
