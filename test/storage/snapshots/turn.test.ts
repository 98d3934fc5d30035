import { setTimeout as sleep } from "node:timers/promises";
import type { Item } from "../../../src/storage/engine/key";
import { loaded } from "../../../src/storage/engine/reader";
import { Table } from "../../../src/storage/engine/table";
import { keys } from "../../../src/storage/records/keys";
import { publishSnapshot } from "../../../src/storage/snapshots/publish-snapshot";
import { rootKey, rootOf } from "../../../src/storage/snapshots/root";
import { SnapshotStore } from "../../../src/storage/snapshots/snapshot-store";
import { takeTurn } from "../../../src/storage/snapshots/turn";
import { coldSnapshot, publishedAt, publishKeys, publishWhole } from "../../support/snapshots";
import { startTable } from "../../support/test-table";

const item = (n: number, value: number): Item => ({ pk: `Thing#${n}`, sk: "RECORD", value });
const processOn = ({ name, client }: Table): Table => new Table(name, client);
const turnIn = async (table: Table): Promise<unknown> => (await table.get(rootKey, true))?.turnBy;

async function started(): Promise<Table> {
  const table = await startTable();
  await table.batchWrite({ puts: [item(0, 0), item(1, 0), { ...keys.dataVersion(), version: 1 }] });
  await publishWhole(table);
  return table;
}

test("a long publication gets its turn beside short ones that never stop", async () => {
  const table = await started();
  let isOver = false;
  const short = async (): Promise<number> => {
    const own = processOn(table);
    let count = 0;
    for (; !isOver; count++) {
      const written = item(0, count + 1);
      await own.put(written);
      await publishKeys(own, [written], []);
    }
    return count;
  };
  const counting = short();
  const own = processOn(table);
  const written = item(1, 1);
  await own.put(written);
  // Each attempt takes longer than a short one.
  const derive = async () => {
    await sleep(60);
    return new Map();
  };
  const change = { keys: [written], dataVersions: [] };
  await publishSnapshot(new SnapshotStore(own), { written: change, derive, now: publishedAt }).finally(() => {
    isOver = true;
  });
  expect(await counting).toBeGreaterThan(2);
  const snapshot = await coldSnapshot(table);
  expect(await loaded(() => snapshot.get(written))).toMatchObject({ value: 1 });
  expect(await turnIn(table)).toBeUndefined();
});

test("of many publishers at once each publishes, one after the other", async () => {
  const table = await started();
  const many = Array.from({ length: 14 }, (_, n) => item(n, 5));
  await Promise.all(
    many.map(async (written) => {
      const own = processOn(table);
      await own.put(written);
      // As long as the documents of a city take. Without turns some of so many lose every attempt.
      const derive = async () => {
        await sleep(40);
        return new Map();
      };
      const change = { keys: [written], dataVersions: [] };
      await publishSnapshot(new SnapshotStore(own), { written: change, derive, now: publishedAt });
    }),
  );
  const snapshot = await coldSnapshot(table);
  for (const written of many) expect(await loaded(() => snapshot.get(written))).toMatchObject({ value: 5 });
  expect(await turnIn(table)).toBeUndefined();
});

test("a publisher that has its turn and was killed holds the others up until its time is over", async () => {
  const table = await started();
  let now = Date.parse(publishedAt);
  const clock = () => new Date(now).toISOString();
  const wait = async (milliseconds: number): Promise<void> => {
    now += milliseconds;
  };
  const own = new Table(table.name, table.client, wait, clock);
  await takeTurn(own, "a publisher that is gone");
  const written = item(0, 1);
  await own.put(written);
  await publishKeys(own, [written], []);
  expect(now - Date.parse(publishedAt)).toBeGreaterThan(10_000);
  expect(now - Date.parse(publishedAt)).toBeLessThan(11_000);
});

test("a comparison with the whole table has all edits up to its version, also those of its own time", async () => {
  const table = await started();
  const own = processOn(table);
  const { client } = own;
  const send = client.send.bind(client) as (command: object) => Promise<unknown>;
  let edits = 0;
  jest.spyOn(client, "send").mockImplementation(async (command: object) => {
    const answer = await send(command);
    // Two edits while the items are read: the scan has the state before.
    if (command.constructor.name === "ScanCommand")
      for (; edits < 2; edits++) {
        const [changed, version] = [item(edits, 7), edits + 2];
        const { pk, sk } = changed;
        const mark = { ...keys.dataWrites(version), written: [{ pk, sk }] };
        await table.batchWrite({ puts: [changed, mark, { ...keys.dataVersion(), version }] });
      }
    return answer;
  });
  await publishWhole(own);
  jest.restoreAllMocks();
  expect(edits).toBe(2);
  expect(rootOf(await table.get(rootKey, true)).dataVersion).toBe(3);
  const snapshot = await coldSnapshot(table);
  for (const n of [0, 1]) expect(await loaded(() => snapshot.get(item(n, 0)))).toMatchObject({ value: 7 });
});
