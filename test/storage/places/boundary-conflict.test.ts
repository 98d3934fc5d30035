import type { Ring } from "../../../src/domain/geo/ring";
import { type AreaBoundary, createAreaBoundary } from "../../../src/domain/places/area-boundary";
import { Table } from "../../../src/storage/engine/table";
import { codecs } from "../../../src/storage/records/codecs";
import { type SaveOptions, saveAll } from "../../../src/storage/records/save";
import { stateOf } from "../../support/table-state";
import { startTable } from "../../support/test-table";

const now = "2026-01-01T00:00:00Z";
const by = (fence: number): SaveOptions => ({ origin: "ds1", now, fence });

const rectangle = (west: number, east: number, north: number): Ring => [
  [west, 45.4],
  [east, 45.4],
  [east, north],
  [west, north],
  [west, 45.4],
];
const drawn = (west: number, east: number, north: number): AreaBoundary =>
  createAreaBoundary({
    areaCode: "nil:1",
    level: "NEIGHBOURHOOD",
    polygons: [[rectangle(west, east, north)]],
  });

/** With more cells than a transaction holds, or few enough for one. */
const three = (north: number) =>
  [drawn(9, 9.05, north), drawn(9.02, 9.06, north), drawn(9.04, 9.08, north)] as const;
const [old, ours, theirs] = three(45.6);
const [oldSmall, oursSmall, theirsSmall] = three(45.43);

/** The state where only these were saved, one after the other. */
async function stateAfter(...boundaries: readonly AreaBoundary[]) {
  const table = await startTable();
  for (const boundary of boundaries) await saveAll(table, codecs.areaBoundary, [boundary], by(1));
  return stateOf(table);
}

/** Saves ours over the old one, while another writer saves its own between our cells and our record. */
async function overtaken(
  table: Table,
  before: AreaBoundary,
  own: AreaBoundary,
  other: AreaBoundary,
): Promise<unknown> {
  await saveAll(table, codecs.areaBoundary, [before], by(1));
  const slow = new Table(table.name, table.client);
  let first = true;
  for (const verb of ["put", "transact"] as const) {
    const write = slow[verb].bind(slow) as (...args: unknown[]) => Promise<void>;
    Object.assign(slow, {
      [verb]: async (...args: unknown[]) => {
        if (first) await saveAll(table, codecs.areaBoundary, [other], by(2));
        first = false;
        return write(...args);
      },
    });
  }
  return saveAll(slow, codecs.areaBoundary, [own], by(1)).catch((error: unknown) => error);
}

test("a writer that loses to another one of the same boundary leaves all its cells", async () => {
  const table = await startTable();
  expect(await overtaken(table, old, ours, ours)).toMatchObject({ code: "LEASE_LOST" });
  expect(await stateOf(table)).toEqual(await stateAfter(ours));
});

test("a writer that loses to one of a different boundary leaves it to be written again", async () => {
  const table = await startTable();
  expect(await overtaken(table, old, ours, theirs)).toMatchObject({ code: "LEASE_LOST" });
  expect(await saveAll(table, codecs.areaBoundary, [theirs], by(3))).toEqual(["CHANGED"]);
  expect(await stateOf(table)).toEqual(await stateAfter(theirs));
  expect(await saveAll(table, codecs.areaBoundary, [theirs], by(3))).toEqual(["UNCHANGED"]);
});

test("a writer that loses writes nothing at all if its cells fit a transaction", async () => {
  const table = await startTable();
  expect(await overtaken(table, oldSmall, oursSmall, theirsSmall)).toMatchObject({ code: "LEASE_LOST" });
  expect(await stateOf(table)).toEqual(await stateAfter(theirsSmall));
  expect(await saveAll(table, codecs.areaBoundary, [theirsSmall], by(3))).toEqual(["UNCHANGED"]);
});

test("cells of a write that was killed are removed by the next write of any other boundary", async () => {
  const table = await startTable();
  await saveAll(table, codecs.areaBoundary, [old], by(1));
  jest.spyOn(table, "put").mockRejectedValueOnce(new Error("killed"));
  await expect(saveAll(table, codecs.areaBoundary, [ours], by(1))).rejects.toThrow("killed");
  await saveAll(table, codecs.areaBoundary, [theirs], by(1));
  expect(await stateOf(table)).toEqual(await stateAfter(theirs));
});
