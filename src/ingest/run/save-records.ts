import { type Centre, mergeCentre } from "../../domain/places/centre";
import { changeOf } from "../../projections/projection";
import { derived, refreshBatch } from "../../projections/refresh";
import { tableRepositories } from "../../storage";
import type { Table } from "../../storage/engine/table";
import type { Codec } from "../../storage/records/codec";
import { codecOf, type HubRecord, type HubRecordType } from "../../storage/records/hub-record";
import { type SaveOptions, type SaveOutcome, saveAll } from "../../storage/records/save";

/**
 * Saves records of several types, in the order in which the types first appear. An existing centre is merged, so that
 * facts from other sources stay.
 * @returns the outcome for each record, in their order.
 */
export async function saveRecords(
  table: Table,
  records: readonly HubRecord[],
  options: SaveOptions,
): Promise<SaveOutcome[]> {
  const outcomes: SaveOutcome[] = new Array(records.length);
  const types = [...new Set(records.map(({ type }) => type))];
  for (const type of types) {
    const places = [...records.keys()].filter((i) => records[i]!.type === type);
    const ofType = places.map((i) => records[i]!.record);
    const saved = await saveType(table, type, ofType, options);
    for (const [i, outcome] of saved.entries()) outcomes[places[i]!] = outcome;
  }
  return outcomes;
}

async function saveType(
  table: Table,
  type: HubRecordType,
  records: readonly unknown[],
  options: SaveOptions,
): Promise<SaveOutcome[]> {
  const codec: Codec<unknown> = codecOf(type);
  if (type !== "centre") return saveAll(table, codec, records, options);
  return saveAll(table, codec, await merged(table, records as readonly Centre[]), options);
}

async function merged(table: Table, incoming: readonly Centre[]): Promise<Centre[]> {
  const known = await tableRepositories(table).centres.byCodes(incoming.map(({ code }) => code));
  return incoming.map((centre, i) => (known[i] ? mergeCentre(known[i], centre) : centre));
}

/** Whether other items follow from a record. None do from observations and boundaries, which are many. */
const hasDerived = (record: HubRecord): boolean =>
  derived.some(({ affectedBy }) => affectedBy(changeOf(record).key));

const mostHeld = 10_000;

/**
 * Collects the records of a source that have projections until all of them are there, because a service and its
 * locations belong together; at most 10,000 at once.
 */
export function followedRecords(table: Table, options: SaveOptions) {
  let held: HubRecord[] = [];
  /** The rest of them, after the last record. */
  const end = async (): Promise<SaveOutcome[]> => {
    const all = held;
    held = [];
    return all.length === 0 || options.dryRun ? [] : refreshBatch(table, all, options);
  };
  return {
    end,
    /** @returns the outcomes of the projections, once there are many records. */
    async add(records: readonly HubRecord[]): Promise<SaveOutcome[]> {
      held.push(...records.filter(hasDerived));
      return held.length >= mostHeld ? end() : [];
    },
  };
}

/** Runs an action once, before the first write. */
export function beforeFirst(begin: () => Promise<void>): NonNullable<SaveOptions["before"]> {
  let begun: Promise<void> | null = null;
  return async (writes) => {
    if (writes.length === 0) return;
    begun ??= begin();
    await begun;
  };
}
