import { matchingOrigin } from "../domain/kit/source-ref";
import { createRepositories } from "../storage";
import { snapshotForm } from "../storage/documents/snapshot-manifest";
import type { Table } from "../storage/engine/table";
import { checkRecords, type RecordDrift } from "../storage/records/check-records";
import type { HubRecord } from "../storage/records/hub-record";
import type { Skip, Unreadable } from "../storage/records/readable";
import { repairRecords } from "../storage/records/repair-records";
import type { SaveOptions, SaveOutcome } from "../storage/records/save";
import { idOf } from "../storage/records/stored-item";
import { boundaries } from "./boundaries";
import { figures } from "./figures";
import { locations } from "./locations";
import { type Changes, changeOf, type Drift, type Projection, type Refreshed, type Work } from "./projection";
import { sameAs } from "./same-as";
import { searchIndex } from "./search-index";
import { listServices, serviceListings } from "./service-listings";
import { totals } from "./totals";

/** Items that follow from records. They come first, because documents depend on some of them. */
export const derived: readonly Projection[] = [sameAs, serviceListings, locations];

/** Documents that readers get. */
const documents: readonly Projection[] = [searchIndex, figures, totals, boundaries];

export interface RefreshOptions extends Partial<Pick<Work, "check" | "located">> {
  /** Instant of the refresh, ISO 8601 UTC. */
  readonly now: string;
  /** Who wrote; the projections themselves if absent. */
  readonly origin?: string;
  /** Whether the caller wrote records that have no data version yet: they get one here. */
  readonly written?: boolean;
}

export interface RefreshReport {
  /** In the order of their execution, without unaffected projections. */
  readonly refreshed: readonly Refreshed[];
  /** Stored items that were left out. */
  readonly unreadable: readonly Unreadable[];
}

/** Another release may read other documents: its publication does not count for this one. */
export const publishedForm = `documents ${snapshotForm}`;

/**
 * Updates everything that follows from records: the one call after any write, by any writer. It computes from the
 * records as they are now, so a call may come late, twice or in another order. The next call completes one that was
 * killed, and a call without differences writes nothing.
 * @param changes the writes: the former and the new record if both are known.
 */
export async function refresh(
  table: Table,
  changes: Changes,
  { now, origin = matchingOrigin, written = false, check = false, located }: RefreshOptions,
): Promise<RefreshReport> {
  const { hub } = createRepositories(table);
  const found = unreadableList();
  const work: Work = {
    table,
    save: { origin, now },
    skip: found.skip,
    check,
    ...(located && { located }),
  };
  const followed = await rebuild(derived, work, changes);
  const isNew = written || followed.some((each) => each.written > 0);
  if (isNew) await hub.bumpDataVersion(now);
  const fromRecords = changes === "EVERYTHING";
  const before = fromRecords || isNew ? await hub.publication(publishedForm) : null;
  const published = await rebuild(documents, work, changes);
  if (before !== null) {
    const { version, published: upTo, unfinished } = before;
    // After a few changes the publication is complete only if it was complete before.
    const isWhole = fromRecords || (upTo === version - 1 && !unfinished);
    if (isWhole && (upTo !== version || unfinished))
      await hub.markPublished(version, publishedForm, fromRecords);
  }
  return { refreshed: [...followed, ...published], unreadable: found.all() };
}

/** Whether something may have been written without a refresh: by a run that was killed, or for another release. */
export async function isBehind(table: Table): Promise<boolean> {
  const { version, published, unfinished } = await createRepositories(table).hub.publication(publishedForm);
  return published !== version || unfinished;
}

/**
 * Updates after a batch of a run that ends with a `refresh`: only projections whose chunk is one record.
 * @returns the outcomes.
 */
export const refreshBatch = (
  table: Table,
  records: readonly HubRecord[],
  save: SaveOptions,
  skip: Skip = () => undefined,
): Promise<SaveOutcome[]> => {
  const changes = records.map(changeOf).filter(({ key }) => serviceListings.affectedBy(key));
  return listServices({ table, save, skip, check: false }, changes);
};

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
  const report = await refresh(table, "EVERYTHING", { now, check: true });
  for (const each of report.unreadable) found.skip(each);
  return { ...report, unreadable: found.all(), repaired, left: left.map(driftOf) };
}

/**
 * All differences: between the records, their hashes, lists and indexes, and between projections and records. Nothing is
 * written.
 * @param projections only these, without the records.
 */
export async function verify(table: Table, projections?: readonly Projection[]): Promise<VerifyReport> {
  const found = unreadableList();
  const save = { origin: matchingOrigin, now: table.clock() };
  const drifts = projections === undefined ? (await checkRecords(table, found.skip)).map(driftOf) : [];
  for (const projection of projections ?? [...derived, ...documents])
    drifts.push(...(await projection.verify({ table, save, skip: found.skip, check: true })));
  return { drifts, unreadable: found.all() };
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
