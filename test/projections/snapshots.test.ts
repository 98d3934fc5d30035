import fc from "fast-check";
import { createRepositories } from "../../src/storage";
import type { Key } from "../../src/storage/engine/key";
import { loaded } from "../../src/storage/engine/reader";
import { Table } from "../../src/storage/engine/table";
import { codecs } from "../../src/storage/records/codecs";
import { keys } from "../../src/storage/records/keys";
import { saveAll } from "../../src/storage/records/save";
import { Snapshot } from "../../src/storage/snapshots/snapshot";
import { SnapshotStore } from "../../src/storage/snapshots/snapshot-store";
import { aCentre, anArea, anIndicator, anObservation } from "../support/builders";
import { figuresOf, saved, saveEmptyCity, saveFigures } from "../support/figures";
import {
  changedDocuments,
  followChanges,
  fromPublished,
  publishedDocuments,
  rebuild,
  verify,
} from "../support/projections";
import { runs } from "../support/runs";
import { isFollowedKey } from "../support/stream";
import { startTable } from "../support/test-table";

const now = "2026-01-02T00:00:00.000Z";
const scope = "comune:1";

async function cityOf(size: number): Promise<{ table: Table; codes: string[] }> {
  const table = await startTable();
  const codes = await saveEmptyCity(table, size);
  await saveFigures(table, figuresOf(codes));
  return { table, codes };
}

const nothing = [{ scope: "snapshot", written: 0 }];

const read = (table: Table, id: string, of = scope) =>
  fromPublished(table, ({ documents }) => documents.one<Record<string, unknown>>(of, id));

/** Names of the documents that a publication changes. */
async function changedBy(table: Table, publish: () => Promise<unknown>): Promise<string[]> {
  const before = await publishedDocuments(table);
  await publish();
  return changedDocuments(before, await publishedDocuments(table)).filter(
    (name) => !name.startsWith("search "),
  );
}

test("rebuild gives a series of each indicator and level, and the coverage of each indicator", async () => {
  const { table } = await cityOf(3);
  expect(await verify(table)).not.toEqual([]);
  expect(await changedBy(table, () => rebuild(table, now))).toEqual([
    "cities coverage",
    "cities series/CITY/share",
    "comune:1 coverage",
    "comune:1 series/DISTRICT/residents",
    "comune:1 series/DISTRICT/share",
    "comune:1 series/NEIGHBOURHOOD/residents",
    "comune:1 series/NEIGHBOURHOOD/share",
    "counts CENTRES",
    "counts SERVICES",
    "published-cities codes",
  ]);
  expect(await verify(table)).toEqual([]);
  for (const indicator of ["residents", "share"])
    for (const level of ["DISTRICT", "NEIGHBOURHOOD"])
      expect(await read(table, `series/${level}/${indicator}`)).toMatchObject({
        indicator: { code: indicator },
        level,
      });
  expect(await read(table, "coverage")).toMatchObject({
    residents: [{ level: "NEIGHBOURHOOD" }],
    share: [{ level: "CITY" }, { level: "NEIGHBOURHOOD" }],
  });
  table.meter.reset();
  expect(await rebuild(table, "2026-01-03T00:00:00.000Z")).toEqual(nothing);
  expect(table.meter.writeUnits).toBe(0);
});

test("a changed observation changes the series of its indicator and level alone", async () => {
  const { table } = await cityOf(3);
  await rebuild(table, now);
  await saveFigures(table, [anObservation({ indicatorCode: "share", areaCode: "nil:3", value: 99 })]);
  expect(await verify(table)).not.toEqual([]);
  const key = keys.observation("nil:3", "share", "2024");
  expect(await changedBy(table, () => followChanges(table, [key], now))).toEqual([
    "comune:1 series/NEIGHBOURHOOD/share",
  ]);
  expect(await verify(table)).toEqual([]);
});

test("a change outside all documents writes nothing", async () => {
  const { table } = await cityOf(2);
  await rebuild(table, now);
  table.meter.reset();
  expect(await followChanges(table, [keys.record("Milestone", "any")], now)).toEqual(nothing);
  expect(table.meter.writeUnits).toBe(0);
});

test("a change in one city does not change another", async () => {
  const { table } = await cityOf(2);
  const others = await saveEmptyCity(table, 2, "comune:2");
  await saveFigures(table, figuresOf(others, "comune:2"));
  await rebuild(table, now);
  await saveFigures(table, [anObservation({ indicatorCode: "share", areaCode: others[0]!, value: 99 })]);
  const key = keys.observation(others[0]!, "share", "2024");
  expect(await changedBy(table, () => followChanges(table, [key], now))).toEqual([
    "comune:2 series/NEIGHBOURHOOD/share",
  ]);
  expect(await verify(table)).toEqual([]);
});

test("a value of a city itself is shown beside those of other cities", async () => {
  const { table } = await cityOf(2);
  await saveFigures(table, figuresOf(await saveEmptyCity(table, 2, "comune:2"), "comune:2"));
  await rebuild(table, now);
  const own = { indicatorCode: "share", areaCode: "comune:2", areaLevel: "CITY" } as const;
  await saveFigures(table, [anObservation({ ...own, value: 99 })]);
  const key = keys.observation("comune:2", "share", "2024");
  const changed = await changedBy(table, () => followChanges(table, [key], now));
  expect(new Set(changed.map((name) => name.split(" ")[0]))).toEqual(new Set(["cities", "comune:2"]));
  expect(await verify(table)).toEqual([]);
  expect(await read(table, "series/CITY/share", "cities")).toMatchObject({
    areas: [{ code: "comune:1" }, { code: "comune:2" }],
    observations: [{ value: 7.5 }, { value: 7.5 }, { value: 7.5 }, { value: 99 }],
  });
});

test("an indicator, a source or an area that changes is shown in every city", async () => {
  const { table } = await cityOf(2);
  await rebuild(table, now);
  await saveAll(table, codecs.indicator, [anIndicator({ code: "share", unit: "percent" })], saved);
  await saveAll(table, codecs.area, [anArea({ code: "nil:1", name: "Nuovo" })], saved);
  const changed = [keys.record("IndicatorDefinition", "share"), keys.record("Area", "nil:1")];
  await followChanges(table, changed, now);
  expect(await verify(table)).toEqual([]);
  expect(await read(table, "series/NEIGHBOURHOOD/share")).toMatchObject({
    areas: [{ code: "nil:1", name: "Nuovo" }, { code: "nil:2" }],
    indicator: { unit: "percent" },
  });
});

/** A table that ends like a killed process at its nth write. */
function killedAt(table: Table, nth: number): Table {
  let writes = 0;
  const over = new Table(table.name, table.client);
  const dying =
    <A extends unknown[], R>(write: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (++writes >= nth) throw new Error("killed");
      return write(...args);
    };
  return Object.assign(over, {
    batchWrite: dying(over.batchWrite.bind(over)),
    put: dying(over.put.bind(over)),
    update: dying(over.update.bind(over)),
  });
}

/** A written observation, the events delivered after it (repeated, in any order), and the write at which the process dies. */
const step = fc.record({
  area: fc.integer({ min: 1, max: 3 }),
  indicator: fc.constantFrom("residents", "share"),
  period: fc.constantFrom("2011", "2024"),
  value: fc.integer({ min: 0, max: 2_000 }),
  delivered: fc.array(fc.nat(20), { maxLength: 3 }),
  late: fc.nat(),
  dies: fc.option(fc.integer({ min: 1, max: 6 }), { nil: null }),
  centre: fc.boolean(),
});

test("after any order, repetition and crash of events the documents are current", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      const { table } = await cityOf(3);
      const [events, left]: [Key[], Key[]] = [[], []];
      for (const { area, indicator, period, value, delivered, dies, centre } of steps) {
        const areaCode = `nil:${area}`;
        if (centre) {
          const record = aCentre({ code: `test:${value % 3}`, areaCodes: [scope, areaCode] });
          await saveAll(table, codecs.centre, [record], saved);
          events.push(codecs.centre.key(record));
        } else {
          await saveFigures(table, [anObservation({ areaCode, indicatorCode: indicator, period, value })]);
          events.push(keys.observation(areaCode, indicator, period));
        }
        const batch = delivered.map((i) => events[i % events.length]!);
        const over = dies === null ? table : killedAt(table, dies);
        await followChanges(over, batch, now).catch((error: Error) => {
          if (error.message !== "killed") throw error;
          // The stream has the writes of a killed process too, those in lists left out.
          left.push(...over.unpublished.take().keys.filter(isFollowedKey));
        });
      }
      // A stream delivers every event at least once, and again after a crash.
      const late = [...events.keys()].sort((a, b) => steps[a]!.late - steps[b]!.late);
      for (const event of [...late, late[0]!].map((i) => events[i]!))
        await followChanges(table, [event], now);
      // The city itself came before the first step.
      await followChanges(table, [keys.record("Area", scope), ...left], now);
      expect(await verify(table)).toEqual([]);
      expect(await rebuild(table, now)).toEqual(nothing);
    }),
    { numRuns: runs(10) },
  );
});

test("simultaneous refreshes all finish, and nothing of their writes is missing", async () => {
  const { table, codes } = await cityOf(3);
  await rebuild(table, now);
  const write = async (n: number) => {
    const areaCode = codes[n % codes.length]!;
    await saveFigures(table, [anObservation({ indicatorCode: "share", areaCode, period: "2024", value: n })]);
    await saveAll(
      table,
      codecs.centre,
      [aCentre({ code: `test:${n}`, areaCodes: [scope, areaCode] })],
      saved,
    );
    await followChanges(
      table,
      [keys.observation(areaCode, "share", "2024"), keys.record("Centre", `test:${n}`)],
      now,
    );
  };
  await Promise.all(Array.from({ length: 8 }, (_, n) => write(n)));
  expect(await verify(table)).toEqual([]);
});

test("a reader between any two writes sees documents of one version only", async () => {
  const { table, codes } = await cityOf(2);
  const generation = async (n: number) => {
    const share = { indicatorCode: "share", value: n };
    for (const period of ["2011", "2024"])
      await saveFigures(table, [
        anObservation({ ...share, areaCode: scope, areaLevel: "CITY", period }),
        ...codes.map((areaCode) => anObservation({ ...share, areaCode, period })),
      ]);
  };
  const seen = new Map<number, Set<number>>();
  const look = async () => {
    // A cold reader: nothing is remembered.
    const store = new SnapshotStore(table);
    const root = await store.look();
    const { documents } = createRepositories(new Snapshot(store, root));
    for (const id of ["series/DISTRICT/share", "series/NEIGHBOURHOOD/share"]) {
      const found = await loaded(() => documents.one(scope, id));
      if (found === null) continue;
      const values = [...JSON.stringify(found).matchAll(/"share".{1,90}"value":(\d+)/g)];
      const all = seen.get(root.version) ?? new Set();
      for (const [, value] of values) all.add(Number(value));
      seen.set(root.version, all);
    }
  };
  const watched = new Table(table.name, table.client);
  const looking =
    <A extends unknown[], R>(write: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      await look();
      return write(...args);
    };
  Object.assign(watched, {
    unpublished: table.unpublished,
    batchWrite: looking(watched.batchWrite.bind(watched)),
    update: looking(watched.update.bind(watched)),
  });
  for (const n of [1, 2, 3]) {
    await generation(n);
    await rebuild(watched, now);
  }
  await look();
  expect([...seen.values()].map((values) => [...values])).toEqual([[1], [2], [3]]);
});
