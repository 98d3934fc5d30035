import { type Centre, mergeCentre } from "../../domain/places/centre";
import { createRepositories } from "../../storage";
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
  const known = await createRepositories(table).centres.byCodes(incoming.map(({ code }) => code));
  return incoming.map((centre, i) => (known[i] ? mergeCentre(known[i], centre) : centre));
}
