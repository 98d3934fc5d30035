import { knownOrUnknown, type StatusOrUnknown, statedStatus } from "../../../src/domain/kit/status";
import { refreshBatch } from "../../../src/projections/refresh";
import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { aCentre, anOrganization, aService, aServiceAtLocation } from "../../support/builders";
import { startHub, type TestHub } from "../../support/hub";

const day = { origin: "test", now: "2026-01-01T08:00:00.000Z" };
const nameOf = (status: StatusOrUnknown) => status.toLowerCase();
const position = { latitude: 45.4, longitude: 9.1 };
/** One centre and one service of each status, each service at every centre. */
const centres = knownOrUnknown.map((status) =>
  aCentre({ code: `test:${nameOf(status)}`, name: nameOf(status), position, status: statedStatus(status) }),
);
const services = knownOrUnknown.map((status) =>
  aService({
    code: `test:${nameOf(status)}`,
    name: { it: `Lavanderia ${nameOf(status)}`, en: null },
    status: statedStatus(status),
  }),
);
const places = services.flatMap((service) =>
  centres.map((centre) =>
    aServiceAtLocation({
      code: `${service.code}:${centre.code.slice(5)}`,
      serviceCode: service.code,
      centreCode: centre.code,
    }),
  ),
);

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
  await saveAll(hub.table, codecs.organization, [anOrganization()], day);
  await saveAll(hub.table, codecs.centre, centres, day);
  await saveAll(hub.table, codecs.service, services, day);
  await saveAll(hub.table, codecs.serviceAtLocation, places, day);
  await refreshBatch(
    hub.table,
    [
      ...centres.map((record) => ({ type: "centre" as const, record })),
      ...services.map((record) => ({ type: "service" as const, record })),
      ...places.map((record) => ({ type: "serviceAtLocation" as const, record })),
    ],
    day,
  );
});

const circle = "near: { point: { latitude: 45.4, longitude: 9.1 }, withinMetres: 500 }";
const nearest = "nearestCentres(input: { point: { latitude: 45.4, longitude: 9.1 }, filter: {";

describe.each([
  ["of usual status", "", ["ACTIVE", "UNKNOWN"]],
  ["without any named status", "statuses: []", ["ACTIVE", "UNKNOWN"]],
  [
    "closed",
    "statuses: [DEFUNCT, INACTIVE, TEMPORARILY_CLOSED]",
    ["DEFUNCT", "INACTIVE", "TEMPORARILY_CLOSED"],
  ],
  ["planned", "statuses: PLANNED", ["PLANNED"]],
  ["active", "statuses: ACTIVE", ["ACTIVE"]],
  ["unknown or planned", "statuses: [UNKNOWN, PLANNED]", ["PLANNED", "UNKNOWN"]],
  ["of every status", `statuses: [${knownOrUnknown}]`, [...knownOrUnknown]],
])("%s", (_title, filter, expected) => {
  test.each([
    `list: services(filter: { ${filter} }) { nodes { status } totalCount }`,
    `list: services(filter: { ${filter} ${circle} }) { nodes { status } totalCount }`,
    `list: services(sort: UPDATED, filter: { ${filter} }) { nodes { status } totalCount }`,
    `list: centres(filter: { ${filter} }) { nodes { status } totalCount }`,
    `list: centres(filter: { ${filter} ${circle} }) { nodes { status } totalCount }`,
    `list: centres(sort: UPDATED, filter: { ${filter} }) { nodes { status } totalCount }`,
  ])("%s", async (list) => {
    const { data, errors } = await hub.ask<{ list: { nodes: { status: string }[]; totalCount: number } }>(
      `{ ${list} }`,
    );
    expect(errors).toBeUndefined();
    expect(data?.list.nodes.map(({ status }) => status).sort()).toEqual([...expected].sort());
    expect(data?.list.totalCount).toBe(expected.length);
  });

  test("the nearest, and the relations of a record", async () => {
    const asked = filter === "" ? "" : `(${filter})`;
    const { data, errors } = await hub.ask<{
      nearestCentres: { results: { centre: { status: string } }[] };
      service: { locations: { centre: { status: string } }[] };
      centre: { services: { service: { status: string } }[] };
      organization: { services: { nodes: { status: string }[] } };
    }>(`{
      ${nearest} ${filter} } }) { results { centre { status } } }
      service(code: "test:active") { locations${asked} { centre { status } } }
      centre(code: "test:planned") { services${asked} { service { status } } }
      organization(code: "bureau") { services${asked} { nodes { status } } } }`);
    expect(errors).toBeUndefined();
    const found = [
      data!.nearestCentres.results.map(({ centre }) => centre.status),
      data!.service.locations.map(({ centre }) => centre.status),
      data!.centre.services.map(({ service }) => service.status),
      data!.organization.services.nodes.map(({ status }) => status),
    ];
    const wanted = [...expected].sort();
    // The nearest are three at most by default.
    expect(found[0]!.every((status) => wanted.includes(status))).toBe(true);
    expect(found.slice(1).map((each) => [...each].sort())).toEqual([wanted, wanted, wanted]);
  });
});

test.each([
  // What is of unknown status stands beside.
  ["", 1],
  [`filter: [{ dimension: STATUS, codes: ["ACTIVE", "UNKNOWN"] }],`, 2],
  [`filter: [{ dimension: STATUS, codes: ["PLANNED"] }],`, 1],
  [`filter: [{ dimension: STATUS, codes: ["ACTIVE"] }],`, 1],
])("totals %s count %i", async (filter, total) => {
  const { data, errors } = await hub.ask<{
    aggregate: { measures: { total: { value: number } }[] };
  }>(
    `{ aggregate(input: { ${filter} measures: [CENTRES, SERVICES], groupBy: [] }) { measures { total { value } } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data!.aggregate.measures.map((each) => each.total.value)).toEqual([total, total]);
});

test("totals by status show the active and the unknown apart", async () => {
  const { data } = await hub.ask(
    `{ aggregate(input: { measures: [SERVICES], groupBy: [STATUS] }) { cells { groups { code name { it en } } values { value } } } }`,
  );
  expect(data).toEqual({
    aggregate: {
      cells: [
        { groups: [{ code: "ACTIVE", name: { it: "Attivo", en: "In operation" } }], values: [{ value: 1 }] },
        { groups: [{ code: "UNKNOWN", name: { it: "Non noto", en: "Unknown" } }], values: [{ value: 1 }] },
      ],
    },
  });
});
