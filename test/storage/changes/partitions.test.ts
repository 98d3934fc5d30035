import type { LoggedPublication } from "../../../src/storage/snapshots/change-log";
import { rootKey, rootOf } from "../../../src/storage/snapshots/root";
import { blobKeys } from "../../../src/storage/snapshots/snapshot-store";
import { publishCentres, startProcesses } from "../../support/followed-changes";

const many = 1_600;

test("many changes of one publication are one item of the list, and lie in several partitions", async () => {
  const { processWith } = await startProcesses();
  const table = processWith();
  await publishCentres(table, ["a:0"]);
  const { log } = rootOf(await table.get(rootKey, true));
  const codes = Array.from({ length: many }, (_, n) => `b:${String(n).padStart(4, "0")}`);
  await publishCentres(table, codes);

  const { items } = await table.query({ partition: "Changes#0", consistent: true }, 100);
  const newer = (items as readonly LoggedPublication[]).filter(({ number }) => number > log!.last);
  expect(newer.map(({ entries }) => entries)).toEqual([many]);
  // A partition takes 1,000 writes a second, and the list grows by one item in each publication, whatever that changes.
  const partitions = newer[0]!.blobs.flatMap(blobKeys).map(({ pk }) => pk);
  expect(partitions.length).toBeGreaterThan(3);
  expect(new Set(partitions).size).toBe(partitions.length);
});
