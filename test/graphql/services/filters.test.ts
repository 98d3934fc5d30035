import { refreshBatch } from "../../../src/projections/refresh";
import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { aCentre, anOrganization, aService, aServiceAtLocation, aTerm } from "../../support/builders";
import { startHub, type TestHub } from "../../support/hub";

const onDay = (day: string) => ({ origin: "test", now: `${day}T08:00:00.000Z` });
const old = onDay("2026-01-01");
const stepFree = [{ feature: "STEP_FREE_ACCESS" as const, availability: "YES" as const, note: null }];
const places = [
  aCentre({ code: "test:far", name: "Zeta", position: { latitude: 45.42, longitude: 9.1 } }),
  aCentre({
    code: "test:near",
    name: "Alfa",
    position: { latitude: 45.401, longitude: 9.1 },
    accessibility: stepFree,
    equipment: [{ feature: "WIFI", availability: "YES" }],
  }),
  aCentre({ code: "test:middle", name: "Mezzo", position: { latitude: 45.41, longitude: 9.1 } }),
];
const services = ["far", "near"].map((code) =>
  aService({ code: `test:${code}`, name: { it: `Per chi è ${code}`, en: null } }),
);
const nowhere = aService({ code: "test:nowhere", name: { it: "Al telefono", en: null } });
const locations = ["far", "near"].map((code) =>
  aServiceAtLocation({ code: `test:${code}:1`, serviceCode: `test:${code}`, centreCode: `test:${code}` }),
);

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
  await saveAll(hub.table, codecs.centre, places, old);
  await saveAll(hub.table, codecs.service, [...services, nowhere], old);
  await saveAll(hub.table, codecs.serviceAtLocation, locations, old);
  const records = [
    ...services.map((record) => ({ type: "service" as const, record })),
    ...locations.map((record) => ({ type: "serviceAtLocation" as const, record })),
  ];
  await refreshBatch(hub.table, records, old);
  await saveAll(
    hub.table,
    codecs.organization,
    [anOrganization(), anOrganization({ code: "company", kind: "HOUSING_COMPANY" })],
    old,
  );
  await saveAll(
    hub.table,
    codecs.taxonomyTerm,
    [
      aTerm(),
      aTerm({ code: "centre-kind:SMALL", parentCode: "centre-kind:HUB" }),
      aTerm({ code: "x:1", taxonomy: "x" }),
    ],
    old,
  );
  await saveAll(hub.table, codecs.organization, [anOrganization({ code: "young" })], onDay("2026-02-01"));
});

const near = "near: { point: { latitude: 45.4, longitude: 9.1 }, withinMetres: 1500 }";

test.each<[string, string[]]>([
  [`centres(filter: { ${near} })`, ["test:near", "test:middle"]],
  [`centres(filter: { ${near}, accessible: true, equipment: [WIFI] })`, ["test:near"]],
  [`centres(filter: { accessible: true })`, ["test:near"]],
  [`centres(filter: { accessible: false })`, []],
  [`centres(sort: NAME_DESC)`, ["test:far", "test:middle", "test:near"]],
  [`centres(sort: UPDATED, first: 1)`, ["test:far"]],
  [`centres(updatedSince: "2026-01-02T00:00:00Z")`, []],
  [`services(sort: DISTANCE, filter: { ${near.replace("1500", "15000")} })`, ["test:near", "test:far"]],
  [`services(filter: { ${near} })`, ["test:near"]],
  [`services(filter: { accessible: true })`, ["test:near"]],
  [`organizations(filter: { kind: HOUSING_COMPANY })`, ["company"]],
  [`organizations(sort: UPDATED)`, ["young", "bureau", "company"]],
  [`organizations(updatedSince: "2026-01-31T23:00:00+01:00")`, ["young"]],
  [`taxonomyTerms(filter: { taxonomy: "x" })`, ["x:1"]],
  [`taxonomyTerms(filter: { parent: "centre-kind:HUB" })`, ["centre-kind:SMALL"]],
])("%s gives %j", async (field, codes) => {
  const { data, errors } = await hub.ask<{ list: { nodes: { code: string }[] } }>(
    `{ list: ${field} { nodes { code } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data?.list.nodes.map(({ code }) => code)).toEqual(codes);
});

test("services by distance say how far their nearest centre is, as the nearest centres do", async () => {
  const point = "point: { latitude: 45.4, longitude: 9.1 }";
  const { data, errors } = await hub.ask<{
    services: { nodes: { nearestCentre: object }[] };
    nearestCentres: { results: { centre: { code: string } }[] };
    service: { nearestCentre: null };
  }>(`{
    services(sort: DISTANCE, filter: { near: { ${point}, withinMetres: 15000 } }) { nodes { nearestCentre(${point}, walkingSpeedKmh: 5) { ...Near } } }
    nearestCentres(input: { ${point}, withinMetres: 15000, walkingSpeedKmh: 5 }) { results { ...Near } }
    service(code: "test:nowhere") { nearestCentre(${point}) { distanceMetres } }
  }
  fragment Near on NearbyCentre { centre { code } distanceMetres walkingMinutes }`);
  expect(errors).toBeUndefined();
  const giving = data!.nearestCentres.results.filter(({ centre }) => centre.code !== "test:middle");
  expect(giving).toHaveLength(2);
  expect(data!.services.nodes.map(({ nearestCentre }) => nearestCentre)).toEqual(giving);
  // 1.3 x 111.2 m at 5 km/h.
  expect(giving[0]).toEqual({ centre: { code: "test:near" }, distanceMetres: 111.2, walkingMinutes: 1.7 });
  expect(data!.service.nearestCentre).toBeNull();
});

test("the nearest that meet a filter are searched in larger circles, and no condition is repeated", async () => {
  const answer = await hub.ask(
    `{ nearestCentres(input: { point: { latitude: 45.43, longitude: 9.1 }, first: 1, filter: { accessible: true } }) {
      first withinMetres results { centre { code } distanceMetres } } }`,
  );
  expect(answer).toEqual({
    data: {
      nearestCentres: {
        first: 1,
        withinMetres: 5000,
        results: [{ centre: { code: "test:near" }, distanceMetres: 3224.7 }],
      },
    },
  });
});

test.each([
  ["centres(sort: DISTANCE)", "BAD_USER_INPUT", "sort"],
  ["services(sort: DISTANCE)", "BAD_USER_INPUT", "sort"],
  [
    "centres(filter: { near: { point: { latitude: 95, longitude: 9 }, withinMetres: 10 } })",
    "BAD_USER_INPUT",
    "filter.near.point",
  ],
  [
    'service(code: "test:near") { nearestCentre(point: { latitude: 95, longitude: 9 }) { centre { code } } } all: services',
    "BAD_USER_INPUT",
    "point",
  ],
  [
    "services(filter: { near: { point: { latitude: 45, longitude: 9 }, withinMetres: 0 } })",
    "BAD_USER_INPUT",
    "filter.near.withinMetres",
  ],
  ['taxonomyTerms(filter: { parent: "x:404" })', "UNKNOWN_CODE", "filter.parent"],
])("rejects %s with an error that names it", async (field, code, where) => {
  const { errors } = await hub.ask(`{ list: ${field} { nodes { code } } }`);
  expect(errors).toMatchObject([{ extensions: { code, where } }]);
});

test("rejects a second circle beside that of the nearest", async () => {
  const { errors } = await hub.ask(
    `{ nearestCentres(input: { point: { latitude: 45.4, longitude: 9.1 }, filter: { ${near} } }) { first } }`,
  );
  expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", where: "filter.near" } }]);
});

test("a list too long for sorting is rejected with an error that names it, and works in the usual order", async () => {
  const many = await startHub();
  const centres = Array.from({ length: 2001 }, (_, i) => aCentre({ code: `test:${i}`, name: `Casa ${i}` }));
  await many.table.batchWrite({ puts: centres.flatMap((centre) => codecs.centre.edges(centre)) });
  const { errors } = await many.ask(`{ centres(sort: UPDATED) { nodes { code } } }`);
  expect(errors).toMatchObject([{ extensions: { code: "LIMIT_EXCEEDED", where: "sort" } }]);
  const usual = await many.ask(`{ centres { pageInfo { hasNextPage } } }`);
  expect(usual.data).toEqual({ centres: { pageInfo: { hasNextPage: true } } });
});
