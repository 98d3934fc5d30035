import fc from "fast-check";
import type { Table } from "../../../src/storage/engine/table";
import { keys } from "../../../src/storage/records/keys";
import { snapshotsOf } from "../../../src/storage/snapshots/snapshot-store";
import {
  beforeCommit,
  centresIn,
  changesIn,
  follower,
  publish,
  publishCentres,
  saveCentres,
  startProcesses,
} from "../../support/followed-changes";
import { countWrites, killAfter } from "../../support/kill-after";
import { runs } from "../../support/runs";
import { everyItem } from "../../support/table-state";

const loggedIn = async (table: Table) =>
  (await everyItem(table, "blobs")).map(({ number }) => Number(number)).sort((a, b) => a - b);
const codesIn = async (table: Table) =>
  (await changesIn(table).page({}, { first: 100 })).edges.map(({ node }) => node.code);

test("of two publishers at once the loser publishes again, and what it logged first is never given", async () => {
  const { processWith } = await startProcesses();
  const [first, second] = [processWith(), processWith()];
  const client = follower(processWith(), 1);
  await publishCentres(first, ["a:0"]);
  beforeCommit(first, async () => {
    // The winner dies before it removes what is left behind.
    const batchWrite = second.batchWrite.bind(second);
    second.batchWrite = async (writes) => {
      if (writes.deletes?.some(({ pk }) => pk === keys.changeLog(0).pk)) throw new Error("killed");
      return batchWrite(writes);
    };
    await expect(publishCentres(second, ["a:2"])).rejects.toThrow("killed");
    // The loser has logged its change under a lower number, and does not know yet that it lost.
    expect(await loggedIn(second)).toEqual([1, 2, 3]);
    await client.follow();
    expect(client.given).toEqual(["a:0", "a:2"]);
  });
  await publishCentres(first, ["a:1"]);
  await client.follow();
  expect(client.given).toEqual(["a:0", "a:2", "a:1"]);
  expect(await loggedIn(first)).toEqual([1, 3, 4]);
});

test("a publisher that lost and is killed leaves a log that nobody reads, and that is removed", async () => {
  const { processWith } = await startProcesses();
  const [killed, other] = [processWith(), processWith()];
  await publishCentres(killed, ["a:0"]);
  beforeCommit(killed, async () => {
    throw new Error("killed");
  });
  await expect(publishCentres(killed, ["a:1"])).rejects.toThrow("killed");
  expect(await loggedIn(other)).toEqual([1, 2]);
  expect(await codesIn(other)).toEqual(["a:0"]);
  await publishCentres(other, ["a:2"]);
  expect(await loggedIn(other)).toEqual([1, 3]);
  expect(await codesIn(other)).toEqual(["a:0", "a:2"]);
});

test("a loser whose log is written only after others went on is never read", async () => {
  const { processWith } = await startProcesses();
  const [slow, other] = [processWith(), processWith()];
  await publishCentres(other, ["a:0"]);
  // It reads the version, then others publish, and then it takes a number and is killed before the end.
  const update = slow.update.bind(slow);
  let isFirst = true;
  slow.update = async (key, what) => {
    if (isFirst && what.add !== undefined) {
      isFirst = false;
      for (const code of ["a:2", "a:3"]) await publishCentres(other, [code]);
    }
    if (what.when !== undefined) throw new Error("killed");
    return update(key, what);
  };
  await expect(publishCentres(slow, ["a:1"])).rejects.toThrow("killed");
  expect(await loggedIn(other)).toEqual([1, 2, 3, 4]);
  // Its log names as its previous one a version that is not the last.
  expect(await codesIn(other)).toEqual(["a:0", "a:2", "a:3"]);
  const { root } = await publishCentres(other, ["a:4"]);
  expect(root.version).toBe(5);
  expect(await codesIn(other)).toEqual(["a:0", "a:2", "a:3", "a:4"]);
});

test("a publisher that is killed at any write loses no change, and gives none that is not published", async () => {
  const start = async () => {
    const { processWith } = await startProcesses();
    const table = processWith();
    const client = follower(table, 2);
    await publishCentres(table, ["a:0"]);
    await client.follow();
    await saveCentres(table, ["a:1", "a:2", "a:3"]);
    return { table, client, written: table.unpublished.pending };
  };
  const { table: whole } = await start();
  const writes = await countWrites(whole, () => publish(whole));
  expect(writes).toBeGreaterThan(4);
  for (let n = 0; n < writes; n++) {
    const { table, client, written } = await start();
    const revive = killAfter(table, n);
    await publish(table).catch((error: Error) => expect(error.message).toBe("killed"));
    revive();
    await client.follow();
    expect(client.copy()).toEqual(await centresIn(table));
    for (const key of written) table.unpublished.add(key);
    await publishCentres(table, ["a:4"]);
    await client.follow();
    expect([n, client.copy()]).toEqual([n, await centresIn(table)]);
    expect(client.given).toEqual(["a:0", "a:1", "a:2", "a:3", "a:4"]);
  }
});

test.each([-60_000, 60_000, 365 * 86_400_000])(
  "a clock that differs by %d ms changes neither order nor completeness",
  async (skewMs) => {
    const { processWith } = await startProcesses();
    const [right, wrong] = [processWith(), processWith(skewMs)];
    const client = follower(processWith());
    const wanted: string[] = [];
    for (let n = 0; n < 4; n++) {
      await publishCentres(right, [`right:${n}`]);
      await publishCentres(wrong, [`wrong:${n}`]);
      wanted.push(`right:${n}`, `wrong:${n}`);
      await client.follow();
      expect(client.given).toEqual(wanted);
    }
    await publishCentres(wrong, ["right:0"], { name: "Altra" });
    await client.follow();
    expect(client.versions.get("right:0")).toBe(2);
  },
);

const names = fc.constantFrom("Casa", "Altra", "Terza");
const codes = fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 });
const worker = fc.nat({ max: 2 });
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ what: fc.constant("save" as const), worker, codes, name: names }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant("publish" as const), worker }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant("read" as const) }) },
  // Another publication, a reader or the end of the process in the middle of a publication.
  { weight: 2, arbitrary: fc.record({ what: fc.constant("overtaken" as const), worker, other: worker }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("killed" as const), worker }) },
);

test("property: at the end of the log a client has exactly the records of each version, whatever publishers do", async () => {
  const skew = fc.integer({ min: -90_000, max: 90_000 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 25 }),
      fc.tuple(skew, skew, skew),
      fc.integer({ min: 1, max: 4 }),
      async (steps, skews, first) => {
        const { processWith } = await startProcesses();
        const workers = skews.map(processWith);
        const hub = processWith();
        const client = follower(hub, first);
        const follows = async (): Promise<void> => {
          await client.follow();
          expect(client.copy()).toEqual(await centresIn(hub));
        };
        for (const each of steps) {
          if (each.what === "read") await follows();
          else if (each.what === "save")
            await saveCentres(
              workers[each.worker]!,
              each.codes.map((code) => `a:${code}`),
              { name: each.name },
            );
          else if (each.what === "publish") await publish(workers[each.worker]!);
          else {
            const table = workers[each.worker]!;
            const written = table.unpublished.pending;
            const disarm = beforeCommit(table, async () => {
              await follows();
              if (each.what === "killed") throw new Error("killed");
              if (each.worker !== each.other) await publish(workers[each.other]!);
              await follows();
            });
            await publish(table).catch((error: Error) => expect(error.message).toBe("killed"));
            disarm();
            for (const key of written) table.unpublished.add(key);
          }
        }
        for (const table of workers) await publish(table);
        await follows();
        const { root } = await publish(hub);
        expect(await changesIn(hub, root).page({}, { first: 1, after: client.cursor() })).toMatchObject({
          edges: [],
          hasNextPage: false,
        });
        const anew = follower(hub, first);
        await anew.follow();
        expect(anew.copy()).toEqual(await centresIn(hub));
        expect((await snapshotsOf(hub).look()).version).toBe(root.version);
      },
    ),
    { numRuns: runs(40) },
  );
});
