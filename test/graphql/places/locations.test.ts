import { placeIssues } from "../../../src/ingest/run/place-issues";
import { locateCentres } from "../../../src/projections/locations";
import { refreshBatch } from "../../../src/projections/refresh";
import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { aCentre, aCity, anArea, aService, aServiceAtLocation, aSource } from "../../support/builders";
import { startHub, type TestHub } from "../../support/hub";

const options = { origin: "test", now: "2026-01-01T00:00:00Z" };

/** SYNTHETIC: buildings with a centre that has a point and an office without one, and a centre alone. */
async function buildings(count: number): Promise<TestHub> {
  const hub = await startHub();
  const save = <T>(codec: Parameters<typeof saveAll<T>>[1], records: T[]) =>
    saveAll(hub.table, codec, records, options);
  const numbers = Array.from({ length: count }, (_, i) => i + 1);
  const address = (street: string, n: number) => ({
    streetAddress: `${street}, ${n * 10}`,
    locality: "Borgo",
    postalCode: null,
    country: "IT",
  });
  await save(codecs.area, [aCity(), anArea({ code: "d:1" })]);
  await save(codecs.sourceRef, [aSource({ code: "centres" }), aSource({ code: "offices" })]);
  const areaCodes = ["comune:1", "d:1"];
  const centres = [...numbers, count + 1].map((n) =>
    aCentre({
      code: `centre:${n}`,
      name: `Casa ${n}`,
      address: address("Via G. Verdi", n),
      position: { latitude: 45 + n / 1000, longitude: 9 },
      declaredAreaCode: "d:1",
      areaCodes,
      sourceCodes: ["centres"],
    }),
  );
  const offices = numbers.map((n) =>
    aCentre({
      code: `office:${n}`,
      name: `Ufficio ${n}`,
      address: address("Via Giuseppe Verdi", n),
      declaredAreaCode: "d:1",
      areaCodes,
      sourceCodes: ["offices"],
    }),
  );
  await save(codecs.centre, [...centres, ...offices]);
  const given = numbers.map((n) => aServiceAtLocation({ code: `test:s1:${n}`, centreCode: `office:${n}` }));
  await save(codecs.service, [aService()]);
  await save(codecs.serviceAtLocation, given);
  await refreshBatch(
    hub.table,
    given.map((record) => ({ type: "serviceAtLocation" as const, record })),
    options,
  );
  await locateCentres(hub.table, options.now);
  return hub;
}

const fields = /* GraphQL */ `
  code
  locationType
  address { streetAddress locality }
  position { latitude longitude }
  geocodeQuality
  positionReason
  positionCentre { code }
  areas { code }
  centres { code position { latitude } }
  services { code }
  sourceRefs { code }
`;

const shared = {
  code: "it:borgo:via-giuseppe-verdi-10",
  locationType: "PHYSICAL",
  address: { streetAddress: "Via Giuseppe Verdi, 10", locality: "Borgo" },
  position: { latitude: 45.001, longitude: 9 },
  geocodeQuality: "UNKNOWN",
  positionReason: "ONLY_POINT",
  positionCentre: { code: "centre:1" },
  areas: [{ code: "comune:1" }, { code: "d:1" }],
  centres: [
    { code: "centre:1", position: { latitude: 45.001 } },
    { code: "office:1", position: null },
  ],
  services: [{ code: "test:s1:1" }],
  sourceRefs: [{ code: "centres" }, { code: "offices" }],
};

const lone = {
  ...shared,
  code: "it:borgo:via-g-verdi-20",
  address: { streetAddress: "Via G. Verdi, 20", locality: "Borgo" },
  position: { latitude: 45.002, longitude: 9 },
  positionCentre: { code: "centre:2" },
  centres: [{ code: "centre:2", position: { latitude: 45.002 } }],
  services: [],
  sourceRefs: [{ code: "centres" }],
};

test("a location is one building with all its centres and services, and states the origin of its point", async () => {
  const { ask } = await buildings(1);
  expect(await ask(`{ locations { totalCount nodes { ${fields} } } }`)).toEqual({
    data: { locations: { totalCount: 2, nodes: [lone, shared] } },
  });
  expect(await ask(`{ location(code: "${shared.code}") { ${fields} } }`)).toEqual({
    data: { location: shared },
  });
});

test("locations are listed by area and by whether they are shared", async () => {
  const { ask } = await buildings(1);
  const codes = async (filter: string) => {
    const { data } = await ask<{ locations: { nodes: { code: string }[]; totalCount: number } }>(
      `{ locations(filter: { ${filter} }) { totalCount nodes { code } } }`,
    );
    expect(data!.locations.totalCount).toBe(data!.locations.nodes.length);
    return data!.locations.nodes.map(({ code }) => code);
  };
  expect(await codes("shared: true")).toEqual([shared.code]);
  expect(await codes("shared: false")).toEqual([lone.code]);
  expect(await codes('shared: true, area: "d:1"')).toEqual([shared.code]);
  expect(await codes('area: "comune:1"')).toEqual([lone.code, shared.code]);
  const { errors } = await ask('{ locations(filter: { area: "d:9" }) { totalCount } }');
  expect(errors).toMatchObject([{ extensions: { code: "UNKNOWN_CODE", where: "filter.area" } }]);
});

test("a location is found by its id", async () => {
  const { ask } = await buildings(1);
  const { data } = await ask<{ location: { id: string } }>(`{ location(code: "${shared.code}") { id } }`);
  expect(
    await ask("query ($id: ID!) { node(id: $id) { __typename ... on Location { code } } }", data!.location),
  ).toEqual({ data: { node: { __typename: "Location", code: shared.code } } });
});

const pageOfCentres = /* GraphQL */ `
  query ($first: Int!) {
    centres(first: $first) {
      nodes {
        code
        location {
          position { latitude }
          positionCentre { name }
          centres { name }
          services { service { name { it } } }
          sourceRefs { title }
        }
      }
    }
  }
`;

test("each of 50 centres has its location", async () => {
  const large = await buildings(40);
  const answer = await large.ask<{ centres: { nodes: { location: unknown }[] } }>(pageOfCentres, {
    first: 50,
  });
  expect(answer.errors).toBeUndefined();
  expect(answer.data!.centres.nodes).toHaveLength(50);
  expect(answer.data!.centres.nodes.every(({ location }) => location !== null)).toBe(true);
});

test("an office without a point has the point of its location, and none of its own", async () => {
  const { ask } = await buildings(1);
  expect(
    await ask('{ centre(code: "office:1") { position { latitude } location { position { latitude } } } }'),
  ).toEqual({ data: { centre: { position: null, location: { position: { latitude: 45.001 } } } } });
});

test("proposals from comparing places are found under their origin, although no dataset states them", async () => {
  const { ask, table } = await buildings(1);
  await placeIssues(table, options.now)(await locateCentres(table, options.now));
  expect(
    await ask(
      '{ dataQualityIssues(filter: { source: "hub-matching" }) { nodes { rule sourceCode source { code } entity { code } } } }',
    ),
  ).toEqual({
    data: {
      dataQualityIssues: {
        nodes: [
          { rule: "POINT_PROPOSED", sourceCode: "hub-matching", source: null, entity: { code: "office:1" } },
        ],
      },
    },
  });
});

test("a centre that was never compared has no location yet", async () => {
  const { ask, table } = await startHub();
  await saveAll(table, codecs.centre, [aCentre()], options);
  expect(await ask('{ centre(code: "test:1") { location { code } } locations { totalCount } }')).toEqual({
    data: { centre: { location: null }, locations: { totalCount: 0 } },
  });
});
