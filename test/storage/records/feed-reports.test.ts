import { tableRepositories } from "../../../src/storage";
import type { Table } from "../../../src/storage/engine/table";
import { settlingMs } from "../../../src/storage/records/feed";
import { follower, saveCentres, startProcesses } from "../../support/feed-processes";

/** Faults of other feeds of changes, after their public reports: each change comes to a client that reads from cursor to cursor. */

/** Something happens once, before a call of this process to the store. */
function once(table: Table, verb: "query" | "transact", happens: () => Promise<void>): void {
  const call = table[verb].bind(table) as (...args: readonly unknown[]) => Promise<unknown>;
  const first = async (...args: readonly unknown[]): Promise<unknown> => {
    await happens();
    return call(...args);
  };
  jest.spyOn(table, verb).mockImplementationOnce(first as never);
}

async function start() {
  const { processWith, wait } = await startProcesses();
  const hub = processWith(0);
  const client = follower(hub);
  const readLater = async (): Promise<readonly string[]> => {
    wait(settlingMs);
    await client.follow();
    return client.given;
  };
  return { ...client, hub, processWith, wait, readLater };
}

// confluentinc/kafka-connect-jdbc, issue 172: of two transactions the one with the earlier time commits last.
test("a change that was stamped first and written last is given after the other one", async () => {
  const { processWith, readLater } = await start();
  const [early, late] = [processWith(0), processWith(0)];
  once(early, "transact", async () => {
    await saveCentres(late, ["a:2"]);
    expect(await readLater()).toEqual(["a:2"]);
  });
  await saveCentres(early, ["a:1"]);
  expect(await readLater()).toEqual(["a:2", "a:1"]);
});

// logstash-plugins/logstash-input-jdbc, issue 313: rows of the same instant, some written before the query and some after.
test("changes of one instant are all given, those too that are written after a read", async () => {
  const { hub, processWith, follow, given, readLater } = await start();
  const writer = processWith(0);
  const instant = writer.clock();
  jest.spyOn(writer, "clock").mockReturnValue(instant);
  await saveCentres(writer, ["a:3", "a:4"]);
  expect(await readLater()).toEqual(["a:3", "a:4"]);
  await saveCentres(writer, ["a:1", "a:2", "a:5"]);
  // The clock of the writer still stands there: for the reader all of this is long past.
  await follow();
  expect([...given].sort()).toEqual(["a:1", "a:2", "a:3", "a:4", "a:5"]);
  expect((await tableRepositories(hub).changes.page({}, { first: 9 })).edges).toHaveLength(5);
});

// dotCMS/core, issue 37513: events of a node whose clock is three minutes behind are never read by the others.
test("changes of a process three minutes behind are given, in turn with those of a right clock", async () => {
  const { processWith, readLater } = await start();
  const [right, behind] = [processWith(0), processWith(-180_000)];
  const wanted: string[] = [];
  for (let i = 0; i < 4; i++) {
    await saveCentres(right, [`right:${i}`]);
    await saveCentres(behind, [`behind:${i}`]);
    wanted.push(`right:${i}`, `behind:${i}`);
    expect(await readLater()).toEqual(wanted);
  }
});

// couchbase/sync_gateway, issue 3721: the feed gives up a sequence that is missing for an hour, and it comes after that.
test("a write that hangs for two hours while others go on is given when it ends", async () => {
  const { processWith, readLater, wait } = await start();
  const [hanging, other] = [processWith(0), processWith(0)];
  once(hanging, "transact", async () => {
    for (let i = 0; i < 3; i++) {
      await saveCentres(other, [`b:${i}`]);
      wait(2_400_000);
      await readLater();
    }
  });
  await saveCentres(hanging, ["a:1"]);
  expect(await readLater()).toEqual(["b:0", "b:1", "b:2", "a:1"]);
});

// airbytehq/airbyte, issue 85918: a row below the limit of the read is written between the query of the limit and the read.
test("a change that is written between the limit of a page and its reading is given once", async () => {
  const { hub, processWith, readLater, wait } = await start();
  const slow = processWith(-30_000);
  await saveCentres(hub, ["a:1"]);
  wait(settlingMs);
  // The index does not show the other change to this writer yet.
  jest.spyOn(slow, "first").mockResolvedValueOnce(null);
  once(hub, "query", async () => void (await saveCentres(slow, ["a:2"])));
  expect(await readLater()).toContain("a:1");
  expect(await readLater()).toEqual(["a:1", "a:2"]);
});

// airbytehq/airbyte, issue 21500: a record of a later page changes while the pages are read, and is in none of them.
test("a record that changes while the pages are read comes at its new place", async () => {
  const { hub, given, readPage, readLater, versions, wait } = await start();
  await saveCentres(hub, ["a:1", "a:2", "a:3", "a:4", "a:5"]);
  wait(settlingMs);
  expect(await readPage()).toBe(true);
  await saveCentres(hub, ["a:2", "a:5"], "Altra");
  while (await readPage());
  expect(given).toEqual(["a:1", "a:2", "a:3", "a:4"]);
  expect(await readLater()).toEqual(["a:1", "a:2", "a:3", "a:4", "a:2", "a:5"]);
  expect([versions.get("a:2"), versions.get("a:5")]).toEqual([2, 2]);
});

// couchbase/sync_gateway, issue 240: the record of the cursor changes, its place is gone, and the whole feed comes again.
test("a cursor stays valid after its record changed, and nothing comes again", async () => {
  const { hub, readLater } = await start();
  await saveCentres(hub, ["a:1"]);
  await saveCentres(hub, ["a:2"]);
  expect(await readLater()).toEqual(["a:1", "a:2"]);
  await saveCentres(hub, ["a:2"], "Altra");
  expect(await readLater()).toEqual(["a:1", "a:2", "a:2"]);
  expect(await readLater()).toHaveLength(3);
});
