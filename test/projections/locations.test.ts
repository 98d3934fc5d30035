import fc from "fast-check";
import type { Centre } from "../../src/domain/places/centre";
import { locateCentres } from "../../src/projections/locations";
import { tableRepositories } from "../../src/storage";
import { allNodes } from "../../src/storage/engine/page";
import type { Table } from "../../src/storage/engine/table";
import { codecs } from "../../src/storage/records/codecs";
import { saveAll } from "../../src/storage/records/save";
import { aCentre, aCity, anArea } from "../support/builders";
import { startHub } from "../support/hub";
import { countWrites, killAfter } from "../support/kill-after";
import { someCentres } from "../support/place-arbitraries";
import { runs } from "../support/runs";
import { copiesOf } from "../support/table-copies";
import { stateOf } from "../support/table-state";
import { startTable } from "../support/test-table";

const now = "2026-01-01T00:00:00Z";
const options = { origin: "test", now };

async function startCity(): Promise<Table> {
  const table = await startTable();
  const areas = [
    aCity({ code: "city:1" }),
    ...["d:1", "d:2"].map((code) => anArea({ code, cityCode: "city:1" })),
  ];
  await saveAll(table, codecs.area, areas, options);
  return table;
}

const save = (table: Table, centres: readonly Centre[]) => saveAll(table, codecs.centre, centres, options);

/** Everything that is kept: each location with its members, and where each centre is said to be. */
async function kept(table: Table) {
  const { centreLocations, centres, locations } = tableRepositories(table);
  const records = await allNodes((request) => locations.page({}, request));
  const codes = (await centres.all()).map(({ code }) => code);
  return {
    listed: records.map(({ code, centreCodes }) => ({ code, centreCodes })),
    records,
    centres: (await centreLocations.byCodes(codes)).map((each) => each && [each.code, each.locationCode]),
  };
}

test("the number of runs and the order of records make no difference", async () => {
  const inRuns = someCentres.chain((centres) =>
    fc.tuple(fc.constant(centres), fc.array(fc.constantFrom(0, 1, 2), { minLength: 12, maxLength: 12 })),
  );
  await fc.assert(
    fc.asyncProperty(inRuns, async ([centres, runs]) => {
      const [atOnce, inParts] = [await startCity(), await startCity()];
      await save(atOnce, centres);
      await locateCentres(atOnce, now);
      for (const run of [2, 0, 1]) {
        await save(inParts, centres.filter((_, i) => runs[i] === run).reverse());
        await locateCentres(inParts, now);
      }
      const answer = await kept(atOnce);
      expect(await kept(inParts)).toEqual(answer);
      expect(answer.listed.flatMap(({ centreCodes }) => centreCodes).sort()).toEqual(
        centres.map(({ code }) => code).sort(),
      );
    }),
    { numRuns: runs(15) },
  );
});

const at = (code: string, streetAddress: string) =>
  aCentre({
    code,
    name: code,
    address: { streetAddress, locality: "Borgo", postalCode: null, country: "IT" },
  });

test("a second run writes nothing", async () => {
  const table = await startCity();
  await save(table, [at("a", "Via Roma 1"), at("b", "Via Roma 1"), at("c", "Via Roma 9")]);
  expect((await locateCentres(table, now)).changed).toBe(2);
  table.meter.reset();
  expect((await locateCentres(table, now)).changed).toBe(0);
  expect(table.meter.writeUnits).toBe(0);
});

test("a centre that moves takes its location with it, and leaves nothing behind", async () => {
  const table = await startCity();
  const { locations } = tableRepositories(table);
  await save(table, [at("a", "Via Roma 1"), at("b", "Via Roma 1")]);
  await locateCentres(table, now);
  await save(table, [at("b", "Via Milano 2")]);
  expect((await locateCentres(table, now)).changed).toBe(2);
  expect((await kept(table)).listed).toEqual([
    { code: "it:borgo:via-milano-2", centreCodes: ["b"] },
    { code: "it:borgo:via-roma-1", centreCodes: ["a"] },
  ]);
  await save(table, [at("b", "Via Roma, 1")]);
  await locateCentres(table, now);
  expect((await kept(table)).listed).toEqual([{ code: "it:borgo:via-roma-1", centreCodes: ["a", "b"] }]);
  expect(await locations.byCodes(["it:borgo:via-milano-2"])).toEqual([null]);
});

test("a run that was killed between its writes is completed by the next one", async () => {
  const table = await startCity();
  await save(table, [at("a", "Via Roma 1"), at("b", "Via Milano 2")]);
  await locateCentres(table, now);
  await save(table, [at("b", "Via Roma 1")]);
  const write = table.batchWrite;
  const whole = await startCity();
  await save(whole, [at("a", "Via Roma 1"), at("b", "Via Roma 1")]);
  await locateCentres(whole, now);
  for (let killedAt = 0; killedAt < 6; killedAt++) {
    let writes = 0;
    table.batchWrite = async (what) => {
      if (writes++ === killedAt) throw new Error("killed");
      return write.call(table, what);
    };
    await locateCentres(table, now).catch((error: Error) => expect(error.message).toBe("killed"));
    const { centreLocations, locations } = tableRepositories(table);
    for (const found of await centreLocations.byCodes(["a", "b"]))
      expect(await locations.byCodes([found!.locationCode])).not.toEqual([null]);
  }
  table.batchWrite = write;
  await locateCentres(table, now);
  expect(await kept(table)).toEqual(await kept(whole));
});

test("the next run removes the rest of a location that a killed run left", async () => {
  const moved = copiesOf(async (table) => {
    await saveAll(table, codecs.area, [aCity({ code: "city:1" })], options);
    await save(table, [at("a", "Via Roma 1"), at("b", "Via Milano 2")]);
    await locateCentres(table, now);
    await save(table, [at("b", "Via Roma 1")]);
  });
  const whole = await moved();
  const writes = await countWrites(whole, () => locateCentres(whole, now));
  for (let killedAt = 0; killedAt < writes; killedAt++) {
    const table = await moved();
    const revive = killAfter(table, killedAt);
    await expect(locateCentres(table, now)).rejects.toThrow("killed");
    revive();
    await locateCentres(table, now);
    expect([killedAt, await stateOf(table)]).toEqual([killedAt, await stateOf(whole)]);
  }
});

test("a location follows when an editor corrects an address, merges or retires a centre", async () => {
  const hub = await startHub();
  await save(hub.table, [at("a", "Via Roma 1"), at("b", "Via Milano 2")]);
  const edit = async (mutation: string) => {
    const { data, errors } = await hub.edit<{ done: { userErrors: unknown[] } }>(mutation);
    expect(errors).toBeUndefined();
    expect(data!.done.userErrors).toEqual([]);
    await hub.hub.published.settled();
    return (await kept(hub.table)).listed;
  };
  expect(
    await edit(/* GraphQL */ `
      mutation {
        done: updateCentre(
          input: {
            code: "b"
            expectedVersion: 1
            reason: "Test"
            fields: { address: { streetAddress: "V. Roma, 1", locality: "Borgo", country: "IT" } }
          }
        ) { userErrors { code } }
      }
    `),
  ).toEqual([{ code: "it:borgo:via-roma-1", centreCodes: ["a", "b"] }]);
  expect(
    await edit(
      `mutation { done: retireCentre(input: { reason: "Test", code: "a", expectedVersion: 1 }) { userErrors { code } } }`,
    ),
  ).toEqual([{ code: "it:borgo:via-roma-1", centreCodes: ["b"] }]);
  expect(await tableRepositories(hub.table).centreLocations.byCodes(["a"])).toEqual([null]);
});
