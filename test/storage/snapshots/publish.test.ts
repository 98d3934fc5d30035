import type { Item } from "../../../src/storage/engine/key";
import { loaded } from "../../../src/storage/engine/reader";
import { Table } from "../../../src/storage/engine/table";
import { keys } from "../../../src/storage/records/keys";
import { checkSnapshot } from "../../../src/storage/snapshots/check-snapshot";
import { whileKept } from "../../../src/storage/snapshots/long-reader";
import { publishSnapshot } from "../../../src/storage/snapshots/publish-snapshot";
import { placeOf } from "../../../src/storage/snapshots/published-items";
import { rootKey, rootOf } from "../../../src/storage/snapshots/root";
import { Snapshot } from "../../../src/storage/snapshots/snapshot";
import { blobKeys, SnapshotStore } from "../../../src/storage/snapshots/snapshot-store";
import { countWrites, killAfter } from "../../support/kill-after";
import { coldSnapshot, pagesIn, publishedAt, publishKeys, publishWhole } from "../../support/snapshots";
import { copiesOf } from "../../support/table-copies";
import { everyItem } from "../../support/table-state";
import { startTable } from "../../support/test-table";

let time = publishedAt;
const clock = () => time;
const later = (seconds: number) => {
  time = new Date(Date.parse(time) + seconds * 1_000).toISOString();
};
beforeEach(() => {
  time = publishedAt;
});

const item = (n: number, value: unknown = n): Item => ({
  pk: `Thing#${n % 5}`,
  sk: String(n).padStart(4, "0"),
  value,
  listPk: "All#Thing",
  listSk: `${value}`,
});
const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);

const filled = copiesOf(
  async (table) => {
    const puts = numbers(600).map((n) => item(n));
    await table.batchWrite({ puts: [...puts, { ...keys.dataVersion(), version: 1 }] });
    await publishKeys(table, puts, [1]);
  },
  () => publishedAt,
);

const none = () => new Map();
const driftsOf = (table: Table) => checkSnapshot({ table }, none);
const valueIn = async (table: Table, n: number) => {
  const snapshot = await coldSnapshot(table);
  return (await loaded(() => snapshot.get(item(n))))?.value;
};
const rootIn = async (table: Table) => rootOf(await table.get(rootKey, true));

async function write(table: Table, ...items: readonly Item[]) {
  await table.batchWrite({ puts: items });
  return items;
}

/** Another process on the same table. */
const processOn = ({ name, client }: Table): Table => new Table(name, client, undefined, clock);

const blobs = async (table: Table) =>
  (await everyItem(table))
    .filter(({ pk }) => pk.startsWith("Page#"))
    .map(({ pk, sk }) => `${pk} ${sk}`)
    .sort();
const blobsOf = async (table: Table) => {
  const store = new SnapshotStore(table);
  const root = await store.look();
  const pages = await pagesIn(store, root);
  return [...root.branches, ...root.retired, ...pages.map(({ ref }) => ref)]
    .flatMap(blobKeys)
    .map(({ pk, sk }) => `${pk} ${sk}`)
    .sort();
};

test("readers get what was published, and not what was only written", async () => {
  const table = await filled(clock);
  const written = await write(table, item(7, "new"));
  expect(await valueIn(table, 7)).toBe(7);
  const { root, entries } = await publishKeys(table, written, [2]);
  // The item, and its place in a list twice: the former one and the new one.
  expect(entries).toBe(3);
  expect(root).toMatchObject({ version: 2, dataVersion: 2, above: [] });
  expect(await valueIn(table, 7)).toBe("new");
  await table.batchWrite({ deletes: [item(7)] });
  await publishKeys(table, written);
  expect(await valueIn(table, 7)).toBeUndefined();
  expect(await driftsOf(table)).toEqual([]);
});

test("a publication without a difference makes no version", async () => {
  const table = await filled(clock);
  const before = await rootIn(table);
  table.meter.reset();
  expect(
    await publishKeys(
      table,
      numbers(600).map((n) => item(n)),
      [1],
    ),
  ).toEqual({ root: before, entries: 0 });
  expect((await publishWhole(table)).entries).toBe(0);
  expect(table.meter.writeUnits).toBe(0);
  expect((await publishKeys(table, [], [2])).root).toMatchObject({ dataVersion: 2 });
});

test("of publishers at once none loses what another wrote", async () => {
  const table = await filled(clock);
  await Promise.all(
    numbers(6).map(async (n) => {
      const own = processOn(table);
      const written = await write(own, item(n, `new ${n}`), item(1_000 + n));
      await publishKeys(own, written, [n + 2]);
    }),
  );
  for (const n of numbers(6)) expect(await valueIn(table, n)).toBe(`new ${n}`);
  expect(await driftsOf(table)).toEqual([]);
  expect(await rootIn(table)).toMatchObject({ dataVersion: 7, above: [] });
  // Those that lost have removed their pages.
  expect(await blobs(table)).toEqual(await blobsOf(table));
});

test("two writes of one item, published in the other order, leave the later one", async () => {
  const table = await filled(clock);
  const first = await write(table, item(3, "first"));
  const second = await write(table, item(3, "second"));
  await publishKeys(table, second, [3]);
  expect(await rootIn(table)).toMatchObject({ dataVersion: 1, above: [3] });
  await publishKeys(table, first, [2]);
  expect(await valueIn(table, 3)).toBe("second");
  expect(await rootIn(table)).toMatchObject({ dataVersion: 3, above: [] });
});

test("a publisher that is killed at any write leaves a whole version, and the next one goes on", async () => {
  const change = async (table: Table) => {
    const written = await write(table, item(3, "new"), item(599, "new"), item(2_000));
    return [...written, item(5)];
  };
  const whole = await filled(clock);
  const changed = await change(whole);
  await whole.batchWrite({ deletes: [item(5)] });
  const writes = await countWrites(whole, () => publishKeys(whole, changed, [2]));
  expect(writes).toBeGreaterThan(4);
  for (let killedAt = 0; killedAt < writes; killedAt++) {
    const table = await filled(clock);
    const before = await rootIn(table);
    await change(table);
    await table.batchWrite({ deletes: [item(5)] });
    const revive = killAfter(table, killedAt);
    await publishKeys(table, changed, [2]).catch((error: Error) => expect(error.message).toBe("killed"));
    revive();
    // The former version or the new one, whole.
    const { version } = await rootIn(table);
    const values = [await valueIn(table, 3), await valueIn(table, 599), await valueIn(table, 5)];
    expect(values).toEqual(version === before.version ? [3, 599, 5] : ["new", "new", undefined]);
    await publishKeys(table, changed, [2]);
    expect([killedAt, await driftsOf(table)]).toEqual([killedAt, []]);
    expect(await rootIn(table)).toMatchObject({ dataVersion: 2, above: [] });
  }
});

test("a commit whose answer is lost is found to be done", async () => {
  const table = await filled(clock);
  const written = await write(table, item(3, "new"));
  const over = processOn(table);
  const update = over.update.bind(over);
  let lost = false;
  over.update = async (key, what) => {
    const answer = await update(key, what);
    // The client tries again, and its own first write refuses the second.
    if (what.when !== undefined && !lost) {
      lost = true;
      return update(key, what);
    }
    return answer;
  };
  const { root } = await publishKeys(over, written, [2]);
  expect(lost).toBe(true);
  expect(root.version).toBe((await rootIn(table)).version);
  expect(await valueIn(table, 3)).toBe("new");
  expect(await blobs(table)).toEqual(await blobsOf(table));
});

test("replaced pages stay for late readers, are removed after that, and those in use never", async () => {
  const table = await filled(clock);
  const late = await coldSnapshot(table);
  await publishKeys(table, await write(table, item(3, "new")), [2]);
  later(50);
  await publishKeys(table, await write(table, item(3, "newer")), [3]);
  // Everything is still there for the reader of the first version.
  expect((await loaded(() => late.query({ partition: "Thing#3" }, 1_000))).items).toHaveLength(120);
  expect(await blobs(table)).toEqual(await blobsOf(table));
  for (const n of numbers(30)) {
    later(20);
    await publishKeys(table, await write(table, item(n * 17, `round ${n}`)), [n + 4]);
    const stored = new Set(await blobs(table));
    expect((await blobsOf(table)).filter((each) => !stored.has(each))).toEqual([]);
  }
  expect(await blobs(table)).toEqual(await blobsOf(table));
  const { retired } = await rootIn(table);
  // Of four publications within a minute: each replaces a branch and at most a page of things and two of their list.
  expect(retired.length).toBeLessThanOrEqual(4 * 4 + 4);
  expect(await driftsOf(table)).toEqual([]);
});

test("pages stay for a long reader until it is done, or until a killed one would have been", async () => {
  const table = await filled(clock);
  const edits = async (seconds: number) => {
    for (let passed = 0; passed < seconds; passed += 50) {
      later(50);
      await publishKeys(table, await write(table, item(3, `at ${time}`)), [Date.parse(time)]);
    }
  };
  const everyThing = async (snapshot: Snapshot) =>
    (await loaded(() => snapshot.query({ partition: "Thing#3" }, 1_000))).items.length;

  await whileKept(table, async () => {
    const long = await coldSnapshot(table);
    await edits(300);
    expect(await everyThing(long)).toBe(120);
  });
  await edits(100);
  expect((await rootIn(table)).retired.length).toBeLessThanOrEqual(4 * 3);
  expect(await blobs(table)).toEqual(await blobsOf(table));

  // It never ends.
  await new Promise<void>((hasBegun) => {
    void whileKept(table, () => {
      hasBegun();
      return new Promise(() => undefined);
    });
  });
  const long = await coldSnapshot(table);
  await edits(14 * 60);
  expect(await everyThing(long)).toBe(120);
  const late = await coldSnapshot(table);
  await edits(180);
  await expect(everyThing(late)).rejects.toMatchObject({ code: "SERVICE_UNAVAILABLE" });
});

const broken: readonly [string, (table: Table, key: { pk: string; sk: string }) => Promise<void>][] = [
  ["missing", (table, key) => table.batchWrite({ deletes: [key] })],
  ["damaged", (table, key) => table.put({ ...key, bytes: Buffer.from("no gzip") })],
];

test.each(broken)(
  "a %s page is found, and a publication of everything writes it again",
  async (_, damage) => {
    const table = await filled(clock);
    for (const isBranch of [false, true]) {
      const store = new SnapshotStore(table);
      const root = await store.look();
      const ref = isBranch ? root.branches[0]! : (await pagesIn(store, root))[0]!.ref;
      await damage(table, blobKeys(ref)[0]!);
      expect(await driftsOf(table)).toEqual([{ key: rootKey, drift: "DIFFERS" }]);
      await publishWhole(table);
      expect(await driftsOf(table)).toEqual([]);
      expect(await valueIn(table, 3)).toBe(3);
    }
  },
);

test("a check finds what is missing, differs, and is published although it is not there", async () => {
  const table = await filled(clock);
  await table.batchWrite({ puts: [item(3, "other"), item(2_000)], deletes: [item(5)] });
  const key = (n: number) => ({ pk: item(n).pk, sk: item(n).sk });
  const found = await driftsOf(table);
  expect(found).toContainEqual({ key: key(3), drift: "DIFFERS" });
  expect(found).toContainEqual({ key: key(2_000), drift: "MISSING" });
  expect(found).toContainEqual({ key: key(5), drift: "SUPERFLUOUS" });
  expect(new Set(found.map((each) => each.key.sk))).toEqual(new Set(["0003", "0005", "2000"]));
  await publishWhole(table);
  expect(await driftsOf(table)).toEqual([]);
});

test("documents of a version are computed from its items, and published with them", async () => {
  const table = await filled(clock);
  const count = { pk: "Document#counts", sk: "all" };
  const derive = (reader: { count(list: { partition: string; index: "list" }): number }) =>
    new Map([
      [placeOf(count), { ...count, document: reader.count({ partition: "All#Thing", index: "list" }) }],
    ]);
  const written = await write(table, item(2_000));
  const store = new SnapshotStore(table);
  const { root } = await publishSnapshot(store, {
    written: { keys: written, dataVersions: [2] },
    derive,
    now: time,
  });
  expect((await loaded(() => new Snapshot(store, root).get(count)))?.document).toBe(601);
  expect(await checkSnapshot(store, derive)).toEqual([]);
  expect(await checkSnapshot(store, () => new Map([[placeOf(count), { ...count, document: 1 }]]))).toEqual([
    { key: count, drift: "DIFFERS" },
  ]);
});

test("what nobody publishes and attributes of writers are not seen", async () => {
  const table = await startTable(clock);
  const hidden = { pk: "History#x", sk: "1", value: 1 };
  const record = { ...item(1), contentHash: "x", reason: "secret", requestKey: "secret" };
  await publishKeys(table, await write(table, hidden, record));
  const snapshot = await coldSnapshot(table);
  expect(await loaded(() => snapshot.get(hidden))).toBeNull();
  expect(await loaded(() => snapshot.get(record))).toEqual(item(1));
  expect(await driftsOf(table)).toEqual([]);
});
