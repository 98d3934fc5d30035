import fc from "fast-check";
import { followedIn, type StreamRecord, streamHandler } from "../../src/app/stream-handler";
import { refresh, repair, verify } from "../../src/projections/refresh";
import type { Item, Key } from "../../src/storage/engine/key";
import { Table } from "../../src/storage/engine/table";
import { codecs } from "../../src/storage/records/codecs";
import { keys } from "../../src/storage/records/keys";
import { saveAll } from "../../src/storage/records/save";
import { parkedWrites } from "../../src/storage/snapshots/parked";
import { aCentre, anObservation, aService, aServiceAtLocation } from "../support/builders";
import { figuresOf, saved, saveEmptyCity, saveFigures } from "../support/figures";
import { fromPublished } from "../support/projections";
import { runs } from "../support/runs";
import { isFollowedKey } from "../support/stream";
import { copiesOf } from "../support/table-copies";
import { everyItem } from "../support/table-state";

const now = "2026-01-02T00:00:00.000Z";
const centre = aCentre({ code: "test:centre", areaCodes: ["comune:1", "nil:1"] });
const service = aService({ code: "s:1" });
const place = aServiceAtLocation({ code: "p:1", serviceCode: service.code, centreCode: centre.code });

const cityOf = (size: number) =>
  copiesOf(async (table) => {
    await saveFigures(table, figuresOf(await saveEmptyCity(table, size)));
    await saveAll(table, codecs.centre, [centre, { ...centre, code: "test:other" }], saved);
    await saveAll(table, codecs.service, [service], saved);
    await saveAll(table, codecs.serviceAtLocation, [place], saved);
    const changes = [centre, service, place].map((record) => ({ record }));
    await refresh(
      table,
      [
        { ...changes[0]!, key: codecs.centre.key(centre) },
        { ...changes[1]!, key: codecs.service.key(service) },
        { ...changes[2]!, key: codecs.serviceAtLocation.key(place) },
      ],
      { now },
    );
    await refresh(table, "EVERYTHING", { now });
  });
const small = cityOf(3);

/** A new instance of the function: nothing is in its memory. */
const instanceOn = ({ name, client }: Table): Table => new Table(name, client);
const batchOf = (written: readonly Key[]) => ({
  Records: written.map(
    ({ pk, sk }, n): StreamRecord => ({
      dynamodb: { Keys: { pk: { S: pk }, sk: { S: sk } }, SequenceNumber: String(n) },
    }),
  ),
});
const follow = (table: Table, written: readonly Key[]) =>
  streamHandler(followedIn(instanceOn(table)), jest.fn())(batchOf(written));

const changed = keys.observation("nil:3", "share", "2024");
/** Writes an observation, as an import does that is not published yet. */
const change = (table: Table, value: number) =>
  saveFigures(instanceOn(table), [anObservation({ indicatorCode: "share", areaCode: "nil:3", value })]);
const published = (table: Table) =>
  fromPublished(table, ({ observations }) =>
    observations.byKeys([{ areaCode: "nil:3", indicatorCode: "share", period: "2024" }]),
  );

test("a broken stored item is parked by its own name, and what came with it is published", async () => {
  const table = await small();
  const key = codecs.centre.key(centre);
  const item = (await table.get(key)) as Item;
  await instanceOn(table).put({ ...item, edgeKeys: "no list" });
  await change(table, 99);
  expect(await follow(table, [changed, key])).toEqual({ batchItemFailures: [] });
  expect(await parkedWrites(table)).toEqual([
    { key, reason: expect.stringMatching(/^Parked at 20.*could not be published: TypeError/) },
  ]);
  expect((await published(table))[0]?.value).toBe(99);
  // Who checks the hub reads its name too, until the record is written again.
  expect((await verify(table)).unreadable).toContainEqual(expect.objectContaining({ key }));
  await instanceOn(table).put(item);
  expect(await follow(table, [key])).toEqual({ batchItemFailures: [] });
  expect(await parkedWrites(table)).toEqual([]);
});

test("a rebuild that succeeds ends what was parked", async () => {
  const table = await small();
  await followedIn(table).park({ key: changed, reason: "A release could not read it." });
  await repair(table, now);
  expect(await parkedWrites(table)).toEqual([]);
});

const junk = [null, "text", 7, [], {}, [null], { a: 1 }] as const;

test("property: whatever one item holds, the stream goes on and publishes what came with it", async () => {
  const items = (await everyItem(await small())).filter(isFollowedKey);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...items),
      fc.nat(),
      fc.constantFrom(undefined, ...junk),
      fc.integer({ min: 100, max: 999 }),
      async (item, which, value, next) => {
        const names = Object.keys(item).filter((name) => !/^(pk|sk|list|geo)/.test(name));
        const table = await small();
        const { [names[which % names.length]!]: _, ...rest } = item;
        const broken = { ...rest, ...(value !== undefined && { [names[which % names.length]!]: value }) };
        await instanceOn(table).put(broken as Item);
        if (item.pk !== changed.pk || item.sk !== changed.sk) await change(table, next);
        expect(await follow(table, [item, changed])).toEqual({ batchItemFailures: [] });
        if (item.pk === changed.pk && item.sk === changed.sk) return;
        const isParked = (await parkedWrites(table)).map(({ key }) => key);
        expect(isParked.filter(({ pk, sk }) => pk !== item.pk || sk !== item.sk)).toEqual([]);
        expect((await published(table))[0]?.value).toBe(next);
      },
    ),
    { numRuns: runs(40) },
  );
});

test("an observation that was written without a change costs a few reads, however large the city is", async () => {
  const costs: number[] = [];
  for (const table of [await small(), await cityOf(120)()]) {
    const own = instanceOn(table);
    await streamHandler(followedIn(own), jest.fn())(batchOf([changed]));
    expect(own.meter.writeUnits).toBe(0);
    costs.push(own.meter.readUnits);
  }
  expect(Math.max(...costs)).toBeLessThan(25);
});
