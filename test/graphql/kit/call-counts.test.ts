import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { aCentre, aCity, anArea, anIndicator, anObservation, aSource, aTerm } from "../../support/builders";
import { startHub, type TestHub } from "../../support/hub";

const imported = { origin: "test", now: "2026-01-01T00:00:00Z" };
const codesTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);

/** A synthetic city with neighbourhoods, each with one centre that has a source of its own. */
async function cityOf(size: number): Promise<TestHub> {
  const hub = await startHub();
  const save = <T>(codec: Parameters<typeof saveAll<T>>[1], records: T[]) =>
    saveAll(hub.table, codec, records, imported);
  await save(codecs.taxonomyTerm, [aTerm()]);
  await save(codecs.indicator, [anIndicator()]);
  await save(codecs.sourceRef, [aSource(), ...codesTo(size).map((i) => aSource({ code: `test-${i}` }))]);
  await save(codecs.area, [aCity(), ...codesTo(size).map((i) => anArea({ code: `nil:${i}` }))]);
  await save(
    codecs.observation,
    codesTo(size).map((i) => anObservation({ areaCode: `nil:${i}` })),
  );
  await save(
    codecs.centre,
    codesTo(size).map((i) =>
      aCentre({
        code: `test:${i}`,
        name: `Casa ${i}`,
        position: { latitude: 45.4 + i / 1000, longitude: 9.1 },
        areaCodes: ["comune:1", `nil:${i}`],
        kindHistory: [
          {
            kindCode: "centre-kind:HUB",
            validFrom: null,
            validTo: null,
            assertedOn: "2026",
            sourceCode: `test-${i}`,
          },
        ],
        sourceCodes: ["test", `test-${i}`],
      }),
    ),
  );
  hub.table.meter.reset();
  return hub;
}

const centresQuery = /* GraphQL */ `
  query ($first: Int!) {
    centres(first: $first) {
      totalCount
      nodes {
        name
        kind { name { it } }
        kindHistory { kind { code } sourceRef { title } }
        areas { name city { name } sourceRefs { title } }
        sourceRefs { title licence }
      }
    }
  }
`;

test("50 centres with areas, kinds and sources cost as many calls as 5", async () => {
  const small = await cityOf(5);
  const large = await cityOf(60);
  const answer = await large.ask<{
    centres: { totalCount: number; nodes: { areas: { city: unknown }[] }[] };
  }>(centresQuery, { first: 50 });
  expect(answer.errors).toBeUndefined();
  expect(answer.data?.centres.totalCount).toBe(60);
  expect(answer.data?.centres.nodes).toHaveLength(50);
  expect(answer.data?.centres.nodes[0]?.areas).toHaveLength(2);
  await small.ask(centresQuery, { first: 5 });
  // The page, its total, and one batch each for centres, areas, terms and sources.
  expect(large.table.meter.calls).toEqual({ Query: 2, BatchGet: 4 });
  expect(small.table.meter.calls).toEqual(large.table.meter.calls);
});

test("a value of every area on a page costs one more call, not one per area", async () => {
  const hub = await cityOf(60);
  const { data } = await hub.ask<{ areas: { nodes: { observation: { value: number } }[] } }>(
    `{ areas(first: 50) { nodes { observation(indicator: "residents", period: "2024") { value indicator { name { it } } } } } }`,
  );
  expect(data?.areas.nodes.map((node) => node.observation.value)).toEqual(Array(50).fill(100));
  expect(hub.table.meter.calls).toEqual({ Query: 1, BatchGet: 2 });
});

test("the nearest centres cost a bounded number of calls, for any number of centres", async () => {
  const query = `{ nearestCentres(input: { point: { latitude: 45.43, longitude: 9.1 }, first: 3 }) { results { centre { sourceRefs { title } } } } }`;
  for (const size of [5, 60]) {
    const hub = await cityOf(size);
    const { errors } = await hub.ask(query);
    expect(errors).toBeUndefined();
    expect(hub.table.meter.calls.Query).toBeLessThanOrEqual(27);
    expect(hub.table.meter.calls.BatchGet).toBe(1);
  }
});

test("a total that is not requested is not counted", async () => {
  const hub = await cityOf(5);
  await hub.ask("{ centres { nodes { name } } }");
  expect(hub.table.meter.calls).toEqual({ Query: 1, BatchGet: 1 });
});

test("two fields with the same record share one read", async () => {
  const hub = await cityOf(5);
  await hub.ask(
    `{ a: centre(code: "test:1") { name } b: centre(code: "test:1") { code } c: centre(code: "test:2") { code } }`,
  );
  expect(hub.table.meter.calls).toEqual({ BatchGet: 1 });
});
