import type { Ring } from "../../../src/domain/geo/ring";
import { type AreaBoundary, createAreaBoundary } from "../../../src/domain/places/area-boundary";
import { Table } from "../../../src/storage/engine/table";
import { codecs } from "../../../src/storage/records/codecs";
import { type SaveOptions, saveAll } from "../../../src/storage/records/save";
import { stateOf } from "../../support/table-state";
import { startTable } from "../../support/test-table";

const now = "2026-01-01T00:00:00Z";
const by = (fence: number): SaveOptions => ({ origin: "ds1", now, fence });

const rectangle = (west: number, east: number): Ring => [
  [west, 45.4],
  [east, 45.4],
  [east, 45.43],
  [west, 45.43],
  [west, 45.4],
];
const drawn = (west: number, east: number): AreaBoundary =>
  createAreaBoundary({ areaCode: "nil:1", level: "NEIGHBOURHOOD", polygons: [[rectangle(west, east)]] });

const [old, ours, theirs] = [drawn(9, 9.05), drawn(9.02, 9.06), drawn(9.04, 9.08)];

/** The state where only these were saved, one after the other. */
async function stateAfter(...boundaries: readonly AreaBoundary[]) {
  const table = await startTable();
  for (const boundary of boundaries) await saveAll(table, codecs.areaBoundary, [boundary], by(1));
  return stateOf(table);
}

/** Saves ours over the old one, while another writer saves its own between our cells and our record. */
async function overtaken(table: Table, other: AreaBoundary): Promise<unknown> {
  await saveAll(table, codecs.areaBoundary, [old], by(1));
  const slow = new Table(table.name, table.client);
  const put = slow.put.bind(slow);
  let first = true;
  slow.put = async (...args) => {
    if (first) await saveAll(table, codecs.areaBoundary, [other], by(2));
    first = false;
    return put(...args);
  };
  return saveAll(slow, codecs.areaBoundary, [ours], by(1)).catch((error: unknown) => error);
}

test("a writer that loses to another one of the same boundary leaves all its cells", async () => {
  const table = await startTable();
  expect(await overtaken(table, ours)).toMatchObject({ code: "LEASE_LOST" });
  expect(await stateOf(table)).toEqual(await stateAfter(ours));
});

test("a writer that loses to one of a different boundary leaves it to be written again", async () => {
  const table = await startTable();
  expect(await overtaken(table, theirs)).toMatchObject({ code: "LEASE_LOST" });
  expect(await saveAll(table, codecs.areaBoundary, [theirs], by(3))).toEqual(["CHANGED"]);
  expect(await stateOf(table)).toEqual(await stateAfter(theirs));
  expect(await saveAll(table, codecs.areaBoundary, [theirs], by(3))).toEqual(["UNCHANGED"]);
});
