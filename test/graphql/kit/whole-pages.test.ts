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

test("50 centres have their areas, kinds and sources", async () => {
  const large = await cityOf(60);
  const answer = await large.ask<{
    centres: { totalCount: number; nodes: { areas: { city: unknown }[] }[] };
  }>(centresQuery, { first: 50 });
  expect(answer.errors).toBeUndefined();
  expect(answer.data?.centres.totalCount).toBe(60);
  expect(answer.data?.centres.nodes).toHaveLength(50);
  expect(answer.data?.centres.nodes[0]?.areas).toHaveLength(2);
});

test("every area on a page has its value", async () => {
  const hub = await cityOf(60);
  const { data } = await hub.ask<{ areas: { nodes: { observation: { value: number } }[] } }>(
    `{ areas(first: 50) { nodes { observation(indicator: "residents", period: "2024") { value indicator { name { it } } } } } }`,
  );
  expect(data?.areas.nodes.map((node) => node.observation.value)).toEqual(Array(50).fill(100));
});
