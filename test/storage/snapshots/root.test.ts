import fc from "fast-check";
import { emptyRoot, includes, including, rootOf, snapshotForm } from "../../../src/storage/snapshots/root";

test("a version includes what was published in any order, and nothing else", () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(Array.from({ length: 12 }, (_, i) => i + 1)),
      fc.integer({ min: 1, max: 4 }),
      (published, size) => {
        let known: Pick<typeof emptyRoot, "above" | "dataVersion"> = { dataVersion: 0, above: [] };
        const done = new Set<number>();
        for (let i = 0; i < published.length; i += size) {
          const own = published.slice(i, i + size);
          // A publication may come twice.
          known = including(including(known, own), own.slice(0, 1));
          for (const each of own) done.add(each);
          for (let version = 1; version <= 13; version++)
            expect(includes({ ...emptyRoot, ...known }, version)).toBe(done.has(version));
        }
        expect(known.above).toEqual([...known.above].sort((a, b) => a - b));
        expect(known.above.every((version) => version > known.dataVersion + 1)).toBe(true);
      },
    ),
  );
});

test("a version of another form, or none, is empty", () => {
  expect(rootOf(null)).toEqual(emptyRoot);
  // A number is taken before the first version is complete.
  expect(rootOf({ pk: "Snapshot", sk: "ROOT", reserved: 3 })).toEqual(emptyRoot);
  const lists = JSON.stringify({ above: [], branches: [], retired: [] });
  const item = { pk: "Snapshot", sk: "ROOT", version: 4, dataVersion: 2, publishedAt: "x", lists };
  expect(rootOf({ ...item, form: snapshotForm + 1 })).toEqual(emptyRoot);
  expect(rootOf({ ...item, form: snapshotForm })).toMatchObject({ version: 4, dataVersion: 2 });
});
