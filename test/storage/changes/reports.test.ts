import type { Table } from "../../../src/storage/engine/table";
import { snapshotsOf } from "../../../src/storage/snapshots/snapshot-store";
import {
  beforeCommit,
  changesIn,
  follower,
  publish,
  publishCentres,
  saveCentres,
  startProcesses,
} from "../../support/followed-changes";

/** Faults of other feeds of changes, after their public reports: each change comes to a client that reads from cursor to cursor. */

/** Something happens once, before a call of this process to the store. */
function once(table: Table, verb: "query" | "transact", happens: () => Promise<unknown>): void {
  const call = table[verb].bind(table) as (...args: readonly unknown[]) => Promise<unknown>;
  const first = async (...args: readonly unknown[]): Promise<unknown> => {
    await happens();
    return call(...args);
  };
  jest.spyOn(table, verb).mockImplementationOnce(first as never);
}

async function start() {
  const { processWith, wait } = await startProcesses();
  const hub = processWith();
  const client = follower(hub);
  const readLater = async (): Promise<readonly string[]> => {
    await client.follow();
    return client.given;
  };
  return { ...client, hub, processWith, wait, readLater };
}

// confluentinc/kafka-connect-jdbc, issue 172: of two transactions the one with the earlier time commits last.
test("a change that was stamped first and written last is given after the other one", async () => {
  const { processWith, readLater } = await start();
  const [early, late] = [processWith(), processWith()];
  once(early, "transact", async () => {
    await publishCentres(late, ["a:2"]);
    expect(await readLater()).toEqual(["a:2"]);
  });
  await publishCentres(early, ["a:1"]);
  expect(await readLater()).toEqual(["a:2", "a:1"]);
});

// logstash-plugins/logstash-input-jdbc, issue 313: rows of the same instant, some written before the query and some after.
test("changes of one instant are all given, those too that are written after a read", async () => {
  const { given, processWith, readLater } = await start();
  const writer = processWith();
  const instant = writer.clock();
  jest.spyOn(writer, "clock").mockReturnValue(instant);
  await publishCentres(writer, ["a:3", "a:4"]);
  expect(await readLater()).toEqual(["a:3", "a:4"]);
  await publishCentres(writer, ["a:1", "a:2", "a:5"]);
  await readLater();
  expect(given).toEqual(["a:3", "a:4", "a:1", "a:2", "a:5"]);
});

// couchbase/sync_gateway, issue 3721: the feed gives up a sequence that is missing for an hour, and it comes after that.
test("a publication that hangs for two hours while others go on is given when it ends", async () => {
  const { processWith, readLater, wait } = await start();
  const [hanging, other] = [processWith(), processWith()];
  await publishCentres(other, ["a:0"]);
  beforeCommit(hanging, async () => {
    for (let i = 0; i < 3; i++) {
      await publishCentres(other, [`b:${i}`]);
      wait(2_400_000);
      await readLater();
    }
  });
  await publishCentres(hanging, ["a:1"]);
  expect(await readLater()).toEqual(["a:0", "b:0", "b:1", "b:2", "a:1"]);
});

// airbytehq/airbyte, issue 85918: a row below the limit of the read is written between the query of the limit and the read.
test("a change that is published between the version of a request and its reading is given next, once", async () => {
  const { hub, processWith, readLater } = await start();
  const other = processWith();
  await publishCentres(hub, ["a:1"]);
  once(hub, "query", () => publishCentres(other, ["a:2"]));
  expect(await readLater()).toEqual(["a:1"]);
  expect(await readLater()).toEqual(["a:1", "a:2"]);
});

// airbytehq/airbyte, issue 21500: a record of a later page changes while the pages are read, and is in none of them.
test("a record that changes while the pages are read stays where it was, and comes again", async () => {
  const { hub, given, readPage, readLater, versions } = await start();
  await publishCentres(hub, ["a:1", "a:2", "a:3", "a:4", "a:5"]);
  expect(await readPage()).toBe(true);
  await publishCentres(hub, ["a:2", "a:5"], { name: "Altra" });
  await readLater();
  expect(given).toEqual(["a:1", "a:2", "a:3", "a:4", "a:5", "a:2", "a:5"]);
  expect([versions.get("a:2"), versions.get("a:5")]).toEqual([2, 2]);
});

// couchbase/sync_gateway, issue 240: the record of the cursor changes, its place is gone, and the whole feed comes again.
test("a cursor stays valid after its record changed, and nothing comes again", async () => {
  const { hub, readLater } = await start();
  await publishCentres(hub, ["a:1"]);
  await publishCentres(hub, ["a:2"]);
  expect(await readLater()).toEqual(["a:1", "a:2"]);
  await publishCentres(hub, ["a:2"], { name: "Altra" });
  expect(await readLater()).toEqual(["a:1", "a:2", "a:2"]);
  expect(await readLater()).toHaveLength(3);
});

// A reader on another instance that is a moment behind: it answered that the cursor does not exist.
test("a client whose requests reach instances that know other versions goes on at each", async () => {
  const { hub, processWith } = await start();
  const { root: old } = await publishCentres(hub, ["a:1"]);
  await saveCentres(hub, ["a:2"]);
  await publish(hub);
  const [behind, ahead] = [changesIn(processWith(), old), changesIn(hub)];
  const given: string[] = [];
  let after: string | null = null;
  for (const instance of [behind, ahead, behind, ahead]) {
    const page = await instance.page({}, { first: 5, after });
    given.push(...page.edges.map(({ node }) => node.code));
    after = page.endCursor;
  }
  expect(given).toEqual(["a:1", "a:2"]);
  expect((await snapshotsOf(hub).look()).log?.last).toBe(2);
});
