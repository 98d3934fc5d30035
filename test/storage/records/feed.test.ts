import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import fc from "fast-check";
import { tableRepositories } from "../../../src/storage";
import { settlingMs } from "../../../src/storage/records/feed";
import { markNow } from "../../../src/storage/records/feed-mark";
import { follower, interrupted, saveCentres, startProcesses } from "../../support/feed-processes";
import { runs } from "../../support/runs";

test.each([30_000, 3_600_000])(
  "an edit of a writer whose clock is %d ms behind is in the feed",
  async (behind) => {
    const { processWith, wait } = await startProcesses();
    const [hub, slow] = [processWith(0), processWith(-behind)];
    const { versions, follow } = follower(hub);
    await saveCentres(hub, ["a:1"]);
    wait(settlingMs);
    await follow();
    await saveCentres(slow, ["a:2"]);
    await saveCentres(slow, ["a:1"], "Altra");
    wait(settlingMs);
    await follow();
    expect(Object.fromEntries(versions)).toEqual({ "a:1": 2, "a:2": 1 });
  },
);

test("a writer with a slow clock that is overtaken by another one gets a new place", async () => {
  const { processWith, wait } = await startProcesses();
  const [hub, slow, alsoSlow] = [processWith(0), processWith(-30_000), processWith(-30_000)];
  const { versions, follow } = follower(hub);
  await saveCentres(hub, ["a:0"]);
  wait(settlingMs);
  await follow();
  const transact = slow.transact.bind(slow);
  jest.spyOn(slow, "transact").mockImplementationOnce(async (transaction) => {
    await saveCentres(alsoSlow, ["a:2"]);
    await follow();
    return transact(transaction);
  });
  await saveCentres(slow, ["a:1"]);
  wait(settlingMs);
  await follow();
  expect([...versions.keys()]).toEqual(["a:0", "a:2", "a:1"]);
});

test("after a writer with a clock a year ahead the changes of others are still listed", async () => {
  const { processWith, wait } = await startProcesses();
  const [hub, ahead] = [processWith(0), processWith(365 * 86_400_000)];
  const { versions, follow } = follower(hub);
  await saveCentres(ahead, ["a:1"]);
  await saveCentres(hub, ["a:2"]);
  for (let i = 0; i < 2; i++) {
    await follow();
    wait(settlingMs);
  }
  await follow();
  expect([...versions.keys()]).toEqual(["a:1", "a:2"]);
  await saveCentres(hub, ["a:3"]);
  await follow();
  expect([...versions.keys()]).toEqual(["a:1", "a:2"]);
  wait(settlingMs);
  await follow();
  wait(settlingMs);
  await follow();
  expect([...versions.keys()]).toEqual(["a:1", "a:2", "a:3"]);
});

test("a writer reads the end of the feed at most once for many records, and the mark once", async () => {
  const { processWith } = await startProcesses();
  const table = processWith(0);
  const many = Array.from({ length: 90 }, (_, i) => `a:${i}`);
  table.meter.reset();
  await saveCentres(table, many);
  // Writes that begin at the same moment each find that the end is not known yet.
  expect(table.meter.calls.Query).toBeLessThanOrEqual(8);
  expect(table.meter.calls.Get).toBe(1);
});

test("a reader writes once for each burst of changes, and nothing while there are none", async () => {
  const { processWith, wait } = await startProcesses();
  const [writer, hub] = [processWith(0), processWith(0)];
  const { follow, given } = follower(hub);
  const writes: number[] = [];
  for (const codes of [[], ["a:1", "a:2", "a:3", "a:4"], [], [], ["a:5"]]) {
    await saveCentres(writer, codes);
    wait(settlingMs);
    hub.meter.reset();
    await follow();
    await follow();
    writes.push(hub.meter.calls.Update ?? 0);
  }
  expect(writes).toEqual([0, 1, 0, 0, 1]);
  expect(given).toEqual(["a:1", "a:2", "a:3", "a:4", "a:5"]);
});

test("the mark is never lowered, and is the key of a change", async () => {
  const { processWith, wait } = await startProcesses();
  const [writer, hub, late] = [processWith(0), processWith(0), processWith(-30_000)];
  await saveCentres(writer, ["a:1"]);
  wait(60_000);
  await saveCentres(writer, ["a:2"]);
  wait(settlingMs);
  await follower(hub).follow();
  const mark = await markNow(hub);
  expect(mark).toMatch(/^2026-01-01T12:01:00\.\d{3}Z#Centre#a:2$/);
  const { follow, given } = follower(late);
  await follow();
  expect(given).toEqual(["a:1"]);
  expect(await markNow(hub)).toBe(mark);
});

test("an instance whose clock is behind reads a cursor of another one up to the mark", async () => {
  const { processWith, wait } = await startProcesses();
  const [right, behind] = [processWith(0), processWith(-60_000)];
  await saveCentres(right, ["a:1", "a:2", "a:3"]);
  wait(settlingMs);
  const { follow, given, readPage } = follower(right, 2);
  expect(await readPage(right)).toBe(true);
  expect(await readPage(behind)).toBe(false);
  expect(given).toEqual(["a:1", "a:2", "a:3"]);
  await saveCentres(right, ["a:4"]);
  wait(settlingMs);
  await follow(behind);
  expect(given).toHaveLength(3);
  await follow(right);
  expect(given).toEqual(["a:1", "a:2", "a:3", "a:4"]);
});

test("a cursor from after the moment of a restored table is rejected: its client begins again", async () => {
  const { processWith, wait } = await startProcesses();
  const [lost, restored] = [processWith(0), (await startProcesses()).processWith(0)];
  for (const table of [lost, restored]) await saveCentres(table, ["a:1"]);
  wait(60_000);
  await saveCentres(lost, ["a:2"]);
  wait(settlingMs);
  const { endCursor } = await tableRepositories(lost).changes.page({}, { first: 5 });
  const { changes } = tableRepositories(restored);
  await expect(changes.page({}, { first: 5, after: endCursor })).rejects.toMatchObject({
    code: "INVALID_CURSOR",
  });
});

test("a change takes no new place while no reader has passed it, even on a clock that stands still", async () => {
  const { processWith } = await startProcesses();
  const table = processWith(0);
  const at = table.clock();
  jest.spyOn(table, "clock").mockReturnValue(at);
  const { follow } = follower(table);
  for (let i = 0; i < 3; i++) {
    await saveCentres(table, ["a:1", "a:2"], `Casa ${i}`);
    await follow();
  }
  expect(table.meter.calls.Update).toBeUndefined();
});

test("a slow writer that trusts the end of the feed it read just before comes after another one", async () => {
  const { processWith, wait } = await startProcesses();
  const [hub, slow, other] = [processWith(0), processWith(-11_256), processWith(-2_500)];
  const { versions, follow } = follower(hub);
  await saveCentres(slow, ["a:1"], "Casa 1");
  await saveCentres(other, ["a:1"], "Casa 2");
  await follow();
  await saveCentres(slow, ["a:1"], "Casa 3");
  wait(120_000);
  await follow();
  expect(Object.fromEntries(versions)).toEqual({ "a:1": 3 });
});

/** Of several writers of one record one may find no turn: it wrote nothing. */
const ignoreContention = (error: unknown): void => {
  if (!(error instanceof ConditionalCheckFailedException)) throw error;
};

/** Between any two calls of a reader or writer a client may read, or another writer may write. */
test("property: a client ends with the last version of every record, whatever the clocks of readers and writers", async () => {
  const codes = fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 });
  const process = fc.nat({ max: 3 });
  const step = fc.record({
    writer: process,
    codes,
    reader: fc.option(fc.nat({ max: 1 })),
    waitMs: fc.constantFrom(0, 10, 500, settlingMs, 60_000),
  });
  const interruption = fc.oneof(
    { weight: 4, arbitrary: fc.constant(null) },
    { weight: 2, arbitrary: fc.record({ reader: fc.nat({ max: 1 }) }) },
    {
      weight: 1,
      arbitrary: fc.record({ writer: process, codes, waitMs: fc.constantFrom(0, 10, settlingMs) }),
    },
  );
  const skew = fc.integer({ min: -90_000, max: 90_000 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 15 }),
      fc.array(interruption, { maxLength: 60 }),
      fc.tuple(skew, skew, skew, skew),
      fc.tuple(fc.constant(0), skew),
      async (steps, interruptions, writerSkews, readerSkews) => {
        const { processWith, wait } = await startProcesses();
        const left = [...interruptions];
        const happens = async (): Promise<void> => {
          const next = left.shift() ?? null;
          if (next === null) return;
          if ("reader" in next) return follow(readers[next.reader]);
          wait(next.waitMs);
          await save(next, `Casa ${left.length} in between`);
        };
        const writers = writerSkews.map((skewMs) => interrupted(processWith(skewMs), happens));
        const readers = readerSkews.map((skewMs) => interrupted(processWith(skewMs), happens));
        const { versions, follow } = follower(readers[0]!);
        const save = (by: { readonly writer: number; readonly codes: readonly number[] }, name: string) =>
          saveCentres(
            writers[by.writer]!,
            by.codes.map((code) => `a:${code}`),
            name,
          ).catch(ignoreContention);
        for (const [i, each] of steps.entries()) {
          await save(each, `Casa ${i}`);
          if (each.reader !== null) await follow(readers[each.reader]);
          wait(each.waitMs);
        }
        left.length = 0;
        wait(240_000);
        await follow();
        const every = Array.from({ length: 6 }, (_, i) => `a:${i + 1}`);
        const states = await tableRepositories(readers[0]!).states.of(
          every.map((code) => ({ type: "Centre", code })),
        );
        const wanted = every.flatMap((code, i) => (states[i] ? [[code, states[i].version]] : []));
        expect(Object.fromEntries(versions)).toEqual(Object.fromEntries(wanted));
      },
    ),
    { numRuns: runs(50) },
  );
});
